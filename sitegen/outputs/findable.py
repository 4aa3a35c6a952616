"""What there is to find: every page as search knows it, and the bundles of them that are indexed together.

Knows which words of a page may be searched: none that are personal, from the first day, for browsers keep what they fetched.
Knows no index.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from msgspec import Struct

from sitegen.index.addresses import WORDS
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version, day_of, topics_of
from sitegen.law.stages import DECIDED
from sitegen.locale import dates
from sitegen.model.facts import Board, Case, Document, Item, Meeting, News, Page
from sitegen.outputs.entries import without_personal
from sitegen.outputs.names import board_short, item_label, meeting_title
from sitegen.render.pen import IN_FEEDS

UNDATED = "other"
# So many pages are indexed in a second.
MOST = 500
PARTS = (1, 2, 3, 4, 6, 12)


class Findable(Struct, frozen=True, array_like=True):
    """A page to be found: what it is chosen by (``kind:news``), what is said of it beside its title, and the key of its body.

    ``page`` is what a document's pages are called in addresses, ``day`` is ISO 8601, empty where there is none.
    """

    address: str
    title: str
    note: str
    lead: str
    day: str
    chosen: tuple[str, ...]
    body: str
    page: str = ""


def bundles(site: Site, lang: str) -> Iterator[tuple[str, tuple[Findable, ...]]]:
    """Yield the name of each bundle in *lang* and what is in it, newest first and then what has no day.

    A bundle is a year; a year of very many pages is cut into as many parts of equal months as it takes until each has few enough.
    """
    years: dict[str, list[Findable]] = defaultdict(list)
    for one in findables(site, lang):
        years[one.day[:4] or UNDATED].append(one)
    undated = years.pop(UNDATED, [])
    for year in sorted(years, reverse=True):
        count = _count(years[year])
        parts: dict[int, list[Findable]] = defaultdict(list)
        for one in years[year]:
            parts[_part(one.day[5:7], count)].append(one)
        for part in sorted(parts, reverse=True):
            yield year if count == 1 else f"{year}-{part}-{count}", tuple(parts[part])
    if undated:
        yield UNDATED, tuple(undated)


def _count(year: list[Findable]) -> int:
    """Return in how many parts of equal months none of a year's parts has too many pages, or the most that there can be."""
    months = Counter(one.day[5:7] for one in year)
    for count in PARTS:
        sizes: Counter[int] = Counter()
        for month, size in months.items():
            sizes[_part(month, count)] += size
        if max(sizes.values()) <= MOST:
            return count
    return PARTS[-1]


def _part(month: str, count: int) -> int:
    """Return the number of the part, of *count* in a year, that a month is in."""
    return (int(month) - 1) * count // 12 + 1


def findables(site: Site, lang: str) -> Iterator[Findable]:
    """Yield every page in *lang* that has words of its own in that language."""
    things: Iterator[Thing[Any]] = chain(
        chain.from_iterable(site.items.values()), site.news, site.meetings, site.documents, site.cases.values(),
        site.boards.values(), site.pages,
    )  # fmt: skip
    for thing in things:
        version = thing.versions.get(lang)
        if version and version.words == lang and (version.source or isinstance(version.facts, Meeting)):
            yield _findable(site, version)


def _findable(site: Site, version: Version[Any]) -> Findable:
    facts, lang = version.facts, version.lang
    kind, title, note, lead, chosen = _told(site, version)
    day = "" if day_of(facts) == date.min else day_of(facts).isoformat()
    named = (f"kind:{kind}", *chosen, *(f"topic:{one}" for one in topics_of(facts)), *((f"year:{day[:4]}",) if day else ()))
    page = WORDS[lang]["page"] if isinstance(facts, Document) else ""
    return Findable(version.address, safe(title, lang), safe(note, lang), safe(lead, lang), day, named, version.body, page)


def _told(site: Site, version: Version[Any]) -> tuple[str, str, str, str, tuple[str, ...]]:
    """Return a thing's kind, title, note, what is said of it in short, and what it is chosen by."""
    facts, lang = version.facts, version.lang
    match facts:
        case Item():
            board = site.boards[facts.board].best(lang).facts
            decided = (f"resolution:{facts.resolution}",) if facts.resolution and version.stage in DECIDED else ()
            note = f"{board_short(board)} {dates.day(facts.date, lang)} {item_label(facts, lang)}"
            lead = " ".join(part for part in (facts.plain, facts.summary, board.title, facts.case) if part)
            return "item", facts.title, note, lead, (f"board:{facts.board}", *decided)
        case Meeting():
            board = site.boards[facts.board].best(lang).facts
            return "meeting", meeting_title(facts, board.kind, lang), board.title, facts.place, (f"board:{facts.board}",)
        case News():
            note = " · ".join(part for part in (facts.kind, dates.day(facts.date.day, lang)) if part)
            return "news", facts.title, note, f"{facts.subtitle} {facts.lead}".strip(), ()
        case Document():
            return "document", facts.title, dates.day(facts.date, lang) if facts.date else "", "", ()
        case Case():
            return "case", facts.title, facts.number, facts.next, ()
        case Board():
            return "board", facts.title, facts.abbreviation, "", (f"board:{facts.board}",)
        case Page():
            return "page", facts.title, "", facts.lead, ()
    raise TypeError(facts)


def safe(text: str, lang: str) -> str:
    """Return *text*, which is in *lang*, with an ellipsis for personal data: the same before and after they go."""
    return without_personal(text, lang).replace(IN_FEEDS[lang], "…")
