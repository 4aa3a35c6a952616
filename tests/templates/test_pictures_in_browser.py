"""Pictures in a real browser: it takes the copy that fits, and nothing moves when it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

PAGE = "uutiset/2026/ilmastotiekartta-hyvaksytty/index.html"
LOADED = "async image => { await image.decode(); return image.currentSrc.split('/').pop(); }"


@pytest.fixture(scope="module")
def browser(require_tool: Callable[[str], Path]) -> Iterator[Browser]:
    """Return a running Chromium."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize(
    ("width", "density", "taken"),
    [
        (320, 1, "jarvimaisema-jpg-480.avif"), (375, 2, "jarvimaisema-jpg-960.avif"), (768, 1, "jarvimaisema-jpg-960.avif"),
        (1440, 1, "jarvimaisema-jpg-960.avif"), (1440, 2, "jarvimaisema-jpg-1600.avif"),
    ],
)  # fmt: skip
def test_a_browser_takes_the_copy_that_fits(browser: Browser, outputs: list[Path], width: int, density: int, taken: str) -> None:
    """A phone fetches no more than it can show, and a dense screen no less; nothing moves or is wider than the window."""
    context = browser.new_context(viewport={"width": width, "height": 900}, device_scale_factor=density)
    window = context.new_page()
    window.goto((outputs[0] / PAGE).as_uri())
    picture = window.locator("figure img")
    assert picture.evaluate(LOADED) == taken
    # The room that it will take is known before it has come.
    assert picture.evaluate("image => getComputedStyle(image).aspectRatio") == "auto 1600 / 900"
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(2000 / 1125, rel=0.01)
    assert window.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
