"""Published minutes say how each decision is appealed, and their sections are in order."""

from __future__ import annotations

import pytest
from sites import Make

FOLDER = "content/minutes/hallitus/2026-03-02"


def minutes(meeting: str, *items: str) -> str:
    """Return a meeting's file, if it has one, and those of its items."""
    text = f"\n-- {FOLDER}/meeting.md --\n---\n{meeting}\n---\n" if meeting else "\n"
    for number, item in enumerate(items, 1):
        text += f"-- {FOLDER}/{number}-asia.md --\n---\ntitle: Asia {number}\n{item}\n---\n## Päätös\n\nHyväksyttiin.\n"
    return text


@pytest.mark.parametrize(
    ("meeting", "item", "codes"),
    [
        ("status: approved\npublished: 2026-03-09", "section: 5", ["MI003"]),
        ("status: approved\npublished: 2031-03-09", "section: 5", ["MI003"]),
        ("status: approved\npublished: 2026-03-09", "section: 5\nappeal: {kind: rectification}", []),
        ("status: approved\npublished: 2026-03-09", "section: 5\nwithdrawn: {date: 2026-04-01, reason: Virhe.}", []),
        ("status: approved\npublished: 2026-03-09", "section: 5\npublicity: {level: secret, ground: JulkL 24 §}", ["MI003"]),
        ("status: approved", "section: 5", ["MI009"]),
        ("status: minutes\npublished: 2026-03-09", "section: 5", []),
        ("status: minutes", "section: 5\npublished: 2026-03-03", ["MI003"]),
        ("status: agenda", "agenda: 1", []),
        ("", "section: 5", []),
    ],
)
def test_a_decision_on_view_says_how_it_is_appealed(site: Make, meeting: str, item: str, codes: list[str]) -> None:
    """Appeal is demanded once the day of publication is set, for secret decisions too; never of what is withdrawn."""
    text = minutes(meeting, item)
    if "secret" in item:
        text = text.replace("## Päätös\n\nHyväksyttiin.\n", "")
    assert site(text).codes == codes


@pytest.mark.parametrize(
    ("kind", "resolution", "proposed"),
    [("council", "approved", "municipal-appeal"), ("committee", "approved", "rectification"), ("council", "tabled", "prohibited")],
)
def test_the_remedy_that_is_most_often_right_is_proposed(site: Make, kind: str, resolution: str, proposed: str) -> None:
    """The hint knows the board and the resolution."""
    board = f"-- content/minutes/hallitus/board.md --\n---\nname: Hallitus\nkind: {kind}\n---\n"
    text = minutes("status: approved\npublished: 2026-03-09", f"section: 5\nresolution: {resolution}")
    assert site(text + board).built.faults[0].args == {"proposed": proposed}


def test_sections_in_order_are_no_fault(site: Make) -> None:
    """Numbers may be left out, letters follow their number, and what has no section yet stands anywhere."""
    assert site(minutes("", "section: 5", "section: 5a", "agenda: 9", "section: 10")).codes == []


def test_sections_out_of_order_are_told(site: Make) -> None:
    """The number before the file's name puts items in order, and sections should follow it."""
    assert site(minutes("", "section: 10", "section: 9")).codes == ["MI001"]


def test_a_warning_can_be_allowed(site: Make) -> None:
    """Who has seen a warning says so, with a reason, in the file that it is about."""
    item = "section: 9\nallow: [{code: MI001, reason: Käsiteltiin viimeisenä.}]"
    assert site(minutes("", "section: 10", item)).codes == []
