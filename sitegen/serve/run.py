"""The preview as a whole: a socket, the server, the builds and the watch, side by side until the user ends it.

Knows how these are put together. Must not know what any of them does.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import uvicorn
from msgspec import Struct

from sitegen.serve.app import make_app
from sitegen.serve.builder import Builder, Listener
from sitegen.serve.overlay import Speech
from sitegen.serve.shown import Shown
from sitegen.serve.watch import watch

ADDRESS = "127.0.0.1"
TRIES = 100


class Preview(Struct, frozen=True):
    """What to preview: the site's folder, the day it is shown for, the user's words, and whom to tell of builds."""

    source: Path
    day: Callable[[], date]
    speech: Speech
    listener: Listener


def listen(port: int) -> socket.socket:
    """Return a socket on this machine alone at *port*, or at the first free port after it; raise OSError if there is none."""
    for one in range(port, min(port + TRIES, 65535)):
        try:
            return socket.create_server((ADDRESS, one))
        except OSError:
            continue
    return socket.create_server((ADDRESS, min(port + TRIES, 65535)))


def serve(preview: Preview, listening: socket.socket) -> None:
    """Serve the site on *listening* until the user interrupts, which raises KeyboardInterrupt."""
    with closing(listening):
        asyncio.run(_serve(preview, listening))


async def _serve(preview: Preview, listening: socket.socket) -> None:
    shown = Shown(preview.source / ".sitegen" / "preview")
    builder = Builder(preview.source, shown, preview.day, preview.listener)
    config = uvicorn.Config(
        make_app(shown, preview.speech),
        lifespan="off",
        ws="none",
        access_log=False,
        log_config=None,
        log_level=logging.ERROR,
    )
    async with asyncio.TaskGroup() as group:
        # The watch first: what is saved while the first build reads is seen.
        tasks = [group.create_task(watch(preview.source, builder.ask)), group.create_task(builder.follow())]
        await _Server(config, shown).serve([listening])
        for task in tasks:
            task.cancel()


class _Server(uvicorn.Server):
    """Ends the streams of versions when it shuts down, or it would wait for them."""

    def __init__(self, config: uvicorn.Config, shown: Shown) -> None:
        super().__init__(config)
        self._shown = shown

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close what is open."""
        self._shown.end()
        await super().shutdown(sockets)
