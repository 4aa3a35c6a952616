"""``sitegen new``: files that are right from the beginning, in places that nobody needs to know."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]

APPROVED = "---\nstatus: approved\npublished: 2026-06-10\n---\n"
ITEM = "---\ntitle: Asia\nsection: {number}\nagenda: {agenda}\nappeal: {{kind: rectification}}\n---\n"


@pytest.fixture
def boards(town: Path) -> Path:
    """Return the folder of a site with a board that has met once."""
    meeting = town / "content/minutes/kunnanhallitus/2026-06-01"
    meeting.mkdir(parents=True)
    (meeting.parent / "board.md").write_text("---\nname: Kunnanhallitus\nkind: executive\n---\n", encoding="utf-8")
    (meeting / "meeting.md").write_text(APPROVED, encoding="utf-8")
    for number in (9, 10):
        text = ITEM.format(number=number + 100, agenda=number)
        (meeting / f"{number}-asia.md").write_text(text, encoding="utf-8")
    return town


def clean(run: Run, town: Path) -> bool:
    """Tell whether a check finds nothing at all."""
    return run("check", "--source", town).stdout == "nothing is wrong\n"


@pytest.mark.parametrize(
    ("arguments", "place", "field"),
    [
        (["news", "Tie: poikki?"], "news/*/tie-poikki.md", 'title: "Tie: poikki?"'),
        (["board", "Sivistyslautakunta"], "minutes/sivistyslautakunta/board.md", "name: Sivistyslautakunta"),
        (["meeting", "Kunnanhallitus", "14.12.2026"], "minutes/kunnanhallitus/2026-12-14/meeting.md", "status: planned"),
        (["meeting", "kunnanhallitus", "2026-06-01-2"], "minutes/kunnanhallitus/2026-06-01-2/meeting.md", "status: planned"),
        (["item", "kunnanhallitus", "1.6.2026", "Tien #7 tila"], "minutes/kunnanhallitus/2026-06-01/11-tien-7-tila.md", "agenda: 11"),
        (["document", "Tilinpäätös 2025"], "documents/tilinpaatos-2025/document.md", "title: Tilinpäätös 2025"),
        (["page", "Tietosuoja"], "pages/tietosuoja.md", "title: Tietosuoja"),
        (["case", "70/00.00.00/2026", "Tien tila"], "cases/70-00-00-00-2026.md", "title: Tien tila"),
    ],
)
def test_a_new_file_passes_a_check_as_it_is(run: Run, boards: Path, arguments: list[str], place: str, field: str) -> None:
    """Every kind of file is made in its place, with what was said filled in, and nothing is wrong with it."""
    done = run("new", *arguments, "--source", boards)
    assert done.returncode == 0, done.stderr
    [made] = (boards / "content").glob(place)
    assert done.stdout == f"{made}\n"
    assert field in made.read_text(encoding="utf-8").splitlines()
    assert clean(run, boards)


def test_a_new_news_item_is_a_draft(run: Run, town: Path) -> None:
    """Nobody publishes a news item by beginning it."""
    run("new", "news", "Tie poikki", "--source", town)
    run("build", "--source", town)
    assert not list((town / "output").glob("uutiset/*/tie-poikki"))


def test_an_item_of_published_minutes_tells_of_appeal(run: Run, boards: Path) -> None:
    """Published minutes need each item's remedy: the most frequent one stands there for the author to judge."""
    made = Path(run("new", "item", "kunnanhallitus", "2026-06-01", "Asia", "--source", boards).stdout.strip())
    assert "appeal: {kind: rectification}" in made.read_text(encoding="utf-8").splitlines()
    board = boards / "content/minutes/kunnanhallitus/board.md"
    board.write_text("---\nname: Valtuusto\nkind: council\n---\n", encoding="utf-8")
    made = Path(run("new", "item", "kunnanhallitus", "2026-06-01", "Toinen", "--source", boards).stdout.strip())
    assert "appeal: {kind: municipal-appeal}" in made.read_text(encoding="utf-8").splitlines()


def test_items_follow_each_other(run: Run, boards: Path) -> None:
    """Each new item takes the next number on the agenda, and the next place."""
    run("new", "meeting", "kunnanhallitus", "2026-12-14", "--source", boards)
    for title in ("Avaus", "Tie"):
        run("new", "item", "kunnanhallitus", "2026-12-14", title, "--source", boards)
    folder = boards / "content/minutes/kunnanhallitus/2026-12-14"
    assert sorted(path.name for path in folder.iterdir()) == ["1-avaus.md", "2-tie.md", "meeting.md"]
    assert "agenda: 2" in (folder / "2-tie.md").read_text(encoding="utf-8")
    assert clean(run, boards)


def test_a_file_that_stands_is_never_overwritten(run: Run, town: Path) -> None:
    """The second file of one name is refused as wrong use, and the first one stays as it is."""
    page = town / "content/pages/tietoa.md"
    before = page.read_bytes()
    done = run("new", "page", "Tietoa", "--source", town)
    assert done.returncode == 2
    assert str(page) in done.stderr
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["meeting", "kunnanhalitus", "2026-12-14"], "Did you mean 'kunnanhallitus'?"),
        (["item", "kunnanhallitus", "2026-12-14", "Asia"], "sitegen new meeting kunnanhallitus 2026-12-14"),
        (["meeting", "kunnanhallitus", "31.11.2026"], "no such day: 31.11.2026"),
        (["page", "?!"], "no letter or digit"),
    ],
)
def test_what_cannot_be_meant_makes_nothing(run: Run, boards: Path, arguments: list[str], hint: str) -> None:
    """A misspelt board, a meeting that isn't there, a day that isn't: a hint, status 2, and no new file or folder."""
    before = sorted(boards.rglob("*"))
    done = run("new", *arguments, "--source", boards)
    assert done.returncode == 2
    assert hint in done.stderr
    assert sorted(boards.rglob("*")) == before


def test_fields_are_explained_in_the_users_language(run: Run, town: Path) -> None:
    """The comments speak the user's language, the headings of an item the site's."""
    (town / "site.toml").write_text('[site]\ntitle = "T"\nurl = "https://t.example"\nlanguages = ["sv", "fi"]\n', encoding="utf-8")
    run("new", "board", "Nämnden", "--source", town)
    run("new", "meeting", "namnden", "2026-12-14", "--source", town)
    made = run("new", "item", "namnden", "2026-12-14", "Vägen", "--source", town, lang="fi").stdout.strip()
    text = Path(made).read_text(encoding="utf-8")
    assert "# Diaarinumero, sellaisena kuin se näkyy sivulla.\n#case: 70/00.00.00/2018\n" in text
    assert "\n## Förslag\n" in text


def test_no_file_is_made_outside_a_site(run: Run, tmp_path: Path) -> None:
    """In a folder without site.toml nothing is made, and the hint names --source."""
    done = run("new", "page", "Tietoa")
    assert done.returncode == 1
    assert "CF001" in done.stderr
    assert list(tmp_path.iterdir()) == []
