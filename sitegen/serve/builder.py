"""The preview's builds: one at a time, when something was saved or another day has come.

Knows the build and its lock. Must not know what watches the files, nor how a build is shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct

from sitegen.build import Built, Options, build
from sitegen.errors import Locked
from sitegen.publish.lock import build_lock
from sitegen.serve.shown import Shown

# The build's last stage, in which it changes what is served.
PUBLISHING = "publish"
PAUSE = 0.5


class Listener(Struct, frozen=True):
    """Whom the preview tells of each build: it came to an end, failed, or waits for a build in another process."""

    built: Callable[[Built], None]
    failed: Callable[[Exception], None]
    waits: Callable[[], None]


class Stopped(Exception):
    """The preview ends, and the build under way with it."""


class Builder:
    """Builds *source*, drafts included, into the folder that is shown; *day* tells for which day."""

    def __init__(self, source: Path, shown: Shown, day: Callable[[], date], listener: Listener) -> None:
        self._source, self._shown, self._day, self._listener = source, shown, day, listener
        self._asked = asyncio.Event()
        self._stopped = False

    def ask(self) -> None:
        """Have the site built, after the build under way if there is one."""
        self._asked.set()

    async def follow(self) -> None:
        """Build now, and again whenever asked or when the day has turned, until cancelled."""
        try:
            while True:
                self._asked.clear()
                day = self._day()
                await self._build(day)
                while not self._asked.is_set() and self._day() == day:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._asked.wait(), PAUSE)
        finally:
            self._stopped = True

    async def _build(self, day: date) -> None:
        """Build once and show what came of it; a failure ends one build and not the preview."""
        options = Options(self._source, self._shown.folder, day, drafts=True)
        try:
            built = await self._locked(options)
        except Exception as error:
            self._shown.fail(error)
            self._listener.failed(error)
        else:
            self._shown.show(built)
            self._listener.built(built)

    async def _locked(self, options: Options) -> Built:
        """Build in a thread as soon as no other process is building the site."""
        loop = asyncio.get_running_loop()
        is_told = False
        while True:
            try:
                return await asyncio.to_thread(self._run, options, loop)
            except Locked:
                if not is_told:
                    self._listener.waits()
                is_told = True
                await asyncio.sleep(PAUSE)

    def _run(self, options: Options, loop: asyncio.AbstractEventLoop) -> Built:
        def tell(stage: str, done: int, total: int) -> None:
            if self._stopped:
                raise Stopped
            if stage == PUBLISHING:
                asyncio.run_coroutine_threadsafe(self._shown.hold(), loop).result()

        with build_lock(options.source / ".sitegen", 0, lambda: None):
            return build(options, None, tell)
