"""The calendar of offices."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta

import holidays
import pytest

from sitegen.law.days import is_closed, next_open_day, notice_day


@pytest.mark.parametrize(
    "day",
    "2025-01-01 2025-01-06 2025-04-18 2025-04-20 2025-04-21 2025-05-01 2025-05-29 2025-06-08 2025-06-14 2025-06-15 2025-06-20"
    " 2025-06-21 2025-11-01 2025-12-06 2025-12-24 2025-12-25 2025-12-26".split(),
)
def test_offices_are_closed_on_holidays_on_two_eves_and_at_weekends(day: str) -> None:
    """Every holiday of 2025, Midsummer Eve, Christmas Eve, a Saturday and a Sunday are closed days."""
    assert is_closed(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2024-12-31", "2025-04-17", "2025-06-19", "2025-12-23", "2025-04-30"])
def test_days_before_a_holiday_are_open_unless_the_act_names_them(day: str) -> None:
    """New Year's Eve, Maundy Thursday, the days before the two eves and May Day's Eve are open days."""
    assert not is_closed(date.fromisoformat(day))


def test_the_calendar_is_that_of_the_library_of_holidays() -> None:
    """From 1992 to 2100 a day is closed if it is public in another's calendar or at a weekend, and only then."""
    public = holidays.country_holidays("FI", years=range(1992, 2101), categories=("public",))
    days = (date(1992, 1, 1) + timedelta(days=count) for count in range(109 * 366))
    differing = [day for day in days if day.year <= 2100 and is_closed(day) != (day in public or day.weekday() >= 5)]
    assert differing == []


def test_the_next_open_day_of_an_open_day_is_itself() -> None:
    """An open day is not moved, and a closed one moves over all the closed days after it."""
    assert next_open_day(date(2024, 12, 23)) == date(2024, 12, 23)
    assert next_open_day(date(2024, 12, 24)) == date(2024, 12, 27)
    assert next_open_day(date(2022, 12, 31)) == date(2023, 1, 2)


def test_notice_comes_on_the_seventh_day_even_if_it_is_closed() -> None:
    """A member has notice seven days after the minutes went on view, on Midsummer Eve too."""
    assert notice_day(date(2018, 6, 7)) == date(2018, 6, 14)
    assert notice_day(date(2025, 6, 13)) == date(2025, 6, 20)


def test_counting_days_loads_no_library_of_all_the_worlds_holidays() -> None:
    """A build that changes nothing doesn't wait for the calendars of every country to be read."""
    program = "import sys; import sitegen.law.days; print('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], env=dict(os.environ), capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
