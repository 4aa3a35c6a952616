"""Which days offices are closed, and when a municipality's members have notice of a decision.

Knows the calendar of the Act on the calculation of time limits (laki säädettyjen määräaikain laskemisesta, 150/1930).
Knows nothing of decisions or appeals.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

NOTICE_DAYS = 7
SATURDAY = 5

# Month and day: New Year, Epiphany, May Day, Independence Day, Christmas Eve, Christmas Day, Boxing Day (5 §). The holidays
# that always fall on a Saturday or a Sunday are left out.
_SAME_DAY_EACH_YEAR = ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))
# Days from Easter Sunday: Good Friday, Easter Monday, Ascension Day (5 §).
_FROM_EASTER = (-2, 1, 39)
# Midsummer Eve is the Friday before the Saturday of 20 to 26 June (5 §).
_MIDSUMMER_EVE_FIRST = (6, 19)
_FRIDAY = 4


@lru_cache
def _closed_weekdays(year: int) -> frozenset[date]:
    """Return the days of *year* from Monday to Friday, at least, on which offices are closed; right from 1992 on."""
    fixed = {date(year, month, day) for month, day in _SAME_DAY_EACH_YEAR}
    moving = {easter(year) + timedelta(days=days) for days in _FROM_EASTER}
    first = date(year, *_MIDSUMMER_EVE_FIRST)
    midsummer_eve = first + timedelta(days=(_FRIDAY - first.weekday()) % 7)
    return frozenset(fixed | moving | {midsummer_eve})


def is_closed(day: date) -> bool:
    """Tell whether a time limit can't end on *day*: a Saturday, a holiday, Christmas Eve or Midsummer Eve (150/1930 5 §)."""
    return day.weekday() >= SATURDAY or day in _closed_weekdays(day.year)


def next_open_day(day: date) -> date:
    """Return *day*, or the first day after it on which offices are open (150/1930 5 §)."""
    while is_closed(day):
        day += timedelta(days=1)
    return day


def notice_day(on_view: date) -> date:
    """Return the day on which members are deemed to have notice of minutes on view since *on_view* (410/2015 140.3 §).

    It is the seventh day, be it open or closed: 5 § moves the end of a time limit, not its beginning.
    """
    return on_view + timedelta(days=NOTICE_DAYS)
