"""One build of a site at a time, in real processes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.errors import Locked, PublishError
from sitegen.publish.changes import Changes
from sitegen.publish.lock import build_lock

Start = Callable[[Callable[[], object]], int]


def hold(folder: Path, seconds: float) -> None:
    """Hold the lock of *folder* for some seconds."""
    with build_lock(folder, 0, lambda: None):
        (folder / "held").touch()
        time.sleep(seconds)


def wait_for(path: Path) -> None:
    """Return once *path* exists."""
    while not path.exists():
        time.sleep(0.005)


def test_the_second_build_says_that_it_waits_and_goes_on(tmp_path: Path, start_child: Start) -> None:
    """It is told once, and has the lock when the first one is done."""
    start_child(lambda: hold(tmp_path, 0.3))
    wait_for(tmp_path / "held")
    told: list[str] = []
    with build_lock(tmp_path, 20, lambda: told.append("waiting")):
        assert told == ["waiting"]


def test_a_build_that_need_not_wait_says_nothing(tmp_path: Path) -> None:
    """The lock is free after its holder is done, and its folder need not exist."""
    for _ in range(2):
        with build_lock(tmp_path / "site" / ".sitegen", 0, pytest.fail):
            pass


def test_a_build_gives_up_after_its_wait(tmp_path: Path, start_child: Start) -> None:
    """A lock that is held too long is a failure with its own code."""
    start_child(lambda: hold(tmp_path, 30))
    wait_for(tmp_path / "held")
    with pytest.raises(Locked) as refused, build_lock(tmp_path, 0.2, lambda: None):
        pass
    assert (refused.value.code, refused.value.path) == ("WR003", tmp_path / "lock")


def test_the_lock_ends_with_a_killed_build_even_if_its_worker_lives(tmp_path: Path, start_child: Start) -> None:
    """A worker that the build had forked and left behind doesn't hold the site."""

    def build() -> None:
        with build_lock(tmp_path, 0, lambda: None):
            worker = os.fork()
            if worker == 0:
                time.sleep(30)
                os._exit(0)
            (tmp_path / "worker.part").write_text(str(worker))
            (tmp_path / "worker.part").rename(tmp_path / "worker")
            time.sleep(30)

    child = start_child(build)
    wait_for(tmp_path / "worker")
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    worker = int((tmp_path / "worker").read_text())
    try:
        with build_lock(tmp_path, 2, lambda: None):
            os.kill(worker, 0)
    finally:
        os.kill(worker, signal.SIGKILL)


def test_a_lock_that_cannot_be_made_is_a_failure_to_write(tmp_path: Path) -> None:
    """A file where the folder belongs is told, not passed over."""
    (tmp_path / ".sitegen").touch()
    with pytest.raises(PublishError), build_lock(tmp_path / ".sitegen", 0, lambda: None):
        pass


def test_what_fails_within_the_lock_is_not_the_locks(tmp_path: Path) -> None:
    """A file that the build itself can't read stays the error that it is."""
    with pytest.raises(FileNotFoundError), build_lock(tmp_path, 0, lambda: None):
        raise FileNotFoundError


def test_builds_at_once_leave_the_site_of_one_of_them(
    tmp_path: Path,
    start_child: Start,
    publish_all: Callable[[Path, Mapping[str, bytes]], Changes],
    tree: Callable[[Path], dict[str, bytes]],
    whole: Callable[[Mapping[str, bytes]], dict[str, bytes]],
) -> None:
    """Three processes that build again and again never mix their files nor trip over each other."""
    sites = [{f"{n % 7}/{n}.html": b"%d of %d" % (n, build) for n in range(build, 40 + build)} for build in range(3)]

    def build_often(site: Mapping[str, bytes]) -> None:
        for _ in range(8):
            with build_lock(tmp_path / ".sitegen", 30, lambda: None):
                publish_all(tmp_path / "output", site)
                assert tree(tmp_path / "output") == whole(site)

    children = [start_child(lambda site=site: build_often(site)) for site in sites]  # type: ignore[misc]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    assert tree(tmp_path / "output") in [whole(site) for site in sites]
