"""Interruptions: Ctrl-C, and the system's polite request to end.

Knows the two signals. Either ends the work at once, and what was begun is put in order on the way out.
"""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM


class Terminated(KeyboardInterrupt):
    """The system asks this process to end."""


def heed_termination() -> None:
    """Let the system's request to end interrupt the work as Ctrl-C does."""
    signal.signal(signal.SIGTERM, _terminate)


def leave_interruptions() -> None:
    """Leave Ctrl-C, which a terminal sends to all its processes, to the one that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated
