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
from sitegen.render.plan import Plan, key_of, with_size
from sitegen.render.store import Drawn
from sitegen.render.templates import closure_digest
from sitegen.render.workers import draw_all

OFTEN = 100


class Work(Struct):
    """What a build has to draw: each output's key, what is known of those that stand as they should, the plans of the rest.

    Plans *after* these tell the sizes of PDFs, so that their keys aren't known before those are drawn. ``kept`` are the
    paths of what stands, all of them once everything has been drawn.
    """

    keys: dict[str, bytes]
    done: dict[str, Drawn]
    todo: list[Plan]
    kept: set[str]
    after: list[Plan]
    known: Callable[[str, bytes], dict[str, Drawn]]
    key: Callable[[Plan], bytes]
    planned: set[str]

    def add(self, plans: list[Plan]) -> list[Plan]:
        """Note what of *plans* stands, and return the rest, which is to be drawn."""
        rest = []
        for one in plans:
            key = self.keys[one.path] = self.key(one)
            stands = self.known(one.path, key)
            self.done |= stands
            self.kept |= stands.keys()
            if not stands:
                rest.append(one)
        self.todo += rest
        return rest


def work_on(plans: list[Plan], kit: Kit, program: str, before: dict[str, Drawn], standing: dict[str, int]) -> Work:
    """Return the work that is left where the outputs *before* are remembered and *standing* are the files and their sizes."""

    planned = {one.path for one in plans}

    def known(path: str, key: bytes) -> dict[str, Drawn]:
        """Return what is known of an output that stands as it was drawn by this key, with the packed copies that it should have."""
        drawn = before.get(path)
        copies = copies_due(path, drawn.size) if kit.packs and drawn else ()
        found = {one: before.get(one) for one in (path, *(copy for copy in copies if copy not in planned))}
        stands = {one: drawn for one, drawn in found.items() if drawn and drawn.key == key and standing.get(one) == drawn.size}
        return stands if len(stands) == len(found) else {}

    work = Work({}, {}, [], set(), [one for one in plans if one.pdf], known, _keys(kit, program), planned)
    work.add([one for one in plans if not one.pdf])
    return work


def _keys(kit: Kit, program: str) -> Callable[[Plan], bytes]:
    """Return what tells the key of a plan."""
    bases: dict[tuple[str, str], bytes] = {}

    def key(plan: Plan) -> bytes:
        name = (plan.template, plan.lang)
        if name not in bases:
            frame = msgspec.msgpack.encode(kit.frames[plan.lang]) if plan.lang and plan.template else b""
            closure = closure_digest(plan.template, kit.templates) if plan.template else b""
            about = program.encode() + closure + frame + kit.url.encode()
            bases[name] = blake2b(about, digest_size=16).digest()
        return key_of(plan, bases[name])

    return key


def draw(
    work: Work, kit: Kit, executor: Executor | None, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each output that is to be drawn, and note it as known; those that tell sizes come last.

    Packed copies come before their file. A site's own file is never replaced by a copy of the same name.
    """
    yield from _drawn(work, [*work.todo], kit, executor, tell)
    rest = work.add([with_size(one, work.done[one.pdf].size) for one in work.after])
    yield from _drawn(work, rest, kit, executor, tell)


def _drawn(
    work: Work, plans: list[Plan], kit: Kit, executor: Executor | None, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[str, bytes]]:
    for number, (one, files) in enumerate(draw_all(plans, kit, executor)):
        if number % OFTEN == 0:
            tell("draw", number, len(plans))
        for path, data in files.items():
            if path == one.path or path not in work.planned:
                work.done[path] = Drawn(work.keys[one.path], len(data), sha256(data).digest())
                yield path, data
