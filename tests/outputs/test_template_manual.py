"""docs/templates.md tells of every template and all that it may use."""

from __future__ import annotations

import re

from sitegen.outputs.manual import FILE, MARK, manual, with_lists
from sitegen.render.pen import _filters
from sitegen.render.templates import shipped_templates

TEXT = FILE.read_text(encoding="utf-8")


def test_the_manual_of_templates_is_current() -> None:
    """What the tool would write stands in the file; else run ``python -m sitegen.outputs.manual``."""
    assert with_lists(TEXT) == TEXT


def test_what_is_written_by_hand_stays_above_the_lists() -> None:
    """The lists are made anew below the mark, and nothing above it is touched."""
    assert with_lists(f"# By hand\n{MARK}\nold") == f"# By hand\n{MARK}\n\n{manual()}"


def test_every_page_template_has_its_section() -> None:
    """Whatever template isn't a part of others or their base is drawn with a view, which the manual shows."""
    pages = {name for name in shipped_templates() if name.endswith(".html") and "/" not in name} - {"base.html"}
    assert set(re.findall(r"^### (\S+\.html)$", TEXT, re.MULTILINE)) == pages


def test_every_filter_is_told() -> None:
    """The table of filters names those that there are and no other."""
    table = TEXT.partition("| filter |")[2].partition("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(_filters("fi"))


def test_every_part_that_a_view_names_is_shown() -> None:
    """A type that a table links to has a heading of its own."""
    headings = {heading.lower() for heading in re.findall(r"^### (\S+)$", TEXT, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) - headings == set()
