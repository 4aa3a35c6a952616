"""Published minutes say how each decision is appealed, and their sections are in order."""

from __future__ import annotations

import pytest
from sites import TOML, Make

FOLDER = "content/minutes/hallitus/2026-03-02"
BILINGUAL = f'-- site.toml --\n{TOML}languages = ["fi", "sv"]\n'


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


@pytest.mark.parametrize(
    ("meeting", "item", "codes"),
    [
        ("status: approved", "section: 5", ["MI009"]),
        ("status: minutes\ninspected: 2026-03-04", "section: 5", ["MI009"]),
        ("status: approved\npublished: 2026-03-09", "section: 5\nappeal: {kind: rectification}", []),
        ("status: minutes\ninspected: 2026-03-04\npublished: 2026-03-09", "section: 5", []),
        ("status: minutes", "section: 5", []),
        ("status: approved", "section: 5\npublished: 2026-03-03\nappeal: {kind: rectification}", []),
        ("status: cancelled\ninspected: 2026-03-04", "section: 5", []),
    ],
)
def test_inspected_minutes_have_a_day_on_view(site: Make, meeting: str, item: str, codes: list[str]) -> None:
    """Without it nothing is on view and no time to appeal runs (kuntalaki 140 §), unless each item has a day of its own."""
    assert site(minutes(meeting, item)).codes == codes


def test_a_translated_meeting_is_told_once(site: Make) -> None:
    """A translation inherits the status."""
    swedish = f"-- {FOLDER}/meeting.sv.md --\n---\nplace: Huset\n---\n"
    assert site(minutes("status: approved", "section: 5") + swedish + BILINGUAL).codes == ["MI009"]


def vote(counts: str, *lists: str) -> str:
    """Return the fields of an item with one vote."""
    return "section: 5\nvotes:\n  - counts: {" + counts + "}\n" + "".join(f"    {one}\n" for one in lists).rstrip("\n")


NAMES = 'by_name: [{name: A, vote: "yes"}, {name: B, vote: "no"}, {name: C, vote: "yes"}]'
GROUPS = 'by_group: [{name: X, "yes": 2}, {name: Y, "no": 1, absent: 1}]'


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (vote('"yes": 2, "no": 1', NAMES, GROUPS), []),
        (vote('"yes": 2, "no": 1, absent: 3, abstained: 1', NAMES), []),
        (vote('"yes": 2, "no": 1, absent: 1', NAMES, GROUPS), []),
        (vote('"yes": 2, "no": 1, absent: 2', GROUPS), [("by_group", "absent", "1", "2")]),
        (vote('"yes": 2, "no": 2', NAMES), [("by_name", "no", "1", "2")]),
        (vote('"yes": 3, "no": 1', GROUPS), [("by_group", "yes", "2", "3")]),
        (vote('"yes": 2, "no": 1'), []),
        (f"section: 5\nvotes:\n  - {NAMES}", []),
    ],
)
def test_votes_add_up(site: Make, item: str, found: list[tuple[str, ...]]) -> None:
    """By name and by group are the same vote as the counts (kuntalaki 107 §); who was away need not be listed."""
    faults = site(minutes("", item)).built.faults
    assert [(f.args["field"], f.args["vote"], f.args["found"], f.args["counted"]) for f in faults] == found


def test_no_number_is_quoted_of_a_hidden_vote(site: Make) -> None:
    """Of a file that hides words the program says its own alone: which list, and which choice."""
    faults = site(minutes("", vote('"yes": 2, "no": 2', NAMES) + "\ndissent: [{name: '[A]{.personal}'}]")).built.faults
    assert [(f.code, f.args) for f in faults] == [("MI013", {"field": "by_name", "vote": "no", "found": "…", "counted": "…"})]


def test_a_translation_that_says_nothing_is_told(site: Make) -> None:
    """Its own heading is judged; an inherited one was judged at the original."""
    swedish = f"-- {FOLDER}/1-asia.sv.md --\n---\n{{}}\n---\nText.\n"
    assert site(minutes("", "section: 5") + swedish.format("title: Sekretessbelagt ärende") + BILINGUAL).codes == ["MI011"]
    bare = minutes("", "section: 5").replace("Asia 1", "Ei julkinen")
    assert site(bare + swedish.format("summary: Om saken.") + BILINGUAL).codes == ["MI011"]
