"""The locks name every file by its hash, agree with each other and favour no supplier."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LOCKS = sorted(path.name for path in (ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)(?: ; .*)? \\$", re.MULTILINE)
HASHED = re.compile(
    r"^\S+==.* \\\n(?:    --hash=sha256:[0-9a-f]{64} \\\n)*    --hash=sha256:[0-9a-f]{64}$", re.MULTILINE
)


def text(lock: str) -> str:
    """Return the text of a lock."""
    return (ROOT / "requirements" / lock).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package in a lock."""
    return dict(PIN.findall(text(lock)))


def test_there_is_a_lock_for_each_use() -> None:
    """The program, its preview, its build, its tests and its benchmarks have a lock each."""
    assert LOCKS == ["bench.txt", "build.txt", "make.txt", "serve.txt", "test.txt"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_and_hashes_only(lock: str) -> None:
    """Each package has a version and the hashes of its files; no line points to an index, a folder or a host."""
    entries = [line for line in text(lock).splitlines() if line and not line.lstrip().startswith(("#", "--hash="))]
    assert len(entries) == len(pins(lock)) == len(HASHED.findall(text(lock)))


def test_no_two_locks_disagree() -> None:
    """A package has one version wherever it is named, so that locks can be installed over each other."""
    versions: dict[str, set[str]] = {}
    for lock in LOCKS:
        for name, version in pins(lock).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    """A library added to pyproject.toml is in its lock, but for what only Windows needs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[><=;]", line)[0] for line in project["dependencies"] if "win32" not in line}
    extras = {re.split(r"[><=;]", line)[0] for line in project["optional-dependencies"]["serve"]}
    assert needed <= pins("build.txt").keys()
    assert needed | extras <= pins("serve.txt").keys()
    assert not extras & pins("build.txt").keys()
