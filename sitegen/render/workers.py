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

from sitegen.render.pen import Kit, Pen
from sitegen.render.plan import Draw, Drawing, Plan
from sitegen.work import AHEAD, in_order

CHUNK = 50
FEW = 60

_pens: dict[bytes, Pen] = {}


def draw_all(plans: list[Plan], kit: Kit, executor: Executor | None) -> Iterator[tuple[Plan, Drawing]]:
    """Yield each plan with what it draws: files in order, then folders, each of which is much work for a process of its own.

    Few files are drawn here, where no process need be woken; meanwhile the first folders are drawn elsewhere.
    """
    files, folders = [one for one in plans if not one.is_folder], [one for one in plans if one.is_folder]
    if executor is None:
        yield from _draw_here([*files, *folders], kit)
    elif len(files) <= FEW:
        ahead = deque((one, executor.submit(_draw_chunk, (pickle.dumps(kit), [(one.draw, one.view)]))) for one in folders[:AHEAD])
        yield from _draw_here(files, kit)
        while ahead:
            plan, drawn = ahead.popleft()
            yield plan, drawn.result()[0]
        yield from _draw_there(folders[AHEAD:], 1, kit, executor)
    else:
        yield from _draw_there(files, CHUNK, kit, executor)
        yield from _draw_there(folders, 1, kit, executor)


def _draw_here(plans: list[Plan], kit: Kit) -> Iterator[tuple[Plan, Drawing]]:
    pen = Pen(kit)
    return ((plan, plan.draw(pen, plan.view)) for plan in plans)


def _draw_there(plans: list[Plan], size: int, kit: Kit, executor: Executor) -> Iterator[tuple[Plan, Drawing]]:
    """Draw plans in other processes, in chunks of *size*."""
    packed = pickle.dumps(kit)
    chunks = [plans[at : at + size] for at in range(0, len(plans), size)]
    work = ((packed, [(plan.draw, plan.view) for plan in chunk]) for chunk in chunks)
    for chunk, drawn in zip(chunks, in_order(executor, _draw_chunk, work), strict=True):
        yield from zip(chunk, drawn, strict=True)


def _draw_chunk(work: tuple[bytes, list[tuple[Draw, Any]]]) -> list[Drawing]:
    """Draw some views in a worker, with the pen that it has for this kit."""
    packed, views = work
    name = blake2b(packed, digest_size=16).digest()
    if name not in _pens:
        _pens.clear()
        _pens[name] = Pen(pickle.loads(packed))
    return [draw(_pens[name], view) for draw, view in views]
