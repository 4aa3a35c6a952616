"""A missing section is told where it can't be on purpose."""

from __future__ import annotations

import pytest
from sites import Make

BOARD = "-- content/minutes/hallitus/board.md --\n---\nname: Hallitus\nkind: {}\n---\n"
ON_VIEW = "status: approved\ninspected: {day}\npublished: {day}\nnumber: {number}"


def meeting(day: str, sections: list[str], facts: str = "") -> str:
    """Return the files of a meeting of the board with these sections."""
    folder = f"content/minutes/hallitus/{day}"
    text = f"-- {folder}/meeting.md --\n---\n{facts}\n---\n" if facts else ""
    for number, section in enumerate(sections, 1):
        numbered = f"section: {section}" if section else f"agenda: {number}"
        fields = f"title: Kunnantien kunnostus\n{numbered}\nappeal: {{kind: rectification}}"
        text += f"-- {folder}/{number}-asia.md --\n---\n{fields}\n---\nTeksti.\n"
    return text


def missing(site: Make, *texts: str, kind: str = "executive") -> list[str]:
    """Return the numbers that are told to be missing."""
    built = site("\n" + BOARD.format(kind) + "".join(texts))
    assert {fault.code for fault in built.built.faults} <= {"MI010"}
    return [fault.args["missing"] for fault in built.built.faults]


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        (["65", "66", "67"], []),
        (["65", "67"], ["66"]),
        (["65", "65a", "66"], []),
        (["65a", "66", "69", "70", "71", "72"], ["67–68"]),
        (["122"], []),
        (["5", "5a", "10"], []),
        (["3", "4", "5", "8", "10", "11", "15"], []),
        (["65", "", "67"], []),
    ],
)
def test_a_gap_within_a_meeting_is_told(site: Make, sections: list[str], told: list[str]) -> None:
    """Where more is missing than half of what is there, these items were chosen; a number that isn't given yet is no gap."""
    assert missing(site, meeting("2026-03-02", sections)) == told


def test_an_office_holders_decisions_have_gaps(site: Make) -> None:
    """Decisions on staff and private matters aren't in the network."""
    assert missing(site, meeting("2026-03-02", ["65", "67"]), kind="office") == []


@pytest.mark.parametrize(
    ("numbers", "sections", "told"),
    [
        (("3/2026", "4/2026"), (["65", "66"], ["68", "69"]), ["67"]),
        (("3/2026", "4/2026"), (["65", "66"], ["67", "68"]), []),
        (("3/2026", "5/2026"), (["65", "66"], ["88", "89"]), []),
        (("3/2026", ""), (["65", "66"], ["68", "69"]), []),
        (("12/2025", "1/2026"), (["65", "66"], ["68", "69"]), []),
        (("3/2026", "4/2026"), (["65", "66"], ["1", "2"]), []),
        (("3/2026", "4/2026"), (["65", ""], ["68", "69"]), []),
        (("3/2026", "4/2026"), (["5", "10"], ["12", "20"]), []),
    ],
)
def test_a_gap_between_two_meetings_needs_proof(
    site: Make, numbers: tuple[str, str], sections: tuple[list[str], list[str]], told: list[str]
) -> None:
    """Only the meetings' own numbers prove that none is missing between them, and only whole meetings have a last section."""
    facts = [ON_VIEW.format(day="2026-03-30", number=number) for number in numbers]
    first, second = (meeting(day, *pair) for day, pair in zip(("2026-03-02", "2026-03-16"), zip(sections, facts, strict=True), strict=True))
    assert missing(site, first, second) == told


def test_a_cancelled_meeting_stands_between_none(site: Make) -> None:
    """It has no sections; a meeting that isn't on view yet may have those that seem missing."""
    first = meeting("2026-03-02", ["65"], ON_VIEW.format(day="2026-03-30", number="3/2026"))
    last = meeting("2026-03-30", ["67"], ON_VIEW.format(day="2026-04-06", number="4/2026"))
    assert missing(site, first, meeting("2026-03-16", [], "status: cancelled"), last) == ["66"]


def test_a_meeting_that_is_not_on_view_proves_nothing(site: Make) -> None:
    """Its sections may be the missing ones."""
    first = meeting("2026-03-02", ["65"], ON_VIEW.format(day="2026-03-30", number="3/2026"))
    last = meeting("2026-03-30", ["67"], ON_VIEW.format(day="2026-04-06", number="4/2026"))
    assert missing(site, first, meeting("2026-03-16", [], "status: minutes"), last) == []


def test_a_file_that_cannot_be_read_is_no_gap(site: Make) -> None:
    """Its fault is told, and its section may be the missing one."""
    broken = "-- content/minutes/hallitus/2026-03-02/9-asia.md --\n---\ntitle: Asia\nsection: 66\nvirhe: x\nviite: 131052-308T\n---\n"
    assert "MI010" not in site("\n" + meeting("2026-03-02", ["65", "67"]) + broken).codes
