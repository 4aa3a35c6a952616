"""Lists: lines on things, and their pages numbered from the oldest.

Knows what a line says of each kind of thing and how a long list is cut. Knows no list by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct, structs

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version, day_of
from sitegen.law.lifecycle import life_of
from sitegen.law.stages import DECIDED
from sitegen.locale import words
from sitegen.model.facts import AnyFacts, Case, Document, Item, Meeting, News
from sitegen.model.parts import Handling
from sitegen.outputs.borrowed import tongue_of
from sitegen.outputs.files import file_label
from sitegen.outputs.names import item_label, meeting_ref
from sitegen.outputs.shell import list_shell, ref
from sitegen.outputs.views import EntryView, FeedLink, Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

T = TypeVar("T")
PAGE = 50
FEW = 10


class Numbered(Struct, frozen=True):
    """A page of a long list: its number, counted from the oldest, and its address; number 0 is the newest."""

    number: int
    address: str
    current: bool = False


class Way(Struct, frozen=True):
    """A way from a list to a narrower or wider one: what that is called, and how many it holds, 0 where that isn't told."""

    title: str
    address: str
    count: int = 0
    current: bool = False


class ListView(Shell, frozen=True, kw_only=True):
    """A page of a list: its lines, newest first, and the way to its other pages.

    ``kind`` tells which list it is: ``news``, ``decisions``, ``meetings``, ``cases``, ``documents`` or ``topic``. ``years``
    lead to lists of one year, ``ways`` to those of what was decided in one way. ``calendar`` is the address of a calendar of what
    it lists, ``coming`` are the meetings that are still to be held, soonest first: both on the newest page.
    """

    kind: str
    entries: tuple[EntryView, ...] = ()
    numbered: tuple[Numbered, ...] = ()
    years: tuple[Ref, ...] = ()
    ways: tuple[Way, ...] = ()
    calendar: str = ""
    coming: tuple[EntryView, ...] = ()


def entries(site: Site, things: Sequence[Thing[Any]], lang: str) -> tuple[EntryView, ...]:
    """Return a line for each thing, in the order given."""
    return tuple(entry(site, thing, lang) for thing in things)


def entry(site: Site, thing: Thing[Any], lang: str) -> EntryView:
    """Return the line on a thing, in a list in *lang*; made once, for it stands in many lists."""
    line: EntryView | None = site.memo.get((thing.identity, lang))
    if line is None:
        line = site.memo[thing.identity, lang] = _entry(site, thing, lang)
    return line


def _entry(site: Site, thing: Thing[Any], lang: str) -> EntryView:
    version = thing.best(lang)
    facts: AnyFacts = version.facts
    day = day_of(facts)
    match facts:
        case Item():
            above = ref(site.boards[facts.board], lang)
            label = item_label(facts, lang)
            shown = facts.resolution if version.stage in DECIDED else None
            excerpt = facts.plain or facts.summary
            tongue = tongue_of("plain" if facts.plain else "summary", thing, lang) if excerpt else ""
            life = life_of(version.stage, version.last_day, site.day)
            return EntryView(
                ref(thing, lang), "item", day, label, above.title, excerpt, life, shown or "", version.last_day,
                words=above.words, excerpt_words=tongue,
            )  # fmt: skip
        case Meeting():
            board = site.boards[facts.board]
            above, link = ref(board, lang), meeting_ref(thing, board.facts.kind, lang)
            status = meeting_status(site, version)
            return EntryView(
                link, "meeting", day, facts.number, above.title, facts.place, status, moved_from=facts.moved_from, words=above.words,
                excerpt_words=tongue_of("place", thing, lang) if facts.place else "",
                clock=facts.start.clock if facts.start and status in ("planned", "agenda") else "",
            )  # fmt: skip
        case News():
            link = ref(thing, lang)
            return EntryView(
                link, "news", day, facts.kind, excerpt=facts.lead or version.outline.excerpt,
                words=tongue_of("kind", thing, lang) if facts.kind else "",
                excerpt_words=tongue_of("lead", thing, lang) if facts.lead else link.words,
            )  # fmt: skip
        case Document():
            link, label = ref(thing, lang), file_label(site, version, lang)
            return EntryView(link, "document", facts.date, label, excerpt=version.outline.excerpt, excerpt_words=link.words)
        case Case():
            steps = site.by_case.get(facts.slug, [])
            return EntryView(ref(thing, lang), "case", day_of(steps[-1].facts) if steps else None, facts.number)
    return EntryView(ref(thing, lang), "page")


def meeting_status(site: Site, version: Version[Meeting]) -> str:
    """Return a meeting's status; ``minutes`` until approved ones are on view, empty where no file describes it."""
    meeting = version.facts
    if meeting.status == "approved" and not site.day.has_come(meeting.published):
        return "minutes"
    return meeting.status or ("planned" if version.source else "")


