"""Meetings in calendars, as a second library reads them: what each says, and that it stays one event whatever becomes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from sites import Make, Site, rebuild, unpack

from sitegen.index.addresses import Addresses, identity
from sitegen.index.things import Version, thing_of
from sitegen.model.facts import Meeting
from sitegen.model.parts import When
from sitegen.outputs.meeting_calendars import STEPS
from sitegen.outputs.sittings import first_names

NAMESPACE = UUID("452c62cd-181e-49f3-95d2-a0eb4d0fab51")
TOML = """
-- site.toml --
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv"]
"""
BOARD = "-- content/minutes/kh/board.md --\n---\nname: Kunnanhallitus\nabbreviation: KH\n---\n"
OFFICE = "-- content/minutes/johtaja/board.md --\n---\nname: Kunnanjohtaja\nkind: office\n---\n"
ALL, OF_BOARD = "calendars/meetings.ics", "calendars/boards/kh.ics"
URL = "https://www.esimerkkila.example"


def meeting(day: str, front: str = "status: agenda\n", board: str = "kh") -> str:
    """Return the file of a meeting."""
    return f"-- content/minutes/{board}/{day}/meeting.md --\n---\n{front}---\n"


def file_of(day: str) -> str:
    """Return the path of the calendar file of the board's meeting on *day*."""
    return f"kokoukset/kh/{day}/kalenteri.ics"


def events(built: Site, path: str) -> list[Any]:
    """Return the events of a calendar as a second library reads it."""
    found: list[Any] = vobject.readOne(built.read(path)).contents.get("vevent", [])
    return found


def one(built: Site, path: str) -> Any:
    """Return the only event of a calendar."""
    (found,) = events(built, path)
    return found


def only(folder: Path, day: str, front: str) -> Any:
    """Return the event of the board's meeting on *day*, on a site that has no other."""
    return one(rebuild(unpack(TOML + BOARD + meeting(day, front), folder / "site"), folder / "output"), ALL)


def text(found: Any) -> str:
    """Return an event without what tells when it was made, which says how it is written."""
    return str(found.serialize())


def known_as(folder: str, lang: str = "fi") -> str:
    """Return what the event of the meeting in *folder* of the board is known by."""
    return uuid5(NAMESPACE, f"meeting/kh/{folder}/event/{lang}").urn


HELD = """start: 2026-05-04 17:00
end: 2026-05-04 19.25
breaks: [klo 18.05–18.15]
number: 7/2026
place: Kunnantalo, valtuustosali
manner: läsnäkokous
status: approved
published: 2026-05-11
"""


def test_an_event_tells_when_and_where(site: Make) -> None:
    """Summer time in Helsinki is three hours ahead: 17.00 there is 14.00 in UTC, which every program reads alike."""
    found = one(site(TOML + BOARD + meeting("2026-05-04", HELD)), file_of("2026-05-04"))
    assert found.dtstart.value == datetime(2026, 5, 4, 14, 0, tzinfo=UTC)
    assert found.dtend.value == datetime(2026, 5, 4, 16, 25, tzinfo=UTC)
    assert found.summary.value == "Kunnanhallitus, kokous 7/2026"
    assert found.location.value == "Kunnantalo, valtuustosali"
    assert found.url.value == f"{URL}/kokoukset/kh/2026-05-04/"
    assert found.categories.value == ["Kunnanhallitus"]
    assert (found.status.value, found.transp.value) == ("CONFIRMED", "TRANSPARENT")
    assert found.description.value.split("\n") == [
        "Kokoustapa: läsnäkokous",
        "Tauot: klo 18.05–18.15",
        "Pöytäkirja nähtävillä 11.5.2026 alkaen.",
        "Esityslista ja pöytäkirja julkaistaan tällä sivulla:",
        f"{URL}/kokoukset/kh/2026-05-04/",
    ]
    assert "vtimezone" not in vobject.readOne(site(TOML + BOARD + meeting("2026-05-04", HELD)).read(ALL)).contents


