"""The page of search as people use it: by keyboard, with a screen reader, without JavaScript, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from served import served
from sites import Make, rebuild, unpack
from windows import SEARCHABLE, addresses_found, wait

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
RUN = "async rules => (await axe.run(document, {runOnly: rules})).violations.map(one => [one.id, one.nodes.map(node => node.html)])"
PAGES = {"fi": "haku/?q=silta", "sv": "sv/sok/?q=bro", "en": "en/search/?q=bridge"}
NEWS = "".join(
    f"-- content/news/silta-{n}.md --\n---\ntitle: Silta {n}\ndate: {2024 + n % 3}-01-{n + 1:02}\n---\nSillan korjaus {n}.\n"
    for n in range(12)
)
TOWN = f"""\
-- site.toml --
{SEARCHABLE}languages = ["fi", "sv", "en"]
[topics.sillat]
fi = "Sillat"
{NEWS}
-- content/news/silta-0.sv.md --
---
title: En bro
---
Bron repareras.
-- content/news/silta-0.en.md --
---
title: A bridge
---
The bridge will be mended.
-- content/minutes/kh/2026-05-04/1-silta.md --
---
title: Sillan rakentaminen
section: 1
resolution: approved
topics: [sillat]
appeal: {{kind: rectification}}
---
## Päätös

Silta rakennetaan.
-- content/minutes/kh/2026-05-04/2-tie.md --
---
title: Pyörätien ja sillan valaistus
section: 2
resolution: rejected
appeal: {{kind: rectification}}
---
## Päätös

Ei valaista.
-- content/documents/selvitys/document.md --
---
title: Siltaselvitys
date: 2025-03-01
---
Alku.

<!-- page: 1 -->

Kuntoluokat.

<!-- page: 2 -->

