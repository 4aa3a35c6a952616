"""One page of each kind, and of each state that shapes a page, of the shipped site: what pictures are taken of and tests go through.

A kind's name may end in the language of its page, ``item-in-sv``. The states hold on 22.11.2026.
"""

from __future__ import annotations

import re
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
    "document-in-sv": "sv/dokument/joukkoliikenteen-palvelutaso-2027-2030/",
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

VERSION = re.compile(f'<link rel="alternate" hreflang="[a-z]+" href="{re.escape(SITE)}/([^"]*)">')


def file_of(output: Path, address: str) -> Path:
    """Return the file of a page in a built site."""
    path = output / address.partition("?")[0]
    return path / "index.html" if path.is_dir() else path


def in_every_language(output: Path) -> list[str]:
    """Return the addresses of all these pages and of their versions in other languages, as the pages themselves name them."""
    found = dict.fromkeys(KINDS.values())
    for address in KINDS.values():
        found |= dict.fromkeys(VERSION.findall(file_of(output, address).read_text(encoding="utf-8")))
    return list(found)


def show(view: Page, output: Path, kind: str) -> None:
    """Show a page of a kind in a browser's window, at its own address, as a server would give what stands in *output*."""
    visit(view, output, KINDS[kind])


def visit(view: Page, output: Path, address: str) -> None:
    """Show the page at an address of the site in *output*, in the same way."""

    def give(route: Route) -> None:
        route.fulfill(path=file_of(output, urlsplit(route.request.url).path[1:]))

    view.unroute_all(behavior="ignoreErrors")
    view.route(f"{SITE}/**", give)
    view.goto(f"{SITE}/{address}")
    if "?" in address:
        view.locator(".search-list li").first.wait_for()
