"""What of the planned outputs stands already, and what is to be drawn.

Knows keys, what the store remembers of outputs and the sizes of the files that stand. Knows no output by name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from hashlib import blake2b, sha256

import msgspec

from sitegen.model.packed import copied
from sitegen.render.packing import copies_due
from sitegen.render.pen import Kit
from sitegen.render.plan import Plan, key_of, with_size
from sitegen.render.store import Drawn
from sitegen.render.templates import closure_digest
from sitegen.render.workers import Aside, Drawing

OFTEN = 100


class Work:
    """What a build has to draw: each output's key, what is known of those that stand as they should, the plans of the rest.

    ``kept`` are the paths of what stands, all of them once everything has been drawn.
    """

    def __init__(self, kit: Kit, program: str, before: dict[str, Drawn], standing: Mapping[str, int], executor: Executor | None) -> None:
        """Begin where the outputs *before* are remembered and *standing* are the files and their sizes."""
        self.keys: dict[str, bytes] = {}
        self.done: dict[str, Drawn] = {}
        self.todo: list[Plan] = []
        self.kept: set[str] = set()
        self.planned: set[str] = set()
        # Plans that tell the sizes of PDFs: their keys aren't known before those are drawn.
        self.after: list[Plan] = []
        self.aside = Aside(kit, executor)
        self._key, self._packs = _keys(kit, program), kit.packs
        self._before, self._paths, self._standing = before, sorted(before), standing

    def begin(self, plan: Plan) -> None:
        """Have a plan that is much work drawn at once, unless it stands."""
        if plan.early and self.add([plan]):
            self.aside.begin(plan)

    def plan(self, plans: list[Plan]) -> None:
        """Note which of all *plans*, among them those begun, stand."""
        self.planned = {one.path for one in plans}
        self.after = [one for one in plans if one.pdf]
        self.add([one for one in plans if not one.pdf and one.path not in self.keys])

    def add(self, plans: list[Plan]) -> list[Plan]:
        """Note what of *plans* stands, and return the rest, which is to be drawn, told the sizes of their PDFs."""
        rest = []
        for one in plans:
            size = self.done[one.pdf].size if one.pdf else 0
            key = self.keys[one.path] = self._key(one, size)
            stands = self._known(one, key)
            if stands:
                self.done.update(stands)
                self.kept.update(stands)
            else:
                rest.append(with_size(one, size) if size else one)
        self.todo += rest
        return rest

    def _known(self, plan: Plan, key: bytes) -> dict[str, Drawn]:
        """Return what is known of all files of a plan, with the packed copies that they should have, if all stand as they were drawn."""
        before = self._before
        wanted = _own(_below(plan.path, self._paths)) if plan.is_folder else [plan.path]
        if self._packs:
            due = [copy for one in wanted if one in before for copy in copies_due(one, before[one].size)]
            wanted += [copy for copy in due if copy not in self.planned]
        key = _whole(key, wanted) if plan.is_folder else key
        stands = {}
        for one in wanted:
            drawn = before.get(one)
            if drawn is None or drawn.key != key or self._standing.get(one) != drawn.size:
                return {}
            stands[one] = drawn
        return stands


def _own(paths: list[str]) -> list[str]:
    """Return those of *paths* that are no packed copies of others."""
    return [one for one in paths if copied(one) not in paths]


def _below(folder: str, paths: list[str]) -> list[str]:
    """Return those of *paths*, which are sorted, that lie in *folder*, whose name ends in ``/``."""
    return paths[bisect_left(paths, folder) : bisect_left(paths, folder[:-1] + "0")]


def _whole(key: bytes, paths: Iterable[str]) -> bytes:
    """Return the key of each file of a folder that was drawn by *key*: it tells which files there are."""
    return blake2b("\0".join(sorted(paths)).encode(), digest_size=16, key=key).digest()


def _keys(kit: Kit, program: str) -> Callable[[Plan, int], bytes]:
    """Return what tells the key of a plan and of the size of its PDF."""
    bases: dict[tuple[str, str], bytes] = {}

    def key(plan: Plan, size: int) -> bytes:
        name = (plan.template, plan.lang)
        if name not in bases:
            frame = msgspec.msgpack.encode(kit.frames[plan.lang]) if plan.lang and plan.template else b""
            closure = closure_digest(plan.template, kit.templates) if plan.template else b""
            about = program.encode() + closure + frame + kit.url.encode()
            bases[name] = blake2b(about, digest_size=16).digest()
        return key_of(plan, bases[name], size)

    return key


def draw(work: Work, tell: Callable[[str, int, int], None]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each output that is to be drawn, and note it as known; those that tell sizes come last.

    Packed copies come before their file. A site's own file is never replaced by a copy of the same name.
    """
    first = [one for one in work.todo if not one.is_folder]
    folders = [one for one in work.todo if one.is_folder]
    yield from _noted(work, work.aside.finish(first), len(first), tell)
    rest = work.add(work.after)
    yield from _noted(work, work.aside.finish(rest), len(rest), tell)
    yield from _noted(work, work.aside.finish(folders), 0, tell)


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
