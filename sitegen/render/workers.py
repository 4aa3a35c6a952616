"""Workers: many plans drawn, here or in other processes, in the plans' order.

Knows any executor of concurrent.futures. Knows nothing of what is drawn.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from hashlib import blake2b
from typing import Any

from sitegen.render.packing import packed
from sitegen.render.pen import Kit, Pen
from sitegen.render.plan import Draw, Plan
from sitegen.work import AHEAD, in_order

CHUNK = 50
FEW = 60

# A plan with its files by path, a file's packed copies before it: it never stands beside an older copy.
Drawing = tuple[Plan, dict[str, bytes]]
_pens: dict[bytes, Pen] = {}


def draw_all(plans: list[Plan], kit: Kit, executor: Executor | None) -> Iterator[Drawing]:
    """Yield each plan with its files, in order; few plans are drawn here, where no process need be woken."""
    if executor is None or len(plans) <= FEW:
        pen = Pen(kit)
        yield from ((plan, _files(pen, plan.path, plan.draw, plan.view)) for plan in plans)
    else:
        yield from _draw_there(plans, CHUNK, kit, executor)


class Aside:
    """What other processes draw while this one does other work: few plans, for what has been drawn waits in memory."""

    def __init__(self, kit: Kit, executor: Executor | None) -> None:
        self._kit, self._executor = kit, executor
        self._begun: dict[str, Future[list[dict[str, bytes]]]] = {}

    def begin(self, plan: Plan) -> None:
        """Begin to draw *plan*, unless there are no other processes or these have enough to do."""
        if self._executor is not None and len(self._begun) < AHEAD:
            work = pickle.dumps(self._kit), [(plan.path, plan.draw, plan.view)]
            self._begun[plan.path] = self._executor.submit(_draw_chunk, work)

    def finish(self, plans: list[Plan]) -> Iterator[Drawing]:
        """Yield each of *plans* with its files: last those that were begun, and folders that weren't, each for a process of its own."""
        rest = [one for one in plans if one.path not in self._begun]
        yield from draw_all([one for one in rest if not one.is_folder], self._kit, self._executor)
        for one in plans:
            if one.path in self._begun:
                yield one, self._begun.pop(one.path).result()[0]
        folders = [one for one in rest if one.is_folder]
        yield from _draw_there(folders, 1, self._kit, self._executor) if self._executor else draw_all(folders, self._kit, None)


def _draw_there(plans: list[Plan], size: int, kit: Kit, executor: Executor) -> Iterator[Drawing]:
    """Draw plans in other processes, in chunks of *size*."""
    pickled = pickle.dumps(kit)
    chunks = [plans[at : at + size] for at in range(0, len(plans), size)]
    work = ((pickled, [(plan.path, plan.draw, plan.view) for plan in chunk]) for chunk in chunks)
    for chunk, drawn in zip(chunks, in_order(executor, _draw_chunk, work), strict=True):
        yield from zip(chunk, drawn, strict=True)


def _draw_chunk(work: tuple[bytes, list[tuple[str, Draw, Any]]]) -> list[dict[str, bytes]]:
    """Draw some views in a worker, with the pen that it has for this kit."""
    pickled, views = work
    name = blake2b(pickled, digest_size=16).digest()
    if name not in _pens:
        _pens.clear()
        _pens[name] = Pen(pickle.loads(pickled))
    return [_files(_pens[name], path, draw, view) for path, draw, view in views]


def _files(pen: Pen, path: str, draw: Draw, view: Any) -> dict[str, bytes]:
    """Return the file at *path*, or the files of the folder, with their packed copies where the kit asks for them."""
    drawn = draw(pen, view)
    files = {path: drawn} if isinstance(drawn, bytes) else {path + name: data for name, data in drawn.items()}
    if not pen.kit.packs:
        return files
    return {name: data for one, whole in files.items() for name, data in (packed(one, whole) | {one: whole}).items()}
