"""What a publishing changes, and what it leaves alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from sitegen.errors import Collision, NotOurs, PublishError, Unsafe
from sitegen.publish.changes import Changes
from sitegen.publish.output import MARK, STAGING, listing
from sitegen.publish.write import glance, open_output, publish

Publish = Callable[[Path, Mapping[str, bytes]], Changes]
Tree = Callable[[Path], dict[str, bytes]]
Whole = Callable[[Mapping[str, bytes]], dict[str, bytes]]

SITE = {"index.html": b"front", "uutiset/2026/tie/index.html": b"road", "feeds/news.xml": b"<rss/>"}


def states(output: Path) -> dict[str, tuple[int, int]]:
    """Return the inode and the time of change of everything in *output*, itself included."""
    return {
        place.as_posix(): (place.lstat().st_ino, place.lstat().st_mtime_ns) for place in [output, *output.rglob("*")]
    }


def test_the_output_holds_what_is_drawn_and_nothing_else(
    tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """Files and folders are those of the plan, byte for byte."""
    changes = publish_all(tmp_path / "output", SITE)
    assert tree(tmp_path / "output") == whole(SITE)
    assert changes == Changes(new=tuple(SITE), kept=1)


def test_what_no_plan_names_goes_with_its_empty_folders(
    tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """A page that is not planned any more is removed; its neighbours stay."""
    publish_all(tmp_path, {**SITE, "uutiset/2026/katu/kuvat/a.webp": b"a"})
    changes = publish_all(tmp_path, SITE)
    assert changes == Changes(removed=("uutiset/2026/katu/kuvat/a.webp",), kept=4)
    assert tree(tmp_path) == whole(SITE)


def test_a_build_without_changes_touches_nothing(tmp_path: Path, publish_all: Publish) -> None:
    """What stands as it is drawn keeps its inode and its time of change, and so do the folders."""
    publish_all(tmp_path, SITE)
    before = states(tmp_path)
    assert publish_all(tmp_path, SITE) == Changes(kept=4)
    assert states(tmp_path) == before


def test_only_what_differs_is_rewritten(tmp_path: Path, publish_all: Publish) -> None:
    """A changed page of the same length is a new file; the others are the same files as before."""
    publish_all(tmp_path, SITE)
    before = states(tmp_path)
    changes = publish_all(tmp_path, {**SITE, "index.html": b"FRONT"})
    after = states(tmp_path)
    assert changes == Changes(changed=("index.html",), kept=3)
    assert {place for place in before if before[place] != after[place]} == {str(tmp_path), str(tmp_path / "index.html")}


def test_what_is_kept_needs_no_bytes(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """A plan that stands is named and not drawn."""
    publish_all(tmp_path, SITE)
    changes = publish(tmp_path, open_output(tmp_path), SITE.keys(), [("404.html", b"gone")])
    assert changes == Changes(new=("404.html",), kept=4)
    assert tree(tmp_path) == whole({**SITE, "404.html": b"gone"})


def test_what_does_not_stand_cannot_be_kept(tmp_path: Path, publish_all: Publish) -> None:
    """A page that is believed to stand and doesn't is told at once, not left missing."""
    publish_all(tmp_path, SITE)
    with pytest.raises(ValueError, match=r"404\.html"):
        publish(tmp_path, open_output(tmp_path), {"index.html", "404.html"}, [])
    assert (tmp_path / "feeds/news.xml").exists()


