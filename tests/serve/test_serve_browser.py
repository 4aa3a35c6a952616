"""The preview in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from previews import Start, news, write

PAGE = "/uutiset/2026/silta/"
ITEM = "content/news/silta.md"
PATIENCE = 15_000
# A browser without a screen takes every window for one in sight.
SIGHT = """(state) => {
  Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""


@pytest.fixture(scope="module")
def browser_page(require_tool: Callable[[str], Path]) -> Iterator[Page]:
    """Return a window of Chromium."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


def test_a_window_loads_its_page_anew_after_a_save(start: Start, browser_page: Page) -> None:
    """The new words come into view by themselves, save after save."""
    preview = start()
    browser_page.goto(preview.address + PAGE)
    for title in ("Silta suljetaan", "Silta maalataan", "Silta avataan"):
        write(preview.source, ITEM, news(title))
        expect(browser_page.get_by_role("heading", level=1)).to_have_text(title, timeout=PATIENCE)


def test_a_fault_comes_into_view_and_goes_when_mended(start: Start, browser_page: Page) -> None:
    """The panel tells the place and the remedy over the page that was, and is gone with the fault."""
    preview = start()
    browser_page.goto(preview.address + PAGE)
    write(preview.source, ITEM, news("Silta suljetaan", "titel: x\n"))
    expect(browser_page.get_by_text("content/news/silta.md:4:1")).to_be_visible(timeout=PATIENCE)
    expect(browser_page.get_by_text("Did you mean 'title'?")).to_be_visible()
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Silta avataan")
    write(preview.source, ITEM, news("Silta suljetaan"))
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Silta suljetaan", timeout=PATIENCE)
    expect(browser_page.get_by_text("content/news/silta.md")).to_have_count(0)


def test_a_window_finds_the_preview_that_is_started_again(start: Start, browser_page: Page) -> None:
    """A window that was left open loads the page anew once a preview answers at its address."""
    preview = start()
    port = preview.address.rpartition(":")[2]
    browser_page.goto(preview.address + PAGE)
    assert preview.stop() == 0
    write(preview.source, ITEM, news("Silta suljetaan"))
    start("", "--port", port, "--as-of", "2026-06-01")
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Silta suljetaan", timeout=PATIENCE)


def test_windows_out_of_sight_leave_their_connection_to_others(start: Start, browser_page: Page) -> None:
    """A browser keeps six connections to a server; more windows than that load, and each is up to date when it is seen."""
    preview = start()
    pages = [browser_page.context.new_page() for _ in range(8)]
    for page in pages:
        page.goto(preview.address + PAGE, timeout=PATIENCE)
        page.evaluate(SIGHT, "hidden")
    write(preview.source, ITEM, news("Silta suljetaan"))
    preview.waits_for(lambda: "Silta suljetaan" in preview.get(PAGE).text)
    expect(pages[0].get_by_role("heading", level=1)).to_have_text("Silta avataan")
    pages[0].evaluate(SIGHT, "visible")
    expect(pages[0].get_by_role("heading", level=1)).to_have_text("Silta suljetaan", timeout=PATIENCE)
    for page in pages:
        page.close()