def test_winter_time_is_two_hours_ahead(site: Make) -> None:
    """The site's own zone decides, on the day of the meeting."""
    found = one(site(TOML + BOARD + meeting("2026-12-07", "start: 2026-12-07 17:00\nstatus: agenda\n")), ALL)
    assert found.dtstart.value == datetime(2026, 12, 7, 15, 0, tzinfo=UTC)
    assert "dtend" not in found.contents


@pytest.mark.parametrize("front", ["status: planned\n", "status: planned\nstart: 2026-08-17\n"])
def test_a_meeting_without_a_clock_takes_the_day(site: Make, front: str) -> None:
    """RFC 5545, 3.6.1: where nobody says when it begins, the event is the day as a whole."""
    found = one(site(TOML + BOARD + meeting("2026-08-17", front)), ALL)
    assert (found.dtstart.value, found.dtend.value) == (date(2026, 8, 17), date(2026, 8, 18))


@pytest.mark.parametrize("end", ["2026-05-04 16:30", "2026-05-04 17:00", "2026-05-04"])
def test_an_end_that_cannot_be_is_not_told(site: Make, end: str) -> None:
    """RFC 5545, 3.8.2.2: an end is later than the start and as exact, or programs drop the event."""
    front = f"start: 2026-05-04 17:00\nend: {end}\nstatus: approved\npublished: 2026-05-11\n"
    assert "dtend" not in one(site(TOML + BOARD + meeting("2026-05-04", front)), ALL).contents


def test_the_end_and_the_breaks_are_told_when_the_minutes_are(site: Make) -> None:
    """They are a part of the minutes: before the day on which those are on view no calendar has them."""
    content = TOML + BOARD + meeting("2026-05-04", HELD)
    before, after = (one(site(content, as_of=day), ALL) for day in ("2026-05-10", "2026-05-11"))
    assert "dtend" in after.contents and "dtend" not in before.contents
    assert "18.05" in text(after).replace("\r\n ", "") and "18.05" not in text(before).replace("\r\n ", "")
    assert int(after.sequence.value) > int(before.sequence.value)


@pytest.mark.parametrize(
    ("status", "shown"),
    [("planned", "TENTATIVE"), ("agenda", "CONFIRMED"), ("minutes", "CONFIRMED"), ("approved", "CONFIRMED"), ("cancelled", "CANCELLED")],
)
def test_a_status_is_one_that_programs_know(site: Make, status: str, shown: str) -> None:
    """RFC 5545, 3.8.1.11: what is planned may change, what is cancelled stays in the calendar and says so in words as well."""
    found = one(site(TOML + BOARD + meeting("2026-05-04", f"status: {status}\n")), ALL)
    assert found.status.value == shown
    is_cancelled = status == "cancelled"
    assert found.summary.value.startswith("Peruttu: ") == is_cancelled == ("Kokous on peruttu." in found.description.value)


def test_a_moved_meeting_stays_the_same_event(tmp_path: Path) -> None:
    """RFC 5545, 3.8.4.7 and 3.8.7.4: a calendar that has it takes the new day in place of the old one, in whatever way that is told."""
    first = only(tmp_path / "first", "2026-08-17", "status: agenda\nstart: 2026-08-17 17:00\n")
    moved = "status: agenda\nstart: 2026-08-10 17:00\nmoved_from: 2026-08-17 17:00\n"
    alias = "aliases: [/kokoukset/kh/2026-08-17/]\n"
    for front in (moved, moved + alias, moved.replace("moved_from", "place: Talo\nmoved_from") + alias):
        later = only(tmp_path / "later", "2026-08-10", front)
        assert later.uid.value == first.uid.value == known_as("2026-08-17")
        assert int(later.sequence.value) > int(first.sequence.value)
        assert later.dtstart.value == datetime(2026, 8, 10, 14, 0, tzinfo=UTC)
        assert "Siirretty ajasta 17.8.2026 klo 17.00." in later.description.value


