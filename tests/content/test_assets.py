"""Files beside content are found in the site's folder and nowhere else."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest

from sitegen.content.assets import Outside, collect_assets, find_asset
from sitegen.model.body import Outline, Target
from sitegen.model.facts import News
from sitegen.model.parts import Image, When
from sitegen.model.record import Record

SOURCE = "content/news/tie.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site's folder with two files, and one outside of it."""
    (tmp_path / "site/content/news/kuvat").mkdir(parents=True)
    (tmp_path / "site/content/news/tie.jpg").write_bytes(b"tie")
    (tmp_path / "site/content/news/kuvat/uusi tie.jpg").write_bytes(b"uusi")
    (tmp_path / "salaisuus.pdf").write_bytes(b"salaisuus")
    return tmp_path / "site"


@pytest.mark.parametrize("reference", ["tie.jpg", "./tie.jpg", "kuvat/../tie.jpg", "../news/tie.jpg"])
def test_a_file_is_meant_from_where_its_name_stands(root: Path, reference: str) -> None:
    """However the way to it is written, it's known by one path, its size and its digest."""
    asset = find_asset(root, SOURCE, reference)
    assert asset is not None
    assert (asset.path, asset.size, asset.digest) == ("content/news/tie.jpg", 3, blake2b(b"tie", digest_size=16).hexdigest())


@pytest.mark.parametrize("reference", ["kuvat/uusi%20tie.jpg", "kuvat/uusi tie.jpg", "kuvat\\uusi tie.jpg"])
def test_spaces_may_be_written_as_in_addresses(root: Path, reference: str) -> None:
    """A link's percent signs mean characters, and a backslash is a slash."""
    asset = find_asset(root, SOURCE, reference)
    assert asset is not None and asset.size == 4


@pytest.mark.parametrize("reference", ["ei-ole.jpg", "kuvat", "tie.jpg/x", "a%00b", "x" * 5000])
def test_what_is_no_file_is_none(root: Path, reference: str) -> None:
    """A folder, a name that no system takes and a missing file are all nothing."""
    assert find_asset(root, SOURCE, reference) is None


@pytest.mark.parametrize("reference", ["../../../x.pdf", "%2e%2e/../../x.pdf", "/x.pdf", "..\\..\\..\\x.pdf"])
def test_no_way_out_of_the_site_is_taken(root: Path, reference: str) -> None:
    """A path that leaves the folder is refused before the disk is asked."""
    with pytest.raises(Outside):
        find_asset(root, SOURCE, reference)


def test_no_link_out_of_the_site_is_followed(root: Path) -> None:
    """A link may lead to another file of the site only; one that leads to itself is nothing."""
    (root / "content/news/ulos.pdf").symlink_to(root.parent / "salaisuus.pdf")
    (root / "content/news/sisään.jpg").symlink_to("tie.jpg")
    (root / "content/news/silmukka.jpg").symlink_to("silmukka.jpg")
    with pytest.raises(Outside):
        find_asset(root, SOURCE, "ulos.pdf")
    assert find_asset(root, SOURCE, "sisään.jpg") is not None
    assert find_asset(root, SOURCE, "silmukka.jpg") is None


def test_missing_files_are_told_where_they_are_named(root: Path) -> None:
    """A field by its name, a link by its line in the file; of a file that hides words not even a file's name is quoted."""
    facts = News(title="Tie", slug="tie", date=When(date(2026, 3, 2)), image=Image("maija.jpg", "Tie"))
    outlines = {SOURCE: Outline(targets=(Target("puuttuu.pdf", 2, 5), Target("../../../a.pdf#s", 3, 1), Target("/tietoa/", 4, 1)))}
    for marked in (False, True):
        _, faults = collect_assets(root, [Record(SOURCE, "fi", facts, "d", 10, marked)], outlines)
        assert [(f.code, f.line, f.column, f.field) for f in faults] == [
            ("FI003", 0, 0, "image.file"), ("FI003", 11, 5, ""), ("FI004", 12, 1, ""),
        ]  # fmt: skip
        assert {f.args["file"] for f in faults} == ({"…"} if marked else {"maija.jpg", "puuttuu.pdf", "../../../a.pdf"})


def test_static_files_are_published_but_for_links(root: Path) -> None:
    """Hidden ones too, such as .well-known; a link is passed over."""
    (root / "static/.well-known").mkdir(parents=True)
    (root / "static/.well-known/security.txt").write_text("x")
    (root / "static/ulos.pdf").symlink_to(root.parent / "salaisuus.pdf")
    assets, faults = collect_assets(root, [], {})
    assert list(assets) == ["static/.well-known/security.txt"] and faults == []
