"""Feeds as a feed reader shows them."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sites import Make
from test_feeds import TOWN, titles


def in_newsboat(newsboat: Path, feed: Path, folder: Path) -> list[tuple[str, str, str, str]]:
    """Return title, address, guid and text of each entry that newsboat has after it fetched the file *feed*."""
    folder.mkdir()
    (folder / "urls").write_text(f"file://{feed}\n", encoding="utf-8")
    (folder / "config").write_text("", encoding="utf-8")
    home = {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    command = [newsboat, "-C", folder / "config", "-u", folder / "urls", "-c", folder / "cache.db", "-x", "reload"]
    subprocess.run(command, check=True, env=home, capture_output=True, timeout=60)
    with closing(sqlite3.connect(folder / "cache.db")) as cache:
        return cache.execute("SELECT title, url, guid, content FROM rss_item ORDER BY id").fetchall()


@pytest.mark.parametrize("name", ["items", "agendas", "meetings", "news", "topics/tiet", "cases/7-10-03-01-2026"])
def test_newsboat_reads_a_feed(site: Make, tmp_path: Path, require_tool: Callable[[str], Path], name: str) -> None:
    """A real reader finds each entry once, with its title, whole address, guid and text."""
    newsboat = require_tool("newsboat")
    built = site(TOWN)
    found = in_newsboat(newsboat, built.output / f"feeds/{name}.xml", tmp_path / "reader")
    assert sorted(title for title, *_ in found) == sorted(titles(built, name))
    assert len({guid for _, _, guid, _ in found}) == len(found) > 0
    for _, url, guid, content in found:
        assert url.startswith("https://www.esimerkkila.example/")
        assert guid.startswith("urn:uuid:")
        assert content
