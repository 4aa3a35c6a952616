"""How far a build has come, for who watches it.

Knows the stages' names and the stopwatch. A build tells it of each stage as it begins and of pieces done.
"""

from __future__ import annotations

import time

from babel.numbers import format_decimal

from sitegen.cli import console
from sitegen.cli.language import _, lang
from sitegen.codes.code import N_
from sitegen.locale.dates import number

STAGES = {
    "read": N_("Reading files"),
    "bodies": N_("Reading texts"),
    "check": N_("Checking"),
    "plan": N_("Planning pages"),
    "draw": N_("Drawing pages"),
    "publish": N_("Publishing"),
}


def seconds(value: float) -> str:
    """Return a length of time in seconds to the hundredth, as the user's language writes it: ``0,41``."""
    return format_decimal(value, "0.00", lang())


class Progress:
    """Shows the stage that is under way in one line, and with *each* the seconds that every stage took."""

    def __init__(self, shown: bool, each: bool) -> None:
        self._shown, self._each = shown, each
        self._stage, self._line = "", ""
        self._begun = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note that *done* of a stage's *total* pieces are done; 0 of 0 where nobody counts them."""
        if stage != self._stage:
            self.end()
            self._stage, self._begun = stage, time.perf_counter()
        name = _(STAGES[stage])
        self._show(f"{name} {number(done, lang())}/{number(total, lang())}" if total else f"{name}…")

    def end(self) -> None:
        """Take the line away, and tell how long the stage took."""
        self._show("")
        if self._each and self._stage:
            console.remark(f"{seconds(time.perf_counter() - self._begun):>7} s  {_(STAGES[self._stage])}")
        self._stage = ""

    def _show(self, line: str) -> None:
        if self._shown and line != self._line:
            console.rewrite(line, self._line)
            self._line = line
