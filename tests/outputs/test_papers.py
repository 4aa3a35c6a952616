"""PDFs of items and meetings, read as a reader finds them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from holding import holding
from papers import Paper, barriers_in, read_paper, tags_in
from PIL import Image
from sites import APPEALED_TO, Make, Site, rebuild, unpack

from sitegen.locale.dates import file_size

ROOT = Path(__file__).parent.parent.parent
PDF_TOML = f"""\
{APPEALED_TO}organisation.name = "Esimerkkilän kunta"
[search]
enabled = false
[site]
title = "Esimerkkilän sivut"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv", "en"]
"""
TOWN = f"-- site.toml --\n{PDF_TOML}" + dedent("""\
    -- content/minutes/valtuusto/board.md --
    ---
    name: Kunnanvaltuusto
    abbreviation: KV
    kind: council
    ---
    -- content/minutes/valtuusto/2026-05-04/meeting.md --
    ---
    start: 2026-05-04 18:00
    status: approved
    inspected: 2026-05-06
    published: 2026-05-07
    place: Kunnantalo
    chair: Anna Esimerkki
    attendance:
    - name: Anna Esimerkki
      role: puheenjohtaja
    - name: Olli Esimerkki
      role: jäsen
      present: no
    ---
    -- content/minutes/valtuusto/2026-05-04/1-tie.md --
    ---
    section: 12
    title: Kylätien päällystäminen
    case: 70/10.03.01/2026
    plain: Kylätie päällystetään kesällä.
    resolution: approved
    appeal:
      kind: municipal-appeal
    votes:
    - motion: Pohjaehdotus vastaan muutosehdotus
      yes: tie päällystetään
      no: tietä ei päällystetä
      by_name:
      - name: Anna Esimerkki
        vote: yes
      - name: Olli Esimerkki
        vote: no
    corrections:
    - date: 2026-05-20
      text: Hinta oli väärin.
    attachments:
    - file: liite.txt
      title: Kustannusarvio
      number: 1
    preparers:
    - name: Maija Esimerkki
      role: insinööri
      email: maija@esimerkkila.example
    ---

    ## Selostus

    Tie on **huono**[^1], kertoi [Pertti Yksityinen]{.personal}. Katso [toista asiaa](2-raha.md).

    | Osuus | Hinta |
    |:------|------:|
    | Alku  |  1000 |

    3. kolmas
    4. neljäs

    ![Kuvassa on tie](tie.png)

    [^1]: Mitattu vuonna 2025.

    Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilaskoulutuskeskusrakennushankesuunnitelmaehdotuslausuntopyyntö
    on pitkä sana.

    ## Päätös

    Ehdotus hyväksyttiin.
    -- content/minutes/valtuusto/2026-05-04/1-tie.sv.md --
    ---
    title: Beläggning av Byvägen
    plain: Byvägen beläggs på sommaren.
    ---

    ## Beslut

    Förslaget godkändes.
    -- content/minutes/valtuusto/2026-05-04/1-tie.en.md --
    ---
    title: Paving of Kylätie
    ---

    ## Decision

    The proposal was approved.
    -- content/minutes/valtuusto/2026-05-04/2-raha.md --
    ---
    section: 13
    title: Talousarvion muuttaminen
    case: 71/02.02.00/2026
    resolution: noted
    appeal:
      kind: prohibited
      provision: Kuntalaki 136 §
    ---

    ## Päätös

    Merkittiin tiedoksi.
    -- content/minutes/valtuusto/2026-05-04/liite.txt --
    Liite
    """)
ITEM = "kokoukset/valtuusto/2026-05-04/12/valtuusto-2026-05-04-12.pdf"
MINUTES = "kokoukset/valtuusto/2026-05-04/valtuusto-2026-05-04.pdf"
SOURCE = "content/minutes/valtuusto/2026-05-04"
AS_OF = "2026-05-21"


def town(folder: Path) -> Path:
    """Write the town and the picture in its item."""
    unpack(TOWN, folder)
    Image.new("RGB", (40, 30), "#1f6f62").save(folder / SOURCE / "tie.png")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the town as it was built while decisions could still be appealed."""
    folder = tmp_path_factory.mktemp("town")
    return rebuild(town(folder / "site"), folder / "output", AS_OF)


