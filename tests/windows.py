"""The page of search in a real browser: sites that can be searched, and what is found."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page
from sites import TOML

SEARCHABLE = TOML.replace("[search]\nenabled = false", "[search]\nenabled = true")


def wait(page: Page) -> None:
    """Wait until all is found that will be."""
    page.locator(".search-results[aria-busy=false]").wait_for()


def addresses_found(page: Page) -> set[str]:
    """Return the addresses of all that was found, on as many pages as there are."""
    wait(page)
    while page.locator(".search-more").is_visible():
        before = page.locator(".search-list li").count()
        page.locator(".search-more").click()
        page.locator(f".search-list li:nth-child({before + 1})").wait_for()
    links = page.locator(".search-list a")
    return {urlsplit(str(links.nth(n).evaluate("link => link.href"))).path for n in range(links.count())}
