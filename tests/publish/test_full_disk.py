"""An output that can't be written leaves the old site standing: disks that are really full or read-only."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.errors import PublishError
from sitegen.publish.changes import Changes

Files = Mapping[str, bytes]
Publish = Callable[[Path, Files], Changes]
Tree = Callable[[Path], dict[str, bytes]]
Whole = Callable[[Files], dict[str, bytes]]
Mount = Callable[[str], Path]
Child = Callable[[Callable[[], object]], int]

PAGE = 4096
OLD = {"index.html": b"old" * 2000, "uutiset/tie/index.html": b"old", "gone": b"gone"}
NEW = {
    "index.html": b"new" * 3000,
    "uutiset/tie/index.html": b"new",
    "a/b/index.html": b"new",
    "gone/x/y/z/index.html": b"new",
}


@pytest.mark.parametrize("options", ["size=256k", "size=16m,nr_inodes=40"])
def test_a_full_disk_leaves_the_old_site(
    options: str, mount: Mount, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """With room for some of the files, or for some of their names, nothing changes; with room for all, all does."""
    disk = mount(options)
    output = disk / "output"
    publish_all(output, OLD)
    ballast = fill(disk)
    refusals = 0
    while True:
        try:
            publish_all(output, NEW)
        except PublishError as error:
            assert (error.code, error.reason) == ("WR001", "No space left on device")
            assert tree(output) == whole(OLD)
            refusals += 1
            ballast.pop().unlink()
        else:
            break
    assert tree(output) == whole(NEW)
    assert refusals > 4


def fill(disk: Path) -> list[Path]:
    """Return the files of a page each that leave no room on *disk*."""
    ballast: list[Path] = []
    try:
        while True:
            ballast.append(disk / f"ballast-{len(ballast)}")
            ballast[-1].write_bytes(b"x" * PAGE)
    except OSError:
        return [path for path in ballast if path.exists()]


def test_a_disk_that_has_no_room_for_names_leaves_the_old_site(
    ext4: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """A folder that must grow to take many new names is thought of before anything changes."""
    output = ext4 / "output"
    old = {"index.html": b"old", "feeds/a.xml": b"a"}
    new = {"index.html": b"new", **{f"feeds/{'x' * 120}{n}.xml": b"new" for n in range(100)}}
    publish_all(output, old)
    room = ext4 / "room"
    refusals = 0
    free = shutil.disk_usage(ext4).free
    for size in range(free - 60_000, 0, -4096):
        room.write_bytes(b"x" * size)
        try:
            publish_all(output, new)
        except PublishError:
            assert tree(output) == whole(old)
            refusals += 1
        else:
            break
    assert tree(output) == whole(new)
    assert refusals > 4


def test_a_disk_too_full_for_the_mark_is_told(mount: Mount, publish_all: Publish) -> None:
    """The first build on a full disk fails in words, and works once there is room."""
    disk = mount("size=64k")
    ballast = fill(disk)
    with pytest.raises(PublishError):
        publish_all(disk / "output", OLD)
    for path in ballast:
        path.unlink()
    publish_all(disk / "output", OLD)


def test_a_read_only_disk_leaves_the_old_site(mount: Mount, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """What can't be changed is told; a build that changes nothing succeeds all the same."""
    disk = mount("size=256k")
    publish_all(disk / "output", OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(PublishError) as failed:
        publish_all(disk / "output", NEW)
    assert failed.value.reason == "Read-only file system"
    assert tree(disk / "output") == whole(OLD)
    assert not publish_all(disk / "output", OLD)


def test_a_file_over_the_limit_leaves_the_old_site(
    tmp_path: Path,
    publish_all: Publish,
    in_child: Child,
    limit_file_size: Callable[[int], None],
    tree: Tree,
    whole: Whole,
) -> None:
    """A process that may not write files as large as a page changes nothing."""

    def build() -> None:
        limit_file_size(8000)
        publish_all(tmp_path, NEW)

    publish_all(tmp_path, OLD)
    assert in_child(build) == 3
    assert tree(tmp_path) == whole(OLD)


@pytest.mark.parametrize("folder", [".", "uutiset/tie", "uutiset"])
def test_a_folder_of_another_user_leaves_the_old_site(
    folder: str, mount: Mount, publish_all: Publish, in_child: Child, tree: Tree, whole: Whole
) -> None:
    """One folder that this user may not write to is found before anything changes, be the others as they may."""
    output = mount("size=256k,mode=755") / "output"
    publish_all(output, OLD)
    for place in [output, *output.rglob("*")]:
        os.chown(place, 65534, 65534)
    os.chown(output / folder, 0, 0)

    def build() -> None:
        os.setuid(65534)
        publish_all(output, {**NEW, "uutiset/katu/index.html": b"new"})

    assert in_child(build) == 3
    assert tree(output) == whole(OLD)