@pytest.fixture(scope="module")
def item(built: Site) -> Paper:
    """Return the PDF of the item that has everything."""
    return read_paper(built.files[ITEM])


@pytest.fixture(scope="module")
def minutes(built: Site) -> Paper:
    """Return the PDF of the whole minutes."""
    return read_paper(built.files[MINUTES])


def papers_of(site: Site) -> dict[str, bytes]:
    """Return the PDFs of a site."""
    return {path: data for path, data in site.files.items() if path.endswith(".pdf")}


def test_every_item_and_meeting_has_one_in_each_language(built: Site) -> None:
    """There is a PDF beside each page of an item and of a meeting, and nowhere else."""
    sv, en = "sv/moten/valtuusto/2026-05-04/", "en/meetings/valtuusto/2026-05-04/"
    whole = "valtuusto-2026-05-04.pdf"
    assert built.codes == []
    assert sorted(papers_of(built)) == sorted([
        ITEM, MINUTES, ITEM.replace("12", "13"), sv + whole, en + whole, f"{sv}12/valtuusto-2026-05-04-12.pdf",
        f"{en}12/valtuusto-2026-05-04-12.pdf",
    ])  # fmt: skip


def test_all_can_read_it(built: Site) -> None:
    """Each is tagged and conforms to PDF/UA-1, hinders nobody in what it doesn't rule, and says that it is one and a PDF/A-2a."""
    assert {path: found for path in papers_of(built) if (found := barriers_in(built.output / path, "warning"))} == {}
    for data in papers_of(built).values():
        assert b"<pdfaid:conformance>A</pdfaid:conformance>" in data
        assert b"<pdfuaid:part>1</pdfuaid:part>" in data


def test_headings_tables_lists_notes_and_pictures_are_tagged(built: Site) -> None:
    """What the page marks up is marked up in the PDF too, a picture with its words."""
    assert {"H1", "H2", "Table", "TH", "TD", "L", "LI", "Note", "Figure", "Link", "P"} <= set(tags_in(built.files[ITEM]))
    assert holding({"item": built.files[ITEM]}, ["Kuvassa on tie"]) == {"item": ["Kuvassa on tie"]}


def test_it_says_what_the_page_says(item: Paper) -> None:
    """Title, what was decided, how it is appealed, the text, votes, corrections, attachments: all of it is there."""
    for words in (
        "KV 4.5.2026 § 12", "Kylätien päällystäminen", "Kylätie päällystetään kesällä.", "Hyväksytty", "Ehdotus hyväksyttiin.",
        "Viimeinen päivä hakea muutosta: 15.6.2026", "Esimerkin hallinto-oikeus", "Hinta oli väärin.", "Tie on huono1",
        "Mitattu vuonna 2025.", "Osuus Hinta Alku 1000", "3. kolmas 4. neljäs", "tie päällystetään", "Anna Esimerkki",
        "Kustannusarvio (TXT", "maija@esimerkkila.example", "muutoksenhaku",
    ):  # fmt: skip
        assert words in item.text


def test_every_page_says_whose_it_is_and_of_which_case(item: Paper, minutes: Paper) -> None:
    """On each page stand the organisation, the board, the day, the section, the case, the page and how many there are."""
    for number, page in enumerate(item.pages, 1):
        head = " ".join(page.split())[:140]
        assert head.startswith(f"Esimerkkilän kunta Pöytäkirja {number} ({len(item.pages)})")
        assert "Kunnanvaltuusto 4.5.2026 § 12 70/10.03.01/2026" in head
    assert len(item.pages) > 1
    assert "4.5.2026 § 12" in minutes.pages[1]
    assert "71/02.02.00/2026" in minutes.text


