"""One page of each kind, and of each state that shapes a page, of the shipped site: what pictures are taken of and tests go through.

A kind's name may end in the language of its page, ``item-in-sv``. The states hold on 22.11.2026.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

SITE = "https://www.lokkiranta.example"

KINDS = {
    "front-page": "",
    "front-page-in-sv": "sv/",
    "front-page-in-en": "en/",
    "item": "kokoukset/maakuntavaltuusto/2026-11-09/5/",
    "item-in-sv": "sv/moten/maakuntavaltuusto/2026-11-09/5/",
    "item-in-en": "en/meetings/maakuntavaltuusto/2026-11-09/5/",
    "item-with-election": "kokoukset/maakuntavaltuusto/2026-11-09/8/",
    "item-with-election-in-sv": "sv/moten/maakuntavaltuusto/2026-11-09/8/",
    "item-partly-secret": "kokoukset/maakuntahallitus/2026-10-26/79/",
    "item-secret": "kokoukset/henkilostojaosto/2026-05-20/9/",
    "item-not-appealable": "kokoukset/liikennelautakunta/2026-10-07/15/",
    "item-without-names": "kokoukset/maakuntahallitus/2026-06-01/71/",
    "item-rectification": "kokoukset/maakuntahallitus/2026-11-16/81/",
    "item-not-inspected": "kokoukset/maakuntahallitus/2026-11-16/80/",
    "item-on-agenda": "kokoukset/maakuntahallitus/2026-12-07/asia-1/",
    "withdrawn": "kokoukset/maakuntajohtaja/2026-05-11/19/",
    "not-found": "404.html",
    "meeting": "kokoukset/maakuntavaltuusto/2026-11-09/",
    "meeting-in-sv": "sv/moten/maakuntavaltuusto/2026-11-09/",
    "meeting-coming": "kokoukset/maakuntahallitus/2026-12-07/",
    "meeting-planned": "kokoukset/maakuntavaltuusto/2027-02-08/",
    "meeting-cancelled": "kokoukset/liikennelautakunta/2026-09-09/",
    "meetings": "kokoukset/",
    "meetings-of-year": "kokoukset/2026/",
    "meetings-of-year-in-sv": "sv/moten/2026/",
    "meetings-of-board": "kokoukset/maakuntahallitus/",
    "boards": "toimielimet/",
    "boards-in-sv": "sv/organ/",
    "board": "toimielimet/maakuntahallitus/",
    "board-in-sv": "sv/organ/maakuntavaltuusto/",
    "board-ended": "toimielimet/kulttuurilautakunta/",
    "case": "asiat/23-08-00-00-2026/",
    "case-in-sv": "sv/arenden/23-08-00-00-2026/",
    "case-in-en": "en/cases/112-10-02-00-2025/",
    "cases": "asiat/",
    "topics": "aiheet/",
    "topics-in-en": "en/topics/",
    "topic": "aiheet/joukkoliikenne/",
    "topic-in-sv": "sv/amnen/talous/",
    "decisions": "paatokset/",
    "decisions-of-kind": "paatokset/hyvaksytty/",
    "appeals": "muutoksenhaku/",
    "appeals-in-sv": "sv/andringssokande/",
    "corrections": "korjaukset/",
    "corrections-in-en": "en/corrections/",
    "all-news": "uutiset/",
    "news": "uutiset/2026/kaavaehdotus-nahtavilla/",
    "news-in-en": "en/news/2026/talousarvio-2027-hyvaksytty/",
    "news-with-comments": "uutiset/2026/linjastoluonnos-kommentoitavana/",
    "news-with-comments-in-sv": "sv/nyheter/2026/linjastoluonnos-kommentoitavana/",
    "news-to-take-part": "uutiset/2026/linjaston-aikataulut-kommentoitavana/",
    "documents": "asiakirjat/",
    "document": "asiakirjat/ilmastotiekartta-2035/",
    "document-read-by-machine": "asiakirjat/vesihuollon-varautumisselvitys/",
    "search": "haku/",
    "search-found": "haku/?q=talousarvio",
    "search-found-in-sv": "sv/sok/?q=budget",
    "search-found-in-en": "en/search/?q=budget&kind=item",
    "glossary": "sanasto/",
    "how-decisions-are-made": "nain-paatokset-tehdaan/",
    "subscribe": "tilaa/",
    "statement": "saavutettavuusseloste/",
    "statement-in-sv": "sv/tillganglighetsutlatande/",
    "statement-in-en": "en/accessibility-statement/",
}


def show(view: Page, output: Path, kind: str) -> None:
    """Show a page of a kind in a browser's window, at its own address, as a server would give what stands in *output*."""

    def give(route: Route) -> None:
        path = output / urlsplit(route.request.url).path[1:]
        route.fulfill(path=path / "index.html" if path.is_dir() else path)

    view.unroute_all(behavior="ignoreErrors")
    view.route(f"{SITE}/**", give)
    view.goto(f"{SITE}/{KINDS[kind]}")
    if "?" in KINDS[kind]:
        view.locator(".search-list li").first.wait_for()