Kaiteiden maalaus.
"""


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address at which the town's site is served."""
    folder = tmp_path_factory.mktemp("town")
    site = rebuild(unpack(TOWN, folder / "site"), folder / "output")
    assert site.built.changes
    with served(site.output) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a window as wide as a phone."""
    window = browser.new_page(viewport={"width": 375, "height": 800})
    yield window
    window.close()


def choose(page: Page, label: str, title: str) -> None:
    """Choose a value of a filter."""
    page.get_by_label(label, exact=True).select_option(title)
    wait(page)


def titles(page: Page) -> list[str]:
    """Return what the shown results are called."""
    return page.locator(".search-list h3").all_inner_texts()


def test_search_works_from_the_keyboard_on_every_page(page: Page, url: str) -> None:
    """The box in the masthead leads to what is found; from there the keys reach each result, and more of them."""
    page.goto(f"{url}/kokoukset/kh/2026-05-04/1/")
    page.get_by_label("Hae sivustolta").focus()
    page.keyboard.type("sillat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/haku/?q=sillat")
    wait(page)
    assert page.get_by_label("Hakusanat").input_value() == "sillat"
    assert len(titles(page)) == 10
    page.locator(".search-more").press("Enter")
    page.locator(".search-list li:nth-child(11)").wait_for()
    assert page.evaluate("document.activeElement.closest('li') === document.querySelector('.search-list li:nth-child(11)')")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/haku/" not in address)


def test_what_is_found_is_announced(page: Page, url: str) -> None:
    """The number of pages stands in a live region; so does that there are none, which is no error."""
    page.goto(f"{url}/haku/?q=silta")
    wait(page)
    assert page.get_by_role("status").inner_text() == "Löytyi 15 sivua. Niistä näytetään 10."
    page.get_by_label("Hakusanat").fill("avaruusalus")
    page.get_by_role("button", name="Haku").click()
    wait(page)
    assert page.get_by_role("status").inner_text() == "Mitään ei löytynyt. Kokeile muita sanoja tai vähemmän sanoja."
    assert titles(page) == []


def test_what_is_found_can_be_narrowed(page: Page, url: str) -> None:
    """By kind, board, year, topic and what was decided; the address keeps it, and the way back takes it away."""
    page.goto(f"{url}/haku/?q=silta")
    wait(page)
    page.locator(".search-narrow summary").press("Enter")
    choose(page, "Mitä haetaan", "item")
    assert set(titles(page)) == {"Sillan rakentaminen", "Pyörätien ja sillan valaistus"}
    choose(page, "Mitä päätettiin", "rejected")
    assert titles(page) == ["Pyörätien ja sillan valaistus"]
    assert page.url.endswith("?q=silta&kind=item&resolution=rejected")
    page.go_back()
    page.locator(".search-list li:nth-child(2)").wait_for()
    choose(page, "Aihe", "sillat")
    assert titles(page) == ["Sillan rakentaminen"]
    page.goto(f"{url}/haku/?q=silta&year=2025")
    assert addresses_found(page) == {f"/uutiset/2025/silta-{n}/" for n in (1, 4, 7, 10)} | {"/asiakirjat/selvitys/"}
    page.goto(f"{url}/haku/?board=kh&kind=item")
    assert addresses_found(page) == {"/kokoukset/kh/2026-05-04/1/", "/kokoukset/kh/2026-05-04/2/"}


def test_what_is_found_can_be_put_in_order(page: Page, url: str) -> None:
    """By day over all years, either way; best matches come first otherwise."""
    page.goto(f"{url}/haku/?q=silta&kind=news&sort=newest")
    wait(page)
    assert titles(page)[:5] == ["Silta 11", "Silta 8", "Silta 5", "Silta 2", "Silta 10"]
    page.goto(f"{url}/haku/?q=silta&kind=news&sort=oldest")
    wait(page)
    assert titles(page)[:5] == ["Silta 0", "Silta 3", "Silta 6", "Silta 9", "Silta 1"]
    page.goto(f"{url}/haku/?q=sillan+rakentaminen")
    wait(page)
    assert titles(page)[0] == "Sillan rakentaminen"


def test_a_document_is_found_down_to_its_page(page: Page, url: str) -> None:
    """The result leads to the page of the document on which the words stand, with some words around them."""
    page.goto(f"{url}/haku/?q=kaide+maalaus")
    wait(page)
    assert page.locator(".search-list .entry-facts").inner_text() == "sivu 2 · 1.3.2025"
    assert page.locator(".search-list mark").all_inner_texts() == ["Kaiteiden", "maalaus."]
    page.locator(".search-list a").click()
    page.wait_for_url("**/asiakirjat/selvitys/#sivu-2")


def test_nothing_is_fetched_from_elsewhere(page: Page, url: str) -> None:
    """All that a search asks for is on the site, and there; nothing of it breaks a strict policy of content."""
    asked: list[tuple[str, int]] = []
    said: list[str] = []
    page.on("response", lambda answer: asked.append((answer.url, answer.status)))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in PAGES.values():
        page.goto(f"{url}/{address}&sort=newest")
        wait(page)
    assert [one for one in asked if not one[0].startswith(url) or one[1] not in (200, 304)] == []
    assert said == []


def test_without_javascript_the_lists_are_offered(browser: Browser, url: str) -> None:
    """Who searches without JavaScript is told so, sees no form that does nothing, and gets to everything."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/haku/?q=silta")
    assert page.locator("noscript").inner_text().startswith("Haku tarvitsee JavaScriptin")
    assert not page.locator(".search-form").is_visible()
    lists = page.locator(".search-lists a").all_inner_texts()
    assert lists == ["Päätökset", "Uutiset", "Toimielimet", "Aiheet", "Asiakirjat", "Kokoukset"]
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_all_can_use_the_page_of_search(page: Page, url: str, address: str, require_tool: Callable[[str], Path]) -> None:
    """Act on the provision of digital services 306/2019: WCAG holds with results shown, in light and dark."""
    axe = require_tool("axe.min.js").read_text(encoding="utf-8")
    page.goto(f"{url}/{address}")
    wait(page)
    assert titles(page) != []
    page.locator(".search-narrow summary").press("Enter")
    page.evaluate(axe)
    found: dict[str, Any] = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        if violations := page.evaluate(RUN, RULES):
            found[scheme] = violations
    assert found == {}


def test_a_site_may_have_no_search(site: Make) -> None:
    """``[search] enabled = false``: no page, no box, no index."""
    built = site("-- content/news/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\nB.\n")
    assert [path for path in built.files if path.startswith("haku")] == []
    assert built.files_containing('href="haku/') == []
    assert [path for path in built.files_containing('"search-box"') if path.endswith(".html")] == []
