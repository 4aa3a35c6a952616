"""Workers: many plans drawn, here or in other processes, in the plans' order.

Knows any executor of concurrent.futures. Knows nothing of what is drawn.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor
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


def draw_aside(plans: list[Plan], kit: Kit, executor: Executor | None) -> Iterator[Drawing]:
    """Begin to draw the first of *plans*, each of which is much work for a process of its own; return what yields them all."""
    if executor is None:
        return draw_all(plans, kit, None)
    pickled = pickle.dumps(kit)
    begun = deque((one, executor.submit(_draw_chunk, (pickled, [(one.path, one.draw, one.view)]))) for one in plans[:AHEAD])

    def finished() -> Iterator[Drawing]:
        while begun:
            plan, drawn = begun.popleft()
            yield plan, drawn.result()[0]
        yield from _draw_there(plans[AHEAD:], 1, kit, executor)

    return finished()


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
