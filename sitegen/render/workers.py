"""Workers: many plans drawn, here or in other processes, in the plans' order.

Knows any executor of concurrent.futures. Knows nothing of what is drawn.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from concurrent.futures import Executor
from hashlib import blake2b
from typing import Any

from sitegen.render.pen import Kit, Pen
from sitegen.render.plan import Draw, Plan
from sitegen.work import in_order

CHUNK = 50
FEW = 60

_pens: dict[bytes, Pen] = {}


def draw_all(plans: list[Plan], kit: Kit, executor: Executor | None) -> Iterator[tuple[Plan, bytes]]:
    """Yield each plan with its bytes, in order; few plans are drawn here, where no process need be woken."""
    if executor is None or len(plans) <= FEW:
        pen = Pen(kit)
        yield from ((plan, plan.draw(pen, plan.view)) for plan in plans)
        return
    packed = pickle.dumps(kit)
    chunks = [plans[at : at + CHUNK] for at in range(0, len(plans), CHUNK)]
    work = ((packed, [(plan.draw, plan.view) for plan in chunk]) for chunk in chunks)
    for chunk, drawn in zip(chunks, in_order(executor, _draw_chunk, work), strict=True):
        yield from zip(chunk, drawn, strict=True)


def _draw_chunk(work: tuple[bytes, list[tuple[Draw, Any]]]) -> list[bytes]:
    """Draw some views in a worker, with the pen that it has for this kit."""
    packed, views = work
    name = blake2b(packed, digest_size=16).digest()
    if name not in _pens:
        _pens.clear()
        _pens[name] = Pen(pickle.loads(packed))
    return [draw(_pens[name], view) for draw, view in views]
