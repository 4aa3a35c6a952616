"""iCalendar as programs read it: lines of 75 octets, and texts that say just what was written, whatever was written."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from sitegen.outputs.ics import CalendarView, Event, draw_calendar
from sitegen.render.pen import Kit, Pen

HOSTILE = Path(__file__).parent.parent.parent.parent / "shared/cases/hostile/naughty-strings.json"
PEN = Pen(Kit(Path(), Path(), {}, {}, "https://kunta.example"))
# RFC 5545, 3.3.11: no text holds a control but a tab; vobject and others end lines at more signs than the RFC does.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def event(title: str, lines: tuple[str, ...] = ("Rivi.",), categories: tuple[str, ...] = ("Lautakunta",)) -> Event:
    """Return an event that says *title*."""
    return Event("urn:uuid:1", "2026-06-01", "2026-05-11T00:00:00+03:00", 7, title, lines, "/kokoukset/kh/2026-05-04/12/", categories)


def drawn(*events: Event) -> bytes:
    """Return a calendar of *events* as it is written."""
    view = CalendarView("fi", events, "Päätökset; kunta", "Päiviä, ei muuta", "/calendars/appeals.ics", "/muutoksenhaku/")
    return draw_calendar(PEN, view)


def read(data: bytes) -> Any:
    """Return a calendar as a second library reads it."""
    return vobject.readOne(data.decode())


def test_an_event_is_read_as_it_was_meant() -> None:
    """RFC 5545: a whole day that ends where the next begins, a stamp in UTC, no time taken, and texts with all their signs."""
    found = read(drawn(event("Silta; tie, \\ ja \"muu\"", ("Eka.", "Toka, ja kolmas.")))).vevent
    assert found.uid.value == "urn:uuid:1"
    assert found.dtstart.value == date(2026, 6, 1)
    assert found.dtend.value == date(2026, 6, 2)
    assert (found.dtstart.params, found.dtend.params) == ({"VALUE": ["DATE"]}, {"VALUE": ["DATE"]})
    assert found.dtstamp.value.isoformat() == "2026-05-10T21:00:00+00:00"
    assert (found.sequence.value, found.transp.value) == ("7", "TRANSPARENT")
    assert found.summary.value == "Silta; tie, \\ ja \"muu\""
    assert found.summary.params == found.description.params == found.categories.params == {"LANGUAGE": ["fi"]}
    assert found.description.value == "Eka.\nToka, ja kolmas.\nhttps://kunta.example/kokoukset/kh/2026-05-04/12/"
    assert found.url.value == "https://kunta.example/kokoukset/kh/2026-05-04/12/"
    assert "valarm" not in found.contents


def test_a_calendar_says_what_it_is() -> None:
    """Its name and address in the words of RFC 7986 and in those before it; to be fetched once a day, and nobody is invited."""
    found = read(drawn(event("Silta")))
    assert (found.version.value, found.method.value) == ("2.0", "PUBLISH")
    assert re.fullmatch("-//[^/0-9]+//[^/0-9]+//EN", found.prodid.value)
    assert "NAME;LANGUAGE=fi:Päätökset\\; kunta\r\n" in drawn().decode()
    assert "X-WR-CALNAME:Päätökset\\; kunta\r\n" in drawn().decode()
    assert found.contents["source"][0].value == "https://kunta.example/calendars/appeals.ics"
    assert found.contents["url"][0].value == "https://kunta.example/muutoksenhaku/"
    assert found.contents["refresh-interval"][0].value == found.contents["x-published-ttl"][0].value == "P1D"


def test_one_event_to_add_has_no_calendar_of_its_own() -> None:
    """A file with a name would be taken for a new calendar; without one its event is added to the reader's own."""
    single = read(draw_calendar(PEN, CalendarView("fi", (event("Silta"),))))
    assert set(single.contents) == {"version", "prodid", "calscale", "method", "vevent"}


@given(st.text(max_size=300), st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=3))
def test_lines_are_folded_between_letters(title: str, labels: list[str]) -> None:
    """RFC 5545, 3.1: no line is longer than 75 octets, each ends in CR and LF, and no letter is cut in two, however long it is."""
    data = drawn(event("Ä" + title, (title,), tuple(labels)))
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert [line for line in lines if len(line) > 75] == []
    for line in lines:
        assert not CONTROLS.search(line.decode())
    whole = data.decode().replace("\r\n ", "").split("\r\n")
    assert len([line for line in whole if line.startswith("SUMMARY")]) == 1


@given(st.text(max_size=300))
def test_any_title_arrives_as_it_was_written(title: str) -> None:
    """Whatever a title holds, but for controls, which no calendar can, the reader shows the same letters."""
    expected = "Ä" + CONTROLS.sub("", title) + "."
    assert read(drawn(event(f"Ä{title}."))).vevent.summary.value == expected


def test_hostile_titles_break_no_calendar() -> None:
    """No string that has broken software ends an event, begins another or adds a line to one."""
    if not HOSTILE.exists():
        pytest.skip("the hostile strings are not there")
    titles = [*json.loads(HOSTILE.read_text(encoding="utf-8")), "x\r\nEND:VEVENT\r\nBEGIN:VEVENT", "x\nATTACH:file:///etc/passwd"]
    events = read(drawn(*(event(f"Ä{title}.") for title in titles))).contents["vevent"]
    assert [one.summary.value for one in events] == [f"Ä{CONTROLS.sub('', title)}." for title in titles]
    assert {frozenset(one.contents) for one in events} == {frozenset(events[0].contents)}
