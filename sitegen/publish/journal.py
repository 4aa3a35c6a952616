"""The journal: what a commit is going to do, kept beside the staged files until it is done.

It is written as *prepared* and becomes the journal by a rename, which needs no room on the disk:
from then on the commit is carried through, by this run or the next, and the journal goes with
what was staged. Knows its own format and names. Must not know how its steps are taken.
"""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.publish.output import STAGING, belongs

_PREPARED = "prepared"
_SEALED = "journal"


class Journal(Struct, frozen=True):
    """The steps of a commit, in order.

    ``respelled`` are (old, new) spellings of one name, ``stale`` paths of packed copies that go before their
    file does or changes, ``placed`` are (staged name, path), ``removed`` paths.
    """

    respelled: tuple[tuple[str, str], ...] = ()
    stale: tuple[str, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()
    removed: tuple[str, ...] = ()


def prepare(output: Path, journal: Journal) -> None:
    """Write *journal* down; it binds nobody yet."""
    # Not msgspec's encoder: a standing file may have a name that isn't UTF-8, which JSON's escapes carry.
    text = json.dumps(msgspec.to_builtins(journal), separators=(",", ":"))
    (output / STAGING / _PREPARED).write_text(text, encoding="ascii")


def seal(output: Path) -> None:
    """Make what was prepared the journal: the point of no return."""
    (output / STAGING / _PREPARED).replace(output / STAGING / _SEALED)


def prepared(output: Path) -> Journal | None:
    """Return what was prepared and never sealed, if it was written whole."""
    return _read(output / STAGING / _PREPARED)


def sealed(output: Path) -> Journal | None:
    """Return the journal of a commit that has begun and not ended."""
    return _read(output / STAGING / _SEALED)


def _read(path: Path) -> Journal | None:
    """Return the journal at *path*; one that names a path outside the output is nobody's."""
    try:
        journal = msgspec.convert(json.loads(path.read_text("ascii")), Journal)
    except (FileNotFoundError, ValueError):
        return None
    names = [*journal.stale, *journal.removed, *(name for pair in journal.respelled for name in pair)]
    names += (path for _, path in journal.placed)
    staged = (name for name, _ in journal.placed)
    return journal if all(map(belongs, names)) and all(name.isalnum() for name in staged) else None
