"""What of the planned outputs stands already, and what is to be drawn.

Knows keys, what the store remembers of outputs and the sizes of the files that stand. Knows no output by name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from hashlib import blake2b, sha256

import msgspec
from msgspec import Struct

from sitegen.model.packed import copied
from sitegen.render.packing import copies_due
from sitegen.render.pen import Kit
from sitegen.render.plan import Plan, key_of, with_size
from sitegen.render.store import Drawn
from sitegen.render.templates import closure_digest
from sitegen.render.workers import Drawing, draw_all, draw_aside

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
    known: Callable[[Plan, bytes], dict[str, Drawn]]
    key: Callable[[Plan], bytes]
    planned: set[str]

    def add(self, plans: list[Plan]) -> list[Plan]:
        """Note what of *plans* stands, and return the rest, which is to be drawn."""
        rest = []
        for one in plans:
            key = self.keys[one.path] = self.key(one)
            stands = self.known(one, key)
            self.done |= stands
            self.kept.update(stands)
            if not stands:
                rest.append(one)
        self.todo += rest
        return rest


def work_on(plans: list[Plan], kit: Kit, program: str, before: dict[str, Drawn], standing: dict[str, int]) -> Work:
    """Return the work that is left where the outputs *before* are remembered and *standing* are the files and their sizes."""

    planned, paths = {one.path for one in plans}, sorted(before)

    def known(plan: Plan, key: bytes) -> dict[str, Drawn]:
        """Return what is known of all files of a plan, with the packed copies that they should have, if all stand as they were drawn."""
        wanted = _own(_below(plan.path, paths)) if plan.is_folder else [plan.path]
        if kit.packs:
            due = [copy for one in wanted if one in before for copy in copies_due(one, before[one].size)]
            wanted += [copy for copy in due if copy not in planned]
        key = _whole(key, wanted) if plan.is_folder else key
        found = {one: before.get(one) for one in wanted}
        stands = {one: drawn for one, drawn in found.items() if drawn and drawn.key == key and standing.get(one) == drawn.size}
        return stands if len(stands) == len(found) else {}

    work = Work({}, {}, [], set(), [one for one in plans if one.pdf], known, _keys(kit, program), planned)
    work.add([one for one in plans if not one.pdf])
    return work


def _own(paths: list[str]) -> list[str]:
    """Return those of *paths* that are no packed copies of others."""
    return [one for one in paths if copied(one) not in paths]


def _below(folder: str, paths: list[str]) -> list[str]:
    """Return those of *paths*, which are sorted, that lie in *folder*, whose name ends in ``/``."""
    return paths[bisect_left(paths, folder) : bisect_left(paths, folder[:-1] + "0")]


def _whole(key: bytes, paths: Iterable[str]) -> bytes:
    """Return the key of each file of a folder that was drawn by *key*: it tells which files there are."""
    return blake2b("\0".join(sorted(paths)).encode(), digest_size=16, key=key).digest()


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
    first = [one for one in work.todo if not one.is_folder]
    aside = draw_aside([one for one in work.todo if one.is_folder], kit, executor)
    yield from _noted(work, draw_all(first, kit, executor), len(first), tell)
    rest = work.add([with_size(one, work.done[one.pdf].size) for one in work.after])
    yield from _noted(work, draw_all(rest, kit, executor), len(rest), tell)
    yield from _noted(work, aside, 0, tell)


def _noted(
    work: Work, drawings: Iterator[Drawing], count: int, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each file of *drawings*, and note it as known."""
    for number, (one, files) in enumerate(drawings):
        if number % OFTEN == 0 and count:
            tell("draw", number, count)
        own = {path: data for path, data in files.items() if path == one.path or path not in work.planned}
        key = _whole(work.keys[one.path], own) if one.is_folder else work.keys[one.path]
        for path, data in own.items():
            work.done[path] = Drawn(key, len(data), sha256(data).digest())
            yield path, data
