"""Which decisions can be appealed, and whether the time to do so runs.

Knows an item's remedy and the last day that the law's rules gave it. Knows no page and no calendar.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from sitegen.index.things import Version
from sitegen.law.days import notice_day
from sitegen.law.today import Today


class AppealTime(Struct, frozen=True):
    """The time to appeal a decision (muutoksenhakuaika): its minutes are on view since a day, and it ends with the last day.

    A resident is deemed to have ``notice`` in between, from which the time is counted (410/2015 138, 140.3 §).
    """

    on_view: date
    notice: date
    last: date


def appeal_time(version: Version[Any]) -> AppealTime | None:
    """Return the time to appeal a decision, whether or not it has ended; None where none has begun."""
    if version.on_view is None or version.last_day is None:
        return None
    return AppealTime(version.on_view, notice_day(version.on_view), version.last_day)


def running(version: Version[Any], today: Today) -> AppealTime | None:
    """Return the time to appeal a decision while it runs, its last day included; None on the day after that."""
    found = appeal_time(version)
    return None if found is None or today.is_over(found.last) else found