def test_a_meeting_that_is_moved_twice_is_known_by_its_first_day(tmp_path: Path) -> None:
    """Its aliases tell the days that it had, the first one first; its second move counts as one more."""
    aliases = "/kokoukset/kh/2026-08-17-2/", "/kokoukset/kh/2026-08-24/"
    once = f"moved_from: 2026-08-17\nstatus: agenda\naliases: [{aliases[0]}]\n"
    twice = f"moved_from: 2026-08-24\nstatus: agenda\naliases: [{', '.join(aliases)}]\n"
    found = [only(tmp_path / day, day, front) for day, front in (("2026-08-24", once), ("2026-08-31", twice))]
    assert [event.uid.value for event in found] == [known_as("2026-08-17-2")] * 2
    assert int(found[1].sequence.value) > int(found[0].sequence.value)


def test_a_new_meeting_on_the_old_day_is_another_event(site: Make) -> None:
    """No two events of a calendar are known by one name: the one that stands on that day has it."""
    moved = meeting("2026-08-24", "moved_from: 2026-08-17\nstatus: agenda\n")
    again = meeting("2026-08-31", "moved_from: 2026-08-17\nstatus: agenda\n")
    names = [event.uid.value for event in events(site(TOML + BOARD + moved + meeting("2026-08-17") + again), ALL)]
    assert names == [known_as("2026-08-17"), known_as("2026-08-24"), known_as("2026-08-31")]


@given(st.lists(st.tuples(st.integers(0, 6), st.none() | st.integers(0, 6)), max_size=7, unique_by=lambda one: one[0]))
def test_no_two_meetings_are_known_by_one_name(moves: list[tuple[int, int | None]]) -> None:
    """However meetings were moved onto each other's days, each has a name of its own."""
    addresses = Addresses("fi")
    things = []
    for number, origin in sorted(moves):
        day = date(2026, 8, 1 + number)
        facts = Meeting(board="kh", folder=str(day), date=day, moved_from=None if origin is None else When(date(2026, 8, 1 + origin)))
        address = addresses.of(facts, "fi")
        things.append(thing_of({"fi": Version(identity(facts), "fi", "fi", address, address, facts)}))
    names = first_names(addresses, things)
    assert len(set(names.values())) == len(things)


def test_what_becomes_of_a_meeting_makes_later_versions_of_it() -> None:
    """RFC 5546, 2.1.4: planned, on the agenda, held, on view; it can be cancelled at any step before."""
    assert [STEPS[status] for status in ("planned", "agenda", "minutes", "approved")] == sorted({STEPS[s] for s in STEPS} - {4})
    assert max(STEPS.values()) == STEPS["cancelled"]


def test_an_event_is_the_same_in_every_calendar_that_has_it(site: Make) -> None:
    """Of all meetings, of the board and of the meeting alone: one event, to the letter; in another language it is another."""
    built = site(TOML + BOARD + meeting("2026-05-04", HELD) + "-- content/minutes/kh/2026-05-04/meeting.sv.md --\n---\nplace: Salen\n---\n")
    assert text(one(built, ALL)) == text(one(built, OF_BOARD)) == text(one(built, file_of("2026-05-04")))
    swedish = one(built, "sv/moten/kh/2026-05-04/kalender.ics")
    assert text(swedish) == text(one(built, "sv/" + ALL)) == text(one(built, "sv/" + OF_BOARD))
    assert swedish.uid.value == known_as("2026-05-04", "sv")
    assert (swedish.summary.value, swedish.location.value) == ("Kunnanhallitus, möte 7/2026", "Salen")


def item(day: str, front: str, board: str = "kh") -> str:
    """Return the file of an item of a meeting."""
    return f"-- content/minutes/{board}/{day}/1-asia.md --\n---\ntitle: Asia\nsection: 1\n{front}---\n## Päätös\n\nJoo.\n"


