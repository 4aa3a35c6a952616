"""The parts of facts: contacts, votes, attachments and their like, said once and frozen.

Knows what stands within the things of ``facts``. Knows nothing of files' syntax, addresses, pages or the day.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Literal

from msgspec import Struct

AppealKind = Literal["rectification", "municipal-appeal", "other", "prohibited", "none"]
Level = Literal["public", "partial", "secret"]


class When(Struct, frozen=True, order=True):
    """A day, and the time of it where one is known (``HH:MM``, in the site's timezone)."""

    day: Day
    clock: str = ""


class Contact(Struct, frozen=True, omit_defaults=True):
    """Whom to ask (yhteyshenkilö). ``personal`` data of a private person go on their day."""

    name: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    personal: bool = False


class Link(Struct, frozen=True):
    """A link elsewhere, with the words it is known by."""

    title: str
    url: str


class Image(Struct, frozen=True, omit_defaults=True):
    """A picture beside its file, with what it shows in words."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""


class Participate(Struct, frozen=True, omit_defaults=True):
    """How to take part, and the last day on which one can."""

    how: str = ""
    until: Day | None = None


class Sitting(Struct, frozen=True):
    """A board's day, as news name the decision that they prepare."""

    board: str
    date: Day


class Allowance(Struct, frozen=True):
    """A warning that the author has seen and accepts, and why."""

    code: str
    reason: str


class Member(Struct, frozen=True, omit_defaults=True):
    """A member of a board (jäsen) or a substitute (varajäsen)."""

    name: str
    role: str = ""
    group: str = ""
    substitute_for: str = ""
    since: Day | None = None
    until: Day | None = None


class Presence(Struct, frozen=True, omit_defaults=True):
    """Who was at a meeting, in which capacity, and from when to when (``HH:MM``, and the first and last § there for).

    Who left and came back has a line for each time.
    """

    name: str
    role: str = ""
    group: str = ""
    present: bool = True
    arrived: str = ""
    arrived_section: str = ""
    left: str = ""
    left_section: str = ""
    substitute_for: str = ""


class Tally(Struct, frozen=True, omit_defaults=True):
    """How many voted yes and no, abstained or were away; for a group with its name, for a person with the vote."""

    name: str = ""
    yes: int = 0
    no: int = 0
    abstained: int = 0
    absent: int = 0


class Ballot(Struct, frozen=True):
    """One member's vote: ``yes``, ``no``, ``abstained`` or ``absent``."""

    name: str
    vote: str
    group: str = ""


class Vote(Struct, frozen=True, omit_defaults=True):
    """A vote (äänestys): what was voted on, how, what yes and no meant, and how it went."""

    motion: str = ""
    manner: str = ""
    yes: str = ""
    no: str = ""
    counts: Tally | None = None
    by_group: tuple[Tally, ...] = ()
    by_name: tuple[Ballot, ...] = ()


class Candidate(Struct, frozen=True, omit_defaults=True):
    """A candidate (ehdokas), ``votes`` where they were counted, and whether elected, perhaps as somebody's substitute."""

    name: str
    group: str = ""
    votes: int | None = None
    elected: bool = False
    substitute_for: str = ""


class Election(Struct, frozen=True, omit_defaults=True):
    """An election (vaali): to what, how, who stood for it, and how many ballots were blank."""

    post: str
    manner: str = ""
    candidates: tuple[Candidate, ...] = ()
    blank: int = 0


class Disqualified(Struct, frozen=True):
    """Who was disqualified (esteellinen), and the ground."""

    name: str
    ground: str = ""


class Dissent(Struct, frozen=True):
    """A dissenting opinion (eriävä mielipide)."""

    name: str
    text: str = ""


class Appeal(Struct, frozen=True, omit_defaults=True):
    """How a decision is appealed (muutoksenhaku); ``days`` and ``authority`` where a special Act sets them."""

    kind: AppealKind
    days: int | None = None
    provision: str = ""
    authority: str = ""
    reason: str = ""


class Publicity(Struct, frozen=True, omit_defaults=True):
    """How much of an item is public (julkisuus), and by which provision the rest is not."""

    level: Level = "public"
    ground: str = ""


class Attachment(Struct, frozen=True, omit_defaults=True):
    """A file beside its item, or a document of this site (liite)."""

    title: str = ""
    file: str = ""
    document: str = ""
    number: str = ""
    kind: str = ""
    lang: str = ""
    public: bool = True
    ground: str = ""
    personal: bool = False


class Handling(Struct, frozen=True, omit_defaults=True):
    """An earlier handling of the matter that is not on this site."""

    board: str
    date: Day
    section: str = ""


class Note(Struct, frozen=True):
    """A dated addition: a correction (oikaisu) or a court's decision."""

    date: Day
    text: str


class Withdrawal(Struct, frozen=True):
    """When and why something was taken off the site (poisto verkosta); the page that stands there then says both."""

    date: Day
    reason: str
