"""A fault that names a field is told at the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.content.locate import located
from sitegen.diagnostics import Diagnostic

TEXT = "\n---\ntitle: Tie\nattachments:\n  - title: Liite\n  - file: a.pdf\n    number: 2\ntopics: [tiet, talous]\n---\nTeksti.\n"


@pytest.mark.parametrize(
    ("field", "place"),
    [
        ("title", (3, 8)),
        ("attachments.1", (6, 5)),
        ("attachments.1.file", (6, 11)),
        ("attachments.1.title", (6, 5)),
        ("attachments.9.file", (5, 3)),
        ("topics.1", (8, 16)),
        ("topics", (8, 9)),
        ("appeal", (3, 1)),
        ("", (1, 1)),
    ],
)
def test_a_field_has_a_line_and_a_column(tmp_path: Path, field: str, place: tuple[int, int]) -> None:
    """Where the field isn't written its place is the nearest one around it."""
    (tmp_path / "a.md").write_text(TEXT)
    found = located(tmp_path, [Diagnostic("a.md", code="MI003", field=field)])
    assert [(fault.line, fault.column) for fault in found] == [place]


def test_faults_are_told_in_the_order_of_their_places(tmp_path: Path) -> None:
    """By file, line and column; two at one place by their codes and words, in every run alike."""
    (tmp_path / "a.md").write_text(TEXT)
    faults = [
        Diagnostic("b.md", 1, 1, "FM009"),
        Diagnostic("a.md", 9, 1, "RF005", {"address": "b"}),
        Diagnostic("a.md", 9, 1, "RF005", {"address": "a"}),
        Diagnostic("a.md", code="MI003", field="title"),
    ]
    assert located(tmp_path, faults) == located(tmp_path, faults[::-1])
    assert [(f.path, f.line, f.args) for f in located(tmp_path, faults)] == [
        ("a.md", 3, {}), ("a.md", 9, {"address": "a"}), ("a.md", 9, {"address": "b"}), ("b.md", 1, {}),
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_again_has_its_top(tmp_path: Path) -> None:
    """Between two looks a file may vanish or break."""
    (tmp_path / "a.md").write_text("rikki")
    found = located(tmp_path, [Diagnostic("a.md", code="MI003", field="title"), Diagnostic("b.md", code="MI003", field="title")])
    assert [(fault.line, fault.column) for fault in found] == [(1, 1), (1, 1)]
