"""What publishing will change: a comparison of what stands with what is planned.

Knows paths and how disks spell them. Must not touch the disk.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from msgspec import Struct

from sitegen.errors import Collision
from sitegen.model.packed import copied
from sitegen.publish.output import MARK


class Changes(Struct, frozen=True):
    """The paths that appear, differ and go, in the order in which they do; *kept* counts the rest."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed)


def compare(standing: Mapping[str, int], staged: Sequence[str], kept: AbstractSet[str]) -> Changes:
    """Return what it takes to make of *standing* the files *kept* and *staged*; the mark always stays."""
    changed = tuple(path for path in staged if path in standing)
    removed = tuple(sorted(standing.keys() - kept - set(staged) - {MARK}))
    return Changes(
        new=tuple(path for path in staged if path not in standing),
        changed=changed,
        removed=removed,
        kept=len(standing) - len(changed) - len(removed),
    )


def refuse_collisions(output: Path, paths: Iterable[str]) -> None:
    """Raise Collision if two of *paths* differ in case alone, or one is also a folder of another."""
    spelled: dict[str, str] = {}
    for path in sorted(paths):
        if (other := spelled.setdefault(_folded(path), path)) != path:
            raise Collision(output / path, f"it differs from {other} in capitals alone")
    for folder, path in _folders(spelled.values()).items():
        if file := spelled.get(_folded(folder)):
            raise Collision(output / file, f"it is also a folder, of {path}")


def respelled(new: Sequence[str], removed: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return (old, new) of each file and folder in *removed* that *new* spells in other case, outer first."""
    if not removed:
        return ()
    spellings = {_folded(name): name for name in (*_folders(new), *new)}
    pairs = ((old, spellings.get(_folded(old))) for old in (*_folders(removed), *removed))
    return tuple(sorted((old, name) for old, name in pairs if name is not None and name != old))


def stale_copies(changes: Changes, spellings: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the packed copies that go while their file changes or goes, *spellings* of another file aside.

    A server that finds one beside its file hands it out without a look at that file.
    """
    ending = {*changes.changed, *changes.removed}
    return frozenset(path for path in changes.removed if copied(path) in ending) - {old for old, _ in spellings}


def parent(path: str) -> str:
    """Return the folder of *path*, empty at the top."""
    return path.rpartition("/")[0]


def _folders(paths: Iterable[str]) -> dict[str, str]:
    """Return every folder that *paths* lie in, with the first path found in it."""
    found: dict[str, str] = {}
    for path in paths:
        folder = parent(path)
        while folder and folder not in found:
            found[folder] = path
            folder = parent(folder)
    return found


def _folded(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).lower()
