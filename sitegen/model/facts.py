"""What is true of a site, said once and frozen.

Knows the things a site consists of. Knows nothing of files' syntax, addresses, pages or the day.
Texts may hold marks of personal or secret words until redaction has replaced them.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Literal

from msgspec import Struct

from sitegen.model.parts import (
    Allowance,
    Appeal,
    Attachment,
    Contact,
    Disqualified,
    Dissent,
    Election,
    Handling,
    Image,
    Link,
    Member,
    Note,
    Participate,
    Presence,
    Publicity,
    Sitting,
    Vote,
    When,
    Withdrawal,
)

BoardKind = Literal["council", "executive", "committee", "section", "office", "other"]
MeetingStatus = Literal["planned", "agenda", "minutes", "approved", "cancelled"]
Resolution = Literal[
    "approved", "approved-modified", "rejected", "noted", "tabled", "returned", "removed", "elected"
]


class Facts(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"):
    """What every kind of file may say."""

    title: str = ""
    aliases: tuple[str, ...] = ()
    allow: tuple[Allowance, ...] = ()


class News(Facts, frozen=True, kw_only=True, tag="news", omit_defaults=True):
    """A news item (uutinen), most often on what is being prepared."""

    slug: str
    date: When
    kind: str = ""
    subtitle: str = ""
    lead: str = ""
    topics: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    updated: Day | None = None
    draft: bool = False
    publish_at: When | None = None
    expires: Day | None = None
    archived: bool = False
    image: Image | None = None
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    related: tuple[str, ...] = ()
    participate: Participate | None = None
    decision: Sitting | None = None
    comments: bool = False
    personal_until: Day | None = None
    withdrawn: Withdrawal | None = None

    @property
    def names(self) -> tuple[str, str]:
        """The names by which others may mean it, ``related`` and folders of comments: its slug, and year/slug."""
        return self.slug, f"{self.date.day.year}/{self.slug}"


class Board(Facts, frozen=True, kw_only=True, tag="board", omit_defaults=True):
    """A board (toimielin), or an office-holder who decides; ``title`` is its name."""

    board: str
    abbreviation: str = ""
    kind: BoardKind = "other"
    members: tuple[Member, ...] = ()
    contacts: tuple[Contact, ...] = ()
    since: Day | None = None
    until: Day | None = None
    formerly: str = ""
    successor: str = ""
    personal_until: Day | None = None


class Meeting(Facts, frozen=True, kw_only=True, tag="meeting", omit_defaults=True):
    """A meeting (kokous) of a board on a day; ``folder`` tells two of one day apart (``2018-06-04-2``).

    ``status`` is None where no meeting.md says anything: then all is shown and nothing said of appeal.
    """

    board: str
    folder: str
    date: Day
    number: str = ""
    start: When | None = None
    end: When | None = None
    breaks: tuple[str, ...] = ()
    place: str = ""
    manner: str = ""
    status: MeetingStatus | None = None
    inspected: Day | None = None
    published: Day | None = None
    moved_from: When | None = None
    chair: str = ""
    secretary: str = ""
    inspectors: tuple[str, ...] = ()
    quorum: str = ""
    attendance: tuple[Presence, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    show_uninspected: bool | None = None


class Item(Facts, frozen=True, kw_only=True, tag="item", omit_defaults=True):
    """One item of a meeting (asia, pykälä): on the agenda by ``agenda``, decided by ``section``.

    ``sort`` is the number at the start of its file's name, which puts a meeting's items in order.
    """

    board: str
    folder: str
    date: Day
    section: str = ""
    agenda: str = ""
    sort: int = 0
    case: str = ""
    plain: str = ""
    summary: str = ""
    topics: tuple[str, ...] = ()
    proposer: str = ""
    presenter: tuple[Contact, ...] = ()
    responsible: tuple[Contact, ...] = ()
    preparers: tuple[Contact, ...] = ()
    resolution: Resolution | None = None
    votes: tuple[Vote, ...] = ()
    elections: tuple[Election, ...] = ()
    disqualified: tuple[Disqualified, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    appeal: Appeal | None = None
    publicity: Publicity = Publicity()
    attachments: tuple[Attachment, ...] = ()
    history: tuple[Handling, ...] = ()
    corrections: tuple[Note, ...] = ()
    personal_until: Day | None = None
    withdrawn: Withdrawal | None = None
    published: Day | None = None
    id: str = ""


class Document(Facts, frozen=True, kw_only=True, tag="document", omit_defaults=True):
    """A report or an annex (asiakirja) with its file and, where there is one, its transcript."""

    slug: str
    date: Day | None = None
    file: str = ""
    topics: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    personal_until: Day | None = None
    withdrawn: Withdrawal | None = None


class Page(Facts, frozen=True, kw_only=True, tag="page", omit_defaults=True):
    """A plain page: about the organisation, privacy, how decisions are made."""

    slug: str
    lead: str = ""
    updated: Day | None = None
    in_menu: bool = False
    personal_until: Day | None = None


class Case(Facts, frozen=True, kw_only=True, tag="case", omit_defaults=True):
    """One matter (asia) through all its steps; ``number`` as printed, ``slug`` as in addresses."""

    slug: str
    number: str = ""
    next: str = ""
    topics: tuple[str, ...] = ()
    court: tuple[Note, ...] = ()
    personal_until: Day | None = None


class Comment(Facts, frozen=True, kw_only=True, tag="comment", omit_defaults=True):
    """A reader's comment (kommentti) on the news item called ``news``, a slug or year/slug; it has no page of its own.

    ``text`` is plain, as it was sent: nothing in it is Markdown but the marks of personal and secret words.
    """

    news: str
    name: str
    author: str
    date: When
    text: str = ""
    personal_until: Day | None = None


AnyFacts = Comment | News | Board | Meeting | Item | Document | Page | Case
# What can be taken off the site by itself: it has a field for that.
Withdrawable = Item | News | Document


def is_secret(facts: AnyFacts) -> bool:
    """Tell whether *facts* are those of a matter that is secret as a whole, of which only its public heading is told."""
    return isinstance(facts, Item) and facts.publicity.level == "secret"
