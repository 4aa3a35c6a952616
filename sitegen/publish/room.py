"""Making sure, before anything changes, that the commit will find leave and room for all that it does.

Knows what a rename may want of a disk: a folder to go to, the right to change it, and now and then
a block for the folder's own list of names. Must not change anything that stands.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from sitegen.publish.changes import Changes, parent
from sitegen.publish.folders import Folders
from sitegen.publish.output import RESERVE, SPARE

_BLOCK = 4096


def make_room(output: Path, changes: Changes) -> None:
    """Make the folders that *changes* need and keep some room on the disk in ``RESERVE``.

    Folders whose place a file still takes are made in ``SPARE``, for the commit to put there. Raises
    OSError if a name is too long, the disk is full or a folder can't be written to.
    """
    grown = _make_folders(output, changes.new)
    touched = grown.union(map(parent, changes.changed), map(parent, changes.removed))
    for place in (output / folder for folder in sorted(touched)):
        if not os.access(place, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
    names = sum(len(os.fsencode(path.rpartition("/")[2])) + 12 for path in changes.new)
    # Twice what the names take, since folders split when full; random, since some disks compress.
    (output / RESERVE).write_bytes(os.urandom(_BLOCK * (8 + 2 * len(grown)) + 2 * names))


def _make_folders(output: Path, paths: Iterable[str]) -> set[str]:
    """Return those folders that stood before and will hold more names."""
    folders, spare = Folders(output), Folders(output / SPARE)
    grown: set[str] = set()
    for path in paths:
        folder = parent(path)
        try:
            if not folders.make(folder):
                grown.add(folder)
            (output / path).lstat()
        except FileNotFoundError:
            continue  # nothing is there, as it should be
        except NotADirectoryError:
            (output / SPARE).mkdir(exist_ok=True)
            spare.make(folder)
    return grown
