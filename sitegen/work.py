"""Work for an executor: in order, with few answers waiting; and whether this process may be forked to share it.

Knows any executor of concurrent.futures. Knows nothing of the work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 8
_has_threads = False


def in_order(executor: Executor, function: Callable[[A], B], work: Iterable[A]) -> Iterator[B]:
    """Yield the answer to each piece of *work* in its order, with at most AHEAD pieces under way or waiting.

    ``Executor.map`` would take all the work at once and hold all the answers that nobody has asked for yet.
    """
    under_way: deque[Future[B]] = deque()
    for piece in work:
        under_way.append(executor.submit(function, piece))
        if len(under_way) >= AHEAD:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def note_threads() -> None:
    """Note that a library has threads in this process: in one that is forked from it they would be missing, and be waited for."""
    global _has_threads
    _has_threads = True


def may_fork() -> bool:
    """Tell whether a process that is forked from this one can do all that this one can."""
    return not _has_threads