def test_it_has_a_title_a_language_and_bookmarks(built: Site, item: Paper, minutes: Paper) -> None:
    """A reader's window shows the title, a voice speaks the language, and the headings are the way through it."""
    assert item.title == "KV 4.5.2026 § 12: Kylätien päällystäminen"
    assert item.lang == "fi-FI"
    assert item.bookmarks[:2] == [(0, "Kylätien päällystäminen"), (1, "Mitä päätettiin")]
    assert (1, "§ 13 Talousarvion muuttaminen") in minutes.bookmarks
    swedish = read_paper(built.files["sv/moten/valtuusto/2026-05-04/12/valtuusto-2026-05-04-12.pdf"])
    assert (swedish.lang, swedish.bookmarks[0][1]) == ("sv-FI", "Beläggning av Byvägen")


def test_whole_minutes_hold_every_item(minutes: Paper, built: Site) -> None:
    """The minutes hold their items in order, who was there, and the instructions on appeal once, at their end."""
    text = minutes.text
    assert text.index("Olli Esimerkki") < text.index("§ 12 Kylätien päällystäminen Mitä") < text.index("§ 13 Talousarvion muuttaminen Mitä")
    assert text.count("Valitus osoitetaan") == 1
    assert text.index("§ 13 Talousarvion muuttaminen Mitä") < text.index("Valitus osoitetaan")
    assert "Merkittiin tiedoksi." in read_paper(built.files["sv/moten/valtuusto/2026-05-04/valtuusto-2026-05-04.pdf"]).text


def test_links_lead_to_the_site(item: Paper) -> None:
    """A file that somebody keeps has whole addresses."""
    assert "https://www.esimerkkila.example/kokoukset/valtuusto/2026-05-04/13/" in item.links
    assert all(link.startswith(("https://www.esimerkkila.example/", "mailto:")) for link in item.links)


def test_it_holds_no_personal_data_from_the_first_day(built: Site, item: Paper) -> None:
    """A PDF is kept by those who fetch it: what has to go one day was never in it."""
    assert "kertoi [henkilötieto]." in item.text
    assert holding(papers_of(built), ["Pertti Yksityinen"]) == {}
    assert built.files_containing("Pertti Yksityinen") == ["kokoukset/valtuusto/2026-05-04/12/index.html"]


def test_a_long_word_is_hyphenated(built: Site) -> None:
    """A word that is longer than a line goes over two by the rules of Finnish."""
    data = built.files[ITEM]
    word = re.search(r"Lentokonesuihku\w+", read_paper(data).text)
    assert word is not None
    assert word[0].endswith("lausuntopyyntö")


def test_nothing_in_it_turns_by_itself(built: Site, tmp_path: Path) -> None:
    """When the time to appeal is over and personal data go, no PDF becomes another."""
    later = rebuild(built.source, tmp_path / "output", "2026-12-01")
    assert later.files["kokoukset/valtuusto/2026-05-04/12/index.html"] != built.files["kokoukset/valtuusto/2026-05-04/12/index.html"]
    assert papers_of(later) == papers_of(built)


def test_pages_name_its_size(built: Site) -> None:
    """The way to the PDF stands at the top and the bottom of its page, with how large it is."""
    for path, label in ((ITEM, "Tämä asia PDF-tiedostona"), (MINUTES, "Koko pöytäkirja PDF-tiedostona")):
        page = built.read(path.rpartition("/")[0] + "/")
        size = file_size(len(built.files[path]), "fi")
        assert page.count(f'{path}" type="application/pdf">{label}</a> <span class="file-size">(PDF, {size})') == 2


