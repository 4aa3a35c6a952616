"""The frame and what it hides, by keyboard and on small screens, without a script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kinds import show
from playwright.sync_api import Browser, Page, expect, sync_playwright

# What of a page has no outline when it has the keyboard's attention, or is covered by something.
UNSEEN = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const middle = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  const there = document.elementFromPoint(box.left + Math.min(box.width, 8) / 2, middle);
  return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || !(one.contains(there) || there?.contains(one));
}"""
# Targets that are smaller than 24 pixels and stand in no sentence (WCAG 2.2, 2.5.8).
SMALL = """() => [...document.querySelectorAll('nav a, summary, .footer a, .facts a, .days a, .term, .more a')]
  .map(one => [one.getBoundingClientRect(), one.textContent.trim()])
  .filter(([box]) => box.width && box.height && (box.width < 23.5 || box.height < 23.5))
  .map(([box, text]) => [text, box.width, box.height])"""

# Notes what has the keyboard's attention from now on, and returns how much of a page waits for it.
LISTEN = """() => {
  const stops = document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]');
  window.waiting = [...stops].filter(one => one.checkVisibility());
  window.reached = [];
  addEventListener('focusin', event => reached.push(event.target));
  return waiting.length;
}"""
# The first that was not reached in its turn.
MISSED = "() => { const place = waiting.findIndex((one, turn) => one !== reached[turn]); return waiting[place]?.outerHTML }"


@pytest.fixture(scope="module")
def browser(require_tool: Callable[[str], Path]) -> Iterator[Browser]:
    """Return Chromium with scripts of pages switched off by each page."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, outputs: list[Path], kind: str, width: int) -> Page:
    """Return a window of that width on a page of a kind; no script of the page runs."""
    view = browser.new_page(viewport={"width": width, "height": 800}, java_script_enabled=False)
    show(view, outputs[0], kind)
    return view


def test_the_first_key_leads_past_the_frame(browser: Browser, outputs: list[Path]) -> None:
    """WCAG 2.2, 2.4.1: the skip link is the first stop, can be seen there, and leads to the content."""
    view = opened(browser, outputs, "item", 1280)
    view.keyboard.press("Tab")
    skip = view.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    expect(view.locator(".reference a")).to_be_focused()


def test_the_menu_folds_on_a_phone_and_opens_by_keyboard(browser: Browser, outputs: list[Path]) -> None:
    """On a phone the frame takes less than a fifth of the screen; one key unfolds the menu, the next leads into it."""
    view = opened(browser, outputs, "item", 320)
    links = view.locator(".menu a")
    expect(links.first).to_be_hidden()
    height = view.locator(".masthead").bounding_box()
    assert height is not None and height["height"] < 160
    view.locator(".menu summary").press("Enter")
    expect(links.first).to_be_visible()
    view.keyboard.press("Tab")
    expect(links.first).to_be_focused()


def test_the_menu_is_open_where_there_is_room(browser: Browser, outputs: list[Path]) -> None:
    """On a wide screen nothing has to be unfolded, and the page's place in the menu is told."""
    view = opened(browser, outputs, "item", 1280)
    expect(view.locator(".menu summary")).to_be_hidden()
    assert all(link.is_visible() for link in view.locator(".menu a").all())
    expect(view.locator(".menu [aria-current]")).to_have_text("Toimielimet")


def test_a_hard_word_is_explained_where_it_stands(browser: Browser, outputs: list[Path]) -> None:
    """One key shows what the word means, with the way to the glossary; Escape hides it. No script is needed."""
    view = opened(browser, outputs, "item-rectification", 320)
    word = view.locator("[popovertarget='term-rectification']")
    meaning = view.locator("#term-rectification")
    expect(word).to_have_text("Oikaisuvaatimus")
    expect(meaning).to_be_hidden()
    word.press("Enter")
    expect(meaning).to_be_in_viewport()
    expect(meaning).to_contain_text("Kirjallinen pyyntö, että päätös käsitellään uudelleen")
    view.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    word.press("Enter")
    meaning.locator("a").press("Enter")
    expect(view.locator("dt:target")).to_have_text("Oikaisuvaatimus")


