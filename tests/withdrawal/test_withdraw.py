"""A page is taken off the site at once, and the next build makes of it what it would have made."""

from __future__ import annotations

import gzip
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import brotli  # type: ignore[import-untyped]
import pytest
from holding import holding
from papers import read_paper
from sites import TOML, Site, no_news, rebuild, unpack
from typeset import paper
from walk import Link, Page, aim

from sitegen.build import Options
from sitegen.errors import Unusable
from sitegen.render.pagefind import records_of
from sitegen.render.store import Store
from sitegen.withdrawal.withdraw import Withdrawn, withdraw

DAY = "2026-06-01"
ITEM = "/kokoukset/kh/2026-05-04/12/"
NEWS = "/uutiset/2026/silta/"
DOCUMENT = "/asiakirjat/kartta/"
TOWN = f"""
-- site.toml --
{TOML}languages = ["fi", "sv"]
-- static/robots.txt --
User-agent: *
-- content/minutes/kh/board.md --
---
name: Kunnanhallitus
abbreviation: KH
---
-- content/minutes/kh/2026-05-04/meeting.md --
---
status: approved
published: 2026-05-11
---
-- content/minutes/kh/2026-05-04/1-alku.md --
---
title: Kokouksen avaus
section: 11
appeal: {{kind: none, reason: Avaus}}
---
## Päätös

- Katso [seuraava](2-silta.md)
-- content/minutes/kh/2026-05-04/2-silta.md --
---
title: Virtasen "silta" & ranta
section: 12
agenda: 2
case: 7/2026
topics: [sillat]
appeal: {{kind: rectification}}
attachments: [{{title: Piirustus, file: silta.pdf}}, {{title: Kartta, document: kartta}}]
aliases: [/vanha/silta/]
---
## Päätös

Virtanen saa sillan.
-- content/minutes/kh/2026-05-04/2-silta.sv.md --
---
title: Virtanens bro
---
## Beslut

Virtanen får bron.
-- content/minutes/kh/2026-05-04/silta.pdf --
Virtanen
-- content/minutes/kh/2026-05-04/3-tie.md --
---
title: Tien päällystys
section: 13
case: 7/2026
topics: [sillat]
appeal: {{kind: rectification}}
---
## Päätös

Tie päällystetään, kun [silta](/kokoukset/kh/2026-05-04/12/) on valmis.
-- content/news/silta.md --
---
title: Virtanen rakentaa
date: 2026-05-12
cases: [7/2026]
topics: [sillat]
image: {{file: kuva.svg, alt: Silta}}
---
Silta [päätettiin](../minutes/kh/2026-05-04/2-silta.md).
-- content/news/kuva.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Virtanen</title></svg>
-- content/news/muu.md --
---
title: Muuta
date: 2026-05-13
topics: [sillat]
related: [silta]
---
Muuta tapahtui.
-- content/documents/kartta/document.md --
---
title: Virtasen kartta
file: kartta.pdf
cases: [7/2026]
---
Virtasen maat.
-- content/documents/kartta/kartta.pdf --
Virtanen
"""
SOURCES = {
    ITEM: "content/minutes/kh/2026-05-04/2-silta.md", NEWS: "content/news/silta.md", DOCUMENT: "content/documents/kartta/document.md",
}  # fmt: skip

URL = "https://www.esimerkkila.example"
OWN = {
    ITEM: {
        "kokoukset/kh/2026-05-04/12/index.html", "sv/moten/kh/2026-05-04/12/index.html", "vanha/silta/index.html",
        "kokoukset/kh/2026-05-04/asia-2/index.html", "sv/moten/kh/2026-05-04/arende-2/index.html",
    },
    NEWS: {"uutiset/2026/silta/index.html"},
    DOCUMENT: {"asiakirjat/kartta/index.html"},
}  # fmt: skip
FEEDS = (".xml", ".atom", ".json")


@pytest.fixture
def town(tmp_path: Path) -> Site:
    """Return a built site with an item, a news item and a document to withdraw."""
    return rebuild(unpack(TOWN, tmp_path / "site"), tmp_path / "output", DAY)


def take(town: Site, wanted: str, day: str = DAY) -> Withdrawn:
    """Withdraw a page of *town*."""
    return withdraw(Options(town.source, town.output, date.fromisoformat(day)), wanted, "Nimi oli virhe.", None, no_news)


def spoil(town: Site) -> None:
    """Put a fault into a file that has nothing to do with what is withdrawn."""
    (town.source / "content/pages").mkdir()
    (town.source / "content/pages/rikki.md").write_text("---\ntitel: Rikki\n---\n")


def mend(town: Site) -> None:
    """Take the fault away."""
    shutil.rmtree(town.source / "content/pages")


