"""What the preview shows at this moment: which build, what is wrong, and whether the files may be read.

Knows states only: no HTTP, and of files no more than where they are. Belongs to the event loop's thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from secrets import token_hex

from sitegen.build import Built
from sitegen.diagnostics import Diagnostic


class Shown:
    """The last good site in *folder*, once one ``stands``, and the ``faults`` or the ``failure`` of the last build."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stands = False
        self.faults: list[Diagnostic] = []
        self.failure: Exception | None = None
        # A window left open from an earlier run must not take this run's builds for those that it knows.
        self._run = token_hex(4)
        self._number = 0
        self._turn = asyncio.Event()
        self._free = asyncio.Event()
        self._free.set()
        self._ended = False

    @property
    def version(self) -> str:
        """What a page that is read now belongs to; it changes whenever a page could look different."""
        return f"{self._run}-{self._number}"

    async def readable(self) -> None:
        """Wait until no build is changing the files; until the next ``await`` none will begin to."""
        while not self._free.is_set():
            await self._free.wait()

    async def hold(self) -> None:
        """Keep readers away until the build that is about to change the files has ended."""
        self._free.clear()

    def show(self, built: Built) -> None:
        """Show what a build made, or its faults over the site before it."""
        good = built.changes is not None
        new = bool(built.changes or self.failure or built.faults != self.faults or good > self.stands)
        self.stands = self.stands or good
        self.faults, self.failure = built.faults, None
        self._end_build(new)

    def fail(self, failure: Exception) -> None:
        """Show why a build came to no end, over the site before it."""
        self.failure = failure
        self._end_build(True)

    def _end_build(self, new: bool) -> None:
        self._free.set()
        if new:
            self._number += 1
            self._pass()

    def end(self) -> None:
        """End every stream of ``versions``."""
        self._ended = True
        self._pass()

    def _pass(self) -> None:
        self._turn.set()
        self._turn = asyncio.Event()

    async def versions(self) -> AsyncIterator[str]:
        """Yield the version that is shown, and each later one."""
        while not self._ended:
            turn = self._turn
            yield self.version
            await turn.wait()
