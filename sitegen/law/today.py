"""The day of a build, and the next day on which something turns.

Knows one day, given as an argument. Must not know a clock.
"""

from __future__ import annotations

from datetime import date, timedelta


class Today:
    """The day of the build; remembers the first later day that anyone asked about."""

    def __init__(self, as_of: date) -> None:
        self.as_of = as_of
        self.next_change: date | None = None

    def has_come(self, day: date | None) -> bool:
        """Tell whether *day* is the day of the build or before it; a later day is one on which the site changes."""
        if day is None:
            return False
        if day <= self.as_of:
            return True
        if self.next_change is None or day < self.next_change:
            self.next_change = day
        return False

    def is_over(self, last: date | None) -> bool:
        """Tell whether the day of the build is later than *last*; if it isn't, the day after *last* is one that changes the site."""
        return last is not None and (last < self.as_of or self.has_come(last + timedelta(days=1)))
