"""One build of a site at a time.

Knows the operating system's locks on files, which end with the process that holds them, however it
ends. Must not know what the lock is held for, nor how a wait is told.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.errors import Locked, cannot_write

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.05


@contextmanager
def build_lock(folder: Path, wait: float, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the lock in *folder* (a site's ``.sitegen``, made if absent) against every other process.

    Where another process holds it, *on_wait* is called once and the lock is waited for. Raises
    Locked after *wait* seconds, PublishError if the lock's file can't be made. It doesn't keep two
    threads of one process apart.
    """
    path = folder / "lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise cannot_write(path, error) from error
    with file:
        _take(file.fileno(), path, wait, on_wait)
        yield


def _take(descriptor: int, path: Path, wait: float, on_wait: Callable[[], None]) -> None:
    deadline = time.monotonic() + wait
    told = False
    while not _try(descriptor):
        if time.monotonic() >= deadline:
            raise Locked(path, f"another build has held it for {wait:g} seconds")
        if not told:
            on_wait()
            told = True
        time.sleep(_PAUSE)


def _try(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            # Not flock: a worker forked by a killed build would go on holding it.
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
