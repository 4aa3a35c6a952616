"""A site made from real pages shows what they promise, in the order in which a citizen asks."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections import Counter
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from sites import Site, rebuild
from walk import Page, dead_links, is_elsewhere, pages, words

MEETING = "kokoukset/maakuntahallitus/2018-06-04/index.html"
ITEM = "kokoukset/maakuntahallitus/2018-06-04/122/index.html"
CASE = "asiat/70-00-00-00-2018/index.html"
ARCHIVED = "uutiset/2009/kuntien-palvelukeskus/index.html"
PICTURED = "uutiset/2018/tukipalvelujen-rakenteet/index.html"
DOCUMENT = "asiakirjat/espoon-tuottavuusohjelma-2009-2012/index.html"
WORD = re.compile(r"[^\W_]+")
RSS = "application/rss+xml"


def in_order(text: str, *parts: str) -> bool:
    """Tell whether *parts* stand in *text* in their order."""
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def url_of(site: Site) -> str:
    """Return the address of a site."""
    url: str = tomllib.loads((site.source / "site.toml").read_text(encoding="utf-8"))["site"]["url"]
    return url


def test_it_builds_without_an_edit(real: Site) -> None:
    """There is nothing to tell of it, and it is all there."""
    assert real.codes == []
    assert {ITEM, MEETING, CASE, ARCHIVED, PICTURED, DOCUMENT} < real.files.keys()


def test_an_item_says_what_it_is(real_pages: dict[str, Page]) -> None:
    """Board, meeting, section, title and case number stand on the page, and the line that it is cited by."""
    page = real_pages[ITEM]
    assert page.text("//h1") == "Sote-palvelustrategian ja maakunnan palvelulupauksen valmistelu"
    assert page.one("//title").text.startswith(page.text("//h1"))
    assert page.text("//*[@class='reference']") == "Maakuntahallitus 4.6.2018 § 122"
    facts = "//aside[contains(@class, 'facts')]"
    assert {"§ 122", "MHS 4.6.2018 § 122"} <= {*page.texts(f"{facts}//dd")}
    assert page.leads_to(f"{facts}//a[.='Maakuntahallitus' and not(@type)]") == "toimielimet/maakuntahallitus/index.html"
    assert page.leads_to(f"{facts}//a[contains(., '4.6.2018')]") == MEETING
    assert page.leads_to(f"{facts}//a[.='70/00.00.00/2018']") == CASE
    assert "Maakuntajohtaja" in page.text(facts)


def test_what_was_decided_stands_first(real_pages: dict[str, Page]) -> None:
    """Decision, appeal and only then how it came about; below, the sections in the order written."""
    page = real_pages[ITEM]
    decision = "maakuntahallitus päätti merkitä tiedoksi version maakunnan palvelustrategiasta"
    sections = ["Tiivistelmä", "Asian yksityiskohtainen selostus", "Ehdotus", "Päätös", "Täytäntöönpano"]
    assert in_order(page.text("//main"), page.text("//h1"), decision, "Kuntalaki 410/2015 136 §", *sections)
    assert [one for one in page.texts("//main//h2") if one in sections] == sections
    assert page.text("//main").count(decision) == 2


def test_it_says_that_no_appeal_is_possible_and_why(real_pages: dict[str, Page]) -> None:
    """The box on appeal names the provision and the reason, and no last day."""
    page = real_pages[ITEM]
    box = "//section[contains(@class, 'box-appeal')]"
    assert "Kuntalaki 410/2015 136 §" in page.texts(f"{box}//dd")
    assert "päätös koskee valmistelua" in page.texts(f"{box}//dd")
    assert "muutosta" in page.text(f"{box}/p").lower()
    assert page.all("//*[@class='last-appeal-day']") == []


def cards(page: Page) -> list[list[str]]:
    """Return the lines of each contact's card."""
    return [[words(line) for line in card.xpath("p")] for card in page.all("//*[@class='card']")]


def test_contacts_can_be_reached(real_pages: dict[str, Page]) -> None:
    """Each person has a card with name, role, and a number or an address to touch; those of news can be kept."""
    keep = "Tallenna yhteystieto (vCard) : Tuula Karhumäki"
    item, news = cards(real_pages[ITEM]), cards(real_pages[PICTURED])
    assert [
        card[1:] for card in item[:2]
    ] == [["Ossi Savolainen", "Vastuujohtaja", "040 589 8415"], ["Leena Turpeinen", "050 325 6917"]]
    assert "tel:0405898415" in real_pages[ITEM].all("//*[@class='card']//@href")
    assert news == [["Tuula Karhumäki", "Tukipalvelujen valmistelija", "tuula.karhumaki@uusimaa2019.fi", "040 530 8339", keep]]
    assert "mailto:tuula.karhumaki@uusimaa2019.fi" in real_pages[PICTURED].all("//*[@class='card']//@href")
    assert [card[0] for card in cards(real_pages[ARCHIVED])] == ["Kimmo Haahkola", "Antti Kivelä"]
    assert "tel:0961899229" in real_pages[ARCHIVED].all("//*[@class='card']//@href")


