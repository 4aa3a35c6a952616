"""Every kind of page as axe-core sees it: nothing that breaks WCAG 2.2 AA in any language, in light or dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kinds import KINDS, show
from playwright.sync_api import Page, sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
RUN = "async rules => (await axe.run(document, {runOnly: rules})).violations.map(one => [one.id, one.nodes.map(node => node.html)])"


@pytest.fixture(scope="module")
def window(require_tool: Callable[[str], Path]) -> Iterator[Page]:
    """Return a window of Chromium as wide as a phone."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 375, "height": 800})
        browser.close()


def test_every_kind_of_page_can_be_used_by_all(window: Page, outputs: list[Path], require_tool: Callable[[str], Path]) -> None:
    """Act on the provision of digital services 306/2019: WCAG holds on one page of each kind."""
    found: dict[tuple[str, str], object] = {}
    script = require_tool("axe.min.js").read_text(encoding="utf-8")
    for kind in KINDS:
        show(window, outputs[0], kind)
        window.evaluate(script)
        for scheme in ("light", "dark"):
            window.emulate_media(color_scheme=scheme)
            if violations := window.evaluate(RUN, RULES):
                found[kind, scheme] = violations
    assert found == {}


def test_an_extract_is_reached_by_keyboard(window: Page, outputs: list[Path]) -> None:
    """The link to the extract shows the certification, and the next key leads to the way back from it."""
    show(window, outputs[0], "item")
    window.locator("a[href='#extract']").press("Enter")
    assert window.locator("#extract").is_visible()
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.closest('#extract') !== null")