def test_a_page_follows_the_size_of_its_pdf(built: Site, tmp_path: Path) -> None:
    """After an edit, pages and PDFs are as a build from nothing would make them, and only those of the item and its meeting are set."""
    source = town(tmp_path / "site")
    rebuild(source, tmp_path / "output", AS_OF)
    path = source / SOURCE / "2-raha.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + "Lisää tekstiä. " * 300, encoding="utf-8")
    warm = rebuild(source, tmp_path / "output", AS_OF)
    cold = rebuild(source, tmp_path / "cold", AS_OF)
    assert warm.files == cold.files
    assert warm.built.changes is not None
    changed = {name for name in warm.built.changes.changed if name.endswith(".pdf")}
    assert changed == {
        "kokoukset/valtuusto/2026-05-04/13/valtuusto-2026-05-04-13.pdf", MINUTES,
        "sv/moten/valtuusto/2026-05-04/valtuusto-2026-05-04.pdf", "en/meetings/valtuusto/2026-05-04/valtuusto-2026-05-04.pdf",
    }  # fmt: skip
    again = rebuild(source, tmp_path / "output", "2026-05-22")
    assert again.built.drawn < 5
    assert not again.built.changes


def test_a_process_that_has_set_some_can_share_the_work(built: Site, tmp_path: Path) -> None:
    """One build after another in one process, the second by several: none waits for ever, and the bytes are the same.

    typst's threads would be missing in a process that is forked from one that has set a PDF, and be waited for.
    """
    code = """if True:
        import sys
        from datetime import date
        from pathlib import Path
        from sitegen.build import Options, build
        from sitegen.cli.workers import workers
        from sitegen.render import workers as drawing
        source, *outputs = map(Path, sys.argv[1:])
        drawing.FEW = 0
        for number, output in enumerate(outputs, 1):
            with workers(number) as executor:
                build(Options(source, output, date(2026, 5, 21)), executor, lambda *told: None)
        """
    one, two = tmp_path / "one", tmp_path / "two"
    subprocess.run([sys.executable, "-c", code, str(built.source), str(one), str(two)], check=True, timeout=100, cwd=ROOT)
    assert papers_of(Site(built.source, one, built.built)) == papers_of(built)
    assert papers_of(Site(built.source, two, built.built)) == papers_of(built)


def test_before_the_minutes_it_is_the_agenda(site: Make) -> None:
    """Until minutes are on view, the PDFs hold the agenda: what was decided is in none."""
    later = TOWN.replace("published: 2026-05-07", "published: 2026-06-07")
    made = site(later.replace("![Kuvassa on tie](tie.png)", ""), as_of="2026-05-21")
    text = read_paper(made.files[MINUTES]).text
    assert "Esityslista" in text
    assert holding(papers_of(made), ["Ehdotus hyväksyttiin", "Hyväksytty", "Merkittiin tiedoksi", "15.6.2026"]) == {}


def test_a_planned_meeting_has_none(site: Make) -> None:
    """There is no PDF of a meeting whose agenda isn't on view."""
    made = site(TOWN.replace("status: approved", "status: planned").replace("![Kuvassa on tie](tie.png)", ""))
    assert papers_of(made) == {}


def test_a_site_can_do_without(site: Make) -> None:
    """With PDFs off there is none, and no page leads to one."""
    made = site(TOWN.replace("[search]", "[pdf]\nenabled = false\n[search]").replace("![Kuvassa on tie](tie.png)", ""))
    assert papers_of(made) == {}
    assert made.files_containing('type="application/pdf"') == []


def test_a_site_may_have_a_form_of_its_own(site: Make) -> None:
    """A site's own minutes.typ stands in for the shipped one; a fault in it is told with its line."""
    own = "-- templates/minutes.typ --\n#let data = json(bytes(sys.inputs.data))\n#set document(title: data.title)\n#nothing()\n"
    made = site(TOWN.replace("![Kuvassa on tie](tie.png)", "") + own)
    assert [(f.path, f.line, f.code) for f in made.built.faults] == [("templates/minutes.typ", 3, "TP001")]
