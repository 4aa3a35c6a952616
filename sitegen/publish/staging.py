"""The staging folder: what was drawn and not yet put in place, within the output's file system but no part of the site.

One folder for all, closed to other users, with numbers for names: any name a page can have fits,
and the leftovers of a killed run are found without a search. Knows files' bytes. Must not rename
anything into place.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen.errors import Collision, PublishError, Unsafe
from sitegen.publish.folders import prune
from sitegen.publish.journal import Journal, prepared, sealed
from sitegen.publish.output import STAGING, belongs


class Staging:
    """Takes drawn files one by one and keeps on disk those that differ from what stands."""

    def __init__(self, output: Path, standing: Mapping[str, int]) -> None:
        self._output = output
        self._folder = output / STAGING
        self._standing = standing
        self.staged: dict[str, str] = {}
        self.same: set[str] = set()
        self.is_open = False

    def put(self, path: str, data: bytes) -> None:
        """Stage *data* for *path*, unless just that stands there.

        Raises Unsafe for a path that no site may hold, Collision for one that was put before,
        PublishError if the file can't be written.
        """
        if not belongs(path):
            raise Unsafe(self._output / path, "no page can have this address")
        if path in self.staged or path in self.same:
            raise Collision(self._output / path, "it is drawn twice")
        if self._standing.get(path) == len(data) and self._stands(path, data):
            self.same.add(path)
            return
        name = f"{len(self.staged):x}"
        try:
            self.open()
            with (self._folder / name).open("xb") as file:
                file.write(data)
        except OSError as error:
            raise PublishError(self._output / path, error.strerror or str(error)) from error
        self.staged[path] = name

    def open(self) -> None:
        """Make the staging folder, unless this run has made it already."""
        if not self.is_open:
            self._folder.mkdir(0o700)
            self.is_open = True

    def _stands(self, path: str, data: bytes) -> bool:
        try:
            return (self._output / path).read_bytes() == data
        except OSError:
            return False


def discard(output: Path) -> None:
    """Remove whatever is staged and the folders that were made for it."""
    for _, path in (prepared(output) or sealed(output) or Journal()).placed:
        prune(output, path)
    shutil.rmtree(output / STAGING, ignore_errors=True)
