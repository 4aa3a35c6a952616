"""Interruptions: Ctrl-C, the system's polite request to end, and the end of the process that gave the work.

Knows signals and processes. Either signal ends the work at once, and what was begun is put in order on the way out.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from threading import Thread
from types import FrameType
from typing import NoReturn

INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM
ALLOCATIONS = 50_000


class Terminated(KeyboardInterrupt):
    """The system asks this process to end."""


def heed_termination() -> None:
    """Let the system's request to end interrupt the work as Ctrl-C does."""
    signal.signal(signal.SIGTERM, _terminate)


def begin_worker() -> None:
    """Leave Ctrl-C, which a terminal sends to all its processes, to the one that started this one, and end when that is gone.

    What draws leaves cycles behind, which are looked for more often here than where facts and views are made; but not among those,
    which a forked process shares with that one until it touches them.
    """
    gc.freeze()
    gc.set_threshold(ALLOCATIONS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process once the one that started it is gone: a pool's processes would wait for work for ever."""
    # Every worker has it loaded; to import it above would cost each start of the command that needs no workers.
    parent = sys.modules["multiprocessing"].parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise Terminated
