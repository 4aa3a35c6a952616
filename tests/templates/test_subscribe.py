"""The page on feeds and calendars in a real browser: each address can be copied without a mouse, and read without JavaScript."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ADDRESS = "https://www.lokkiranta.example/calendars/boards/maakuntahallitus.ics"
NAME = "Kopioi Maakuntahallitus, Kalenteri (.ics)"


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(outputs: list[Path]) -> Iterator[str]:
    """Return where the shipped site is served; browsers let a page copy only from there or from https."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(outputs[0])))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser(require_tool: Callable[[str], Path]) -> Iterator[Browser]:
    """Return Chromium."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(context: BrowserContext, address: str, page: str = "/tilaa/") -> Page:
    """Return a window with the page on feeds."""
    window = context.new_page()
    window.set_default_timeout(15_000)
    window.goto(address + page)
    return window


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_an_address_is_copied_by_keyboard(browser: Browser, address: str, key: str) -> None:
    """WCAG 2.1.1 and 4.1.3: the key after the address reaches its button, which copies it; that is said in a status message and shown."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    window = opened(context, address)
    window.locator("dt a[href$='calendars/boards/maakuntahallitus.ics']").focus()
    window.keyboard.press("Tab")
    button = window.get_by_role("button", name=NAME)
    expect(button).to_be_focused()
    window.keyboard.press(key)
    expect(window.get_by_role("status")).to_have_text("Kopioitu: Maakuntahallitus, Kalenteri (.ics)")
    expect(window.locator("button:focus")).to_contain_text("Kopioitu")
    assert window.evaluate("navigator.clipboard.readText()") == ADDRESS
    window.locator("button.copy").first.press("Enter")
    expect(window.get_by_role("status")).to_have_text("Kopioitu: Päätökset, Syöte (RSS)")
    expect(button).to_be_visible()
    context.close()


def test_an_address_that_may_not_be_copied_is_selected(browser: Browser, address: str) -> None:
    """Where the browser refuses, the address is ready for the keys by which one copies any text, and that is said."""
    context = browser.new_context()
    context.add_init_script("delete Navigator.prototype.clipboard")
    window = opened(context, address)
    window.get_by_role("button", name=NAME).press("Enter")
    expect(window.get_by_role("status")).to_contain_text("Osoite on nyt valittuna")
    assert window.evaluate("getSelection().toString()") == ADDRESS
    context.close()


def test_every_address_is_there_without_javascript(browser: Browser, address: str) -> None:
    """No button is shown that does nothing; each address stands there as text, of each board its feed and its calendar."""
    context = browser.new_context(java_script_enabled=False)
    window = opened(context, address)
    expect(window.locator("main button:visible")).to_have_count(0)
    codes = window.locator("main code").all_inner_texts()
    assert ADDRESS in codes and ADDRESS.replace("calendars", "feeds").replace(".ics", ".xml") in codes
    assert len(codes) == len(set(codes)) == window.locator("button.copy").count()
    context.close()


@pytest.mark.parametrize("page", ["/tilaa/", "/sv/prenumerera/", "/en/subscribe/"])
def test_it_fits_a_small_screen(browser: Browser, address: str, page: str) -> None:
    """At 320 pixels nothing has to be scrolled sideways, and a button is as large as a finger needs (WCAG 1.4.10, 2.5.8)."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    window = opened(context, address, page)
    assert window.evaluate("document.documentElement.scrollWidth") == 320
    sizes = [button.bounding_box() for button in window.locator("button.copy").all()]
    assert sizes and all(size and min(size["width"], size["height"]) >= 24 for size in sizes)
    context.close()


def test_its_link_to_what_a_calendar_is_leads_there(browser: Browser, address: str) -> None:
    """Whoever meets the address of a calendar on another page finds what to do with it."""
    context = browser.new_context()
    window = opened(context, address, "/")
    window.get_by_role("link", name="Näin tilaat kalenterin").press("Enter")
    expect(window.locator(":target h2")).to_have_text("Mikä kalenteri on")
    context.close()
