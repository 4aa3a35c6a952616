"""iCalendar (RFC 5545 and 7986), by icalendar: a calendar's view becomes bytes.

Knows icalendar's traps and what no text of a calendar may hold. Knows nothing of which events there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import icalendar
from icalendar import vText
from msgspec import Struct

from sitegen.render.pen import Pen

# RFC 5545, 3.3.11: a text has no controls but tabs; a new line is written as one. Readers in Python and JavaScript end lines at more.
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
A_DAY = timedelta(days=1)


class Event(Struct, frozen=True):
    """What falls on a day as a whole, or begins at a time; ``start`` is a day or a time with its offset (ISO 8601).

    ``end`` is a time too, empty where it isn't known. ``known`` is the time since when it is known by ``uid``. ``number`` is higher for a
    later version of the same event. ``address`` is that of its page on the site. ``status`` is one of RFC 5545's.
    """

    uid: str
    start: str
    known: str
    number: int
    title: str
    lines: tuple[str, ...]
    address: str
    categories: tuple[str, ...]
    end: str = ""
    place: str = ""
    status: str = ""


class CalendarView(Struct, frozen=True):
    """A calendar in a language. One to subscribe to has a name, its own ``address`` and that of the page it belongs to.

    One without a name is a file of events to be added to a calendar of the reader's own.
    """

    lang: str
    events: tuple[Event, ...]
    name: str = ""
    about: str = ""
    address: str = ""
    page: str = ""


def draw_calendar(pen: Pen, view: CalendarView) -> bytes:
    """Draw a calendar; nothing in it depends on when that is done."""
    drawn = icalendar.Calendar()
    drawn.add("version", "2.0")
    drawn.add("prodid", "-//sitegen//sitegen//EN")
    drawn.add("calscale", "GREGORIAN")
    drawn.add("method", "PUBLISH")
    if view.name:
        _head(drawn, pen.kit.url, view)
    for event in view.events:
        drawn.add_component(_event(event, pen.kit.url, view.lang))
    if not view.events:
        drawn.add_component(_utc())
    # Sorted, the order would be the library's.
    return drawn.to_ical(sorted=False)


def _head(drawn: icalendar.Calendar, url: str, view: CalendarView) -> None:
    """Say what a calendar to subscribe to is called and where it comes from, in RFC 7986's words and in those before it."""
    name, about = _text(view.name, view.lang), _text(view.about, view.lang)
    drawn.add("name", name)
    drawn.add("x-wr-calname", _text(view.name))
    drawn.add("description", about)
    drawn.add("x-wr-caldesc", _text(view.about))
    drawn.add("url", url + view.page)
    drawn.add("source", url + view.address, parameters={"VALUE": "URI"})
    drawn.add("refresh-interval", A_DAY, parameters={"VALUE": "DURATION"})
    drawn.add("x-published-ttl", "P1D")


def _event(event: Event, url: str, lang: str) -> icalendar.Event:
    drawn = icalendar.Event()
    drawn.add("uid", event.uid)
    drawn.add("dtstamp", _in_utc(event.known))
    drawn.add("sequence", event.number)
    for name, value in _span(event):
        drawn.add(name, value)
    drawn.add("summary", _text(event.title, lang))
    drawn.add("description", _text("\n".join((*event.lines, url + event.address)), lang))
    drawn.add("url", url + event.address)
    if event.place:
        drawn.add("location", _text(event.place, lang))
    if event.status:
        drawn.add("status", event.status)
    drawn.add("categories", [_plain(one) for one in event.categories], parameters={"LANGUAGE": lang})
    drawn.add("transp", "TRANSPARENT")
    return drawn


def _span(event: Event) -> Iterator[tuple[str, date]]:
    """Yield when an event begins and, where that is known, when it ends; a day ends where the next begins."""
    if "T" not in event.start:
        day = date.fromisoformat(event.start)
        yield "dtstart", day
        yield "dtend", day + A_DAY
        return
    yield "dtstart", _in_utc(event.start)
    if event.end:
        yield "dtend", _in_utc(event.end)


def _in_utc(moment: str) -> datetime:
    return datetime.fromisoformat(moment).astimezone(UTC)


def _utc() -> icalendar.Timezone:
    """Return the time zone of all times here: the one component of a calendar without events, which has to have one (RFC 5545, 3.6)."""
    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime.fromisoformat("1970-01-01"))
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    zone.add_component(standard)
    return zone


def _text(text: str, lang: str = "") -> vText:
    """Return *text* as a value that is escaped: what icalendar doesn't know to be a text it writes as it is."""
    return vText(_plain(text), params={"LANGUAGE": lang} if lang else {})


def _plain(text: str) -> str:
    return _NOT_TEXT.sub("", text)
