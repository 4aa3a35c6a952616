"""Kuntalaki 107 §: the minutes tell who was present, and who was present while an item was handled follows from that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.law.presence import attendees, present_at
from sitegen.law.redaction import REMOVED
from sitegen.model.numbers import section_number
from sitegen.model.parts import Presence

CHAIR = Presence("Maija Esimerkki", "puheenjohtaja")
MEMBER = Presence("Ville Malli", "jäsen")
SECTIONS = st.builds(lambda number, letter: f"{number}{letter}", st.integers(1, 30), st.sampled_from(("", "a", "b")))


def names(attendance: tuple[Presence, ...], section: str, *disqualified: str) -> tuple[list[str], list[str], list[str]]:
    """Return the names of who was there, partly there and away as disqualified."""
    present = present_at(attendance, section, disqualified)
    assert present is not None
    return tuple([one.name for one in group] for group in (present.there, present.partly, present.away))  # type: ignore[return-value]


def test_sections_compare_as_numbers_with_letters() -> None:
    """A section with a letter comes after its number and before the next."""
    assert sorted(["123", "122a", "99", "122"], key=section_number) == ["99", "122", "122a", "123"]


@pytest.mark.parametrize(
    ("section", "there"),
    [("99", False), ("122", False), ("122a", True), ("123", True), ("124", False)],
)
def test_who_came_late_or_left_early_was_at_the_items_between(section: str, there: bool) -> None:
    """Kuntalaki 107 §: the first and the last section that a person was there for count, whatever the clock says."""
    other = Presence("Ville Malli", arrived="17:20", arrived_section="122a", left="18:00", left_section="123")
    assert names((CHAIR, other), section) == (["Maija Esimerkki", *(["Ville Malli"] if there else [])], [], [])


def test_a_time_alone_says_no_more_than_for_a_part_of_the_meeting() -> None:
    """Items have no times, so one that came or left at a time is told to have been there for a part."""
    late, early = Presence("Ville Malli", arrived="17:20"), Presence("Olli Otos", left="18:00")
    assert names((CHAIR, late, early), "5") == (["Maija Esimerkki"], ["Ville Malli", "Olli Otos"], [])
    both = Presence("Ville Malli", arrived="17:20", left="18:00", left_section="6")
    assert names((CHAIR, both), "6") == (["Maija Esimerkki"], ["Ville Malli"], [])
    assert names((CHAIR, both), "7") == (["Maija Esimerkki"], [], [])


def test_of_an_item_without_a_section_nothing_follows_from_sections() -> None:
    """Who wasn't there for the whole meeting was there for a part of it."""
    assert names((CHAIR, Presence("Ville Malli", left_section="6")), "") == (["Maija Esimerkki"], ["Ville Malli"], [])


def test_who_left_and_came_back_was_away_between() -> None:
    """A line for each time tells it."""
    lines = (CHAIR, Presence("Ville Malli", left_section="5"), Presence("Ville Malli", arrived_section="7"))
    assert [names(lines, section)[0][1:] for section in ("5", "6", "7")] == [["Ville Malli"], [], ["Ville Malli"]]
    lines = (CHAIR, Presence("Ville Malli", left="17:20"), Presence("Ville Malli", arrived_section="7"))
    assert names(lines, "7") == (["Maija Esimerkki", "Ville Malli"], [], [])


def test_who_was_absent_was_at_no_item() -> None:
    """Nor does a substitute's presence make the one replaced present."""
    away = Presence("Ville Malli", present=False)
    substitute = Presence("Olli Otos", substitute_for="Ville Malli")
    assert names((CHAIR, away, substitute), "5") == (["Maija Esimerkki", "Olli Otos"], [], [])


@pytest.mark.parametrize("written", ["Ville Malli", "Malli Ville", "jäsen Ville Malli", "Malli", "[Ville Malli]{.personal}"])
def test_the_disqualified_were_away(written: str) -> None:
    """Kuntalaki 107 §: who is disqualified isn't there, with whatever title or order of names it is written."""
    assert names((CHAIR, MEMBER), "5", written) == (["Maija Esimerkki"], [], ["Ville Malli"])


@pytest.mark.parametrize("unknown", ["Outi Outo", REMOVED["county"]["fi"], "(salassa pidettävä: JulkL 24 §)", "Matti"])
def test_where_a_disqualified_person_cannot_be_told_apart_nobody_is_listed(unknown: str) -> None:
    """Else the page would say that the person was there, or tell by who is missing whose name was removed (140 §)."""
    lines = (CHAIR, Presence("Matti Malli"), Presence("Matti Muu"), Presence(REMOVED["county"]["fi"]))
    assert present_at(lines, "5", [unknown]) is None


def test_the_same_words_stand_before_a_longer_name() -> None:
    """Matti Malli is himself, though Matti Juhani Malli was there too."""
    found = attendees((Presence("Matti Juhani Malli"), Presence("Matti Malli")), "Matti Malli")
    assert [one.name for one in found] == ["Matti Malli"]


@given(
    st.lists(st.tuples(SECTIONS | st.just(""), SECTIONS | st.just(""), st.booleans(), st.booleans()), max_size=6),
    SECTIONS,
    st.integers(0, 6),
)
def test_nobody_is_told_twice_and_nobody_absent_is_there(lines: list[tuple[str, str, bool, bool]], section: str, away: int) -> None:
    """Each person is in one group at most; who is there came by then and hasn't left."""
    attendance = (
        CHAIR,
        *(
            Presence(f"Nimi {number}", present=present, arrived_section=first, left_section=last, arrived="9:00" if timed else "")
            for number, (first, last, present, timed) in enumerate(lines)
        ),
    )
    disqualified = [f"Nimi {away}"] if away < len(lines) else []
    there, partly, left = names(attendance, section, *disqualified)
    assert len({*there, *partly, *left}) == len(there) + len(partly) + len(left)
    assert left == disqualified
    for one in attendance:
        if one.name in there:
            assert one.present
            assert not one.arrived_section or section_number(one.arrived_section) <= section_number(section)
            assert not one.left_section or section_number(section) <= section_number(one.left_section)
