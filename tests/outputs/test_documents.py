"""A document's page: its file and its pages, and the text of a PDF where its author wrote none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sites import TOML, Site, rebuild, unpack
from typeset import paper
from walk import Page

from sitegen.content.pdf.lines import Leaves
from sitegen.content.read_pdf_apart import read_apart
from sitegen.render import pdfs

DOCUMENT = "content/documents/raportti/document.md"
ADDRESS = "/asiakirjat/raportti/"
SIGNS = r"\*Ei\* \_korosteta\_ \# eikä \<b\>lihavoida\</b\> \&amp; \[linkitetä\]\(/a/\) \`koodi\`"
LITERAL = "*Ei* _korosteta_ # eikä &lt;b&gt;lihavoida&lt;/b&gt; &amp;amp; [linkitetä](/a/) `koodi`"
CODE = "131052-308T"


def make(folder: Path, text: str = "Sanoja rivillä.", fields: str = "", body: str = "", more: str = "") -> Site:
    """Build a site with one document, whose PDF has the pages of *text*, in typst's markup."""
    source = unpack(
        f"-- {DOCUMENT} --\n---\ntitle: Raportti\nfile: raportti.pdf\ndate: 2026-05-04\n{fields}---\n{body}{more}", folder / "site"
    )
    paper(text, source / "content/documents/raportti/raportti.pdf")
    return rebuild(source, folder / "output")


def stored(site: Site) -> bytes:
    """Return all that the store holds."""
    return b"".join(path.read_bytes() for path in sorted((site.source / ".sitegen").rglob("*")) if path.is_file())


def test_the_text_of_a_pdf_stands_on_the_page(tmp_path: Path) -> None:
    """Page by page, each with an anchor; the page says that a machine read it, and where the original is."""
    site = make(tmp_path, "Ensimmäinen sivu.\n#pagebreak()\n#rect()\n#pagebreak()\nKolmas sivu.")
    html = site.read(ADDRESS)
    assert site.codes == []
    assert '<h3 id="sivu-3">Sivu 3</h3>\n<p>Kolmas sivu.</p>' in html
    assert '<h3 id="sivu-2">Sivu 2</h3>\nTällä sivulla ei ole tekstiä.' in html
    assert "Kone on lukenut tämän tekstin PDF-tiedostosta." in html and "3 sivua)" in html
    assert [f'href="#sivu-{number}"' in html for number in (1, 3, 4)] == [True, True, False]
    assert [f'/raportti.pdf#page={number}"' in html for number in (1, 3, 4)] == [True, True, False]


def test_no_sign_of_a_pdf_is_markup(tmp_path: Path) -> None:
    """What is a mark in Markdown or HTML stands for itself, on the page and in lists."""
    site = make(tmp_path, SIGNS)
    assert f"<p>{LITERAL}</p>" in site.read(ADDRESS)
    assert "<b>" not in site.read("/asiakirjat/") and site.codes == []


def test_an_authors_own_text_is_the_text(tmp_path: Path) -> None:
    """Then the PDF's pages are counted, and no more of it is taken or remembered."""
    site = make(tmp_path, "Koneen lukemaa.\n#pagebreak()\nMuuta.", body="<!-- page: 1 -->\n\nIhmisen kirjoittamaa.\n")
    assert site.files_containing("Koneen") == [] and b"Koneen" not in stored(site)
    assert "Ihmisen kirjoittamaa" in site.read(ADDRESS) and "2 sivua)" in site.read(ADDRESS)
    assert "Kone on lukenut" not in site.read(ADDRESS)


@pytest.mark.parametrize(
    "fields, more",
    [
        ("personal_until: 2027-01-01\n", ""),
        ("authors: ['[Maija Esimerkki]{.personal}']\npersonal_until: 2027-01-01\n", ""),
        ("withdrawn: {date: 2026-05-05, reason: Virhe.}\n", ""),
        (
            "",
            "-- content/minutes/hallitus/2026-05-04/5-tie.md --\n---\ntitle: Tie\nsection: 5\n"
            "attachments: [{file: ../../../documents/raportti/raportti.pdf, title: Liite, personal: true}]\n---\nTeksti.\n",
        ),
    ],
)
def test_no_text_is_taken_where_something_is_to_be_hidden(tmp_path: Path, fields: str, more: str) -> None:
    """Nobody can tell where in a PDF a name stands that has to go: nothing of it is on a page or in the store, on any day."""
    site = make(tmp_path, "Tekijänä oli Maija Esimerkki.", fields, more=more)
    assert "Raportti" in site.read(ADDRESS) or "withdrawn" in fields
    assert [path for path in site.files_containing("Tekijänä oli") if not path.endswith(".pdf")] == []
    assert "Tekijänä oli".encode() not in stored(site)


