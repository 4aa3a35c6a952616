"""What of the planned outputs stands already, and what is to be drawn.

Knows keys, what the store remembers of outputs and the sizes of the files that stand. Knows no output by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from hashlib import blake2b, sha256

import msgspec
from msgspec import Struct

from sitegen.render.packing import copies_due
from sitegen.render.pen import Kit
from sitegen.render.plan import Plan, key_of
from sitegen.render.store import Drawn
from sitegen.render.templates import closure_digest
from sitegen.render.workers import draw_all

OFTEN = 100


class Work(Struct, frozen=True):
    """What a build has to draw: each output's key, what is known of those that stand as they should, the plans of the rest."""

    keys: dict[str, bytes]
    done: dict[str, Drawn]
    todo: list[Plan]


def work_on(plans: list[Plan], kit: Kit, program: str, before: dict[str, Drawn], standing: dict[str, int]) -> Work:
    """Return the work that is left where the outputs *before* are remembered and *standing* are the files and their sizes."""
    keys = _keys(plans, kit, program)
    done: dict[str, Drawn] = {}
    for path in keys:
        done |= _known(path, keys, kit.packs, before, standing)
    return Work(keys, done, [one for one in plans if one.path not in done])


def _keys(plans: list[Plan], kit: Kit, program: str) -> dict[str, bytes]:
    """Return the key of each plan by its path."""
    bases: dict[tuple[str, str], bytes] = {}
    for one in plans:
        name = (one.template, one.lang)
        if name not in bases:
            frame = msgspec.msgpack.encode(kit.frames[one.lang]) if one.template else b""
            closure = closure_digest(one.template, kit.templates) if one.template else b""
            about = program.encode() + closure + frame + kit.url.encode()
            bases[name] = blake2b(about, digest_size=16).digest()
    return {one.path: key_of(one, bases[one.template, one.lang]) for one in plans}


def _known(
    path: str, keys: dict[str, bytes], packs: bool, before: dict[str, Drawn], standing: dict[str, int]
) -> dict[str, Drawn]:
    """Return what is known of an output that stands, with the packed copies that it should have, as it was drawn by its key."""
    known: dict[str, Drawn] = {}
    drawn = before.get(path)
    copies = copies_due(path, drawn.size) if packs and drawn else ()
    for one in (path, *(copy for copy in copies if copy not in keys)):
        drawn = before.get(one)
        if drawn is None or drawn.key != keys[path] or standing.get(one) != drawn.size:
            return {}
        known[one] = drawn
    return known


def draw(
    work: Work, kit: Kit, executor: Executor | None, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each output that is to be drawn, its packed copies first, and note them as known.

    A site's own file is never replaced by a copy of the same name.
    """
    for number, (one, files) in enumerate(draw_all(work.todo, kit, executor)):
        if number % OFTEN == 0:
            tell("draw", number, len(work.todo))
        for path, data in files.items():
            if path == one.path or path not in work.keys:
                work.done[path] = Drawn(work.keys[one.path], len(data), sha256(data).digest())
                yield path, data
