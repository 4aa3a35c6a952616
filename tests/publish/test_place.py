"""Where an output may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.errors import Unsafe
from sitegen.publish.place import refuse_unsafe


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return the folder of a site within a folder of other things."""
    (tmp_path / "work" / "site" / "content").mkdir(parents=True)
    return tmp_path / "work" / "site"


@pytest.mark.parametrize("place", ["output", "public/www", "../www", "contents", ".sitegen-output"])
def test_an_output_within_or_beside_the_source_is_safe(place: str, source: Path) -> None:
    """Any folder will do that neither holds nor lies in what the site is made from."""
    refuse_unsafe(source, source / place)


@pytest.mark.parametrize(
    "place",
    [
        ".",
        "..",
        "../..",
        "/",
        "content",
        "content/news",
        "templates",
        "static/www",
        ".sitegen/x",
        "Content/x",
        "a/../static",
    ],
)
def test_an_output_over_the_source_is_refused(place: str, source: Path) -> None:
    """Building would remove or take in what the site is made from."""
    with pytest.raises(Unsafe) as refused:
        refuse_unsafe(source, source / place)
    assert refused.value.code == "WR004"


def test_links_are_followed_from_the_output(source: Path) -> None:
    """An output that only looks as if it were elsewhere is refused."""
    (source / "output").symlink_to(source / "content")
    with pytest.raises(Unsafe):
        refuse_unsafe(source, source / "output")


def test_the_source_itself_is_refused_even_if_it_holds_only_links(source: Path, tmp_path: Path) -> None:
    """A site put together of other folders is as much a source as any."""
    (source / "content").rmdir()
    for name in ("content", "templates", "static", ".sitegen"):
        (source / name).symlink_to(tmp_path / "elsewhere" / name)
    with pytest.raises(Unsafe, match="the source"):
        refuse_unsafe(source, source)


def test_links_are_followed_from_the_source(source: Path, tmp_path: Path) -> None:
    """An output that holds the folder to which the site's static files are linked is refused."""
    (tmp_path / "shared" / "static").mkdir(parents=True)
    (source / "static").symlink_to(tmp_path / "shared" / "static")
    with pytest.raises(Unsafe):
        refuse_unsafe(source, tmp_path / "shared")
