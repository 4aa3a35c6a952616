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

from sitegen.render.pen import Kit
from sitegen.render.plan import Plan, key_of
from sitegen.render.store import Drawn
from sitegen.render.templates import closure_digest
from sitegen.render.workers import draw_all

OFTEN = 100


class Work(Struct, frozen=True):
    """What a build has to draw: each output's key, what is known of the files that stand as they should, the plans of the rest."""

    keys: dict[str, bytes]
    done: dict[str, Drawn]
    todo: list[Plan]


def work_on(plans: list[Plan], kit: Kit, program: str, before: dict[str, Drawn], standing: dict[str, int]) -> Work:
    """Return the work that is left where the outputs *before* are remembered and *standing* are the files and their sizes."""
    keys = _keys(plans, kit, program)
    paths = sorted(before)
    folders = {one.path: _known_folder(_below(one.path, paths), keys[one.path], before, standing) for one in plans if one.is_folder}
    done = {path: drawn for path, key in keys.items() if (drawn := _known(path, key, before, standing))}
    todo = [one for one in plans if not (folders[one.path] if one.is_folder else one.path in done)]
    return Work(keys, done | {path: drawn for files in folders.values() for path, drawn in files.items()}, todo)


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


def _known(path: str, key: bytes, before: dict[str, Drawn], standing: dict[str, int]) -> Drawn | None:
    """Return what is known of an output that stands as it was drawn by this key."""
    drawn = before.get(path)
    return drawn if drawn and drawn.key == key and standing.get(path) == drawn.size else None


def _known_folder(paths: list[str], key: bytes, before: dict[str, Drawn], standing: dict[str, int]) -> dict[str, Drawn]:
    """Return what is known of the files of a folder where all stand as they were drawn by this key; else nothing."""
    key = _whole(key, paths)
    known = {path: drawn for path in paths if (drawn := _known(path, key, before, standing))}
    return known if len(known) == len(paths) else {}


def _below(folder: str, paths: list[str]) -> list[str]:
    """Return those of *paths*, which are sorted, that lie in *folder*, whose name ends in ``/``."""
    return paths[bisect_left(paths, folder) : bisect_left(paths, folder[:-1] + "0")]


def _whole(key: bytes, paths: Iterable[str]) -> bytes:
    """Return the key of each file of a folder that was drawn by *key*: it tells which files there are."""
    return blake2b("\0".join(sorted(paths)).encode(), digest_size=16, key=key).digest()


def draw(
    work: Work, kit: Kit, executor: Executor | None, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each output that is to be drawn, and note it as known."""
    for number, (one, data) in enumerate(draw_all(work.todo, kit, executor)):
        if number % OFTEN == 0:
            tell("draw", number, len(work.todo))
        if isinstance(data, bytes):
            work.done[one.path] = Drawn(work.keys[one.path], len(data), sha256(data).digest())
            yield one.path, data
            continue
        files = {one.path + name: part for name, part in data.items()}
        key = _whole(work.keys[one.path], files)
        work.done.update((path, Drawn(key, len(part), sha256(part).digest())) for path, part in files.items())
        yield from files.items()
