"""A build that has nothing to do finds that out at once, and one that has something to do isn't fooled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sites import rebuild, unpack

from sitegen import build as house
from sitegen.content.reading import read_content

NEWS = """
    -- content/news/tie.md --
    ---
    title: Tie
    date: 2026-01-02
    expires: 2026-07-01
    ---
    Kunnantie on poikki.
    """


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a site that has been built once."""
    source = unpack(NEWS, tmp_path / "site")
    rebuild(source, tmp_path / "output")
    return tmp_path


def planned(folder: Path, monkeypatch: pytest.MonkeyPatch, as_of: str = "2026-06-01", drafts: bool = False) -> bool:
    """Tell whether a build of the site goes past the question whether anything changed."""
    asked: list[object] = []
    plan = house.planned_site

    def ask(*given: Any) -> Any:
        asked.append(given)
        return plan(*given)

    monkeypatch.setattr(house, "planned_site", ask)
    rebuild(folder / "site", folder / "output", as_of, drafts)
    return bool(asked)


def test_nothing_changed_means_nothing_is_planned(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same content on a day that the last build is good for is known at once."""
    assert not planned(folder, monkeypatch, "2026-06-30")


@pytest.mark.parametrize("as_of", ["2026-05-31", "2026-07-01"])
def test_a_day_that_the_last_build_says_nothing_of_is_planned(folder: Path, monkeypatch: pytest.MonkeyPatch, as_of: str) -> None:
    """An earlier day, or the day on which the content changes by itself, is built anew."""
    assert planned(folder, monkeypatch, as_of)


@pytest.mark.parametrize("path", ["content/news/toinen.md", "site.toml", "templates/404.html", "static/kuva.svg", "publications.jsonl"])
def test_any_file_that_changes_is_seen(folder: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Whatever the site is made from is a part of the question."""
    file = folder / "site" / path
    file.parent.mkdir(exist_ok=True)
    news = "---\ntitle: Toinen\ndate: 2026-01-03\n---\n"
    text = {"content/news/toinen.md": news, "templates/404.html": "<p>Ei ole</p>", "publications.jsonl": ""}
    before = file.read_text() if file.exists() else ""
    file.write_text(before + text.get(path, "\n"))
    assert planned(folder, monkeypatch)


def test_drafts_are_another_build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With drafts the same content makes another site."""
    assert planned(folder, monkeypatch, drafts=True)


@pytest.mark.parametrize("damage", ["removed", "shortened", "added"])
def test_an_output_that_does_not_stand_is_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch, damage: str) -> None:
    """A file that is missing, of another size or nobody's is put right."""
    page = folder / "output/uutiset/2026/tie/index.html"
    whole = page.read_bytes()
    if damage == "removed":
        page.unlink()
    elif damage == "shortened":
        page.write_bytes(whole[:-1])
    else:
        (folder / "output/vieras.html").write_text("?")
    assert planned(folder, monkeypatch)
    assert page.read_bytes() == whole
    assert not (folder / "output/vieras.html").exists()


def test_a_build_with_a_warning_tells_it_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong is told at each build, not only at the first, though nothing is built again for it."""
    source = unpack(NEWS.replace("Kunnantie", "Kunnan<span onclick='x()'>tie</span>"), tmp_path / "site")
    first = rebuild(source, tmp_path / "output")
    assert not planned(tmp_path, monkeypatch)
    second = rebuild(source, tmp_path / "output")
    assert first.codes == second.codes == ["TX005"]


def test_a_file_saved_during_a_build_is_built_again_though_it_was_put_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page drawn from what stood in a file for a moment doesn't stay, though the file is the same as before."""
    file = folder / "site/content/news/tie.md"
    old, read = file.read_text(), read_content

    def read_another(*given: Any) -> Any:
        file.write_text(old.replace("poikki", "auki!!"))
        try:
            return read(*given[:-1])
        finally:
            file.write_text(old)

    (folder / "site/static").mkdir()
    (folder / "site/static/uusi.svg").write_text("<svg/>")
    with monkeypatch.context() as patched:
        patched.setattr(house, "read_content", read_another)
        rebuild(folder / "site", folder / "output")
    assert planned(folder, monkeypatch)
    assert "poikki" in (folder / "output/uutiset/2026/tie/index.html").read_text()