@pytest.mark.parametrize("kind", ["front-page", "item", "meeting", "meetings-of-year", "board", "topic"])
@pytest.mark.parametrize("width", [320, 1280])
def test_who_goes_by_keyboard_sees_where_they_are(browser: Browser, outputs: list[Path], kind: str, width: int) -> None:
    """WCAG 2.2, 2.4.7 and 2.4.11: each of the first stops has an outline, and nothing covers it."""
    view = browser.new_page(viewport={"width": width, "height": 800})
    show(view, outputs[0], kind)
    for _ in range(25):
        view.keyboard.press("Tab")
        assert not view.evaluate(UNSEEN), view.evaluate("document.activeElement.outerHTML")
    view.close()


@pytest.mark.parametrize("kind", ["front-page", "item", "meeting", "meetings-of-year", "boards", "appeals"])
def test_what_is_touched_is_large_enough(browser: Browser, outputs: list[Path], kind: str) -> None:
    """WCAG 2.2, 2.5.8: links of the frame, of facts and of the calendar are at least 24 pixels in both directions."""
    view = browser.new_page(viewport={"width": 320, "height": 800})
    show(view, outputs[0], kind)
    view.locator(".menu summary").click()
    assert view.evaluate(SMALL) == []
    view.close()


@pytest.mark.parametrize("kind", ["front-page", "item", "news-with-comments", "document", "subscribe", "search"])
def test_the_keys_reach_everything_in_its_order(browser: Browser, outputs: list[Path], kind: str) -> None:
    """WCAG 2.2, 2.1.1, 2.1.2 and 2.4.3: each link, button, field, fold and wide table in turn, and nothing holds the keys."""
    view = browser.new_page(viewport={"width": 320, "height": 800})
    show(view, outputs[0], kind)
    number = view.evaluate(LISTEN)
    assert number > 20
    for _ in range(number):
        view.keyboard.press("Tab")
    assert view.evaluate(MISSED) is None
    view.close()


def test_the_pages_of_a_document_unfold_by_keyboard(browser: Browser, outputs: list[Path]) -> None:
    """One key unfolds the ways into the PDF, the next leads to the first of them; a page of the text is one key away."""
    view = opened(browser, outputs, "document", 320)
    fold = view.locator(".document-pages details").first
    fold.locator("summary").first.press("Enter")
    view.keyboard.press("Tab")
    expect(fold.locator("a").first).to_be_focused()
    view.locator("nav[aria-label='Asiakirjan sivut'] a").nth(1).press("Enter")
    expect(view.locator("#sivu-2")).to_be_in_viewport()
    view.close()


def test_who_reads_comments_writes_one_by_keyboard(browser: Browser, outputs: list[Path]) -> None:
    """The way to comment is a link like any other: the key finds it after the comments, and it opens a letter with a subject."""
    view = opened(browser, outputs, "news-with-comments", 320)
    view.locator(".comment a").last.focus()
    view.keyboard.press("Tab")
    expect(view.locator(".act a")).to_be_focused()
    assert (view.locator(".act a").get_attribute("href") or "").startswith("mailto:")
    view.close()


@pytest.mark.parametrize("kind", ["item", "search"])
def test_where_one_is_is_seen_in_the_readers_own_colours(browser: Browser, outputs: list[Path], kind: str) -> None:
    """With forced colours each stop still has an outline, in a colour that the reader chose."""
    view = browser.new_page(viewport={"width": 1280, "height": 800})
    show(view, outputs[0], kind)
    view.emulate_media(forced_colors="active")
    for _ in range(25):
        view.keyboard.press("Tab")
        assert not view.evaluate(UNSEEN), view.evaluate("document.activeElement.outerHTML")
    view.close()
