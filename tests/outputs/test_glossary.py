"""Hard words are explained where they stand, by what the site's own pages say of them."""

from __future__ import annotations

from sites import TOML, Make, Site
from walk import Page

ITEM = """\
-- content/minutes/hallitus/2026-05-04/1-silta.md --
---
title: Sillan korjaus
section: 1
disqualified: [{name: Aino Aalto, ground: omistaa sillan}]
---
## Päätös

Silta korjataan.
"""
WORDS = """\
-- content/pages/sanat.md --
---
title: Sanat
---
Esteellisyys eli jääviys
:   Oma yhteys **asiaan**.

Pykälä
:   Yhden asian käsittely.
"""
ADDRESS = "kokoukset/hallitus/2026-05-04/1/index.html"


def explained(built: Site, path: str = ADDRESS) -> dict[str, str]:
    """Return what the page explains, by the words of its buttons."""
    page = Page(path, built.files[path])
    return {" ".join(one.text_content().split()): page.text(f"//*[@id='{one.get('popovertarget')}']") for one in page.all("//button")}


def test_a_word_of_a_page_is_explained_as_the_site_says(site: Make) -> None:
    """Any name of a term will do; what it means is told in the words of the definition list, with the way there."""
    built = site(ITEM + WORDS)
    assert explained(built) == {
        "Esteelliset": "Esteellisyys eli jääviys Oma yhteys asiaan. Sanat",
        "Pykälä": "Pykälä Yhden asian käsittely. Sanat",
    }
    assert Page(ADDRESS, built.files[ADDRESS]).all("//*[@popover]/a/@href") == [
        "../../../../sanat/#esteellisyys-eli-jaaviys", "../../../../sanat/#pykala",
    ]  # fmt: skip
    assert Page("", built.files["sanat/index.html"]).all("//dt/@id") == ["esteellisyys-eli-jaaviys", "pykala"]


def test_without_a_glossary_words_stand_as_they_are(site: Make) -> None:
    """Nothing is offered that can't be shown."""
    assert explained(site(ITEM)) == {}


def test_a_glossary_explains_in_its_own_language(site: Make) -> None:
    """A page in Swedish isn't explained in Finnish."""
    toml = f'-- site.toml --\n{TOML}languages = ["fi", "sv"]\n'
    swedish = "-- content/minutes/hallitus/2026-05-04/1-silta.sv.md --\n---\ntitle: Bron\n---\n## Beslut\n\nBron repareras.\n"
    built = site(toml + ITEM + swedish + WORDS)
    assert explained(built) != {} and explained(built, "sv/moten/hallitus/2026-05-04/1/index.html") == {}


