"""Pages as browsers and their users meet them, over whole built sites."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

LANDMARKS = {"nav", "aside"}
RSS = "application/rss+xml"
DATA = {"type": "application/ld+json"}


class Page(HTMLParser):
    """What a page consists of: its elements with their attributes, in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of each element of that name."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def pages(outputs: list[Path]) -> dict[Path, Page]:
    """Return every page of the built sites by its file."""
    return {
        file: Page(file.read_text(encoding="utf-8")) for folder in outputs for file in sorted(folder.rglob("*.html"))
    }


def in_disorder(levels: list[int]) -> Iterator[tuple[int, int]]:
    """Yield each heading's level that is more than one below the heading's before it."""
    yield from ((before, level) for before, level in pairwise(levels) if level > before + 1)


def test_every_page_is_valid_html(outputs: list[Path], require_tool: Callable[[str], Path]) -> None:
    """The Nu checker has neither an error nor a warning to tell of any page or of the style sheet."""
    java, vnu = require_tool("java"), require_tool("vnu.jar")
    told = subprocess.run(
        [java, "-jar", vnu, "--skip-non-html", "--also-check-css", *outputs],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stderr == ""


def test_every_page_has_one_first_heading_and_the_rest_in_order(pages: dict[Path, Page]) -> None:
    """A page has one h1, and no level of headings is left out on the way down."""
    for file, page in pages.items():
        levels = [int(name[1]) for name, _ in page.elements if re.fullmatch("h[1-6]", name)]
        assert levels.count(1) == 1, file
        assert list(in_disorder(levels)) == [], file


def test_landmarks_of_one_kind_have_names_of_their_own(pages: dict[Path, Page]) -> None:
    """Who jumps from landmark to landmark hears which is which."""
    for file, page in pages.items():
        names = [(tag, found.get("aria-label", "")) for tag, found in page.elements if tag in LANDMARKS]
        assert all(name for _, name in names), file
        assert len(names) == len(set(names)), file


def test_every_table_says_what_its_cells_are_of(pages: dict[Path, Page]) -> None:
    """Each table has head cells, and each of them says whether it is of a column or of a row (WCAG 2.2, 1.3.1)."""
    tables = 0
    for file, page in pages.items():
        heads = page.all("th")
        assert all(head.get("scope") in ("col", "row", "colgroup", "rowgroup") for head in heads), file
        assert bool(heads) == bool(page.all("table")), file
        tables += len(page.all("table"))
    assert tables > 20


def test_every_page_offers_its_feeds(pages: dict[Path, Page]) -> None:
    """Each feed that a program finds in the head of a page stands on the page as a link; only what leads on has none."""
    for file, page in pages.items():
        offered = [found["href"] for found in page.all("link") if found.get("type") == RSS]
        shown = [found["href"] for found in page.all("a") if found.get("href")]
        assert set(offered) <= set(shown), file
        leads_on = any(found.get("http-equiv") == "refresh" for found in page.all("meta"))
        assert leads_on or any(found.get("type") == RSS for found in page.all("a")), file


def test_no_page_has_a_style_or_a_script_of_its_own(pages: dict[Path, Page]) -> None:
    """A strict content security policy holds: nothing inline but data, which no browser runs; a script waits for the page."""
    for file, page in pages.items():
        assert not page.all("style"), file
        assert all(found == DATA or (found.get("src") and "defer" in found) for found in page.all("script")), file
        assert not any(
            "style" in found or any(name.startswith("on") for name in found) for _, found in page.elements
        ), file
        fetched = [found.get("src", "") for _, found in page.elements]
        fetched += [found["href"] for found in page.all("link") if found["rel"] == "stylesheet"]
        is_404 = file.name == "404.html"
        assert is_404 or not any("//" in address for address in fetched), file


def test_the_page_for_unknown_addresses_has_whole_addresses(pages: dict[Path, Page]) -> None:
    """404.html is shown at any address, so no link of it may be relative."""
    for file, page in pages.items():
        if file.name == "404.html":
            addresses = [found["href"] for found in (*page.all("a"), *page.all("link")) if "href" in found]
            assert all(address.startswith(("https://", "mailto:", "#main")) for address in addresses)


def test_a_link_to_words_in_another_language_says_so(outputs: list[Path]) -> None:
    """A line of a list whose page and title are in another language is marked as such, and so is its excerpt."""
    page = (outputs[0] / "en/news/index.html").read_text(encoding="utf-8")
    assert re.search('<p class="entry-title"><a href="[^"]*" hreflang="fi" lang="fi">', page)
    assert '<p class="entry-text" lang="fi">' in page
