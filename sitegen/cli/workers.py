"""The processes that share the work, started when there is work to share.

Knows processes. Must not know what they do. A build that has nothing to draw starts none, and doesn't pay for loading
what starts them.
"""

from __future__ import annotations

import concurrent.futures
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, TypeVar

from sitegen.cli.interruption import begin_worker
from sitegen.work import may_fork

R = TypeVar("R")


class _Pool(Executor):
    """A pool of processes that is made when the first work comes."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: Executor | None = None

    def submit(self, fn: Callable[..., R], /, *args: Any, **kwargs: Any) -> Future[R]:
        """Hand a piece of work to the pool."""
        if self._pool is None:
            make = concurrent.futures.ProcessPoolExecutor
            # That has just loaded it; to import it above would cost each start of the command that needs no workers.
            context = None if may_fork() else sys.modules["multiprocessing"].get_context("spawn")
            self._pool = make(self._processes, context, initializer=begin_worker)
        return self._pool.submit(fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the pool, if there is one."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)


@contextmanager
def workers(processes: int) -> Iterator[Executor | None]:
    """Give an executor of so many processes, None where one is enough; work that has not begun ends with it."""
    if processes == 1:
        yield None
        return
    pool = _Pool(processes)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