def test_a_topic_has_the_meetings_that_treat_it(site: Make) -> None:
    """Of any board; not the decisions of an office-holder, and no secret item tells its topic. Its page and /tilaa/ offer it."""
    secret = "topics: [tiet, koulut]\npublicity: {level: secret, ground: JulkL 24.1 § 20 k}\n"
    built = site(
        TOML
        + 'source = "private"\n[topics.tiet]\nfi = "Tiet ja kadut"\n[topics.vesi]\nfi = "Vesi"\n[topics.koulut]\nfi = "Koulut"\n'
        + BOARD + OFFICE
        + meeting("2026-05-04") + item("2026-05-04", "topics: [tiet]\n") + meeting("2026-05-11") + meeting("2026-05-18")
        + item("2026-05-18", secret)
        + item("2026-05-25", "topics: [tiet, vesi]\n", "johtaja") + item("2026-04-07", "topics: [tiet]\n", "ltk")
    )  # fmt: skip
    assert built.codes == []
    path = "calendars/topics/tiet.ics"
    assert [str(event.dtstart.value) for event in events(built, path)] == ["2026-04-07", "2026-05-04"]
    assert text(events(built, path)[1]) == text(events(built, OF_BOARD)[0])
    assert "X-WR-CALNAME:Esimerkkilän kunta: Tiet ja kadut\\, kokoukset" in built.read(path)
    assert "sv/calendars/topics/tiet.ics" in built.files
    assert [one for one in built.files if "calendars/topics/" in one and "tiet" not in one] == []
    assert f'<a href="../../{path}" type="text/calendar">' in built.read("/aiheet/tiet/")
    assert f'<a href="../{path}" type="text/calendar">' in built.read("/tilaa/")
    assert "calendars/topics/vesi" not in built.read("/tilaa/") + built.read("/aiheet/vesi/")


def test_a_link_to_the_calendar_of_a_topic_is_good_on_every_day(site: Make) -> None:
    """Before the item is on view it is plain text; one of a topic that no meeting treats is an error on each day."""
    page = "-- content/pages/tietoa.md --\n---\ntitle: Tietoa\n---\n[Tiet](/calendars/topics/{}.ics)\n"
    content = TOML + BOARD + OFFICE + item("2026-05-04", "topics: [tiet]\n") + item("2026-05-04", "topics: [vesi]\n", "johtaja")
    for as_of in ("2019-01-01", "2026-06-01"):
        assert site(content + page.format("tiet"), as_of=as_of).codes == []
    assert site(content + page.format("vesi")).codes == ["RF005"]


def test_a_calendar_holds_two_years_and_all_that_comes(site: Make) -> None:
    """It changes by itself on the first day of a year alone, and the build says so."""
    days = ["2023-12-20", "2024-01-15", "2025-03-10", "2026-02-02", "2027-11-08"]
    content = TOML + BOARD + "".join(meeting(day, "status: agenda\n") for day in days)
    for as_of, kept in (("2025-12-31", days[1:]), ("2026-01-01", days[2:]), ("2026-12-31", days[2:]), ("2029-01-01", days[4:])):
        built = site(content, as_of=as_of)
        assert [str(event.dtstart.value) for event in events(built, ALL)] == kept
        assert events(built, OF_BOARD) and file_of(days[0]) in built.files
    before, after = (site(content, as_of=day).files for day in ("2026-03-01", "2026-11-30"))
    assert [path for path in before if path.endswith(".ics") and before[path] != after[path]] == []
    assert str(site(content, as_of="2026-11-30").built.next_change) == "2027-01-01"


def test_an_office_holder_has_no_meetings(site: Make) -> None:
    """Who decides alone holds no meeting that anybody could come to: no calendar has it, no page offers one."""
    built = site(TOML + OFFICE + meeting("2026-05-04", "status: approved\npublished: 2026-05-11\n", "johtaja"))
    assert [path for path in built.files if path.endswith(".ics")] == ["calendars/appeals.ics", "sv/calendars/appeals.ics"]
    assert built.files_containing("calendars/meetings.ics") == []
    assert "kalenteri.ics" not in built.read("/kokoukset/johtaja/2026-05-04/")
    link = "-- content/pages/tietoa.md --\n---\ntitle: Tietoa\n---\n[Päätökset](/calendars/boards/johtaja.ics)\n"
    assert site(link).codes == ["RF005"]