def test_a_withdrawn_documents_text_leaves_the_store(tmp_path: Path) -> None:
    """What was read of it before is forgotten with the page."""
    site = make(tmp_path, "Salaisuus paljastui.")
    assert b"Salaisuus paljastui" in stored(site)
    file = site.source / DOCUMENT
    file.write_text(
        file.read_text(encoding="utf-8").replace("date:", "withdrawn: {date: 2026-05-05, reason: Virhe.}\ndate:"), encoding="utf-8"
    )
    site = rebuild(site.source, site.output)
    assert site.files_containing("Salaisuus paljastui") == [] and b"Salaisuus paljastui" not in stored(site)


def test_a_paragraph_with_an_identity_code_is_left_out(tmp_path: Path) -> None:
    """The page, the lists and the store don't have it, and the editor is told where to look."""
    site = make(tmp_path, f"Hakijan tunnus on {CODE}.\n\nMuu osa tekstistä.")
    assert site.codes == ["DO001"]
    assert [path for path in site.files_containing(CODE) if not path.endswith(".pdf")] == [] and CODE.encode() not in stored(site)
    assert "<p>…</p>\n<p>Muu osa tekstistä.</p>" in site.read(ADDRESS)


@pytest.mark.parametrize("data, said", [(b"", "ei voitu poimia"), (None, "sen sivut ovat kuvia")])
def test_a_pdf_that_cannot_be_read_says_so(tmp_path: Path, data: bytes | None, said: str) -> None:
    """A scanned one and a broken one have a page all the same, a warning, and no list of pages that lead nowhere."""
    site = make(tmp_path, "#rect()\n#pagebreak()\n#rect()")
    if data is not None:
        (site.source / "content/documents/raportti/raportti.pdf").write_bytes(data)
        site = rebuild(site.source, site.output)
    html = site.read(ADDRESS)
    assert site.codes == ["FI009"] and said in html
    assert "#sivu-1" not in html and "Kone on lukenut" not in html


def test_a_warm_build_reads_no_pdf_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF is known by its bytes: it is read again when they change, and not when its document does."""
    site = make(tmp_path)
    read: list[str] = []

    def noted(file: Path) -> Leaves:
        read.append(file.name)
        return read_apart(file)

    monkeypatch.setattr(pdfs, "read_apart", noted)
    file = site.source / DOCUMENT
    file.write_text(file.read_text(encoding="utf-8").replace("Raportti", "Uusi nimi"), encoding="utf-8")
    assert "Sanoja rivillä" in rebuild(site.source, site.output).read(ADDRESS)
    assert read == []
    paper("Toisia sanoja.", site.source / "content/documents/raportti/raportti.pdf")
    assert "Toisia sanoja" in rebuild(site.source, site.output).read(ADDRESS)
    assert read == ["raportti.pdf"]


def test_a_warm_build_equals_a_cold_one(tmp_path: Path) -> None:
    """Whether a text was read now or remembered shows in no byte."""
    site = make(tmp_path)
    (site.source / "content/documents/raportti/liite.txt").write_text("x", encoding="utf-8")
    warm = rebuild(site.source, site.output).files
    shutil.rmtree(site.source / ".sitegen")
    assert rebuild(site.source, tmp_path / "cold").files == warm


def test_a_link_may_name_a_page_of_a_pdf(tmp_path: Path) -> None:
    """Pages that a machine read are parts of the document's page like any others, and one that isn't there is a fault."""
    news = "-- content/news/a.md --\n---\ntitle: Uutinen\ndate: 2026-05-05\n---\n[Katso](/asiakirjat/raportti/#sivu-{})\n"
    assert make(tmp_path / "a", more=news.format(1)).codes == []
    assert make(tmp_path / "b", more=news.format(2)).codes == ["RF006"]
    withdrawn = "withdrawn: {date: 2026-05-05, reason: Virhe.}\n"
    assert make(tmp_path / "c", fields=withdrawn, more=news.format(2)).codes == ["RF008"]


def test_a_translation_has_the_file_and_no_copy_of_its_text(tmp_path: Path) -> None:
    """The text is read in its own language."""
    toml = TOML.replace("[site]", '[site]\nlanguages = ["fi", "sv"]')
    more = f"-- content/documents/raportti/document.sv.md --\n---\ntitle: Rapport\n---\n-- site.toml --\n{toml}"
    site = make(tmp_path, more=more)
    assert "Sanoja rivillä" not in site.read("/sv/dokument/raportti/")
    assert "1 sida)" in site.read("/sv/dokument/raportti/") and 'hreflang="fi"' in site.read("/sv/dokument/raportti/")


def test_three_hundred_pages_are_folded(tmp_path: Path) -> None:
    """A keyboard passes them in fifteen steps, and each page has its link without any script."""
    site = make(tmp_path, "#pagebreak()".join(["Sivu täynnä tekstiä."] * 300))
    page = Page("asiakirjat/raportti/index.html", site.read(ADDRESS).encode())
    assert page.texts("//nav[@class='document-pages'][1]//summary")[-1] == "Sivut 281–300"
    assert len(page.all("//nav[@class='document-pages'][1]//summary")) == 15
    ids = [f"sivu-{number}" for number in range(1, 301)]
    assert page.all("//nav[@class='document-pages'][1]//a/@href") == [f"#{one}" for one in ids] and page.ids() >= set(ids)
