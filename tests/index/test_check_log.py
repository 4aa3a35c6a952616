"""The site is held against its publication log: addresses live on, and a day on view is no earlier than it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from logs import write_log
from sites import rebuild, unpack

SITE = """
    -- content/minutes/kunnanhallitus/2026-03-02/meeting.md --
    ---
    status: approved
    published: {published}
    ---
    -- content/minutes/kunnanhallitus/2026-03-02/5-tie.md --
    ---
    title: Tie
    section: 5
    appeal: {{kind: rectification}}
    {item}
    ---
    ## Päätös

    Tie rakennetaan.
    """
NAME = "item/kunnanhallitus/2026-03-02/5"
OTHER = {"item": "item/toinen"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for a site."""
    return tmp_path


def faults(folder: Path, *lines: dict[str, Any], published: str = "2026-03-09", item: str = "") -> list[tuple[str, str, int]]:
    """Return the code, file and line of what is wrong with a site with a log of *lines*, on two days far apart."""
    source = unpack(SITE.format(published=published, item=item), folder / "site")
    write_log(source, *lines)
    told = []
    for day in ("2026-02-01", "2028-01-01"):
        built = rebuild(source, folder / "output", day).built
        told.append([(fault.code, fault.path.rpartition("/")[2], fault.line) for fault in built.faults])
    assert told[0] == told[1]
    return told[0]


def test_a_site_that_is_as_its_log_says_has_no_fault(folder: Path) -> None:
    """The day that the content states is the day of the log's line."""
    assert faults(folder, {}) == []


@pytest.mark.parametrize("address", ["/kokoukset/kunnanhallitus/2026-03-02/4/", "/vanha/"])
def test_an_address_that_nothing_serves_is_an_error(folder: Path, address: str) -> None:
    """It is told once, at the line that knows it first."""
    lines: list[dict[str, Any]] = [{}, {"address": address}, {"address": address, "event": "changed"}]
    assert faults(folder, *lines) == [("LG002", "publications.jsonl", 2)]


def test_an_alias_serves_an_address(folder: Path) -> None:
    """Who follows the old address is led on."""
    assert faults(folder, {"address": "/vanha/"}, item="aliases: [/vanha]") == []


def test_an_agenda_items_address_is_served_by_the_item(folder: Path) -> None:
    """It has a page that leads on for as long as the item says its number on the agenda."""
    assert faults(folder, {"address": "/kokoukset/kunnanhallitus/2026-03-02/asia-3/"}, item="agenda: 3") == []


def test_a_withdrawn_item_serves_its_address(folder: Path) -> None:
    """Its page says that it was withdrawn, on any day."""
    assert faults(folder, {}, item="withdrawn: {date: 2026-04-01, reason: Väärä liite}") == []


def test_a_file_that_cant_be_read_is_not_told_twice(folder: Path) -> None:
    """The address of a file with a grave fault is not missing: the fault is told already."""
    told = faults(folder, {}, item="pageless: x\n    votes: 5: 6")
    assert {code for code, _, _ in told} == {"FM008"}


def test_a_day_earlier_than_the_log_shows_is_a_warning(folder: Path) -> None:
    """It is told where the day is stated: in the meeting, or in an item that has its own."""
    begin: dict[str, Any] = {"day": "2026-03-01", **OTHER}
    assert faults(folder, begin, {"day": "2026-03-10"}) == [("LG003", "meeting.md", 3)]
    own = faults(folder, begin, {"day": "2026-03-10"}, published="2026-03-20", item="published: 2026-03-09")
    assert own == [("LG003", "5-tie.md", 5)]


def test_what_the_log_has_not_seen_yet_was_not_on_view_on_its_last_day(folder: Path) -> None:
    """A day before the log's last one is too early for an item that the log doesn't know; the last day itself isn't."""
    begin: dict[str, Any] = {"day": "2026-03-01", **OTHER}
    assert faults(folder, begin, {"day": "2026-03-10", **OTHER, "event": "changed"}) == [("LG003", "meeting.md", 3)]
    assert faults(folder, begin, {"day": "2026-03-09", **OTHER, "event": "changed"}) == []
    assert faults(folder, begin) == []


def test_what_was_published_before_the_log_began_is_not_judged(folder: Path) -> None:
    """Taking the log into use, or importing old minutes, cries no wolf; the log's first day is judged."""
    assert faults(folder, {"day": "2026-03-10"}) == []
    assert faults(folder, {"day": "2026-03-10", **OTHER}, {"day": "2026-05-01"}) == []
    assert faults(folder, {"day": "2026-03-09", **OTHER}, {"day": "2026-03-10"}) == [("LG003", "meeting.md", 3)]


def test_a_translation_may_come_later(folder: Path) -> None:
    """The day on view is that of the first language."""
    lines: list[dict[str, Any]] = [{}, {"day": "2026-03-20", "lang": "sv"}]
    assert faults(folder, *lines) == []


def test_the_warning_can_be_allowed(folder: Path) -> None:
    """Where the log wasn't run in time, the file says so."""
    lines: list[dict[str, Any]] = [{"day": "2026-03-01", **OTHER}, {"day": "2026-03-10"}]
    allow = "published: 2026-03-09\n    allow: [{code: LG003, reason: Loki unohtui}]"
    assert faults(folder, *lines, item=allow) == []


def test_an_item_known_by_an_id_is_found_by_it(folder: Path) -> None:
    """A number that had to be corrected changes nothing of what the log knows."""
    lines: list[dict[str, Any]] = [{"day": "2026-03-01", **OTHER}, {"item": "item/kunnanhallitus/2026-03-02/4"}]
    assert faults(folder, *lines, item="id: kunnanhallitus/2026-03-02/4") == []
