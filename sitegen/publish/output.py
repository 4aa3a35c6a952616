"""The output folder: whose it is and what stands in it.

Knows the mark by which an output is known, and the two names at its top that are no part of the
site: ``.git``, file or folder, since people publish from a git worktree, and the folder where
sitegen stages its files. Neither is listed, written to as a page or removed. Must not know what
is planned.
"""

from __future__ import annotations

import os
from pathlib import Path

from sitegen.errors import NotOurs, cannot_write

MARK = ".well-known/sitegen.json"
STAGING = ".sitegen-staged"
SPARE = f"{STAGING}/folders"
RESERVE = f"{STAGING}/reserve"

_APART = frozenset({".git", STAGING})


def claim(output: Path) -> None:
    """Make *output* sitegen's own: a new or empty folder gets its mark, before all else.

    A folder that holds nothing but ``.git`` counts as empty. Raises NotOurs if it holds anything
    else and has no mark, PublishError if it can't be made.
    """
    mark = output / MARK
    try:
        output.mkdir(parents=True, exist_ok=True)
        if mark.is_file():
            return
        if not _is_empty(output):
            raise NotOurs(output, f"it is neither empty nor made by sitegen (it has no {MARK})")
        mark.parent.mkdir(exist_ok=True)
        mark.write_bytes(b"{}\n")
    except OSError as error:
        raise cannot_write(output, error) from error


def _is_empty(output: Path) -> bool:
    """Return whether nothing stands there but what a claim that was cut short may have made."""
    names = {path.name for path in output.iterdir()} - _APART
    folder = output / MARK.partition("/")[0]
    return not names or (names == {folder.name} and folder.is_dir() and not any(folder.iterdir()))


def belongs(path: str) -> bool:
    """Return whether *path* is one that a site may hold: relative, parted by ``/``, within the output."""
    parts = path.split("/")
    return parts[0].lower() not in _APART and not any(part in ("", ".", "..") for part in parts)


def listing(output: Path) -> dict[str, int]:
    """Return the size in bytes of every file in *output*, by its path from there, in no set order.

    What is neither a file nor a folder, such as a link, has size -1 and is not followed. Raises
    PublishError if a folder can't be read.
    """
    sizes: dict[str, int] = {}
    root = f"{output}/"
    folders = [""]
    try:
        while folders:
            folder = folders.pop()
            with os.scandir(root + folder) as entries:
                for entry in entries:
                    path = folder + entry.name
                    if path in _APART:
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(path + "/")
                    elif entry.is_file(follow_symlinks=False):
                        sizes[path] = entry.stat(follow_symlinks=False).st_size
                    else:
                        sizes[path] = -1
    except OSError as error:
        raise cannot_write(output, error) from error
    return sizes
