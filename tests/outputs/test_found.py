"""Being found and shared: what pages say to programs, cards, icons and the description of the search."""

from __future__ import annotations

import json
import re
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]
from markupsafe import Markup
from PIL import Image
from sites import TOML, Make, Site

from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.render.card import SIZE, card, icon
from sitegen.render.pen import _environment

URL = "https://www.esimerkkila.example"
TOWN = f"""
-- site.toml --
organisation.name = "Esimerkkilän kunta"
organisation.registry.email = "kirjaamo@esimerkkila.example"
{TOML}languages = ["fi", "sv"]
description = "Kunnan päätökset."
-- content/minutes/kh/board.md --
---
name: Kunnanhallitus
abbreviation: KH
since: 2017-06-01
kind: executive
---
-- content/minutes/kh/board.sv.md --
---
name: Kommunstyrelsen
---
-- content/minutes/kj/board.md --
---
name: Kunnanjohtaja
kind: office
---
-- content/minutes/kh/2026-05-04/meeting.md --
---
start: 2026-05-04 16:00
end: 2026-05-04 18:30
place: Kunnantalo, Kylätie 1
status: approved
published: 2026-05-11
---
-- content/minutes/kh/2026-05-04/1-tie.md --
---
title: Tie [Maija Esimerkin]{{.personal}} maalle
section: 12
case: 7/2026
appeal: {{kind: rectification}}
plain: Tie tehdään [Maija Esimerkin]{{.personal}} maalle.
---
## Päätös

Hyväksyttiin.
-- content/minutes/kh/2026-06-15/meeting.md --
---
start: 2026-06-15 16:00
moved_from: 2026-06-08 16:00
status: agenda
---
-- content/minutes/kh/2026-06-22/meeting.md --
---
start: 2026-06-22 16:00
moved_from: 2026-06-21 16:00
status: cancelled
---
-- content/news/silta.md --
---
title: Silta "avataan" & suljetaan
date: 2026-01-12 09:30
updated: 2026-02-01
lead: Silta avataan.
image: {{file: kuva.svg, alt: Silta}}
---
Silta.
-- content/news/kuva.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>
"""
DATES = {
    "datePublished", "dateModified", "dateCreated", "startDate", "endDate", "previousStartDate", "foundingDate", "dissolutionDate",
}  # fmt: skip
# What schema.org's own pages say: the properties of each type that are used here, and those that none goes without.
ORGANISATION = {"name", "url", "email", "telephone", "address", "alternateName", "foundingDate", "dissolutionDate", "parentOrganization"}
TYPES: dict[str, tuple[set[str], set[str]]] = {
    "BreadcrumbList": ({"itemListElement"}, set()),
    "ListItem": ({"position", "name", "item"}, set()),
    "GovernmentOrganization": ({"name", "url"}, ORGANISATION),
    "WebSite": ({"name", "url", "publisher"}, {"inLanguage"}),
    "Event": (
        {"name", "startDate", "organizer", "eventStatus"}, {"url", "inLanguage", "endDate", "location", "previousStartDate"},
    ),
    "Place": ({"name", "address"}, set()),
    "CreativeWork": ({"name", "url"}, {"inLanguage", "dateCreated", "identifier", "isPartOf", "author"}),
    "NewsArticle": (
        {"headline", "datePublished", "author", "publisher"}, {"url", "inLanguage", "dateModified", "description", "image"},
    ),
}  # fmt: skip


class Scripts(HTMLParser):
    """The data in the scripts of a page, and its meta elements by property or name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.metas: dict[str, str] = {}
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a script, or note a meta element."""
        given = dict(attrs)
        self._inside = tag == "script" and "src" not in given
        if self._inside:
            self.texts.append("")
        if tag == "meta":
            self.metas[given.get("property") or given.get("name") or ""] = given.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        """Close a script."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Add to the script."""
        if self._inside:
            self.texts[-1] += data


def things(page: str) -> dict[str, dict[str, Any]]:
    """Return what a page says of itself, by type."""
    return {one["@type"]: one for one in map(json.loads, Scripts(page).texts)}