def leading(files: dict[str, bytes], own: set[str]) -> set[str]:
    """Return the paths of the files with a link to one of the pages *own*, or to a file below one."""
    folders = tuple(path.removesuffix("index.html") for path in own)
    found = {path for path, data in files.items() for link in links(path, data) if aim(link, URL)[0].startswith(folders)}
    return found | {path for path, data in files.items() if path.endswith(FEEDS) for f in folders if f"{URL}/{f}".encode() in data}


def links(path: str, data: bytes) -> list[Link]:
    """Return the links of a page or a calendar; other files have none."""
    if path.endswith(".ics"):
        lines = data.decode("utf-8").replace("\r\n ", "").splitlines()
        return [Link(path, line.partition(":")[2].removeprefix(URL)) for line in lines if line.startswith("URL:")]
    return list(Page(path, data).links()) if path.endswith(".html") else []


def cold(town: Site, folder: Path) -> dict[str, bytes]:
    """Return the files that a build without any memory makes of *town*'s source."""
    shutil.copytree(town.source, folder / "site", ignore=shutil.ignore_patterns(".sitegen"))
    return rebuild(folder / "site", folder / "output", DAY).files


@pytest.mark.parametrize("wanted", SOURCES)
def test_without_other_faults_the_site_is_built(town: Site, wanted: str, tmp_path: Path) -> None:
    """The whole site follows at once: it is the one that a build of the changed file makes, byte for byte."""
    done = take(town, wanted)
    assert (done.path, done.is_new, str(done.since)) == (SOURCES[wanted], True, DAY)
    assert done.built.changes == done.changes
    assert "Nimi oli virhe." in town.read(wanted)
    assert town.files == cold(town, tmp_path / "cold")


@pytest.mark.parametrize("wanted", SOURCES)
def test_with_faults_elsewhere_nothing_leads_there_and_the_rest_stands(town: Site, wanted: str, tmp_path: Path) -> None:
    """Against the site before: the pages say that it was withdrawn, its files are gone, what led there doesn't, and no other byte moved."""
    before = town.files
    spoil(town)
    done = take(town, wanted)
    assert done.built.changes is None
    after = town.files
    assert "Nimi oli virhe." in town.read(wanted)
    own = OWN[wanted]
    folders = tuple(path.removesuffix("index.html") for path in own)
    below = {path for path in before if path.startswith(folders) and path not in own}
    assert below
    assert before.keys() - after.keys() == below == set(done.changes.removed)
    assert leading(before, own) - own
    assert {path for path in after if after[path] != before[path]} == leading(before, own) - below | own == set(done.changes.changed)
    assert leading(after, own) <= own
    mend(town)
    rebuilt = rebuild(town.source, town.output, DAY)
    assert rebuilt.files == cold(town, tmp_path / "cold")


@pytest.mark.parametrize("wanted", SOURCES)
def test_packed_copies_follow(town: Site, wanted: str) -> None:
    """Whatever browser asks, it gets no copy that still holds the page or leads there: each is one of its file as it now stands."""
    (town.source / "site.toml").write_text(f"{TOML}languages = ['fi', 'sv']\n[publish]\ncompress = true\n", encoding="utf-8")
    before = rebuild(town.source, town.output, DAY).files
    spoil(town)
    take(town, wanted)
    after = town.files
    copies = {path for path in after if path.endswith((".br", ".gz"))}
    assert len(copies) > 50
    for path in copies:
        unpack_copy = brotli.decompress if path.endswith(".br") else gzip.decompress
        assert unpack_copy(after[path]) == after[path[:-3]], path
    gone = {path for path in before if path[:-3] in before.keys() - after.keys()}
    assert not gone & after.keys()


def test_pages_that_stand_in_are_those_of_a_clean_build(town: Site, tmp_path: Path) -> None:
    """In each language, and those that lead on to them: the same bytes as when nothing else is wrong."""
    spoil(town)
    take(town, ITEM)
    taken = town.files
    mend(town)
    clean = rebuild(town.source, town.output, DAY).files
    for address in (ITEM, "/sv/moten/kh/2026-05-04/12/", "/vanha/silta/", "/kokoukset/kh/2026-05-04/asia-2/"):
        path = address[1:] + "index.html"
        assert taken[path] == clean[path], address
        assert b"irtase" not in taken[path]


def test_what_others_wrote_keeps_its_words(town: Site) -> None:
    """A decision that names the page loses the link alone, in a list of its own too: its text is evidence."""
    spoil(town)
    take(town, ITEM)
    assert "<li>Katso seuraava</li>" in town.read("/kokoukset/kh/2026-05-04/11/")
    assert "Tie päällystetään, kun silta on valmis." in town.read("/kokoukset/kh/2026-05-04/13/")
    assert "Tie päällystetään, kun silta on valmis." in town.read("/feeds/items.xml")


