"""The folders of an output: made before files need them, gone once nothing is in them.

Knows single folders and what may stand in the way of one. Must not know files' contents or plans.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from sitegen.publish.changes import parent


class Folders:
    """Makes folders of one output and looks at each but once."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._is_new = {"": False}

    def make(self, folder: str) -> bool:
        """Make *folder* and those it is in; returns whether it is new, raises NotADirectoryError for what is in the way.

        A link is in the way even if it leads to a folder: nothing is written through it.
        """
        if folder not in self._is_new:
            self.make(parent(folder))
            self._is_new[folder] = self._make(self._output / folder)
        return self._is_new[folder]

    def _make(self, place: Path) -> bool:
        try:
            mode = place.lstat().st_mode
        except FileNotFoundError:
            place.mkdir()
            return True
        if not stat.S_ISDIR(mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(place))
        return False


def is_folder(place: Path) -> bool:
    """Return whether *place* is a folder itself and not a link to one."""
    try:
        return stat.S_ISDIR(place.lstat().st_mode)
    except OSError:
        return False


def prune(output: Path, path: str) -> None:
    """Remove the folders of *path* that are empty, innermost first."""
    folder = parent(path)
    while folder:
        try:
            (output / folder).rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = parent(folder)