def offences(thing: Any) -> list[str]:
    """Return what schema.org's rules, as written down above, have against a thing and what it holds."""
    if isinstance(thing, list):
        return [fault for one in thing for fault in offences(one)]
    if not isinstance(thing, dict):
        return []
    kind = thing.get("@type", "")
    needed, allowed = TYPES.get(kind, (set(), set()))
    said = thing.keys() - {"@type", "@context"}
    faults = [f"{kind} lacks {name}" for name in needed - said] + [f"{kind} has {name}" for name in said - needed - allowed]
    faults += [f"{kind}.{name} is empty" for name in said if thing[name] in ("", [], None)]
    faults += [f"{kind}.{name}: {thing[name]}" for name in said & {"url", "item", "image"} if not thing[name].startswith(URL + "/")]
    faults += [f"{kind}.{name}: {thing[name]}" for name in said & DATES if not is_date(thing[name])]
    return faults + [fault for name in said for fault in offences(thing[name])]


def is_date(text: str) -> bool:
    """Tell whether a text is a day, or a time with its zone (ISO 8601)."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None or datetime.fromisoformat(text).tzinfo is not None


@pytest.fixture
def town(site: Make) -> Site:
    """Return a site with one page of each kind."""
    built = site(TOWN)
    assert built.codes == []
    return built


def test_all_that_pages_say_follows_the_rules_of_schema_org(town: Site) -> None:
    """Each type has what it needs and nothing that it doesn't know; addresses are whole, times have a zone."""
    pages = {path: Scripts(data.decode()) for path, data in town.files.items() if path.endswith(".html")}
    said = [(path, json.loads(text)) for path, page in pages.items() for text in page.texts]
    assert {path: offences(thing) for path, thing in said if offences(thing)} == {}
    assert {thing["@type"] for _, thing in said} == TYPES.keys() - {"ListItem", "Place"}
    assert all(thing["@context"] == "https://schema.org" for _, thing in said)


@pytest.mark.parametrize(
    "thing",
    [
        {"@type": "Event", "name": "x"},
        {"@type": "Place", "name": "x", "address": ""},
        {"@type": "ListItem", "position": 1, "name": "x", "item": "/x/"},
    ],
)
def test_an_offence_is_found(thing: dict[str, Any]) -> None:
    """The rules see what is missing, empty, or no whole address."""
    assert offences(thing)


def test_the_way_to_a_page_is_said(town: Site) -> None:
    """A list of breadcrumbs leads from the front page to the page itself, which is the last."""
    crumbs = things(town.read("/kokoukset/kh/2026-05-04/12/"))["BreadcrumbList"]["itemListElement"]
    assert [one["position"] for one in crumbs] == [1, 2, 3, 4, 5]
    assert [one["item"].removeprefix(URL) for one in crumbs] == [
        "/", "/toimielimet/", "/toimielimet/kh/", "/kokoukset/kh/2026-05-04/", "/kokoukset/kh/2026-05-04/12/",
    ]  # fmt: skip


def test_a_meeting_is_an_event_with_its_times(town: Site) -> None:
    """Moved or cancelled, it says so in the words of schema.org, and when it should have been."""
    held = things(town.read("/kokoukset/kh/2026-05-04/"))["Event"]
    assert (held["startDate"], held["endDate"]) == ("2026-05-04T16:00:00+03:00", "2026-05-04T18:30:00+03:00")
    assert held["eventStatus"] == "https://schema.org/EventScheduled"
    assert held["location"]["name"] == "Kunnantalo, Kylätie 1"
    assert held["organizer"]["parentOrganization"]["name"] == "Esimerkkilän kunta"
    moved = things(town.read("/kokoukset/kh/2026-06-15/"))["Event"]
    assert (moved["eventStatus"], moved["previousStartDate"]) == ("https://schema.org/EventRescheduled", "2026-06-08T16:00:00+03:00")
    cancelled = things(town.read("/kokoukset/kh/2026-06-22/"))["Event"]
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"
    assert "previousStartDate" not in cancelled


