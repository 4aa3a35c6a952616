"""Previews that run while a test lasts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from previews import SITE, Running, Start, begin


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Return a function that starts a preview of the site in a string."""
    running: list[Running] = []

    def start(text: str = SITE, *options: str) -> Running:
        running.append(begin(text, tmp_path, *options))
        return running[-1]

    yield start
    for preview in running:
        preview.kill()
