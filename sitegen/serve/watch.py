"""The watch over what a site is made from.

Knows which files those are and that folders come and go. Must not know what is done about a change.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from sitegen.config import FILE
from sitegen.model.publication import LOG

FOLDERS = ("content", "templates", "static")


async def watch(source: Path, changed: Callable[[], None]) -> None:
    """Call *changed* after each burst of saves in the site's folders, settings and log, until cancelled."""
    async with asyncio.TaskGroup() as group:
        folders = _folders(source)
        inside = group.create_task(_watch_inside(source, folders, changed))
        # The folder that holds site.toml is watched, not the file: many editors save by putting a new file in its place.
        async for _ in awatch(source, recursive=False, watch_filter=_is_source):
            if folders != (folders := _folders(source)):
                inside.cancel()
                inside = group.create_task(_watch_inside(source, folders, changed))
            changed()


async def _watch_inside(source: Path, folders: dict[str, int], changed: Callable[[], None]) -> None:
    if folders:
        async for _ in awatch(*(source / name for name in folders), watch_filter=DefaultFilter(ignore_dirs=())):
            changed()


def _folders(source: Path) -> dict[str, int]:
    """Return the site's folders that are there; one that was made anew has another number."""
    return {name: (source / name).stat().st_ino for name in FOLDERS if (source / name).is_dir()}


def _is_source(change: Change, path: str) -> bool:
    return Path(path).name in (FILE, LOG, *FOLDERS)
