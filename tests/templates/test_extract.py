"""An extract from the minutes (pöytäkirjanote) is the item's page at #extract, on paper with its certification."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

ITEM = "kokoukset/maakuntahallitus/2026-11-16/81/index.html"
AGENDA = "kokoukset/maakuntahallitus/2026-12-07/asia-1/index.html"


@pytest.fixture(scope="module")
def paper(require_tool: Callable[[str], Path]) -> Iterator[Page]:
    """Return a window of Chromium that shows what would be printed."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        yield page
        browser.close()


def test_an_extract_is_printed_with_its_certification(paper: Page, outputs: list[Path]) -> None:
    """The item as it stands, how to appeal (kuntalaki 141 §), and room for whoever certifies it.

    No way to other pages, and nothing that the minutes don't hold: what says it in plain words, the summary for lists, news.
    """
    paper.goto(f"{(outputs[0] / ITEM).as_uri()}#extract")
    certificate = paper.locator("#extract")
    expect(certificate).to_be_visible()
    expect(certificate).to_contain_text("MH 16.11.2026 § 81")
    expect(certificate).to_contain_text("Todistan, että tämä ote on alkuperäisen pöytäkirjan mukainen.")
    for part in (".box-decision", ".box-appeal", "#_appeal", "h1", ".part-decision"):
        expect(paper.locator(part).first).to_be_visible()
    for part in (".menu", ".neighbours", ".timeline", ".case-news", ".plain", ".lead", ".on-screen", ".feeds"):
        assert paper.locator(part).count() > 0 or part in (".case-news", ".lead"), part
        assert not any(one.is_visible() for one in paper.locator(part).all()), part


def test_a_page_printed_as_it_is_certifies_nothing(paper: Page, outputs: list[Path]) -> None:
    """The certification is no part of the page that everybody sees."""
    paper.goto((outputs[0] / ITEM).as_uri())
    expect(paper.locator("#extract")).to_be_hidden()


def test_what_is_not_on_view_has_no_extract(outputs: list[Path]) -> None:
    """Of an item on an agenda there is nothing to certify."""
    assert "extract" in (outputs[0] / ITEM).read_text(encoding="utf-8")
    assert "extract" not in (outputs[0] / AGENDA).read_text(encoding="utf-8")
