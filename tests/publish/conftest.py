"""Outputs to publish to, and processes and disks that fail for real."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from sitegen.errors import PublishError
from sitegen.publish.changes import Changes
from sitegen.publish.output import MARK, STAGING
from sitegen.publish.write import open_output, publish

Files = Mapping[str, bytes]
STEPS = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir"})


@pytest.fixture
def publish_all() -> Callable[[Path, Files], Changes]:
    """Return a function that makes an output hold just the files it is given, all of them drawn anew."""

    def run(output: Path, files: Files) -> Changes:
        return publish(output, open_output(output), set(), files.items())

    return run


@pytest.fixture
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Return a function that reads an output: every file but the mark, and every folder with its name and a slash."""

    def read(output: Path) -> dict[str, bytes]:
        places = {place.relative_to(output).as_posix(): place for place in output.rglob("*")}
        apart = {MARK, MARK.partition("/")[0]}
        return {
            path if place.is_file() else f"{path}/": place.read_bytes() if place.is_file() else b""
            for path, place in places.items()
            if path not in apart
        }

    return read


@pytest.fixture
def whole() -> Callable[[Files], dict[str, bytes]]:
    """Return a function that adds the folders of files to them, as ``tree`` reads them."""

    def add(files: Files) -> dict[str, bytes]:
        parents = {parent.as_posix() for path in files for parent in Path(path).parents} - {"."}
        return {**files, **{f"{parent}/": b"" for parent in parents}}

    return add


@pytest.fixture
def in_child() -> Callable[[Callable[[], object]], int]:
    """Return a function that runs work in a child process and returns its exit code: 3 for a PublishError, -9 if killed."""

    def run(work: Callable[[], object]) -> int:
        child = os.fork() or _exit_after(work)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    return run


@pytest.fixture
def start_child() -> Iterator[Callable[[Callable[[], object]], int]]:
    """Return a function that starts work in a child process and returns its id; no child outlives the test."""
    children: list[int] = []

    def start(work: Callable[[], object]) -> int:
        children.append(os.fork() or _exit_after(work))
        return children[-1]

    yield start
    for child in children:
        try:
            os.kill(child, 9)
            os.waitpid(child, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


def _exit_after(work: Callable[[], object]) -> NoReturn:
    code = 1
    try:
        work()
        code = 0
    except PublishError:
        code = 3
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


@pytest.fixture
def killed_at() -> Callable[[int, Callable[[], object]], Callable[[], None]]:
    """Return a function that makes work kill its process right before its n-th touch of the disk, counted from 1."""

    def at(step: int, work: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            steps = iter(range(1, step))

            def count(event: str, arguments: tuple[object, ...]) -> None:
                if event in STEPS and next(steps, None) is None:
                    os.kill(os.getpid(), 9)

            sys.addaudithook(count)
            work()

        return run

    return at


@pytest.fixture
def mount() -> Iterator[Callable[[str], Path]]:
    """Return a function that mounts a disk in memory with the options given; skips where that isn't allowed."""
    places: list[Path] = []

    def tmpfs(options: str) -> Path:
        place = Path(tempfile.mkdtemp())
        places.append(place)
        command = ["mount", "-t", "tmpfs", "-o", options, "sitegen-test", str(place)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            pytest.skip(f"a disk in memory ({options}) can't be mounted")
        return place

    yield tmpfs
    for place in places:
        unmount(place)


def unmount(place: Path) -> None:
    """Take a disk away and the folder that it was seen in."""
    if place.is_mount():
        subprocess.run(["umount", str(place)], check=True)
    place.rmdir()


@pytest.fixture
def ext4(tmp_path: Path) -> Iterator[Path]:
    """Return a small disk of its own, of small blocks and without a journal; skips where it can't be made."""
    image, place = tmp_path / "image", tmp_path / "disk"
    image.write_bytes(b"\0" * 4_000_000)
    place.mkdir()
    make = ["mkfs.ext4", "-q", "-b", "1024", "-m", "0", "-N", "1000", "-O", "^has_journal", str(image)]
    for command in (make, ["mount", "-o", "loop", str(image), str(place)]):
        if shutil.which(command[0]) is None or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("a disk can't be made in a file")
    yield place
    unmount(place)


@pytest.fixture
def limit_file_size() -> Callable[[int], None]:
    """Return a function that forbids this process files larger than some bytes."""
    return lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture
def staging() -> str:
    """Return the name of the folder that no output keeps."""
    return STAGING
