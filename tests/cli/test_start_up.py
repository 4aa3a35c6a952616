"""What the command loads: no more than it uses, since loading is most of what a short command does."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

HEAVY = (
    "babel feedgen frontmatter http icalendar jinja2 lxml markdown multiprocessing nh3 slugify sqlite3 ssl starlette uvicorn yaml"
).split()


def loaded(run: Run, *arguments: object) -> set[str]:
    """Return which of the heavy libraries a command loads."""
    done = run(*arguments, PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0, done.stderr
    modules = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}
    return modules & set(HEAVY)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["explain", "FM002"], ["explain"]])
def test_what_needs_no_library_loads_none(run: Run, arguments: list[str]) -> None:
    """Help and explanations come at once."""
    assert loaded(run, *arguments) == set()


def test_an_unchanged_build_loads_nothing_that_draws(run: Run, town: Path) -> None:
    """Where nothing has changed, only the store is asked and the sum is told in the user's language."""
    arguments = ("build", "--source", town, "--as-of", "2026-06-01")
    assert {"jinja2", "markdown", "feedgen", "yaml"} <= loaded(run, *arguments)
    assert loaded(run, *arguments) == {"babel", "sqlite3"}


def test_a_small_build_starts_no_process(run: Run, town: Path) -> None:
    """What takes a moment is done in the command's own process."""
    assert "multiprocessing" not in loaded(run, "build", "--source", town, "--as-of", "2026-06-01", "--jobs", 4)
