"""Meetings as calendars have them: which, when, and by what each stays known while it is moved.

Knows meetings and the addresses that they had. Knows neither events nor iCalendar.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sitegen.index.addresses import Addresses, page_form
from sitegen.index.site import Site
from sitegen.index.things import Thing, topics_of
from sitegen.locale import dates
from sitegen.model.facts import Board, Meeting
from sitegen.model.parts import When

_FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2}(?:-\d+)?)/\Z")


def meets(board: Board) -> bool:
    """Tell whether *board* holds meetings; an office-holder (viranhaltija) decides alone, on a day that nobody waits for."""
    return board.kind != "office"


def sittings(site: Site) -> list[Thing[Meeting]]:
    """Return all meetings that are held, oldest first."""
    return [thing for thing in site.meetings if meets(site.boards[thing.facts.board].facts)]


def calendar_of_all(site: Site, lang: str) -> str:
    """Return the address of the calendar of all meetings; empty where there is none, for no calendar is without events."""
    return site.addresses.calendar("meetings", lang) if sittings(site) else ""


def sittings_on_topics(site: Site) -> dict[str, list[Thing[Meeting]]]:
    """Return by topic the meetings that are held and have an item on it, oldest first; no topic that none has."""
    found: dict[str, list[Thing[Meeting]]] | None = site.memo.get(("on topics", ""))
    if found is None:
        found = site.memo["on topics", ""] = _on_topics(site)
    return found


def _on_topics(site: Site) -> dict[str, list[Thing[Meeting]]]:
    on_topics: dict[str, list[Thing[Meeting]]] = defaultdict(list)
    for thing in sittings(site):
        items = site.items.get((thing.facts.board, thing.facts.folder), [])
        for topic in dict.fromkeys(topic for item in items for topic in topics_of(item.facts)):
            on_topics[topic].append(thing)
    return dict(on_topics)


def in_calendars(site: Site, meetings: list[Thing[Meeting]]) -> list[Thing[Meeting]]:
    """Return those of *meetings* that a calendar holds: this year's, last year's and all to come, and the newest in any case.

    What leaves does so on the first day of a year, so that a calendar changes on no other day by itself.
    """
    kept = (thing for thing in meetings[:-1] if not site.day.has_come(date(thing.facts.date.year + 2, 1, 1)))
    return [*kept, *meetings[-1:]]


def begins(meeting: Meeting) -> When:
    """Return when a meeting begins."""
    return meeting.start or When(meeting.date)


def time_said(when: When, lang: str) -> str:
    """Return a time as it is said in a sentence, with its clock if that is known."""
    return f"{dates.day(when.day, lang)} {dates.clock(when.clock, lang)}" if when.clock else dates.day(when.day, lang)


def former_folders(addresses: Addresses, thing: Thing[Meeting]) -> tuple[str, ...]:
    """Return the folders that a meeting had before, oldest first: those of its aliases, else the day that it was moved from."""
    meeting = thing.facts
    home = addresses.meetings_of(meeting.board, thing.original.lang)
    found = (_FOLDER.fullmatch(page_form(alias).removeprefix(home)) for alias in meeting.aliases)
    named = tuple(match[1] for match in found if match)
    if named or meeting.moved_from is None or meeting.moved_from.day == meeting.date:
        return named
    return (meeting.moved_from.day.isoformat(),)


def first_names(addresses: Addresses, meetings: Iterable[Thing[Meeting]]) -> dict[str, str]:
    """Return by its identity what each of *meetings* was first known by, ``<board>/<folder>``: no two share one.

    One that was moved has its first folder's, unless a meeting that was never moved stands there now.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    former = {thing.identity: former_folders(addresses, thing) for thing in meetings}
    for thing in sorted(meetings, key=lambda one: bool(former[one.identity])):
        board, folder = thing.facts.board, thing.facts.folder
        wanted = (*former[thing.identity][:1], folder, f"{folder}/moved")
        name = next(name for name in (f"{board}/{one}" for one in wanted) if name not in taken)
        names[thing.identity] = name
        taken.add(name)
    return names
