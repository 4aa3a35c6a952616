"""What a site tells of secret matters: that they were handled and why they are secret, and not a word more."""

from __future__ import annotations

import pytest
from sites import TOML, Make, Site

SITE = """
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv"]
    source = "private"
    -- content/minutes/hallitus/2026-03-02/meeting.md --
    ---
    status: approved
    published: 2026-03-09
    attachments: [{title: Kokouskutsu, file: salasana.svg, public: false, ground: JulkL 24.1 § 7 k}]
    ---
    -- content/minutes/hallitus/2026-03-02/4-salasana.md --
    ---
    title: Virkasuhteen purkamista koskeva asia
    section: 4
    case: 7/2026
    topics: [salasana]
    plain: Salasana
    votes: [{motion: Salasana, counts: {yes: 3, no: 2}}]
    disqualified: [{name: Salasana, ground: Salasana}]
    dissent: [{name: Salasana}]
    corrections: [{date: 2026-03-20, text: Salasana}]
    preparers: [{name: Salasana}]
    attachments: [{title: Salasana, file: salasana.svg}]
    resolution: approved
    publicity: {level: secret, ground: JulkL 24.1 § 29 k}
    appeal: {kind: rectification}
    ---
    ## Päätös

    Salasana
    -- content/minutes/hallitus/2026-03-02/4-salasana.sv.md --
    ---
    title: Ärende som gäller hävning av ett tjänsteförhållande
    plain: Salasana
    ---
    ## Beslut

    Salasana
    -- content/minutes/hallitus/2026-03-02/5-hankinta.md --
    ---
    title: Hankinta
    section: 5
    case: 7/2026
    publicity: {level: partial, ground: JulkL 24.1 § 20 k}
    attachments: [{title: Tarjoukset, number: 2, file: salasana.svg, public: false, ground: JulkL 24.1 § 17 k}]
    appeal: {kind: rectification}
    ---
    ## Päätös

    Hinta on [Salasana]{.secret ground="JulkL 24.1 § 20 k"}. [Tarjous](salasana.svg) ![Kuva](salasana.svg)
    -- content/pages/tietoa.md --
    ---
    title: Tietoa
    ---
    [Tarjous](../minutes/hallitus/2026-03-02/salasana.svg)
    -- content/minutes/hallitus/2026-03-02/salasana.svg --
    Salasana
"""
ITEM = "/kokoukset/hallitus/2026-03-02/4/"


@pytest.fixture
def built(site: Make) -> Site:
    """Return the site, built."""
    return site(SITE)


def test_not_a_word_of_it_is_told(built: Site) -> None:
    """JulkL 24 §: neither in words, votes, files, names of files and addresses nor in any language; linking publishes no file."""
    assert set(built.codes) <= {"CF007"}
    assert [path for path, data in built.files.items() if b"salasana" in (path.encode() + data).lower()] == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (ITEM, "Kokouksessa käsiteltiin salassa pidettävä asia. Peruste: JulkL 24.1 § 29 k"),
        ("/sv/moten/hallitus/2026-03-02/4/", "Ett sekretessbelagt ärende behandlades. Grund: <span lang=\"fi\">JulkL 24.1 § 29 k</span>"),
    ],
)
def test_its_page_says_that_it_was_handled(built: Site, address: str, words: str) -> None:
    """Kuntalaki 140.1 §: its section and public heading stand, with a mention and the ground."""
    page = built.read(address)
    assert "§ 4" in page
    assert words in page


def test_its_feed_entry_says_the_same(built: Site) -> None:
    """Kuntalaki 140.1 §: who reads a feed is told as much as who reads the page."""
    assert "Kokouksessa käsiteltiin salassa pidettävä asia. Peruste: JulkL 24.1 § 29 k" in built.read("/feeds/items.xml")
    assert "Grund: JulkL 24.1 § 29 k" in built.read("/sv/feeds/items.xml")


def test_it_stands_in_no_timeline(built: Site) -> None:
    """Neither on the page of its case, in the case's feed nor among topics; the other step of the case does."""
    for path in ("/asiat/7-2026/", "/feeds/cases/7-2026.xml"):
        assert "Hankinta" in built.read(path)
        assert "Virkasuhteen" not in built.read(path)
    assert not any("7-2026" in line for line in built.read(ITEM).splitlines())


def test_what_is_partly_secret_says_so(built: Site) -> None:
    """JulkL 24 §: that something is withheld, and by which provision, on top of the page and where the words would stand."""
    page = built.read("/kokoukset/hallitus/2026-03-02/5/")
    assert "Osa tästä asiasta on salassa pidettävä, eikä sitä julkaista tässä. Peruste: JulkL 24.1 § 20 k" in page
    assert "Hinta on (salassa pidettävä: JulkL 24.1 § 20 k). Tarjous" in page
    assert "<img" not in page


def test_an_attachment_that_is_not_public_has_title_and_ground(built: Site) -> None:
    """An item's and a meeting's."""
    for address, title, ground in (("5/", "Tarjoukset", "17 k"), ("", "Kokouskutsu", "7 k")):
        text = " ".join(built.read(f"/kokoukset/hallitus/2026-03-02/{address}").split())
        assert f"{title} <span class=\"note\">Ei julkinen: JulkL 24.1 § {ground}</span>" in text


@pytest.mark.parametrize("status", ["agenda", "minutes", "cancelled"])
def test_before_it_is_decided_the_page_says_that_it_is_secret(site: Make, status: str) -> None:
    """Its heading and its ground are told with the agenda; nothing else is."""
    text = SITE.replace("status: approved\n    published: 2026-03-09", f"status: {status}").replace("section:", "agenda:")
    built = site(text)
    page = built.read("/kokoukset/hallitus/2026-03-02/asia-4/")
    assert "Asia on salassa pidettävä; siitä kerrotaan vain otsikko. Peruste: JulkL 24.1 § 29 k" in page
    assert built.files_containing("Salasana") == []


WAYS = ("liitteet/salasana.txt", "liitteet\\salasana.txt", ".\\liitteet/../liitteet/salasana.txt", "liitteet%5Csalasana.txt")


@pytest.mark.parametrize("attached", WAYS)
def test_a_withheld_file_is_nowhere_however_it_is_named(site: Make, attached: str) -> None:
    """A path may be parted as Windows does it: what one file keeps to itself no other publishes under another spelling."""
    built = site(f"""
        -- site.toml --
        {TOML.replace(chr(10), chr(10) + " " * 8)}source = "private"
        -- content/minutes/hallitus/2026-03-02/1-tie.md --
        ---
        title: Tie
        section: 1
        attachments: [{{title: Tarjous, file: '{attached}', public: false, ground: JulkL 24 §}}]
        ---
        Katso [tarjous](liitteet/salasana.txt).
        -- content/minutes/hallitus/2026-03-02/liitteet/salasana.txt --
        Salasana
        """)
    assert built.codes == []
    assert not [path for path, data in built.files.items() if b"Salasana" in data or "salasana" in path]