def elsewhere(items: Iterable[Thing[Any]], lang: str) -> Iterator[EntryView]:
    """Yield a line, without a link, for each handling of *items* that is on no page of this site, once.

    No translation says it otherwise, so the board is called as in the language of the original.
    """
    spoken: dict[Handling, str] = {}
    for item in items:
        for one in item.best(lang).facts.history:
            spoken.setdefault(one, item.original.words)
    for one, tongue in spoken.items():
        label = f"§ {one.section}" if one.section else ""
        yield EntryView(Ref(one.board, "", words=tongue if tongue != lang else ""), "elsewhere", one.date, label)


def by_day(lines: Iterable[EntryView]) -> tuple[EntryView, ...]:
    """Return *lines* oldest first, those of one day in the order given."""
    return tuple(sorted(lines, key=lambda line: line.day or date.min))


class Listing(Struct, frozen=True):
    """A list to be made: its kind and title, its address in each language, the crumbs and feeds of its pages.

    The counts of its ``ways``, its ``calendar`` and what is ``coming``, soonest first, stand on its newest page alone, so that no
    other changes with them.
    """

    kind: str
    title: str
    address: str
    others: dict[str, str]
    path: tuple[Ref, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    years: tuple[Ref, ...] = ()
    ways: tuple[Way, ...] = ()
    calendar: str = ""
    coming: tuple[Thing[Any], ...] = ()


def listed(site: Site, listing: Listing, lang: str, things: Sequence[Thing[Any]]) -> Iterator[Plan]:
    """Yield the pages of a list of *things*, which come oldest first."""
    for address, share, numbered in shares(site, listing, lang, things):
        view = ListView(
            **share_shell(site, listing, lang, address, numbered), kind=listing.kind,
            entries=entries(site, share[::-1], lang), numbered=numbered, years=listing.years, ways=_ways(listing, address),
            calendar=listing.calendar if address == listing.address else "",
            coming=entries(site, listing.coming, lang) if address == listing.address else (),
        )  # fmt: skip
        yield Plan(file_of(address), draw_list, view, "list.html", lang)


def shares(
    site: Site, listing: Listing, lang: str, things: Sequence[T]
) -> Iterator[tuple[str, Sequence[T], tuple[Numbered, ...]]]:
    """Yield the address of each page of a list, its share of *things*, which come oldest first, and the ways to the others.

    Page 1 holds the oldest 50, and so on; the bare address holds the newest 1 to 50 that fill no page yet, with the
    page before it where they are few. So something new changes the newest page alone (content.md).
    """
    full = max(0, (len(things) - 1) // PAGE)
    newest_from = full * PAGE
    if full and len(things) - newest_from < FEW:
        newest_from -= PAGE
    yield listing.address, things[newest_from:], _numbers(site, listing, lang, full, 0)
    for number in range(1, full + 1):
        address = site.addresses.numbered(listing.address, number, lang)
        yield address, things[(number - 1) * PAGE : number * PAGE], _numbers(site, listing, lang, full, number)


def _numbers(site: Site, listing: Listing, lang: str, full: int, current: int) -> tuple[Numbered, ...]:
    """Return the ways to a list's other pages: the newest, the neighbours and the oldest.

    A full page names no page newer than the next one, so that it stays as it is when the list grows.
    """
    if not full:
        return ()
    near = {1, current - 1, current, current + 1} if current else {1, full - 1, full}
    numbers = sorted(number for number in near if 1 <= number <= full)
    return (
        Numbered(0, listing.address, current == 0),
        *(Numbered(n, site.addresses.numbered(listing.address, n, lang), n == current) for n in reversed(numbers)),
    )


def _ways(listing: Listing, address: str) -> tuple[Way, ...]:
    """Return the ways to narrower lists from the page at *address*."""
    counted = address == listing.address
    return tuple(
        structs.replace(way, count=way.count if counted else 0, current=way.address == listing.address) for way in listing.ways
    )


def share_shell(
    site: Site, listing: Listing, lang: str, address: str, numbered: tuple[Numbered, ...]
) -> dict[str, Any]:
    """Return the fields of Shell for the page of a list at *address*."""
    base = list_shell(site, lang, address, listing.title, listing.others, *listing.path)
    if address != listing.address:
        number = next(one.number for one in numbered if one.current)
        base["crumbs"] = (*base["crumbs"], Ref(listing.title, listing.address))
        base["title"] = words(lang).gettext("%(title)s, page %(number)s") % {"title": listing.title, "number": number}
        base["languages"] = ()
    return base | {"feeds": listing.feeds or base["feeds"]}


def draw_list(pen: Pen, view: ListView) -> bytes:
    """Draw a page of a list."""
    return pen.page("list.html", view.lang, view.address, view)