def test_a_meeting_no_longer_lists_the_title(town: Site) -> None:
    """Its page and its entries in feeds say what it handled in their descriptions too."""
    spoil(town)
    done = take(town, ITEM)
    for path in ("/kokoukset/kh/2026-05-04/", "/feeds/meetings.xml", "/feeds/agendas.xml", "/sv/feeds/meetings.xml"):
        assert "Virtasen" not in town.read(path), path
        assert "Virtanens" not in town.read(path), path
    assert done.naming == []


@pytest.mark.parametrize("is_faulty", [False, True])
def test_the_files_that_still_name_it_are_told(town: Site, is_faulty: bool) -> None:
    """What others wrote isn't touched: who withdraws a page has to see to its name there."""
    file = town.source / "content/news/muu.md"
    file.write_text(file.read_text().replace("Muuta tapahtui.", 'Muuta kuin Virtasen "silta" & ranta.'))
    rebuild(town.source, town.output, DAY)
    if is_faulty:
        spoil(town)
    done = take(town, ITEM)
    named = {"feeds/news.xml", "feeds/topics/sillat.xml", "uutiset/2026/muu/index.html", "aiheet/sillat/index.html", "index.html"}
    assert set(done.naming) >= named
    assert all(b"kuin Virtasen" in town.files[path] for path in done.naming)


def test_a_pdf_that_still_names_it_is_told(town: Site) -> None:
    """Nobody can cut a title out of a PDF that was decided on; so it's told of, wherever a line ends in it."""
    file = town.source / "content/documents/kartta/kartta.pdf"
    paper("#set page(width: 5cm)\n#set text(hyphenate: true)\nOsan tekee Virtanen rakentaa", file)
    rebuild(town.source, town.output, DAY)
    assert "asiakirjat/kartta/kartta.pdf" in take(town, NEWS).naming
    assert "asiakirjat/kartta/kartta.pdf" not in take(town, ITEM).naming


@pytest.mark.parametrize("wanted", SOURCES)
def test_a_second_time_finds_all_done(town: Site, wanted: str) -> None:
    """The file keeps its first day and reason, and the output that was made to follow isn't touched."""
    spoil(town)
    take(town, wanted)
    source, output = (town.source / SOURCES[wanted]).read_bytes(), town.files
    again = take(town, wanted, "2026-06-05")
    assert (again.is_new, str(again.since)) == (False, DAY)
    assert (town.source / SOURCES[wanted]).read_bytes() == source
    assert not again.changes
    assert town.files == output


def test_a_file_that_was_withdrawn_by_hand_makes_the_output_follow(town: Site) -> None:
    """Who wrote the field and then met faults elsewhere gets the page out all the same."""
    spoil(town)
    file = town.source / SOURCES[NEWS]
    file.write_text(file.read_text().replace("topics:", "withdrawn: {date: 2026-05-30, reason: Väärin.}\ntopics:"))
    done = take(town, NEWS)
    assert not done.is_new
    assert "Väärin." in town.read(NEWS)


def test_faults_of_the_file_itself_do_not_keep_its_page_up(town: Site) -> None:
    """A missing title or an unknown field is told and mended later; translations go with their original."""
    file = town.source / SOURCES[ITEM]
    file.write_text(file.read_text().replace("title:", "titel:"))
    before = file.read_text()
    done = take(town, ITEM)
    assert done.built.changes is None
    assert "Virtanen saa" not in town.read(ITEM)
    assert "Virtanen får" not in town.read("/sv/moten/kh/2026-05-04/12/")
    line = 'withdrawn: {date: 2026-06-01, reason: "Nimi oli virhe."}'
    assert file.read_text() == before.replace("/vanha/silta/]\n", f"/vanha/silta/]\n{line}\n")


def test_a_file_that_cannot_be_taken_apart_is_told(town: Site) -> None:
    """Its page stands until the file is mended, and nothing else is touched."""
    file = town.source / SOURCES[NEWS]
    file.write_text("---\ntitle: [\n---\n")
    before = town.files
    for wanted in (NEWS, SOURCES[NEWS]):
        with pytest.raises(Unusable) as refused:
            take(town, wanted)
        assert [fault.code for fault in refused.value.faults] == ["FM008"]
    assert town.files == before


def test_a_broken_template_of_the_site_is_no_hindrance(town: Site) -> None:
    """The page that stands in is then drawn by the templates that come with the program."""
    (town.source / "templates").mkdir()
    (town.source / "templates/gone.html").write_text("{{ ei.ole }}")
    done = take(town, NEWS)
    assert done.built.changes is None
    assert "Nimi oli virhe." in town.read(NEWS)


def test_a_site_that_was_never_built_only_gets_the_word(town: Site) -> None:
    """There is nothing to take out: the file says it, and no output is made."""
    shutil.rmtree(town.output)
    spoil(town)
    done = take(town, NEWS)
    assert done.is_new
    assert not done.changes
    assert not town.output.exists()


