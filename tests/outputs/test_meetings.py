"""Lists and pages of meetings, as who wants to come to one reads them."""

from __future__ import annotations

import re

import pytest
from sites import Make, Site

TOML = """
-- site.toml --
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
-- content/minutes/kh/board.md --
---
name: Kunnanhallitus
---
-- content/minutes/johtaja/board.md --
---
name: Kunnanjohtaja
kind: office
---
"""
DAYS = ("2026-04-20", "2026-05-04", "2026-06-01", "2026-06-15", "2026-08-17")


def meeting(day: str, front: str = "status: agenda\n", board: str = "kh") -> str:
    """Return the file of a meeting."""
    return f"-- content/minutes/{board}/{day}/meeting.md --\n---\n{front}---\n"


def listed(built: Site, page: str) -> list[str]:
    """Return the headings of a page's lists and the days of the meetings below them, in order."""
    return re.findall(r'<h2 class="month">(.*?)</h2>|/kh/(\d{4}-\d\d-\d\d)/"', built.read(page).partition("<main")[2])


@pytest.mark.parametrize("page", ["/kokoukset/", "/kokoukset/kh/"])
def test_the_next_meeting_stands_first(site: Make, page: str) -> None:
    """Of all and of a board: those to come, soonest first, until their day is over; then the past, newest first."""
    content = TOML + "".join(meeting(day) for day in DAYS)
    spring = ["Toukokuu 2026", "2026-05-04", "Huhtikuu 2026", "2026-04-20"]
    for as_of, coming, past in (
        ("2026-06-01", ["2026-06-01", "2026-06-15", "2026-08-17"], spring),
        ("2026-06-02", ["2026-06-15", "2026-08-17"], ["Kesäkuu 2026", "2026-06-01", *spring]),
    ):
        built = site(content, as_of=as_of)
        assert ["".join(found) for found in listed(built, page)] == ["Tulevat kokoukset", *coming, *past]
    assert str(site(content, as_of="2026-06-01").built.next_change) == "2026-06-02"


def test_a_list_of_meetings_to_come_alone_has_no_other(site: Make) -> None:
    """Nor does it say that there is nothing."""
    built = site(TOML + meeting("2026-06-15"), as_of="2026-06-01")
    assert ["".join(found) for found in listed(built, "/kokoukset/")] == ["Tulevat kokoukset", "2026-06-15"]
    assert "Täällä ei ole vielä mitään" not in built.read("/kokoukset/")


def test_a_meetings_page_says_first_when_and_where(site: Make) -> None:
    """Day, clock and place stand above its title, the clock in lists too. An office's days are no events."""
    front = 'start: 2026-06-15 09:30\nplace: Valtuustosali\nstatus: {}\n'
    built = site(TOML + meeting("2026-06-15", front.format("agenda")))
    page = built.read("/kokoukset/kh/2026-06-15/")
    above = page.partition("<h1>")[0].rpartition('<p class="reference">')[2]
    assert "15. kesäkuuta 2026 klo 9.30" in above and "Valtuustosali" in above
    assert "kalenteri.ics" in page.partition("<main")[2] and '"@type":"Event"' in page
    assert built.read("/kokoukset/").count("<span>klo 9.30</span>") == built.read("/").count("<span>klo 9.30</span>") == 1
    cancelled = site(TOML + meeting("2026-06-15", front.format("cancelled"))).read("/kokoukset/kh/2026-06-15/")
    assert "kalenteri.ics" not in cancelled.partition("<main")[2] and "EventCancelled" in cancelled
    office = site(TOML + meeting("2026-05-04", "status: approved\npublished: 2026-05-11\n", "johtaja"))
    assert '"@type":"Event"' not in office.read("/kokoukset/johtaja/2026-05-04/")


def test_an_agenda_without_results_has_no_column_for_them(site: Make) -> None:
    """Once something was decided there is one."""
    front = "title: Tie\nsection: 1\nresolution: approved\nappeal: {kind: rectification}\n"
    item = f"-- content/minutes/kh/2026-05-04/1-tie.md --\n---\n{front}---\n## Päätös\n\nJoo.\n"
    agenda = site(TOML + meeting("2026-05-04") + item).read("/kokoukset/kh/2026-05-04/")
    assert '<th scope="col">Asia</th>' in agenda and "Ratkaisu" not in agenda
    approved = meeting("2026-05-04", "status: approved\npublished: 2026-05-11\n")
    assert '<th scope="col">Ratkaisu</th>' in site(TOML + approved + item).read("/kokoukset/kh/2026-05-04/")
