"""The command as people run it: in a process of its own, in their language."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sites import unpack

ROOT = Path(__file__).parent.parent.parent
Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR")
COMMAND = [sys.executable, "-m", "sitegen"]

SITE = """
    -- content/news/2026/tie-suljettu.md --
    ---
    title: Tie suljettu
    date: 2026-05-04
    ---
    Kunnantie on poikki.
    -- content/pages/tietoa.md --
    ---
    title: Tietoa kunnasta
    ---
    Kunta on pieni.
    """


def environment(lang: str = "en") -> dict[str, str]:
    """Return this process's environment with another language, and no way to know that it is a test."""
    plain = {name: value for name, value in os.environ.items() if name not in LANGUAGE_VARIABLES}
    return plain | {"LANG": f"{lang}_FI.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs ``sitegen`` with these arguments in a folder and gives what it said."""

    def sitegen(*arguments: object, lang: str = "en", folder: Path = tmp_path, **more: str) -> Done:
        command = [*COMMAND, *map(str, arguments)]
        env = environment(lang) | more
        return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120)

    return sitegen


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return the folder of a small site without a fault."""
    return unpack(SITE, tmp_path / "town")


@pytest.fixture
def many_news(tmp_path: Path) -> Path:
    """Return the folder of a site that takes a while to build."""
    folder = unpack(SITE, tmp_path / "town")
    for number in range(400):
        text = f"---\ntitle: Uutinen {number}\ndate: 2026-05-04\n---\n" + f"Kappale **numero** {number}.\n\n" * 20
        (folder / f"content/news/2026/uutinen-{number}.md").write_text(text, encoding="utf-8")
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files in *folder* by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def files_of() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads all files in a folder."""
    return tree


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Return a function that starts ``sitegen`` and doesn't wait for it; nothing outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def sitegen(*arguments: object) -> subprocess.Popen[str]:
        command = [*COMMAND, *map(str, arguments)]
        started.append(
            subprocess.Popen(
                command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
            )
        )
        return started[-1]

    yield sitegen
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def small_disk() -> Iterator[Callable[[str], Path]]:
    """Return a function that mounts a disk in memory with the options given; skips where that isn't allowed."""
    places: list[Path] = []

    def mount(options: str) -> Path:
        place = Path(tempfile.mkdtemp())
        command = ["mount", "-t", "tmpfs", "-o", options, "sitegen-test", str(place)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            place.rmdir()
            pytest.skip(f"a disk in memory ({options}) can't be mounted")
        places.append(place)
        return place

    yield mount
    for place in places:
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


@pytest.fixture
def make_read_only() -> Callable[[Path], None]:
    """Return a function that lets a mounted disk be read only."""

    def remount(place: Path) -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)

    return remount
