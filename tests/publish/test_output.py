"""Whose an output is, and what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.errors import NotOurs, PublishError
from sitegen.publish.output import MARK, STAGING, claim, listing


def test_a_new_folder_gets_its_mark(tmp_path: Path) -> None:
    """The first thing that stands in an output says whose it is."""
    claim(tmp_path / "www" / "output")
    assert list(listing(tmp_path / "www" / "output")) == [MARK]


def test_a_claimed_folder_stays_as_it_is(tmp_path: Path) -> None:
    """A second claim changes nothing, whatever stands beside the mark."""
    claim(tmp_path)
    (tmp_path / MARK).write_bytes(b"{ }")
    (tmp_path / "index.html").write_bytes(b"front")
    claim(tmp_path)
    assert listing(tmp_path) == {MARK: 3, "index.html": 5}


def test_a_fresh_worktree_counts_as_empty(tmp_path: Path) -> None:
    """People publish from a git worktree, which begins with a .git and nothing else."""
    (tmp_path / ".git").write_text("gitdir: elsewhere")
    claim(tmp_path)
    assert list(listing(tmp_path)) == [MARK]


def test_a_claim_that_was_cut_short_can_be_made_again(tmp_path: Path) -> None:
    """A kill between the mark's folder and the mark doesn't lock the site out."""
    (tmp_path / MARK).parent.mkdir()
    (tmp_path / STAGING).mkdir()
    claim(tmp_path)
    assert list(listing(tmp_path)) == [MARK]


@pytest.mark.parametrize("path", ["index.html", ".well-known/security.txt", ".hidden"])
def test_a_folder_with_other_files_is_refused(path: str, tmp_path: Path) -> None:
    """One file without a mark is enough, hidden or not."""
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).touch()
    with pytest.raises(NotOurs):
        claim(tmp_path)
    assert not (tmp_path / MARK).exists()


def test_an_output_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    """Neither a file nor a folder below one becomes an output."""
    (tmp_path / "file").touch()
    for output in (tmp_path / "file", tmp_path / "file" / "output"):
        with pytest.raises(PublishError) as failed:
            claim(output)
        assert failed.value.code == "WR001"


def test_the_listing_follows_no_link(tmp_path: Path) -> None:
    """Files have their size in bytes; a link has none, whether it leads to a file, a folder or nowhere."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.html").write_text("ä", encoding="utf-8")
    for name, target in {"file": "a/b/c.html", "folder": "a", "nowhere": "x"}.items():
        (tmp_path / name).symlink_to(target)
    assert listing(tmp_path) == {"a/b/c.html": 2, "file": -1, "folder": -1, "nowhere": -1}


def test_what_is_apart_is_not_listed(tmp_path: Path) -> None:
    """Neither .git nor the staging folder at the top is part of the site; below the top they are names like any."""
    for name in (f"{STAGING}/0", ".git/HEAD", f"a/{STAGING}/0", "a/.git/HEAD"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).touch()
    assert sorted(listing(tmp_path)) == ["a/.git/HEAD", f"a/{STAGING}/0"]
