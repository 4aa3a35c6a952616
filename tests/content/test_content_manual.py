"""docs/content.md tells of every field that there is, and of no other."""

from __future__ import annotations

import re

from sitegen.content.manual import FILE, MARK, TITLES, manual, with_lists
from sitegen.content.places import place_of
from sitegen.content.schema import KINDS
from sitegen.diagnostics import CODES
from sitegen.model.sections import known_kind


def test_the_manual_is_current() -> None:
    """What the tool would write stands in the file; else run ``python -m sitegen.content.manual``."""
    written = FILE.read_text(encoding="utf-8")
    assert written == with_lists(written)


def test_what_is_written_by_hand_stays() -> None:
    """The lists are made anew below the mark, and nothing above it is touched."""
    made = with_lists(f"# By hand\n\n{MARK}\n\nold lists")
    assert made == f"# By hand\n\n{MARK}\n\n{manual()}"


def test_each_kind_of_file_has_its_place() -> None:
    """The place that the manual names for a kind is one where such a file belongs."""
    examples = {"**/": "", "<board>": "hallitus", "<YYYY-MM-DD>": "2026-06-04", "<n>": "1", "<slug>": "tie", "<case>": "70-2026"}
    examples |= {"<news>": "tie", "<anything>": "1"}
    assert TITLES.keys() == KINDS.keys()
    for kind, (_, path) in TITLES.items():
        for name, example in examples.items():
            path = path.replace(name, example)
        place = place_of(path)
        assert place is not None
        assert place.kind == kind


def test_the_manual_tells_of_every_warning() -> None:
    """What is looked for beyond what can't be right is listed, so that an author knows before it is told."""
    warnings = {code.name for code in CODES.values() if code.severity == "warning"}
    assert warnings - set(re.findall(r"\b[A-Z]{2}\d{3}\b", FILE.read_text(encoding="utf-8"))) == set()


def test_every_link_within_the_manual_leads_to_a_heading() -> None:
    """A field that holds others links to the list of these."""
    text = FILE.read_text(encoding="utf-8")
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) - headings == set()


def test_the_headings_that_the_manual_names_are_known() -> None:
    """Each heading in the manual's list of an item's sections is one that the program knows by its meaning."""
    table = FILE.read_text("utf-8").partition("| fi | sv | en | |\n|---|---|---|---|\n")[2].partition("\n\n")[0]
    cells = [cell.strip() for row in table.splitlines() for cell in row.split("|")[1:4]]
    headings = [heading.lstrip("…") for cell in cells for heading in cell.split(", ")]
    assert len(headings) >= 8 * 3
    assert [heading for heading in headings if not known_kind(heading)] == []
