"""Workers: many plans drawn, here or in other processes, in the plans' order.

Knows any executor of concurrent.futures. Knows nothing of what is drawn.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import Executor
from hashlib import blake2b
from typing import Any

from sitegen.render.packing import packed
from sitegen.render.pen import Kit, Pen
from sitegen.render.plan import Draw, Plan
from sitegen.work import in_order

CHUNK = 50
FEW = 60

_pens: dict[bytes, Pen] = {}


def draw_all(plans: list[Plan], kit: Kit, executor: Executor | None) -> Iterator[tuple[Plan, dict[str, bytes]]]:
    """Yield each plan with its files by path, in order; few plans are drawn here, where no process need be woken.

    Its packed copies, where the kit asks for them, come before the file itself: it never stands beside an older copy.
    """
    if executor is None or len(plans) <= FEW:
        pen = Pen(kit)
        yield from ((plan, _files(pen, plan.path, plan.draw, plan.view)) for plan in plans)
        return
    pickled = pickle.dumps(kit)
    chunks = [plans[at : at + CHUNK] for at in range(0, len(plans), CHUNK)]
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
    data = draw(pen, view)
    return packed(path, data) | {path: data} if pen.kit.packs else {path: data}
