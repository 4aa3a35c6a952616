"""What eyes meet on every kind of page in every language: contrast as drawn, small screens, text spaced wider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from kinds import in_every_language, visit
from playwright.sync_api import Page, sync_playwright

from measure import LOWEST_CONTRAST

# What a reader may set: WCAG 2.2, 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }"""
SPACE = "text => { const style = new CSSStyleSheet(); style.replaceSync(text); document.adoptedStyleSheets = [style] }"
WIDTH = "document.documentElement.scrollWidth"
# Texts that stand over each other, leave the window or are cut off; tables may be scrolled sideways.
LOST = """() => {
  const clipped = one => one && (getComputedStyle(one).clipPath === 'inset(50%)' || clipped(one.parentElement));
  const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode, one = node.parentElement, shown = one.checkVisibility({contentVisibilityAuto: true});
    if (!node.data.trim() || !shown || clipped(one) || one.closest('.skip, .scroll, option')) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) texts.push([box, node.data.trim()]);
  }
  const found = texts.filter(([box]) => box.left < -1 || box.right > innerWidth + 1).map(([, text]) => ['outside', text]);
  texts.sort(([a], [b]) => a.top - b.top);
  texts.forEach(([a, text], place) => {
    for (const [b, other] of texts.slice(place + 1)) {
      if (b.top >= a.bottom) break;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - b.top;
      if (across > 2 && down > Math.min(a.height, b.height) * 0.45) found.push(['over each other', text, other]);
    }
  });
  for (const one of document.querySelectorAll('body *')) {
    const {overflowX, overflowY} = getComputedStyle(one), cuts = overflowX !== 'visible' || overflowY !== 'visible';
    if (!cuts || !one.checkVisibility() || clipped(one) || one.closest('.scroll, pre, svg')) continue;
    const fits = one.scrollWidth <= one.clientWidth + 1 && one.scrollHeight <= one.clientHeight + 1;
    if (!fits) found.push(['cut off', one.outerHTML.slice(0, 99)]);
  }
  return found;
}"""
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"


@pytest.fixture(scope="module")
def window(require_tool: Callable[[str], Path]) -> Iterator[Page]:
    """Return a window of Chromium as large as one of 1,280 by 1,024 pixels is at 400 per cent."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 320, "height": 256})
        browser.close()


@pytest.fixture(scope="module")
def seen(window: Page, outputs: list[Path]) -> dict[str, dict[str, Any]]:
    """Return what was seen on each page, by its address: each is opened once."""
    found = {}
    for address in in_every_language(outputs[0]):
        visit(window, outputs[0], address)
        window.evaluate(UNFOLD)
        page = {"width": window.evaluate(WIDTH)}
        window.evaluate(SPACE, SPACED)
        page |= {"spaced": window.evaluate(WIDTH), "lost": window.evaluate(LOST)}
        for scheme in ("light", "dark"):
            window.emulate_media(color_scheme=scheme)
            page[scheme] = window.evaluate(LOWEST_CONTRAST)
        found[address] = page
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_as_drawn_stands_out_from_its_ground(seen: dict[str, dict[str, Any]], scheme: str) -> None:
    """WCAG 2.2, 1.4.6: 7 to 1 for every text, the large ones too, on whatever ground it has in the end."""
    assert {address: page[scheme] for address, page in seen.items() if page[scheme][0] < 7} == {}


def test_no_page_is_wider_than_a_small_screen(seen: dict[str, dict[str, Any]]) -> None:
    """WCAG 2.2, 1.4.10: at 320 by 256 pixels, and so at 400 per cent, nothing but tables has to be scrolled sideways."""
    assert {address: page["width"] for address, page in seen.items() if page["width"] != 320} == {}


def test_text_may_be_spaced_wider(seen: dict[str, dict[str, Any]]) -> None:
    """WCAG 2.2, 1.4.12: with all the space that a reader may ask for nothing is cut off, covered or outside, even on a small screen."""
    assert {address: page["lost"] for address, page in seen.items() if page["lost"] or page["spaced"] != 320} == {}


def test_what_is_lost_would_be_seen(window: Page) -> None:
    """The tests above notice a pale text, and texts that are cut off, covered or outside."""
    window.set_content("""<style>p { position: absolute; margin: 0; white-space: nowrap; background: #fff; color: #000 }</style>
        <p style="top: 0; color: #666">pale<p style="top: 2px">covered<p style="top: 60px; left: 300px">outside
        <p style="top: 90px; width: 20px; overflow: hidden">cut off""")
    window.emulate_media(color_scheme="light")
    assert {kind for kind, *_ in window.evaluate(LOST)} == {"over each other", "outside", "cut off"}
    lowest, text = window.evaluate(LOWEST_CONTRAST)
    assert 5.7 < lowest < 5.8 and "pale" in text
