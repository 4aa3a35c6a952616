"""The same content gives the same bytes, wherever, whenever and however a site is built."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from copies import ROOT, copied, files_of, run_build
from walk import Files

PLAIN = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
STRANGE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "fi_FI.UTF-8", "LANG": "sv_FI.UTF-8", "PYTHONHASHSEED": "4711"}


def built(source: Path, environment: dict[str, str], *options: str) -> Files:
    """Build the site in *source* into its ``output`` and return that folder's files."""
    done = run_build(source, *options, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return files_of(source / "output")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Return the output of a plain build of the shipped site in one process."""
    files = built(copied(ROOT, tmp_path_factory.mktemp("first")), PLAIN, "--jobs", "1")
    assert len(files) > 200
    return files


def differing(one: Files, other: Files) -> list[str]:
    """Return the paths at which two outputs differ."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def test_neither_place_nor_time_nor_machine_changes_a_byte(first: Files, tmp_path: Path) -> None:
    """Another folder, timezone, locale, order of sets and number of processes make the same site."""
    assert differing(first, built(copied(ROOT, tmp_path / "toinen kansio/å ä ö"), STRANGE, "--jobs", "2")) == []


def test_forgetting_everything_changes_no_byte(first: Files, tmp_path: Path) -> None:
    """A build over an output that stands makes the same site, with nothing remembered of it and with everything."""
    source = copied(ROOT, tmp_path)
    built(source, STRANGE, "--jobs", "1")
    shutil.rmtree(source / ".sitegen")
    assert differing(first, built(source, PLAIN, "--jobs", "2")) == []
    assert differing(first, built(source, STRANGE)) == []


@pytest.fixture
def other_disk() -> Iterator[Path]:
    """Return a folder on a disk in memory, which lists files in the order in which they came; skips where there is none."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        pytest.skip("there is no disk in memory")
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def test_the_order_of_files_on_disk_changes_no_byte(first: Files, other_disk: Path) -> None:
    """A copy whose folders list their files in another order makes the same site."""
    source = copied(ROOT, other_disk / "source")
    for path in sorted(files_of(source), key=lambda path: path[::-1]):
        copy = other_disk / "site" / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / path, copy)
    assert differing(first, built(other_disk / "site", PLAIN, "--jobs", "1")) == []
