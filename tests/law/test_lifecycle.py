"""How far an item has come follows from its stage and the day alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sitegen.law.lifecycle import Life, life_of
from sitegen.law.stages import Stage
from sitegen.law.today import Today

LAST = date(2026, 6, 1)


@pytest.mark.parametrize("stage", ["", "agenda", "held", "cancelled", "uninspected", "minutes"])
def test_without_a_last_day_an_item_is_as_far_as_its_stage(stage: Stage) -> None:
    """Nothing is said of appeal where no time is reckoned, and no day changes it."""
    today = Today(LAST)
    assert life_of(stage, None, today) == stage
    assert today.next_change is None


@pytest.mark.parametrize(
    ("day", "life", "change"),
    [
        (LAST - timedelta(days=20), "appealable", LAST + timedelta(days=1)),
        (LAST, "appealable", LAST + timedelta(days=1)),
        (LAST + timedelta(days=1), "expired", None),
    ],
)
def test_the_last_day_to_appeal_belongs_to_the_time(day: date, life: Life, change: date | None) -> None:
    """The time runs through its last day (150/1930 2 §) and is over on the day after, which is known in advance."""
    today = Today(day)
    assert life_of("minutes", LAST, today) == life
    assert today.next_change == change
