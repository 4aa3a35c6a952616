"""iCalendar (RFC 5545 and 7986), by icalendar: a calendar's view becomes bytes.

Knows icalendar's traps and what no text of a calendar may hold. Knows nothing of which events there are.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import icalendar
from icalendar import vText
from msgspec import Struct

from sitegen.render.pen import Pen

# RFC 5545, 3.3.11: a text has no controls but tabs; a new line is written as one. Readers in Python and JavaScript end lines at more.
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
A_DAY = timedelta(days=1)


class Event(Struct, frozen=True):
    """What falls on a day as a whole. ``known`` is the time, with its offset, since when it is known by ``uid``.

    ``number`` is higher for a later version of the same event. ``address`` is that of its page on the site.
    """

    uid: str
    day: date
    known: str
    number: int
    title: str
    lines: tuple[str, ...]
    address: str
    categories: tuple[str, ...]


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
    drawn.add("dtstamp", datetime.fromisoformat(event.known).astimezone(UTC))
    drawn.add("sequence", event.number)
    drawn.add("dtstart", event.day)
    drawn.add("dtend", event.day + A_DAY)
    drawn.add("summary", _text(event.title, lang))
    drawn.add("description", _text("\n".join((*event.lines, url + event.address)), lang))
    drawn.add("url", url + event.address)
    drawn.add("categories", [_plain(one) for one in event.categories], parameters={"LANGUAGE": lang})
    drawn.add("transp", "TRANSPARENT")
    return drawn


def _text(text: str, lang: str = "") -> vText:
    """Return *text* as a value that is escaped: what icalendar doesn't know to be a text it writes as it is."""
    return vText(_plain(text), params={"LANGUAGE": lang} if lang else {})


def _plain(text: str) -> str:
    return _NOT_TEXT.sub("", text)
