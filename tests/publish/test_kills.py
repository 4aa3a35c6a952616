"""Publishing withstands a kill at any point: real processes, really killed."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from sitegen.publish.changes import Changes
from sitegen.publish.output import MARK, listing
from sitegen.publish.write import open_output

Files = Mapping[str, bytes]
Publish = Callable[[Path, Files], Changes]
Tree = Callable[[Path], dict[str, bytes]]
Whole = Callable[[Files], dict[str, bytes]]
Child = Callable[[Callable[[], object]], int]
KilledAt = Callable[[int, Callable[[], object]], Callable[[], None]]

LONG = "x" * 250 + ".html"
OLD = {
    "index.html": b"old front",
    "same.html": b"same",
    "gone/a/index.html": b"gone",
    "swap": b"a file",
    "turn/index.html": b"in a folder",
    "Kuva.webp": b"old picture",
    LONG: b"old",
}
NEW = {
    "index.html": b"new front",
    "same.html": b"same",
    "new/a/index.html": b"new",
    "swap/index.html": b"in a folder",
    "turn": b"a file",
    "kuva.webp": b"new picture",
    LONG: b"new and longer",
}


def assert_readable(output: Path) -> None:
    """Assert that each file is whole, old or new, and that none that both sites have is missing."""
    standing = {path: (output / path).read_bytes() for path in listing(output) if path != MARK}
    for path, data in standing.items():
        assert data in (OLD.get(path), NEW.get(path)), path
    assert standing.keys() >= OLD.keys() & NEW.keys()


def test_a_kill_at_any_step_leaves_whole_files_and_is_mended_by_the_next_run(
    tmp_path: Path, publish_all: Publish, in_child: Child, killed_at: KilledAt, tree: Tree, whole: Whole
) -> None:
    """Before the journal is sealed the old site stands, after it the next run completes the new one; nothing is left over."""
    for step in count(1):
        output = tmp_path / str(step)
        publish_all(output, OLD)
        code = in_child(killed_at(step, lambda output=output: publish_all(output, NEW)))  # type: ignore[misc]
        assert_readable(output)
        open_output(output)
        assert tree(output) in (whole(OLD), whole(NEW))
        publish_all(output, NEW)
        assert tree(output) == whole(NEW)
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert step > 40


def test_a_kill_of_the_first_build_locks_nobody_out(
    tmp_path: Path, publish_all: Publish, in_child: Child, killed_at: KilledAt, tree: Tree, whole: Whole
) -> None:
    """However little of the output stands, the next build knows it for its own."""
    for step in count(1):
        output = tmp_path / str(step)
        code = in_child(killed_at(step, lambda output=output: publish_all(output, OLD)))  # type: ignore[misc]
        publish_all(output, OLD)
        assert tree(output) == whole(OLD)
        if code == 0:
            break
        assert code == -signal.SIGKILL


def test_no_packed_copy_is_older_than_its_file(
    tmp_path: Path, publish_all: Publish, in_child: Child, killed_at: KilledAt, tree: Tree, whole: Whole
) -> None:
    """Servers hand out the copy that stands beside a file without a look at the file: at no step does an old one stand by a new."""
    old = {"a.html": b"old", "a.html.br": b"old", "a.html.gz": b"old", "b.html": b"old", "b.html.br": b"old", "c.html": b"old"}
    new = {"a.html.br": b"new", "a.html.gz": b"new", "a.html": b"new", "b.html": b"new", "c.html.br": b"new", "c.html": b"new"}
    for step in count(1):
        output = tmp_path / str(step)
        publish_all(output, {**old, "d.html.gz": b"old", "d.html": b"old"})
        code = in_child(killed_at(step, lambda output=output: publish_all(output, new)))  # type: ignore[misc]
        standing = tree(output)
        for path, data in standing.items():
            if path.endswith((".br", ".gz")):
                assert (data, standing.get(path[:-3])) in ((b"old", b"old"), (b"new", b"new"), (b"new", b"old")), (step, path)
        publish_all(output, new)
        assert tree(output) == whole(new)
        if code == 0:
            break
        assert code == -signal.SIGKILL


@pytest.mark.parametrize("step", range(8, 48, 5))
def test_mending_withstands_kills_too(
    step: int, tmp_path: Path, publish_all: Publish, in_child: Child, killed_at: KilledAt, tree: Tree, whole: Whole
) -> None:
    """A recovery that is killed again and again, one step later each time, still ends in a whole site."""
    publish_all(tmp_path, OLD)
    assert in_child(killed_at(step, lambda: publish_all(tmp_path, NEW))) == -signal.SIGKILL
    for later in count(1):
        code = in_child(killed_at(later, lambda: open_output(tmp_path)))
        assert_readable(tmp_path)
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert tree(tmp_path) in (whole(OLD), whole(NEW))


def test_kills_at_any_time_leave_whole_files(
    tmp_path: Path, publish_all: Publish, start_child: Child, tree: Tree, whole: Whole
) -> None:
    """Large and many files, killed by the clock: each is one edition's, and the last build's stands in the end."""
    editions = [
        {f"{n % 11}/{n}": b"%d" % edition * (1 + 997 * n) for n in range(edition, 120 + edition)}
        for edition in range(4)
    ]
    publish_all(tmp_path, editions[0])
    delays = random.Random(1918)
    for turn in range(16):
        child = start_child(lambda turn=turn: publish_all(tmp_path, editions[turn % 4]))  # type: ignore[misc]
        time.sleep(delays.uniform(0.001, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        for path, data in tree(tmp_path).items():
            if path.split("/")[0].isdigit() and not path.endswith("/"):
                assert data in [edition.get(path) for edition in editions]
    publish_all(tmp_path, editions[2])
    assert tree(tmp_path) == whole(editions[2])


def test_a_journal_that_leads_out_of_the_output_is_not_followed(
    tmp_path: Path, publish_all: Publish, staging: str
) -> None:
    """A folder that somebody else made can't have files removed beside it."""
    publish_all(tmp_path / "output", OLD)
    (tmp_path / "thesis.txt").touch()
    (tmp_path / "output" / staging).mkdir()
    (tmp_path / "output" / staging / "journal").write_text(
        '{"placed": [], "removed": ["../thesis.txt"], "respelled": []}'
    )
    open_output(tmp_path / "output")
    assert (tmp_path / "thesis.txt").exists()
    assert not (tmp_path / "output" / staging).exists()
