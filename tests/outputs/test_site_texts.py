"""Texts of site.toml in the languages of the site."""

from __future__ import annotations

import feedparser
import pytest
from sites import Make
from walk import Page

SITE = """\
    -- content/minutes/valtuusto/2026-05-04/meeting.md --
    ---
    status: approved
    published: 2026-05-06
    ---
    -- content/minutes/valtuusto/2026-05-04/1-silta.md --
    ---
    title: Silta
    section: 1
    appeal: {kind: municipal-appeal}
    ---
    ## Päätös

    Silta rakennetaan.
    -- content/minutes/valtuusto/2026-05-04/1-silta.sv.md --
    ---
    title: Bron
    section: 1
    appeal: {kind: municipal-appeal}
    ---
    ## Beslut

    Bron byggs.
    -- site.toml --
    pdf.enabled = false
    search.enabled = false
    [site]
    title = "Esimerkkilä"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv", "en"]
    description = "Kunnan päätökset."
    [organisation]
    court = "Itä-Esimerkin hallinto-oikeus"
    court_address = "Kujatie 1"
    [sv.site]
    title = "Exempelby"
    description = "Kommunens beslut."
    [sv.organisation]
    court = "Östra Exempels förvaltningsdomstol"
    """


@pytest.mark.parametrize(
    ("home", "title", "description"),
    [("", "Esimerkkilä", ["Kunnan päätökset."]), ("sv/", "Exempelby", ["Kommunens beslut."]), ("en/", "Esimerkkilä", [])],
)
def test_a_site_is_called_what_it_is_called_in_the_language(site: Make, home: str, title: str, description: list[str]) -> None:
    """Its pages and feeds have its name as site.toml gives it in their language, else in the first; of a description nothing is said."""
    built = site(SITE, as_of="2026-05-10")
    page = Page("", built.files[f"{home}index.html"])
    assert page.texts("//title") == page.texts("//*[@class='site-title']/a") == [title]
    assert page.texts("//*[@class='organisation']") == [title]
    assert page.all("//meta[@name='description']/@content") == description
    assert feedparser.parse(built.files[f"{home}feeds/items.xml"]).feed.title.startswith(f"{title}: ")


def test_an_appeal_is_addressed_in_the_language(site: Make) -> None:
    """The court is called what it is called in the reader's language."""
    built = site(SITE, as_of="2026-05-10")
    pages = [Page("", built.files[f"{path}/valtuusto/2026-05-04/1/index.html"]) for path in ("kokoukset", "sv/moten")]
    courts = ["Itä-Esimerkin hallinto-oikeus", "Östra Exempels förvaltningsdomstol"]
    assert [[court for court in courts if court in page.texts("//dd")] for page in pages] == [[one] for one in courts]
