"""The day of a build, and the next day on which something turns."""

from __future__ import annotations

from datetime import date

from sitegen.law.today import Today

DAY = date(2026, 3, 2)


def test_a_day_has_come_on_itself() -> None:
    """The day of the build has come, the next one hasn't; no day never comes."""
    today = Today(DAY)
    assert today.has_come(DAY) and today.has_come(date(2020, 1, 1))
    assert not today.has_come(date(2026, 3, 3)) and not today.has_come(None)


def test_the_first_later_day_is_the_next_change() -> None:
    """Only days that were asked about and are still to come count."""
    today = Today(DAY)
    assert today.next_change is None
    for day in (date(2027, 1, 1), date(2026, 3, 5), DAY, date(2026, 12, 1), date(2020, 1, 1)):
        today.has_come(day)
    assert today.next_change == date(2026, 3, 5)
