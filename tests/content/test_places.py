"""What a file is stands in its path."""

from __future__ import annotations

import pytest

from sitegen.content.places import place_of, sorting_number

FIRST = {"board": "hallitus", "folder": "2026-03-02", "date": "2026-03-02"}
SECOND = FIRST | {"folder": "2026-03-02-2"}


@pytest.mark.parametrize(
    ("path", "kind", "lang", "facts"),
    [
        ("content/news/tie.md", "news", "", {"slug": "tie"}),
        ("content/news/2026/kevät/Tie auki.md", "news", "", {"slug": "tie-auki"}),
        ("content/news/tie.sv.md", "news", "sv", {"slug": "tie"}),
        ("content/news/v1.2.md", "news", "", {"slug": "v1-2"}),
        ("content/pages/tietoa.md", "page", "", {"slug": "tietoa"}),
        ("content/pages/Ohjeet/lomakkeet.en.md", "page", "en", {"slug": "ohjeet/lomakkeet"}),
        ("content/cases/70-00-00-00-2018.md", "case", "", {"slug": "70-00-00-00-2018"}),
        ("content/documents/raportti/document.md", "document", "", {"slug": "raportti"}),
        ("content/minutes/hallitus/board.sv.md", "board", "sv", {"board": "hallitus"}),
        ("content/minutes/hallitus/2026-03-02-2/meeting.md", "meeting", "", SECOND),
        ("content/minutes/hallitus/2026-03-02/5-tie.md", "item", "", FIRST),
        ("content/minutes/hallitus/31-palkinto.md", "item", "", {}),
        ("content/minutes/2026/kevät/31-palkinto.md", "item", "", {}),
        ("content/minutes/31-palkinto.md", "item", "", {}),
    ],
)
def test_a_path_tells_kind_language_and_facts(path: str, kind: str, lang: str, facts: dict[str, str]) -> None:
    """Folders and names are those of docs/content.md."""
    place = place_of(path)
    assert place is not None
    assert (place.kind, place.lang, place.facts) == (kind, lang, facts)
    assert place.original == (path.replace(f".{lang}.md", ".md") if lang else "")


@pytest.mark.parametrize(
    "path",
    [
        "content/tie.md", "content/muuta/tie.md", "content/cases/2018/70.md", "content/documents/raportti.md",
        "content/documents/raportti/toinen.md", "content/documents/a/b/document.md", "content/minutes/board.md",
        "content/minutes/hallitus/meeting.md", "content/minutes/a/b/board.md", "content/minutes/hallitus/2.3.2026/meeting.md",
    ],
)  # fmt: skip
def test_a_file_elsewhere_is_nothing(path: str) -> None:
    """No file is taken for something that it isn't."""
    assert place_of(path) is None


def test_the_number_of_a_file_only_sorts() -> None:
    """A name without one comes first."""
    assert [sorting_number(stem) for stem in ("12-tie", "tie", "007", "1" * 20)] == [12, 0, 7, 111111111]