def test_nothing_changes_before_all_is_drawn(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """A page that can't be drawn leaves the old site, and nothing of what was drawn before it."""

    def drawn() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        yield "new/index.html", b"new"
        assert (tmp_path / "index.html").read_bytes() == b"front"
        raise ZeroDivisionError

    publish_all(tmp_path, SITE)
    with pytest.raises(ZeroDivisionError):
        publish(tmp_path, open_output(tmp_path), set(), drawn())
    assert tree(tmp_path) == whole(SITE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"file"}, {"a/index.html": b"page", "a/b/c": b"deep"}),
        ({"a/index.html": b"page", "a/b/c": b"deep"}, {"a": b"file"}),
        ({"x/a": b"file", "x/b": b"stays"}, {"x/a/index.html": b"page", "x/b": b"stays"}),
        ({"Tiedote.pdf": b"one"}, {"tiedote.pdf": b"two"}),
        ({"Kuvat/A.webp": b"same", "Kuvat/b.webp": b"b"}, {"kuvat/a.webp": b"same", "kuvat/b.webp": b"b"}),
    ],
)
def test_any_name_may_take_the_place_of_any_other(
    before: dict[str, bytes], after: dict[str, bytes], tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """A file becomes a folder, a folder a file, and capitals small letters."""
    publish_all(tmp_path, before)
    publish_all(tmp_path, after)
    assert tree(tmp_path) == whole(after)


def test_capitals_change_on_a_disk_that_ignores_them(
    mount: Callable[[str], Path], publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """Where both spellings are one name, the new one stands and the old one's removal doesn't take it away."""
    output = mount("casefold") / "output"
    after = {"kuvat/a.webp": b"new", "kuvat/b.webp": b"b"}
    output.mkdir()
    assert os.system(f"chattr +F '{output}'") == 0
    publish_all(output, {"Kuvat/A.webp": b"a", "Kuvat/b.webp": b"b"})
    publish_all(output, after)
    assert tree(output) == whole(after)
    assert publish_all(output, after) == Changes(kept=3)


def test_a_name_of_255_bytes_works(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """The longest name that a disk takes can be written and changed."""
    name = f"{'ä' * 125}.html"
    assert len(name.encode()) == 255
    publish_all(tmp_path, {name: b"one"})
    publish_all(tmp_path, {name: b"two"})
    assert tree(tmp_path) == whole({name: b"two"})


def test_a_name_that_is_no_text_can_be_removed(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """A stray file whose name isn't UTF-8 doesn't stop a build."""
    publish_all(tmp_path, SITE)
    (tmp_path / os.fsdecode(b"k\xe4ynti.html")).write_bytes(b"stray")
    publish_all(tmp_path, SITE)
    assert tree(tmp_path) == whole(SITE)


def test_nothing_is_written_through_a_link(tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole) -> None:
    """A link in the output is replaced or removed, and what it leads to is left alone."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"front")
    output = tmp_path / "output"
    publish_all(output, {})
    (output / "uutiset").symlink_to(elsewhere)
    (output / "index.html").symlink_to(elsewhere / "index.html")
    (output / "vanha").symlink_to(elsewhere)
    publish_all(output, SITE)
    assert tree(output) == whole(SITE)
    assert not (output / "index.html").is_symlink()
    assert tree(elsewhere) == {"index.html": b"front"}


def test_git_survives_at_the_top_only(tmp_path: Path, publish_all: Publish) -> None:
    """A worktree keeps its .git; any other file that no plan names goes, hidden or not."""
    publish_all(tmp_path, SITE)
    for name in (".git", "uutiset/.git", ".gitignore", ".DS_Store"):
        (tmp_path / name).write_bytes(b"gitdir: ../site/.git/worktrees/output")
    assert publish_all(tmp_path, SITE).removed == (".DS_Store", ".gitignore", "uutiset/.git")
    assert (tmp_path / ".git").exists()


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a//b", "a/./b", "a/", "", ".git/hooks/post-checkout", ".GIT", f"{STAGING}/0"]
)
def test_no_page_is_written_outside_the_site(
    path: str, tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """An address that leads out of the output, or into what isn't part of the site, is refused."""
    publish_all(tmp_path / "output", SITE)
    with pytest.raises(Unsafe):
        publish_all(tmp_path / "output", {"index.html": b"new", path: b"out"})
    assert tree(tmp_path / "output") == whole(SITE)


@pytest.mark.parametrize(
    "paths",
    [("a.html", "A.html"), ("ä.html", "Ä.html"), ("ä.html", "a\u0308.html"), ("a", "a/index.html"), ("a/B/c", "A/b")],
)
def test_two_outputs_of_one_name_are_refused(
    paths: tuple[str, str], tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """What would be one file on a disk that ignores capitals, or both file and folder, changes nothing."""
    publish_all(tmp_path, SITE)
    with pytest.raises(Collision):
        publish_all(tmp_path, {**SITE, **dict.fromkeys(paths, b"x")})
    assert tree(tmp_path) == whole(SITE)


def test_an_output_is_drawn_once(tmp_path: Path) -> None:
    """Two drawings of one address are refused, be they alike or not."""
    with pytest.raises(Collision, match="drawn twice"):
        publish(tmp_path, open_output(tmp_path), set(), [("a", b"1"), ("a", b"1")])


def test_what_stands_differs_from_the_mark_only_by_plan(tmp_path: Path, publish_all: Publish) -> None:
    """The mark is changed by a plan that names it and never removed."""
    publish_all(tmp_path, {MARK: b'{"next_change":"2026-12-01"}\n'})
    publish_all(tmp_path, {})
    assert listing(tmp_path) == {MARK: 29}


def test_a_folder_of_another_is_refused_and_left_alone(tmp_path: Path, publish_all: Publish, tree: Tree) -> None:
    """Nothing is written to a folder that holds files and no mark."""
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    with pytest.raises(NotOurs) as refused:
        publish_all(tmp_path, SITE)
    assert (refused.value.code, refused.value.path) == ("WR002", tmp_path)
    assert tree(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_failure_names_the_file_and_the_reason(
    tmp_path: Path, publish_all: Publish, tree: Tree, whole: Whole
) -> None:
    """A name longer than the disk takes is told as such, before anything changes."""
    publish_all(tmp_path, SITE)
    with pytest.raises(PublishError) as failed:
        publish_all(tmp_path, {"index.html": b"new", "a/b": b"new", "x" * 300: b"new"})
    assert tree(tmp_path) == whole(SITE)
    assert (failed.value.code, failed.value.path) == ("WR001", tmp_path / ("x" * 300))
    assert "too long" in failed.value.reason


def test_a_glance_sees_what_opening_would(tmp_path: Path) -> None:
    """Another process may look at a whole site; where there is none yet, or a killed run left anything, opening it must look itself."""
    assert glance(tmp_path / "none") is None
    publish(tmp_path / "output", open_output(tmp_path / "output"), set(), SITE.items())
    seen = glance(tmp_path / "output")
    assert seen == open_output(tmp_path / "output")
    assert open_output(tmp_path / "output", seen) == seen
    (tmp_path / "output" / STAGING).mkdir()
    assert glance(tmp_path / "output") is None