def test_no_calendar_is_without_a_component(site: Make) -> None:
    """RFC 5545, 3.6: that of last days says what zone its times are in while no time runs; of meetings there is none before one."""
    built = site(TOML + BOARD)
    assert [path for path in built.files if path.endswith(".ics")] == ["calendars/appeals.ics", "sv/calendars/appeals.ics"]
    found = vobject.readOne(built.read("calendars/appeals.ics"))
    assert [child.name for child in found.components()] == ["VTIMEZONE"]
    assert "BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n" in built.files["calendars/appeals.ics"].decode()


def test_no_personal_data_are_in_a_calendar_of_meetings(site: Make) -> None:
    """Kuntalaki 140.1 §: readers keep what they fetched."""
    person = "[Sointu Salakari]{.personal}"
    front = f'status: approved\npublished: 2026-05-11\nplace: "{person}, kotona"\nmanner: "{person}"\n'
    built = site(TOML + BOARD + meeting("2026-05-04", front), as_of="2026-05-12")
    assert "Salakari" in built.read("/kokoukset/kh/2026-05-04/")
    for path in (ALL, OF_BOARD, file_of("2026-05-04"), "sv/" + ALL):
        assert b"Salakari" not in built.files[path].replace(b"\r\n ", b"")
    assert one(built, ALL).location.value == "[henkilötieto], kotona"


def test_pages_offer_the_calendar_of_what_they_show(site: Make) -> None:
    """The front page and the list of all meetings offer all, the board's pages its own, a meeting's page the one."""
    built = site(TOML + BOARD + meeting("2026-06-08"))
    for page, up in (("/", ""), ("/kokoukset/", "../")):
        assert f'<a href="{up}{ALL}" type="text/calendar">' in built.read(page)
    for page in ("/toimielimet/kh/", "/kokoukset/kh/"):
        assert f'<a href="../../{OF_BOARD}" type="text/calendar">' in built.read(page)
    assert '<a href="../../../kokoukset/kh/2026-06-08/kalenteri.ics" type="text/calendar">' in built.read("/kokoukset/kh/2026-06-08/")
    assert "webcal:" not in "".join(data.decode() for path, data in built.files.items() if path.endswith(".html"))


def test_a_link_to_a_calendar_is_good_on_every_day(site: Make) -> None:
    """Whoever writes a page may lead to the calendars; one of a board that never met is nowhere."""
    page = "-- content/pages/tietoa.md --\n---\ntitle: Tietoa\n---\n[Kaikki](/{}) [hallitus](/{}) [kokous](/{})\n"
    content = TOML + BOARD + meeting("2020-06-08", "status: approved\npublished: 2020-06-15\n")
    good = page.format(ALL, OF_BOARD, file_of("2020-06-08"))
    for as_of in ("2019-01-01", "2026-06-01"):
        built = site(content + good, as_of=as_of)
        assert built.codes == [] and built.read("/tietoa/").count('.ics"') == 3
    assert site(content + good.replace("boards/kh", "boards/muu")).codes == ["RF005"]


def test_calendars_go_with_the_only_item_that_made_them(site: Make) -> None:
    """A meeting without a file is there while an item is; afterwards a link to its calendar is plain text, and no error waits for a day."""
    item = "title: Tie\nsection: 1\nwithdrawn: {date: 2026-06-01, reason: Virhe}\n"
    page = f"-- content/pages/tietoa.md --\n---\ntitle: Tietoa\n---\n[a](/{ALL}) [b](/{OF_BOARD}) [c](/{file_of('2026-05-04')})\n"
    content = f"{TOML}{BOARD}{page}-- content/minutes/kh/2026-05-04/1-tie.md --\n---\n{item}---\n## Päätös\n\nJoo.\n"
    before = site(content, as_of="2026-05-31")
    assert (before.codes, before.read("/tietoa/").count('.ics"')) == ([], 3)
    assert one(before, ALL).status.value == "CONFIRMED"
    after = site(content, as_of="2026-06-01")
    assert (after.codes, after.read("/tietoa/").count('.ics"')) == (["RF008"] * 3, 0)
    assert [path for path in after.files if path.endswith(".ics") and "appeals" not in path] == []
