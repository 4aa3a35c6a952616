"""Things and their versions: what the site is about, in each language that it's told in.

Knows facts, outlines and addresses as values. Knows nothing of how they are found or drawn.
"""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from sitegen.law.stages import Shown, Stage, State
from sitegen.model.body import NO_OUTLINE, Outline
from sitegen.model.facts import AnyFacts, Case, Document, Item, Meeting, News, is_secret
from sitegen.model.pdf import Pdf
from sitegen.model.slugs import slug

F = TypeVar("F", bound=AnyFacts)


class Seen(Struct, frozen=True):
    """A record as it may be seen, with its body's outline and key (empty where it has no text).

    ``pdf`` is a document's, remembered under ``pdf_key``.
    """

    shown: Shown
    outline: Outline = NO_OUTLINE
    body: str = ""
    pdf: Pdf | None = None
    pdf_key: str = ""


class Version(Struct, Generic[F], frozen=True):
    """A thing in one language: the page at ``address``, in ``lang``, made from the file at ``source``.

    ``words`` is the language of its own words, which differs from ``lang`` where nobody has translated them.
    ``home`` is the address of the original, below which the thing's files stand, ``pdf`` what is known of a document's.
    """

    identity: str
    lang: str
    words: str
    address: str
    home: str
    facts: F
    source: str = ""
    outline: Outline = NO_OUTLINE
    body: str = ""
    state: State = "open"
    stage: Stage = ""
    on_view: date | None = None
    last_day: date | None = None
    pdf: Pdf | None = None


class Thing(Struct, Generic[F], frozen=True):
    """One thing in all its languages. ``original`` is the version that the others translate, ``facts`` are its own."""

    identity: str
    versions: dict[str, Version[F]]
    original: Version[F]
    facts: F

    def best(self, lang: str) -> Version[F]:
        """Return the version in *lang*, or the original where there is none."""
        return self.versions.get(lang) or self.original


def thing_of(versions: dict[str, Version[F]]) -> Thing[F]:
    """Return the thing that *versions* tell of, the original's first."""
    original = next(iter(versions.values()))
    return Thing(original.identity, versions, original, original.facts)


def day_of(facts: AnyFacts) -> date:
    """Return the day by which a thing stands in lists; a document without one comes first."""
    match facts:
        case News():
            return facts.date.day
        case Item() | Meeting():
            return facts.date
        case Document():
            return facts.date or date.min
    return date.min


def cases_of(facts: AnyFacts) -> tuple[str, ...]:
    """Return the numbers of the cases that a thing names, as printed; a secret item is told with no case (kuntalaki 140.1 §)."""
    match facts:
        case Item():
            return (facts.case,) if facts.case and not is_secret(facts) else ()
        case News() | Document():
            return facts.cases
    return ()


def case_slugs(facts: AnyFacts) -> tuple[str, ...]:
    """Return the slugs of the cases that a thing names, each once."""
    return tuple(dict.fromkeys(slug(number) for number in cases_of(facts)))


def topics_of(facts: AnyFacts) -> tuple[str, ...]:
    """Return the topics that a thing names; a secret item is told with none."""
    return facts.topics if isinstance(facts, Item | News | Document | Case) and not is_secret(facts) else ()