def test_pages_of_others_below_it_stay(town: Site) -> None:
    """An address below the page that belongs to another, an old one, is not taken along."""
    file = town.source / "content/news/muu.md"
    file.write_text(file.read_text().replace("topics:", f"aliases: [{NEWS}jatko/]\ntopics:"))
    rebuild(town.source, town.output, DAY)
    spoil(town)
    take(town, NEWS)
    assert "uutiset/2026/silta/jatko/index.html" in town.files


def test_a_file_of_the_site_itself_below_it_stays(town: Site) -> None:
    """What static/ puts there is no part of the page, and the next build would put it there again."""
    static = town.source / f"static{NEWS}lisenssi.txt"
    static.parent.mkdir(parents=True)
    static.write_text("Oma")
    rebuild(town.source, town.output, DAY)
    spoil(town)
    done = take(town, NEWS)
    assert done.changes.removed == ("uutiset/2026/silta/kuva.svg",)
    assert town.read(f"{NEWS}lisenssi.txt") == "Oma"


def test_the_store_believes_in_nothing_that_was_cut(town: Site) -> None:
    """Each file that changed or went is forgotten, so that no later build takes it for its own, whatever its size."""
    spoil(town)
    done = take(town, ITEM)
    with closing(Store(town.source / ".sitegen")) as store:
        remembered = store.outputs(town.output)
    assert remembered.keys() == town.files.keys() - {*done.changes.changed}


def test_what_is_withdrawn_leaves_the_memory_too(town: Site) -> None:
    """The store remembers neither its record nor its text, even though the build failed."""
    spoil(town)
    take(town, ITEM)
    kept = b"".join(path.read_bytes() for path in (town.source / ".sitegen").rglob("*") if path.is_file())
    assert b"Virtanen saa" not in kept
    assert "Virtanen får".encode() not in kept


@pytest.mark.parametrize("wanted", [ITEM, DOCUMENT])
def test_no_pdf_tells_of_what_was_withdrawn(wanted: str, tmp_path: Path) -> None:
    """With faults elsewhere the PDFs that hold its text or its title go, and no page leads to them; a clean build brings what may stand."""
    text = TOWN.replace("[pdf]\nenabled = false", "[pdf]\nenabled = true")
    town = rebuild(unpack(text, tmp_path / "site"), tmp_path / "output", DAY)
    secret = "Virtanen saa sillan." if wanted == ITEM else "Kartta"
    whole = "kokoukset/kh/2026-05-04/kh-2026-05-04.pdf"
    holders = {path for path, data in town.files.items() if "/kh-2026-05-04" in path and secret in read_paper(data).text}
    assert {whole, "kokoukset/kh/2026-05-04/12/kh-2026-05-04-12.pdf"} <= holders
    spoil(town)
    take(town, wanted)
    assert not holders & town.files.keys()
    assert "kokoukset/kh/2026-05-04/13/kh-2026-05-04-13.pdf" in town.files
    assert f"{whole}\"" not in town.read("/kokoukset/kh/2026-05-04/")
    mend(town)
    rebuilt = rebuild(town.source, town.output, DAY)
    assert whole in rebuilt.files
    assert rebuilt.files == cold(town, tmp_path / "cold")


def test_what_is_withdrawn_is_no_longer_found(tmp_path: Path) -> None:
    """It goes from the index too while faults stand, words and all; the rest is found as before, and a build makes the same anew."""
    searched = TOWN.replace("[search]\nenabled = false", "[search]\nenabled = true")
    site = rebuild(unpack(searched, tmp_path / "site"), tmp_path / "output", DAY)
    bundle = {path: data for path, data in site.files.items() if path.startswith("haku/2026/")}
    assert holding(bundle, ["Virtanen saa"]) != {}
    (site.source / "content/news/rikki.md").write_text("---\ntitle: [\n---\n")
    withdraw(Options(site.source, site.output, date.fromisoformat(DAY)), ITEM, "Virhe.", None, no_news)
    taken = {path: data for path, data in site.files.items() if path.startswith("haku/")}
    shown = [one.address for one in records_of({path.removeprefix("haku/2026/"): data for path, data in taken.items()})]
    assert ITEM not in shown and ITEM.replace("12", "13") in shown
    assert holding({path: taken[path] for path in taken if path.startswith("haku/2026/")}, ["Virtanen saa"]) == {}
    (site.source / "content/news/rikki.md").unlink()
    after = rebuild(site.source, site.output, DAY)
    shutil.copytree(site.source, tmp_path / "clean", ignore=shutil.ignore_patterns(".sitegen"))
    assert after.files == rebuild(tmp_path / "clean", tmp_path / "anew", DAY).files
