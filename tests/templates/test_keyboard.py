"""Pages from the keyboard alone, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

STEPS = """[...document.querySelectorAll("a[href], button, summary, [tabindex='0']")].filter(e => e.checkVisibility()).length"""
FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  return [at.getAttribute("href") || at.tagName, style.outlineStyle, parseFloat(style.outlineWidth), at.checkVisibility()];
}"""


def test_a_page_is_walked_by_keyboard(outputs: list[Path], require_tool: Callable[[str], Path]) -> None:
    """The first key shows the skip link, which leads past the menu; each step after that is seen, and none is left out or a trap."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_tool("chromium"), args=["--no-sandbox"])
        window = browser.new_page(viewport={"width": 1280, "height": 900})
        window.goto((outputs[0] / "kokoukset/maakuntavaltuusto/2026-11-09/5/index.html").as_uri())
        steps = []
        for _ in range(window.evaluate(STEPS)):
            window.keyboard.press("Tab")
            steps.append(window.evaluate(FOCUS))
        assert steps[0][0] == "#main"
        assert all(style != "none" and width >= 2 and visible for _, style, width, visible in steps), steps
        assert "BODY" not in [name for name, *_ in steps]
        window.goto((outputs[0] / "kokoukset/maakuntavaltuusto/2026-11-09/5/index.html").as_uri())
        window.keyboard.press("Tab")
        window.keyboard.press("Enter")
        window.keyboard.press("Tab")
        assert window.evaluate("document.activeElement.closest('main') !== null")
        browser.close()
