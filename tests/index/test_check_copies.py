"""A copy of what is kept back isn't published under another name."""

from __future__ import annotations

import pytest
from sites import Make

TOML = """
-- site.toml --
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
source = "private"
"""
GROUND = "ground: JulkL 24.1 § 20 k"
FILES = "-- content/minutes/kh/2026-05-04/a.txt --\nSama.\n-- content/minutes/kh/2026-05-04/b.txt --\nSama.\n"


def item(number: int, front: str) -> str:
    """Return an item of a meeting."""
    return f"-- content/minutes/kh/2026-05-04/{number}-asia.md --\n---\ntitle: Asia\nsection: {number}\n{front}---\n## Päätös\n\nJoo.\n"


def attachment(file: str, more: str = "") -> str:
    """Return the front matter of an item with one attachment."""
    return f"attachments:\n  - {{file: {file}.txt, title: Liite{more}}}\n"


@pytest.mark.parametrize(
    ("kept", "copy", "codes"),
    [
        (f", public: false, {GROUND}", "", ["FI010"]),
        (f", public: false, {GROUND}", ", personal: true", ["FI010"]),
        (f", public: false, {GROUND}", f", public: false, {GROUND}", []),
        (", personal: true", "", ["FI010"]),
        (", personal: true", ", personal: true", []),
        (", personal: true", f", public: false, {GROUND}", ["FI010"]),
        ("", "", []),
    ],
)
def test_a_copy_is_kept_back_as_well_as_what_it_copies(site: Make, kept: str, copy: str, codes: list[str]) -> None:
    """Whatever is never on view has no copy that is, and what goes has none that stays; a file that is public may be there twice."""
    assert site(TOML + FILES + item(1, attachment("a", kept)) + item(2, attachment("b", copy))).codes == codes


def test_a_copy_of_a_secret_items_attachment_is_found(site: Make) -> None:
    """The attachments of a secret item are on no page; of two secret items with the same file nothing is said."""
    secret = f"publicity: {{level: secret, {GROUND}}}\n"
    hidden = TOML + FILES + item(1, secret + attachment("a"))
    built = site(hidden + item(2, attachment("b")))
    assert [(one.code, one.path.rpartition("/")[2], one.args["other"].rpartition("/")[2]) for one in built.built.faults] == [
        ("FI010", "2-asia.md", "1-asia.md")
    ]
    assert site(hidden + item(2, secret + attachment("b"))).codes == []


def test_empty_files_and_other_files_are_no_copies(site: Make) -> None:
    """Only what has the same bytes, and has any, tells what is kept back."""
    files = "-- content/minutes/kh/2026-05-04/a.txt --\n{}-- content/minutes/kh/2026-05-04/b.txt --\n{}"
    items = item(1, attachment("a", f", public: false, {GROUND}")) + item(2, attachment("b"))
    assert site(TOML + files.format("", "") + items).codes == []
    assert site(TOML + files.format("Sama.\n", "Muu.\n") + items).codes == []
