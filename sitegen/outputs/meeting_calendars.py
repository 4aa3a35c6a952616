"""Calendars of meetings: of all, of each board, on each topic and of each meeting, and what an event says of one.

Knows how an event stays the same event while its meeting is moved, held or cancelled. Knows nothing of iCalendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version
from sitegen.locale import words
from sitegen.model.facts import Meeting
from sitegen.outputs.deadlines import on_view_since
from sitegen.outputs.entries import guid, moment, without_personal
from sitegen.outputs.ics import CalendarView, Event, draw_calendar
from sitegen.outputs.lists import meeting_status
from sitegen.outputs.meetings import by_board
from sitegen.outputs.names import topic_title
from sitegen.outputs.shell import hub_title
from sitegen.outputs.sittings import (
    begins,
    first_names,
    former_folders,
    in_calendars,
    sittings,
    sittings_on_topics,
    time_said,
)
from sitegen.render.plan import Plan

# How far a meeting has come; one that no file describes has been held.
STEPS = {"planned": 0, "agenda": 1, "minutes": 2, "": 3, "approved": 3, "cancelled": 4}


def meeting_calendars(site: Site) -> Iterator[Plan]:
    """Yield the calendars of all meetings, of each board that has met, on each topic of an agenda, and a file of each meeting."""
    held = sittings(site)
    names = first_names(site.addresses, held)
    events = {lang: {t.identity: _event(site, t, names[t.identity], lang) for t in held} for lang in site.config.languages}
    for lang in site.config.languages if held else ():
        yield _calendar(site, "meetings", lang, hub_title("meetings", lang), site.addresses.hub("meetings", lang), held, events)
    for board, meetings in by_board(site).items():
        if meetings[0].identity in names:
            for one in site.boards[board].versions.values():
                title = _meetings_title(without_personal(one.facts.title, one.words), one.lang)
                yield _calendar(site, f"boards/{board}", one.lang, title, one.address, meetings, events)
    for topic, meetings in sittings_on_topics(site).items():
        for lang in site.config.languages:
            title = _meetings_title(topic_title(site, topic, lang), lang)
            yield _calendar(site, f"topics/{topic}", lang, title, site.addresses.topic(topic, lang), meetings, events)
    for thing in held:
        for version in thing.versions.values():
            view = CalendarView(version.lang, (events[version.lang][thing.identity],))
            yield Plan(file_of(site.addresses.sitting(version.address, version.lang)), draw_calendar, view, source=version.source)


def _meetings_title(title: str, lang: str) -> str:
    """Return what the calendar of a board's meetings, or of those on a topic, is called."""
    return words(lang).gettext("%(title)s, meetings") % {"title": title}


def _calendar(
    site: Site, name: str, lang: str, title: str, page: str, meetings: list[Thing[Meeting]], events: dict[str, dict[str, Event]]
) -> Plan:
    """Return a calendar of those of *meetings* that one holds."""
    address = site.addresses.calendar(name, lang)
    chosen = tuple(events[lang][thing.identity] for thing in in_calendars(site, meetings))
    view = CalendarView(lang, chosen, f"{site.config.told(lang).title}: {title}", _about(lang), address, page)
    return Plan(file_of(address), draw_calendar, view)


def _about(lang: str) -> str:
    _ = words(lang).gettext
    held = _("Coming meetings and those held lately. A meeting that was cancelled stays and is marked as such.")
    return held + " " + _("A calendar is not an official notice.")


def _event(site: Site, thing: Thing[Meeting], name: str, lang: str) -> Event:
    """Return the event of a meeting, for a calendar in *lang*; it is known by the meeting's first folder for good."""
    version = thing.best(lang)
    meeting, status, timezone = version.facts, meeting_status(site, thing.original), site.config.timezone
    board = site.boards[meeting.board].best(lang).facts
    begin, end = begins(meeting), meeting.end
    start = moment(begin.day, begin.clock, timezone) if begin.clock else begin.day.isoformat()
    is_known = end is not None and end.clock and begin.clock and begin < end
    return Event(
        uid=guid(f"meeting/{name}/event", lang), start=start, end=moment(end.day, end.clock, timezone) if end and is_known else "",
        known=_known(meeting, status, timezone), number=_number(site, thing, status),
        title=_title(version, board.title, status, lang), lines=tuple(_lines(version, status, lang)), address=version.address,
        categories=(without_personal(board.title, lang),), place=without_personal(meeting.place, version.words),
        status={"planned": "TENTATIVE", "cancelled": "CANCELLED"}.get(status, "CONFIRMED"),
    )  # fmt: skip


def _title(version: Version[Meeting], board: str, status: str, lang: str) -> str:
    """Return what an event is called: many programs show nothing else of it, and some not even that it was cancelled."""
    _ = words(lang).gettext
    meeting = version.facts
    kind = _("meeting")
    name = f"{board}, {meeting.title or f'{kind} {meeting.number}'}".rstrip()
    return without_personal(_("Cancelled: %(meeting)s") % {"meeting": name} if status == "cancelled" else name, version.words)


def _lines(version: Version[Meeting], status: str, lang: str) -> Iterator[str]:
    """Yield what is said of a meeting: days and times, and nothing that turns by itself."""
    _ = words(lang).gettext
    meeting = version.facts
    if status == "cancelled":
        yield _("The meeting was cancelled.")
    if meeting.moved_from:
        yield _("Moved from %(time)s.") % {"time": time_said(meeting.moved_from, lang)}
    if meeting.manner:
        yield _("Manner of meeting: %(manner)s") % {"manner": without_personal(meeting.manner, version.words)}
    if meeting.breaks:
        yield _("Breaks: %(times)s") % {"times": without_personal(", ".join(meeting.breaks), version.words)}
    if status == "approved" and meeting.published:
        yield on_view_since(meeting.published, lang)
    if status != "cancelled":
        yield _("The agenda and the minutes are published on this page:")


def _known(meeting: Meeting, status: str, timezone: str) -> str:
    """Return the time since when an event says what it does, as far as anybody states one.

    Nobody states when a meeting was planned or moved. That it was by the beginning of the year before lies in the past whoever looks.
    """
    if status in ("approved", ""):
        return moment(meeting.published or meeting.date, "", timezone)
    return moment(date(meeting.date.year - 1, 1, 1), "", timezone)


def _number(site: Site, thing: Thing[Meeting], status: str) -> int:
    """Return the number of an event's version: it grows with each move, and between moves with each step.

    RFC 5545, 3.8.7.4, counts an organizer's revisions, of which a site that is built afresh knows none; facts that only ever go on
    in one direction count them as well.
    """
    moves = max(len(former_folders(site.addresses, thing)), 1 if thing.facts.moved_from else 0)
    return moves * len(STEPS) + STEPS[status]
