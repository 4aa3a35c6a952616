"""When personal data go: on the day after a last day that follows from the minutes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec import structs

from sitegen.law.on_view import meeting_personal_last_day, personal_last_day, usual_last_day
from sitegen.model.facts import Item, Meeting
from sitegen.model.parts import Appeal

DAY = date(2026, 3, 2)
PUBLISHED = date(2026, 3, 9)
MUNICIPALITY = "municipality"
ITEM = Item(title="Tie", board="hallitus", folder="2026-03-02", date=DAY, section="5", appeal=Appeal("rectification"))


def meeting(status: Any, **more: Any) -> Meeting:
    """Return a meeting of that status."""
    return Meeting(board="hallitus", folder="2026-03-02", date=DAY, status=status, **more)


def changed(**more: Any) -> Item:
    """Return the item with other facts."""
    return structs.replace(ITEM, **more)


def test_personal_data_go_with_the_last_day_to_appeal() -> None:
    """Kuntalaki 140 §: a day of the item's own stands over it; without an appeal the board's usual time counts from publication."""
    of = meeting("approved", published=PUBLISHED)
    prohibited = changed(appeal=Appeal("prohibited", provision="Kuntalaki 136 §"))
    assert personal_last_day(ITEM, of, "committee", MUNICIPALITY) == date(2026, 3, 30)
    assert personal_last_day(prohibited, of, "committee", MUNICIPALITY) == date(2026, 3, 30)
    assert personal_last_day(prohibited, of, "council", MUNICIPALITY) == date(2026, 4, 15)
    assert personal_last_day(changed(personal_until=date(2027, 1, 1)), of, "committee", MUNICIPALITY) == date(2027, 1, 1)
    assert personal_last_day(changed(personal_until=DAY), of, "committee", MUNICIPALITY) == DAY


@pytest.mark.parametrize("of", [meeting("agenda"), meeting("minutes"), meeting("approved"), meeting("cancelled"), None])
def test_personal_data_of_what_never_comes_on_view_go_too(of: Meeting | None) -> None:
    """Kuntalaki 140 §: as if the board's usual time ran from the meeting's own day; nothing keeps names for want of minutes."""
    assert personal_last_day(ITEM, of, "committee", MUNICIPALITY) == usual_last_day("committee", DAY, MUNICIPALITY) == date(2026, 3, 23)
    if of:
        assert meeting_personal_last_day(of, "council", MUNICIPALITY) == usual_last_day("council", DAY, MUNICIPALITY) == date(2026, 4, 8)


def test_a_publication_that_is_set_counts_before_it_comes() -> None:
    """Names don't go and come back while minutes wait for their day; one that an agenda or a cancelled meeting names counts nothing."""
    published = date(2026, 6, 1)
    of = meeting("approved", published=published)
    assert personal_last_day(ITEM, of, "committee", MUNICIPALITY) == usual_last_day("committee", published, MUNICIPALITY)
    assert meeting_personal_last_day(of, "committee", MUNICIPALITY) == usual_last_day("committee", published, MUNICIPALITY)
    alone = changed(published=published)
    assert personal_last_day(alone, None, "committee", MUNICIPALITY) == usual_last_day("committee", published, MUNICIPALITY)
    for other in (meeting("cancelled", published=published), meeting("agenda", published=published)):
        assert personal_last_day(ITEM, other, "committee", MUNICIPALITY) == usual_last_day("committee", DAY, MUNICIPALITY)
        assert meeting_personal_last_day(other, "committee", MUNICIPALITY) == usual_last_day("committee", DAY, MUNICIPALITY)


def test_before_the_acts_in_force_the_longest_time_counts() -> None:
    """Minutes of 2010 keep no personal data for want of a rule."""
    assert usual_last_day("committee", date(2010, 3, 1), MUNICIPALITY) == date(2010, 4, 7)