def test_news_and_boards_say_what_they_are(town: Site) -> None:
    """News has its times and picture; a board belongs to its organisation, an office-holder is none."""
    news = things(town.read("/uutiset/2026/silta/"))["NewsArticle"]
    assert (news["headline"], news["datePublished"], news["dateModified"]) == (
        'Silta "avataan" & suljetaan', "2026-01-12T09:30:00+02:00", "2026-02-01",
    )  # fmt: skip
    assert news["image"] == f"{URL}/uutiset/2026/silta/kuva.svg"
    board = things(town.read("/toimielimet/kh/"))["GovernmentOrganization"]
    assert (board["name"], board["alternateName"], board["foundingDate"]) == ("Kunnanhallitus", "KH", "2017-06-01")
    assert "GovernmentOrganization" not in things(town.read("/toimielimet/kj/"))


def test_what_others_keep_has_no_personal_data(town: Site) -> None:
    """While a name still stands on the page, neither Open Graph, JSON-LD nor the description has it."""
    page = town.read("/kokoukset/kh/2026-05-04/12/")
    assert "Maija Esimerkin" in page.partition("<body>")[2]
    said = Scripts(page)
    assert "Esimerkin" not in "".join((*said.texts, *said.metas.values()))
    assert said.metas["og:title"] == things(page)["CreativeWork"]["name"] == "Tie [henkilötieto] maalle"
    assert said.metas["og:description"] == "Tie tehdään … maalle."


def test_a_page_that_has_ended_says_nothing_of_itself(site: Make) -> None:
    """What has expired is offered to nobody."""
    built = site(f"{TOWN}-- content/news/ohi.md --\n---\ntitle: Ohi\ndate: 2026-01-01\nexpires: 2026-02-01\n---\nx\n")
    page = Scripts(built.read("/uutiset/2026/ohi/"))
    assert page.texts == []
    assert not any(name.startswith("og:") for name in page.metas.keys() - {"og:description"})


def test_a_shared_page_has_a_picture_that_is_there(town: Site) -> None:
    """Each page names a card of 1200 × 630 pixels that the site has, the one of its board where it has one."""
    for path, data in town.files.items():
        metas = Scripts(data.decode()).metas if path.endswith(".html") else {}
        if "og:title" in metas:
            assert metas["og:image"].removeprefix(f"{URL}/") in town.files, path
            assert (metas["og:image:width"], metas["og:image:height"]) == ("1200", "630")
            assert metas["og:url"].startswith(f"{URL}/")
    assert Scripts(town.read("/kokoukset/kh/2026-05-04/12/")).metas["og:image"] == f"{URL}/toimielimet/kh/share.png"
    assert Scripts(town.read("/sv/organ/kh/")).metas["og:image"] == f"{URL}/sv/organ/kh/share.png"
    assert Scripts(town.read("/uutiset/2026/silta/")).metas["article:published_time"] == "2026-01-12T09:30:00+02:00"


@settings(max_examples=25)
@given(st.text(max_size=300), st.text(max_size=80))
def test_a_card_takes_any_words(title: str, foot: str) -> None:
    """Whatever a board is called, its card is a small picture of the right size."""
    data = card(title, foot)
    picture = Image.open(BytesIO(data))
    assert (picture.size, picture.format) == (SIZE, "PNG")
    assert len(data) < 40_000


def test_a_card_keeps_its_words_within_the_margins() -> None:
    """Neither a long name nor a long word reaches the edge of the picture."""
    for title in ("Ympäristöterveydenhuoltojaosto", "Pelastustoimenpalvelutasopäätösvalmistelutoimikunta " * 9, "x" * 300):
        picture = Image.open(BytesIO(card(title, title))).convert("RGB")
        edges = [picture.crop(box) for box in ((0, 0, 70, 630), (1130, 0, 1200, 630), (0, 0, 1200, 70), (0, 580, 1200, 630))]
        assert all(len(edge.getcolors() or ()) == 1 for edge in edges), title


def test_cards_and_icons_are_the_same_bytes_each_time() -> None:
    """What was drawn once is what is drawn again."""
    assert card("Kunnanhallitus", "Kunta") == card("Kunnanhallitus", "Kunta")
    assert icon() == icon()
    assert Image.open(BytesIO(icon())).size == (32, 32)


