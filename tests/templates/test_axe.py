"""Pages that carry the law, as axe-core sees them: nothing that breaks WCAG 2.2 AA in any language, in light or dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
RUN = "async rules => (await axe.run(document, {runOnly: rules})).violations.map(one => [one.id, one.nodes.map(node => node.html)])"
# One of each kind, on the day that ``outputs`` are built for: what it is, and its address.
PAGES = {
    "front page": "",
    "a vote, dissent and a time that runs": "kokoukset/maakuntavaltuusto/2026-11-09/5",
    "an election, in Swedish": "sv/moten/maakuntavaltuusto/2026-11-09/8",
    "a vote that nobody has translated, in English": "en/meetings/maakuntavaltuusto/2026-11-09/5",
    "partly secret, under another Act": "kokoukset/maakuntahallitus/2026-10-26/79",
    "secret": "kokoukset/henkilostojaosto/2026-05-20/9",
    "prohibited": "kokoukset/liikennelautakunta/2026-10-07/15",
    "a name that is gone": "kokoukset/maakuntahallitus/2026-06-01/71",
    "not inspected": "kokoukset/maakuntahallitus/2026-11-16/80",
    "on the agenda": "kokoukset/maakuntahallitus/2026-12-07/asia-1",
    "withdrawn": "kokoukset/maakuntajohtaja/2026-05-11/19",
    "a meeting with its attendance": "kokoukset/maakuntavaltuusto/2026-11-09",
    "a meeting, in Swedish": "sv/moten/maakuntavaltuusto/2026-11-09",
    "a meeting that was cancelled": "kokoukset/liikennelautakunta/2026-09-09",
    "a board": "toimielimet/maakuntavaltuusto",
    "a case": "asiat/48-02-02-00-2026",
    "decisions by what was decided": "paatokset/hyvaksytty",
    "open appeals": "muutoksenhaku",
    "open appeals, in Swedish": "sv/andringssokande",
    "corrections": "korjaukset",
    "corrections, in English": "en/corrections",
    "how to follow": "tilaa",
    "a news item with a picture, a contact and comments": "uutiset/2026/linjastoluonnos-kommentoitavana",
    "a news item with comments, in Swedish": "sv/nyheter/2026/linjastoluonnos-kommentoitavana",
    "a news item that asks to take part": "uutiset/2026/linjaston-aikataulut-kommentoitavana",
    "the accessibility statement": "saavutettavuusseloste",
    "the accessibility statement, in Swedish": "sv/tillganglighetsutlatande",
    "the accessibility statement, in English": "en/accessibility-statement",
}


@pytest.fixture(scope="module")
def window(require_tool: Callable[[str], Path]) -> Iterator[Page]:
    """Return a window of Chromium as wide as a phone."""
    chromium = require_tool("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 375, "height": 800})
        browser.close()


def test_pages_that_carry_the_law_can_be_used_by_all(window: Page, outputs: list[Path], require_tool: Callable[[str], Path]) -> None:
    """Act on the provision of digital services 306/2019: WCAG holds on one page of each kind."""
    found: dict[tuple[str, str], object] = {}
    script = require_tool("axe.min.js").read_text(encoding="utf-8")
    for kind, address in PAGES.items():
        window.goto((outputs[0] / address / "index.html").as_uri())
        window.evaluate(script)
        for scheme in ("light", "dark"):
            window.emulate_media(color_scheme=scheme)
            if violations := window.evaluate(RUN, RULES):
                found[kind, scheme] = violations
    assert found == {}


def test_an_extract_is_reached_by_keyboard(window: Page, outputs: list[Path]) -> None:
    """The link to the extract shows the certification, and the next key leads to the way back from it."""
    window.goto((outputs[0] / PAGES["a vote, dissent and a time that runs"] / "index.html").as_uri())
    window.locator("a[href='#extract']").press("Enter")
    assert window.locator("#extract").is_visible()
    window.keyboard.press("Tab")
    assert window.evaluate("document.activeElement.closest('#extract') !== null")
