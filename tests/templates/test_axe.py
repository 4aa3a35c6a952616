"""Every kind of page as axe-core sees it, in every language that it is in, in light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kinds import file_of, in_every_language, show, visit
from playwright.sync_api import Page, sync_playwright

from sitegen.build import Planned

# WCAG 2.2 at levels A and AA, contrast of 7 to 1 (of level AAA, off unless its tag is named), and what axe-core holds for good practice.
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# All that folds is unfolded, so that nothing is passed over because it is not on view.
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"
RUN = """async rules => {
  const asked = {runOnly: rules, rules: {'color-contrast': {enabled: false}}, resultTypes: ['violations'], preload: false};
  return (await axe.run(document, asked)).violations.map(one => [one.id, one.nodes.map(node => node.html)]);
}"""
ANYWHERE_ELSE = "moved.html"  # What leads on at once is never seen.


@pytest.fixture(scope="module")
def window(require_tool: Callable[[str], Path]) -> Iterator[Page]:
    """Return a window of Chromium as wide as a phone."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 375, "height": 800})
        browser.close()


def test_no_kind_of_page_is_left_out(planned: Planned, outputs: list[Path]) -> None:
    """Of each template the pages below hold one in every language that the shipped site has it in, and the site has three."""
    there = {(one.template, one.lang): one.path for one in planned.plans if one.path.endswith(".html")}
    seen = {file_of(outputs[0], address).relative_to(outputs[0]).as_posix() for address in in_every_language(outputs[0])}
    examined = {(one.template, one.lang) for one in planned.plans if one.path in seen}
    assert {kind: path for kind, path in there.items() if kind not in examined and kind[0] != ANYWHERE_ELSE} == {}
    assert {lang for _, lang in examined} == {"fi", "sv", "en"}


def test_every_kind_of_page_can_be_used_by_all(window: Page, outputs: list[Path], require_tool: Callable[[str], Path]) -> None:
    """Act on the provision of digital services 306/2019: WCAG holds, and text has a contrast of 7 to 1 (4.5 to 1 if it is large)."""
    found: dict[tuple[str, str], object] = {}
    script = require_tool("axe.min.js").read_text(encoding="utf-8")
    for address in in_every_language(outputs[0]):
        visit(window, outputs[0], address)
        window.evaluate(UNFOLD)
        window.evaluate(script)
        for scheme in ("light", "dark"):
            window.emulate_media(color_scheme=scheme)
            if violations := window.evaluate(RUN, RULES):
                found[address, scheme] = violations
    assert found == {}


def test_an_extract_is_reached_by_keyboard(window: Page, outputs: list[Path]) -> None:
    """The link to the extract shows the certification, and the next key leads to the way back from it."""
    show(window, outputs[0], "item")
    window.locator("a[href='#extract']").press("Enter")
    assert window.locator("#extract").is_visible()
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.closest('#extract') !== null")
