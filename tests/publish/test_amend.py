"""Changing some files of an output as it stands."""

from __future__ import annotations

import signal
import stat
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from sitegen.errors import PublishError
from sitegen.publish.amend import amend, paths_of, replace_file
from sitegen.publish.changes import Changes
from sitegen.publish.write import open_output

Files = Mapping[str, bytes]
Publish = Callable[[Path, Files], Changes]
Tree = Callable[[Path], dict[str, bytes]]
Whole = Callable[[Files], dict[str, bytes]]

OLD = {"index.html": b"a B c", "12/index.html": b"B", "12/liite.pdf": b"pdf", "feeds/items.xml": b"B B", "robots.txt": b"x"}
NEW = {"index.html": b"a  c", "12/index.html": b"gone", "feeds/items.xml": b" ", "robots.txt": b"x"}


def without_b(path: str, data: bytes) -> bytes:
    """Return a file of these tests without what goes."""
    return data.replace(b"B", b"")


def packed(path: str, data: bytes) -> Files:
    """Return the packed copies of a file of these tests; an empty one has none."""
    return {f"{path}.br": b"packed " + data} if data else {}


def take_out(output: Path, on_change: Callable[[list[str]], None] = lambda paths: None) -> Changes:
    """Take page 12 out of an output."""
    return amend(output, open_output(output), {"12/index.html": b"gone"}, {"12/liite.pdf"}, without_b, packed, on_change)


def test_only_what_is_named_or_cleaned_changes(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """A file that is replaced isn't cleaned too; one that has nothing to clean isn't even touched."""
    publish_all(tmp_path, OLD)
    before = (tmp_path / "robots.txt").stat()
    changes = take_out(tmp_path)
    assert tree(tmp_path) == whole(NEW | {"feeds/items.xml": b" "})
    assert changes == Changes(changed=("12/index.html", "feeds/items.xml", "index.html"), removed=("12/liite.pdf",), kept=2)
    after = (tmp_path / "robots.txt").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_packed_copies_change_and_go_with_their_files(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """No copy stands that holds what its file no longer does; one whose file stays as it was isn't touched."""
    copies = {f"{path}{ending}": b"packed " + data for path, data in OLD.items() for ending in (".br", ".gz")}
    publish_all(tmp_path, {**OLD, **copies, "feeds/items.xml.br": b"packed B B", "feeds/b.xml": b"B", "feeds/b.xml.br": b"packed B"})
    changes = take_out(tmp_path)
    changed = {"12/index.html.br": b"packed gone", "index.html.br": b"packed a  c", "feeds/items.xml.br": b"packed  "}
    same = {path: data for path, data in copies.items() if path.startswith("robots.txt")}
    assert tree(tmp_path) == whole({**NEW, **changed, **same, "feeds/b.xml": b""})
    assert changes.changed.index("index.html.br") < changes.changed.index("index.html")


def test_what_will_change_is_told_before_it_does(tmp_path: Path, publish_all: Publish) -> None:
    """Whoever remembers the files can forget them in time."""
    told: list[str] = []
    publish_all(tmp_path, OLD)

    def hear(paths: list[str]) -> None:
        assert (tmp_path / "12/index.html").read_bytes() == b"B"
        told.extend(paths)

    take_out(tmp_path, hear)
    assert told == ["12/index.html", "12/liite.pdf", "feeds/items.xml", "index.html"]


def test_a_second_time_changes_nothing(tmp_path: Path, publish_all: Publish) -> None:
    """What is gone stays gone, and no file is written again."""
    publish_all(tmp_path, OLD)
    take_out(tmp_path)
    assert not take_out(tmp_path)


def test_a_kill_at_any_step_is_completed_or_harmless(
    tmp_path: Path,
    publish_all: Publish,
    in_child: Callable[[Callable[[], object]], int],
    killed_at: Callable[[int, Callable[[], object]], Callable[[], None]],
    tree: Tree,
    whole: Whole,
) -> None:
    """The next run finds the output as it was or as it should be, and doing it again brings it there."""
    for step in count(1):
        output = tmp_path / str(step)
        publish_all(output, OLD)
        code = in_child(killed_at(step, lambda output=output: take_out(output)))  # type: ignore[misc]
        open_output(output)
        assert tree(output) in (whole(OLD), whole(NEW))
        take_out(output)
        assert tree(output) == whole(NEW)
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert step > 15


def test_the_files_that_say_something_are_found(tmp_path: Path, publish_all: Publish) -> None:
    """In order of path, whatever they are; a link is followed nowhere, and what isn't there says nothing."""
    publish_all(tmp_path, OLD)
    (tmp_path / "a").symlink_to(tmp_path / "index.html")
    assert paths_of(tmp_path, lambda data: b"B" in data) == ["12/index.html", "feeds/items.xml", "index.html"]
    assert paths_of(tmp_path / "ei", bool) == []


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path: Path) -> None:
    """Neither a half nor a second file is ever seen; a link stays one."""
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_file_that_cannot_be_replaced_stays(tmp_path: Path) -> None:
    """A disk that takes no more is told as what it is, and the old file stands."""
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / ".a.md.sitegen").mkdir()
    with pytest.raises(PublishError):
        replace_file(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"old"
