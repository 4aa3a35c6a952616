"""Contacts as cards, as a second library reads them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import vobject
from hypothesis import given
from hypothesis import strategies as st
from sites import Make

from sitegen.model.parts import Contact
from sitegen.outputs.vcards import CardView, draw_card

NEWS = """\
    -- content/news/2026/tie.md --
    ---
    title: Tie
    date: 2026-05-04
    contacts:
      - {name: Maija von Esimerkki, role: "suunnittelija; tiet, sillat", email: maija@esimerkkila.example, phone: 029 000 0123}
      - {name: Maija von Esimerkki, phone: 029 000 0124}
      - {role: Päivystys, phone: 029 000 0199}
      - {name: Ei Numeroa, role: rehtori}
      - {name: Yksityinen Ihminen, phone: 040 000 0001, personal: true}
      - {name: "[Toinen Yksityinen]{.personal}", email: toinen@esimerkkila.example}
    personal_until: 2026-05-10
    ---
    Ks. [kortti](/uutiset/2026/tie/paivystys.vcf).
    -- content/news/2026/tie.sv.md --
    ---
    title: Väg
    contacts:
      - {role: planerare}
      - {name: Maija von Esimerkki}
      - {role: Jour}
      - {role: rektor}
      - {name: Yksityinen Ihminen}
      - {name: "[Toinen Yksityinen]{.personal}"}
    ---
    -- content/minutes/hallitus/board.md --
    ---
    name: Hallitus
    contacts: [{name: Åke Öberg, email: ake@esimerkkila.example}]
    ---
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv"]
    [pdf]
    enabled = false
    [search]
    enabled = false
    """
# A text as front matter may give it: no controls.
LETTERS = st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\\;,:\n åÅ\u2028\U0001f6e3")
WORDS = st.text(LETTERS, max_size=90).filter(str.strip)
PEN: Any = SimpleNamespace(kit=SimpleNamespace(url="https://www.esimerkkila.example"))


def read(data: bytes) -> Any:
    """Return a card as vobject reads it."""
    return vobject.readOne(data.decode())


def test_a_card_says_what_the_page_says(site: Make) -> None:
    """Name, task, organisation, e-mail address, number and the page where all of it stood."""
    built = site(NEWS, as_of="2026-05-05")
    assert built.codes == []
    card = read(built.files["uutiset/2026/tie/maija-von-esimerkki.vcf"])
    assert (card.fn.value, card.title.value, card.org.value) == (
        "Maija von Esimerkki", "suunnittelija; tiet, sillat", ["Esimerkkilän kunta"],
    )  # fmt: skip
    assert (card.n.value.family, card.n.value.given) == ("Esimerkki", "Maija von")
    assert (card.email.value, card.tel.value) == ("maija@esimerkkila.example", "029 000 0123")
    assert card.url.value == "https://www.esimerkkila.example/uutiset/2026/tie/"
    assert read(built.files["uutiset/2026/tie/maija-von-esimerkki-2.vcf"]).tel.value == "029 000 0124"
    assert read(built.files["uutiset/2026/tie/paivystys.vcf"]).fn.value == "Päivystys"
    assert read(built.files["sv/nyheter/2026/tie/maija-von-esimerkki.vcf"]).title.value == "planerare"
    assert read(built.files["toimielimet/hallitus/ake-oberg.vcf"]).fn.value == "Åke Öberg"


def test_who_has_a_card_has_a_link_to_it(site: Make) -> None:
    """The link says whose card it is, to who hears it out of its place."""
    page = site(NEWS, as_of="2026-05-05").read("/uutiset/2026/tie/")
    said = 'Tallenna yhteystieto (vCard)<span class="unseen">: Päivystys</span>'
    assert f'<a href="../../../uutiset/2026/tie/paivystys.vcf" type="text/vcard">{said}</a>' in page
    assert page.count(".vcf") == 4


def test_no_card_of_a_private_person_on_any_day(site: Make) -> None:
    """Readers keep a card, and nothing takes it from them on the day on which the page's data go (kuntalaki 140 §)."""
    for day in ("2026-05-05", "2026-05-10", "2026-05-11", "2027-01-01"):
        cards = [path for path in site(NEWS, as_of=day).files if path.endswith(".vcf") and path.startswith("uutiset/")]
        assert [path.rpartition("/")[2] for path in cards] == ["maija-von-esimerkki-2.vcf", "maija-von-esimerkki.vcf", "paivystys.vcf"]


@given(WORDS, WORDS, WORDS, WORDS)
def test_any_words_are_read_back(name: str, role: str, phone: str, organisation: str) -> None:
    """Whatever is written in a field stands in that field of the card, on one line, and nowhere else."""
    data = draw_card(PEN, CardView(Contact(name, role, "", phone), organisation, "/uutiset/2026/tie/"))
    lines = data.split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCARD", b"VERSION:3.0"]
    assert lines[-2:] == [b"END:VCARD", b""]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    card = read(data)
    one_line = [" ".join(words.split()) for words in (name, role, phone, organisation)]
    assert [card.fn.value, card.title.value, card.tel.value, *card.org.value] == one_line
    assert {child.name for child in card.getChildren()} == {"VERSION", "FN", "N", "ORG", "TITLE", "TEL", "URL"}
