"""Previews as a user starts them: the command, in a process of its own, on a small site."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from sites import TOML, unpack

ROOT = Path(__file__).parent.parent
PATIENCE = 20.0
SITE = f"""
-- site.toml --
{TOML}
-- content/news/silta.md --
---
title: Silta avataan
date: 2026-05-04
---
Uusi silta avataan kesällä.
-- content/news/tie.md --
---
title: Tie vielä kesken
date: 2026-05-05
draft: true
---
Tästä ei vielä kerrota.
"""


class Running:
    """A preview that runs: its process, its address and what it has said so far."""

    def __init__(self, source: Path, log: Path, *options: str) -> None:
        self.source, self._log = source, log
        command = [sys.executable, "-m", "sitegen", "serve", "--source", str(source), *options]
        environment = {**os.environ, "LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
        with log.open("wb") as file:
            self.process = subprocess.Popen(command, stdout=file, stderr=file, env=environment, cwd=source)
        self.address = self.waits_for(lambda: self.said.partition("preview is at ")[2].partition("/\n")[0])

    @property
    def said(self) -> str:
        """All that stands in the terminal."""
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str) -> httpx.Response:
        """Ask for an address of the site."""
        return httpx.get(self.address + path, timeout=PATIENCE)

    def waits_for(self, is_so: Callable[[], object]) -> str:
        """Wait until *is_so* and return what it returned; fail after PATIENCE seconds, or where the preview has ended."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if found := is_so():
                return str(found)
            time.sleep(0.02)
        raise AssertionError(self.said)

    def kill(self) -> None:
        """End the preview whatever it does."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """End the preview as Ctrl-C does; return its exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


Start = Callable[..., Running]


def begin(text: str, folder: Path, *options: str) -> Running:
    """Start a preview of the site in a string and wait until its first build has ended."""
    source = unpack(text, folder / "site")
    preview = Running(source, folder / "log", *(options or ("--port", "0", "--as-of", "2026-06-01")))
    try:
        preview.waits_for(lambda: "Built: " in preview.said or "Not built." in preview.said)
    except AssertionError:
        preview.kill()
        raise
    return preview


def write(source: Path, path: str, text: str) -> None:
    """Save a file of the site as many editors do: beside its place, and then renamed into it."""
    (source / path).parent.mkdir(parents=True, exist_ok=True)
    beside = source / f"{path}~"
    beside.write_text(text, encoding="utf-8")
    beside.replace(source / path)


def news(title: str, more: str = "") -> str:
    """Return a news item of that title."""
    return f"---\ntitle: {title}\ndate: 2026-05-04\n{more}---\nUusi silta avataan kesällä.\n"