def test_a_case_and_a_meeting_lead_to_the_item(real_pages: dict[str, Page]) -> None:
    """Who has the case number or the meeting finds the decision by its section."""
    for path in (CASE, MEETING):
        page = real_pages[path]
        assert page.leads_to("//main//a[contains(., 'Sote-palvelustrategian')][not(@type)]") == ITEM
        assert "§ 122" in page.text("//main")
    assert "70/00.00.00/2018" in real_pages[CASE].text("//main")
    times = real_pages[MEETING].all("//aside//time/@datetime")
    assert times[:2] == ["2018-06-04T08:30", "2018-06-04T11:25"]
    assert "2018-06-07" in times


def test_an_archived_news_item_says_so(real_pages: dict[str, Page]) -> None:
    """Before anything else; then kind, day, title, subtitle, reading time and lead; the list of news is a link away."""
    page = real_pages[ARCHIVED]
    lead = "Kuntien palvelukeskus -hanke etenee ripein askelin. Tavoitteena on"
    assert in_order(
        page.text("//main"), "Tämä sivu on arkistoitu", "Uutinen", "6.4.2009",
        "Kuntien kehittämisen painopiste", "etenee ripein askelin", "2 min", lead, "Sitran Kuntaohjelman",
    )  # fmt: skip
    assert page.all("//header//time/@datetime") == ["2009-04-06"]
    assert page.leads_to("//*[@class='back']/a") == "uutiset/index.html"
    assert "arkistoitu" not in real_pages[PICTURED].text("//main")


def test_a_news_item_has_its_picture_and_links(real: Site, real_pages: dict[str, Page]) -> None:
    """The picture is the file beside the text, with words for who can't see it; links lead where the author said."""
    page = real_pages[PICTURED]
    picture = page.one("//figure//img")
    assert (picture.get("src").rpartition("/")[2], picture.get("alt")) == ("maailmanpyora.jpg", "Maailmanpyörä")
    assert page.text("//figcaption") == "Maailmanpyörä"
    assert (picture.get("width"), picture.get("height")) == ("1600", "900")
    folder = "uutiset/2018/tukipalvelujen-rakenteet/maailmanpyora"
    copies = [f"-jpg-{width}.{format}" for format in ("avif", "webp") for width in (480, 960, 1600)]
    assert {f"{folder}.jpg", *(folder + copy for copy in copies)} <= real.files.keys()
    assert page.one("//a[.='Tukipalvelujen verkkosivu']").get("href") == "https://www.uusimaa2019.example/tukipalvelut"
    assert page.leads_to("//article//a[contains(., 'palvelutuotannon suunnittelu') or contains(., 'painopiste')]") == ARCHIVED


def test_a_document_can_be_read_and_fetched(real: Site, real_pages: dict[str, Page]) -> None:
    """The file says its type and size; each page of the transcript has an address of its own."""
    page = real_pages[DOCUMENT]
    source = real.source / "content/documents/espoon-tuottavuusohjelma-2009-2012"
    path = page.leads_to("//*[@class='download']/a")
    assert real.files[path] == (source / "loppuraportti.pdf").read_bytes()
    assert "(PDF, 89 kt, 20 sivua)" in page.text("//*[@class='download']").replace("\N{NO-BREAK SPACE}", " ")
    marks = re.findall(r"<!-- page: (\d+) -->", (source / "document.md").read_text(encoding="utf-8"))
    assert len(marks) == 20
    assert page.all("//nav[contains(@class, 'document-pages')][1]//@href") == [f"#sivu-{number}" for number in marks]
    opened = page.all("//nav[contains(@class, 'document-pages')][2]//@href")
    assert [address.rpartition("#")[2] for address in opened] == [f"page={number}" for number in marks]
    assert {f"sivu-{number}" for number in marks} <= page.ids()