def test_a_site_has_icons_and_its_own_come_first(site: Make) -> None:
    """Where a site has an icon of its own, the program's is nowhere, and pages lead to the site's."""
    own = "-- static/favicon.ico --\nx\n-- static/share.png --\nx\n"
    plain = site(TOWN)
    assert {"favicon.svg", "favicon.ico", "share.png"} <= plain.files.keys()
    assert '<link rel="icon" href="favicon.svg" type="image/svg+xml">' in plain.read("/")
    marked = site(TOWN + own)
    assert marked.codes == []
    assert "favicon.svg" not in marked.files
    assert (marked.read("favicon.ico"), marked.read("share.png")) == ("x\n", "x\n")
    assert marked.read("/").count('rel="icon"') == 1


def test_a_browser_can_offer_the_search(site: Make) -> None:
    """OpenSearch 1.1: a short name of at most 16 characters, and an address with the terms in it, in each language."""
    text = TOWN.replace("[search]\nenabled = false", "[search]\nenabled = true")
    built = site(text.replace('title = "Esimerkkilän kunta"', 'title = "Esimerkkilän & Mallilan kunnat"'))
    for path, where in (("opensearch.xml", "/haku/"), ("sv/opensearch.xml", "/sv/sok/")):
        root = etree.fromstring(built.files[path])
        space = "{http://a9.com/-/spec/opensearch/1.1/}"
        assert root.tag == f"{space}OpenSearchDescription"
        assert root.findtext(f"{space}ShortName") == "Esimerkkilän &…"
        assert root.find(f"{space}Url").get("template") == f"{URL}{where}?q={{searchTerms}}"
    assert '<link rel="search" type="application/opensearchdescription+xml"' in built.read("/sv/")


def test_no_search_is_offered_where_there_is_none(town: Site) -> None:
    """A site without search has no description of one."""
    assert "opensearch.xml" not in town.files
    assert 'rel="search"' not in town.read("/")


HOSTILE = ["</script>", "<!--", "<script>", "]]>", "\u2028", "\u2029", '"', "'", "\\", "&lt;", "</SCRIPT ", PERSONAL_START, PERSONAL_END]


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=8)), max_size=12))
def test_no_text_breaks_out_of_the_data(parts: list[str]) -> None:
    """Whatever a text holds, a browser finds one script in it, and in that the text as JSON."""
    text = "".join(parts).replace(PERSONAL_START, "").replace(PERSONAL_END, "")
    filter_ = _environment("fi", ()).filters["json"]
    template = jinja2.Environment(autoescape=True).from_string("<script>{{ it }}</script><p>x")
    page = Scripts(template.render(it=filter_(text)))
    assert isinstance(filter_(text), Markup)
    assert [json.loads(one) for one in page.texts] == [text]


@pytest.mark.parametrize("url", ['https://a.example/"x', "https://a.example/<b>", "https://a.example/a b", "https://a.example/{q}", "https://a.example/\\\\x"])
def test_an_address_that_would_end_an_attribute_is_refused(site: Make, url: str) -> None:
    """The site's address stands in attributes of pages and of OpenSearch's description, unescaped by who reads them."""
    built = site(f"-- site.toml --\n[site]\ntitle = 'Kunta'\nurl = '''{url}'''\n-- content/news/README.txt --\nx\n")
    assert built.codes == ["CF005"]


NEWS = ("/uutiset/2026/tie/", "/sv/nyheter/2026/tie/", "/uutiset/2026/silta/")


def test_each_version_of_a_page_lists_all_its_languages_and_itself(site: Make) -> None:
    """Search engines take alternates for mutual only so; a page in one language lists none."""
    toml = TOML.replace("[site]\n", '[site]\nlanguages = ["fi", "sv"]\n')
    tie, silta = (f"-- content/news/2026/{name}.md --\n---\ntitle: Tie\ndate: 2026-03-01\n---\n" for name in ("tie", "silta"))
    built = site(f"-- site.toml --\n{toml}{tie}-- content/news/2026/tie.sv.md --\n---\ntitle: Vägen\n---\n{silta}")
    found = [re.findall(r'rel="alternate" hreflang="(\w+)" href="https://[^/]+([^"]+)"', built.read(address)) for address in NEWS]
    assert found == [[("fi", NEWS[0]), ("sv", NEWS[1])], [("sv", NEWS[1]), ("fi", NEWS[0])], []]
