"""Carrying a journal through: packed copies that go, new files, then changed ones, then removals, then empty folders.

Every step may be taken twice, so that a run that was killed anywhere can be completed from the
beginning. Knows renames and removals. Must not know whether this is the first attempt.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sitegen.errors import cannot_write
from sitegen.publish.changes import parent
from sitegen.publish.folders import Folders, is_folder, prune
from sitegen.publish.journal import Journal
from sitegen.publish.output import RESERVE, SPARE, STAGING


def replay(output: Path, journal: Journal) -> None:
    """Do what *journal* says and end it; raises PublishError, with the journal left for the next run."""
    folders = Folders(output)
    try:
        (output / RESERVE).unlink(missing_ok=True)
        for old, new in journal.respelled:
            _respell(output / old, output / new)
        for path in journal.stale:
            _remove(output / path)
        for name, path in journal.placed:
            _place(output, name, path, folders)
        spellings = dict(journal.respelled)
        for path in journal.removed:
            if not (path in spellings and _is_one(output / path, output / spellings[path])):
                _remove(output / path)
        for path in (*journal.stale, *journal.removed):
            prune(output, path)
    except OSError as error:
        raise cannot_write(output, error) from error
    shutil.rmtree(output / STAGING, ignore_errors=True)


def _respell(old: Path, new: Path) -> None:
    """Give what stands at *old* its new capitals, on a disk to which both are one name."""
    if _is_one(old, new):
        old.rename(new)


def _is_one(place: Path, other: Path) -> bool:
    try:
        return os.path.samestat(place.lstat(), other.lstat())
    except (FileNotFoundError, NotADirectoryError):
        return False


def _place(output: Path, name: str, path: str, folders: Folders) -> None:
    """Rename a staged file to its place; what stands in the way is moved aside first.

    Only a file that becomes a folder, or a folder that becomes a file, is gone for a moment.
    """
    staged, place = output / STAGING / name, output / path
    try:
        folders.make(parent(path))
    except NotADirectoryError as error:
        obstacle = Path(error.filename)
        obstacle.rename(f"{staged}-aside")
        (output / SPARE / obstacle.relative_to(output)).rename(obstacle)
        folders.make(parent(path))
    try:
        staged.replace(place)
    except FileNotFoundError:
        return  # an earlier run placed it
    except (IsADirectoryError, PermissionError):
        if not is_folder(place):
            raise
        place.rename(f"{staged}-aside")
        staged.replace(place)


def _remove(place: Path) -> None:
    """Remove the file at *place*, which may be gone or have become a folder by now."""
    try:
        place.unlink()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (IsADirectoryError, PermissionError):
        if not is_folder(place):
            raise