def test_feeds_tell_of_it(real: Site) -> None:
    """Decision, meeting and news are entries of the feeds that a subscriber would look in, with whole addresses."""
    wanted = {
        "items": ("MHS § 122 Sote-palvelustrategian ja maakunnan palvelulupauksen valmistelu", ITEM),
        "boards/maakuntahallitus": ("MHS § 122 Sote-palvelustrategian ja maakunnan palvelulupauksen valmistelu", ITEM),
        "cases/70-00-00-00-2018": ("MHS § 122 Sote-palvelustrategian ja maakunnan palvelulupauksen valmistelu", ITEM),
        "topics/ict": ("Kuntien kehittämisen painopiste ydintoimintoihin", ARCHIVED),
        "news": ("Tukipalvelujen rakenteet ja toimintamallit hahmottumassa", PICTURED),
    }
    files = real.files
    for name, (title, path) in wanted.items():
        entries = [(one.title, one.link) for one in feedparser.parse(files[f"feeds/{name}.xml"]).entries]
        assert (title, f"{url_of(real)}/{path.removesuffix('index.html')}") in entries
    (meeting,) = feedparser.parse(files["feeds/meetings.xml"]).entries
    assert meeting.link.endswith(MEETING.removesuffix("index.html"))
    (decision,) = feedparser.parse(files["feeds/items.xml"]).entries
    assert "päätti merkitä tiedoksi" in decision.description
    assert "Asian yksityiskohtainen selostus" in decision.content[0].value
    assert parsedate_to_datetime(decision.published).date().isoformat() == "2018-06-07"


def test_no_word_is_lost(real: Site, real_pages: dict[str, Page]) -> None:
    """Of each text's words at least 97 in a hundred, and all of its long ones, stand on its page."""
    shown = {source: path for path, (_, source) in real.built.sources.items() if source.endswith(".md") and path in real_pages}
    assert len(shown) == 7
    for source, path in shown.items():
        body = (real.source / source).read_text(encoding="utf-8").split("---", 2)[2]
        wanted = Counter(WORD.findall(re.sub("<!--.*?-->", "", body)))
        lost = wanted - Counter(WORD.findall(real_pages[path].text("//main")))
        assert lost.total() <= 0.03 * wanted.total(), source
        assert [word for word in lost if len(word) > 4] == [], source


def test_every_link_leads_to_what_exists(whole: Site) -> None:
    """Each link and fragment of every page, feed and sitemap names a file of the site and a part of it."""
    assert dead_links(whole.files, url_of(whole)) == []


@pytest.mark.parametrize("path", ["index.html", "404.html"])
def test_a_dead_link_is_found(real: Site, path: str) -> None:
    """The walk sees a page that is missing, a part that is missing and a way out of the site's folder."""
    broken = ["ei-ole/", "tilaa/#ei-ole", "../tilaa/", "/tilaa", "tilaa"]
    page = "".join(f'<a href="{link}">x</a>' for link in [*broken, "tilaa/", "#osa", "https://muualla.example/"])
    files = {**real.files, path: f'<html lang="fi"><p id="osa">{page}</p>'.encode()}
    assert [link.written for link in dead_links(files, url_of(real))] == broken


def without_a_reason(page: Page) -> list[str]:
    """Return what a page lacks that every page has; one that only leads on or says that something ended has less."""
    root: Any = page.root
    leads_on = page.all("//meta[@http-equiv='refresh']")
    main = page.all("//main//article[not(contains(@class, 'listing'))]//*[contains(@class, 'prose')]")
    wanted = {
        "lang": root.get("lang") in ("fi", "sv", "en"),
        "canonical": len(page.all("//link[@rel='canonical'][starts-with(@href, 'https://')]")) == 1,
        "description": bool(page.all("//meta[@name='description'][@content!='']")) or not main,
        "skip link": page.all("//body//a/@href")[0] == "#main" and bool(page.all("//main[@id='main']")),
        "crumbs": bool(page.all("//nav[contains(@class, 'crumbs')]//a")) or page.path.count("/") < 2,
        "feed": bool(page.all(f"//head/link[@type='{RSS}'] | //main//a[contains(@href, 'feeds/items.xml')]") or leads_on),
    }
    return [name for name, is_there in wanted.items() if not is_there]


def test_every_page_says_what_programs_ask(whole: Site) -> None:
    """Language, canonical address, description where there is a text, skip link, way from the front page, a feed."""
    lacking = {path: lack for path, page in pages(whole.files).items() if (lack := without_a_reason(page))}
    assert lacking == {}


def test_the_site_works_below_a_path(real_source: Path, tmp_path: Path) -> None:
    """On a server where it has but a folder every link still holds, and whole addresses begin with that folder."""
    moved = shutil.copytree(real_source, tmp_path / "site")
    url = "https://kunta.example/paatokset"
    settings = (moved / "site.toml").read_text(encoding="utf-8")
    (moved / "site.toml").write_text(settings.replace("https://www.uudenmaanliitto.example", url), encoding="utf-8")
    built = rebuild(moved, tmp_path / "output")
    assert DOCUMENT in built.files
    assert dead_links(built.files, url) == []
    for page in pages(built.files).values():
        assert page.one("//link[@rel='canonical']").get("href").startswith(f"{url}/")
        for link in page.links():
            assert is_elsewhere(link, url) or not link.written.startswith("/"), link
