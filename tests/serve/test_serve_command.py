"""How a preview begins and ends."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
from previews import ROOT, SITE, Running, Start, news
from sites import unpack

OFF = "import sys; sys.modules['{}'] = None; from sitegen.cli import main; main({!r})"


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python to its end in *folder*, as an English user."""
    environment = {**os.environ, "LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=30, check=False
    )


def test_an_interrupt_ends_it_cleanly_with_windows_open(start: Start) -> None:
    """Ctrl-C is the way to end a preview: exit status 0, no traceback, and open windows don't hold it up."""
    preview = start()
    with httpx.stream("GET", preview.address + "/.sitegen/events", timeout=10) as events:
        lines = events.iter_lines()
        assert next(lines).startswith("data: ")
        assert preview.stop() == 0
    assert "The preview has ended." in preview.said
    assert "Traceback" not in preview.said and "rror" not in preview.said


def test_an_interrupt_ends_the_build_under_way(tmp_path: Path) -> None:
    """Ctrl-C doesn't wait for a long first build: nothing of it is put in place, and nothing is said of it."""
    many = "".join(f"-- content/news/n-{number}.md --\n{news(f'Uutinen {number}')}" for number in range(600))
    preview = Running(unpack(many, tmp_path / "site"), tmp_path / "log", "--port", "0", "--as-of", "2026-06-01")
    try:
        assert "The site is being built" in preview.get("/").text
        assert preview.stop() == 0
    finally:
        preview.kill()
    assert "Traceback" not in preview.said and "rror" not in preview.said
    assert not (preview.source / ".sitegen/preview/index.html").exists()


def test_a_taken_port_gives_way_to_the_next_one(start: Start) -> None:
    """Who doesn't know ports still gets an address that works, and is told of it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        preview = start(SITE, "--port", str(port), "--as-of", "2026-06-01")
        assert f"Port {port} is taken" in preview.said
        assert preview.get("/").status_code == 200


def test_today_is_the_day_where_none_is_given(start: Start) -> None:
    """Without --as-of the preview reads the clock."""
    assert start(SITE, "--port", "0").get("/").status_code == 200


def test_a_second_preview_of_one_site_is_refused(start: Start) -> None:
    """Two would change the same files under each other's windows."""
    preview = start()
    second = run(preview.source, "-m", "sitegen", "serve", "--port", "0")
    assert second.returncode == 2
    assert "running already" in second.stderr and "Traceback" not in second.stderr


def test_a_folder_without_a_site_is_left_as_it_is(tmp_path: Path) -> None:
    """Outside a site's folder the command says so and makes nothing."""
    ended = run(tmp_path, "-m", "sitegen", "serve")
    assert (ended.returncode, "CF001" in ended.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_missing_libraries_are_named_with_what_brings_them(tmp_path: Path) -> None:
    """Without the extra the command tells how to install it, and the list of commands works."""
    for library in ("watchfiles", "starlette", "uvicorn"):
        ended = run(tmp_path, "-c", OFF.format(library, ["serve"]))
        assert ended.returncode == 2
        assert "pip install starlette uvicorn watchfiles" in ended.stdout and "Traceback" not in ended.stderr
    assert run(tmp_path, "-c", OFF.format("watchfiles", ["--help"])).returncode == 0
