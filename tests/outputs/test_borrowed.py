"""Words that nobody has translated say their language (WCAG 3.1.2), and translated ones say nothing."""

from __future__ import annotations

import pytest
from sites import Make
from walk import Page

SITE = """
-- site.toml --
[site]
title = "Kunta"
url = "https://kunta.example"
languages = ["fi", "sv"]
-- content/minutes/hallitus/board.md --
---
name: Kunnanhallitus
---
-- content/minutes/hallitus/board.sv.md --
---
name: Kommunstyrelsen
---
-- content/minutes/hallitus/2026-03-02/meeting.md --
---
status: approved
published: 2026-03-09
place: Kunnantalo
quorum: Kokous on laillinen.
---
-- content/minutes/hallitus/2026-03-02/5-silta.md --
---
title: Silta
section: 5
plain: Silta korjataan.
proposer: Kunnanjohtaja
responsible: [{name: Maija Esimerkki, role: insinööri}]
votes: [{motion: Pohja vastaan muutos, manner: kädennosto, "yes": Pohja, "no": Muutos, counts: {"yes": 4, "no": 3}}]
elections: [{post: tarkastaja, manner: suljettu vaali, candidates: [{name: Maija Esimerkki, elected: true}]}]
disqualified: [{name: Olli Otos, ground: osallisuusjäävi}]
dissent: [{name: Ville Malli, text: Vastustan.}]
publicity: {level: partial, ground: JulkL 24.1 § 20 k}
appeal: {kind: prohibited, provision: Kuntalaki 136 §, reason: valmistelua}
corrections: [{date: 2026-03-12, text: Summa korjattu.}]
attachments: [{title: Tarjoukset, kind: liite, number: 1, public: false, ground: liikesalaisuus}]
---
## Päätös

Kyllä.
-- content/minutes/hallitus/2026-03-02/6-tie.md --
---
title: Tie
section: 6
appeal: {kind: prohibited, provision: Kuntalaki 136 §}
withdrawn: {date: 2026-03-12, reason: Julkaistu vahingossa.}
---
## Päätös

Kyllä.
-- content/minutes/hallitus/2026-03-02/6-tie.sv.md --
---
title: Vägen
---
## Beslut

Ja.
-- content/minutes/hallitus/2026-03-02/5-silta.sv.md --
---
title: Bron
"""
BODY = "---\n## Beslut\n\nJa.\n"
IN_SWEDISH = """\
plain: Bron repareras.
votes: [{motion: Grundförslaget mot ändringen, "yes": Grundförslaget}]
disqualified: [{ground: delaktighetsjäv}]
appeal: {provision: 136 § i kommunallagen}
publicity: {ground: 24 § 1 mom. 20 punkten i offentlighetslagen}
attachments: [{ground: affärshemlighet}]
"""
FINNISH = {
    "Silta korjataan.", "Kunnanjohtaja", "insinööri", "Pohja vastaan muutos", "kädennosto", "Pohja", "Muutos", "tarkastaja",
    "suljettu vaali", "osallisuusjäävi", "Vastustan.", "JulkL 24.1 § 20 k", "Kuntalaki 136 §", "valmistelua", "Summa korjattu.",
    "Tarjoukset", "Liite 1", "liikesalaisuus",
}  # fmt: skip
TRANSLATED = {
    "Silta korjataan.", "Pohja vastaan muutos", "Pohja", "osallisuusjäävi", "Kuntalaki 136 §", "JulkL 24.1 § 20 k", "liikesalaisuus",
}  # fmt: skip


@pytest.mark.parametrize(("more", "translated"), [("", set()), (IN_SWEDISH, TRANSLATED)])
def test_what_a_translation_leaves_as_it_was_says_its_language(site: Make, more: str, translated: set[str]) -> None:
    """Each text of an item's facts that stands on the Swedish page in Finnish is marked so, and no other is."""
    built = site(SITE + more + BODY, as_of="2026-03-13")
    page = Page("x", built.read("/sv/moten/hallitus/2026-03-02/5/").encode())
    assert set(page.texts("//main//*[@lang='fi']")) == FINNISH - translated
    said = page.text("//main")
    assert [one for one in FINNISH - translated if one not in said] == []
    original = Page("x", built.read("/kokoukset/hallitus/2026-03-02/5/").encode())
    assert original.all("//main//*[@lang]") == []


def test_a_meeting_that_nobody_has_translated_says_so_of_its_words_alone(site: Make) -> None:
    """Its heading is Swedish, made of the board's translated name and the day; place and quorum are Finnish."""
    page = Page("x", site(SITE + BODY, as_of="2026-03-10").read("/sv/moten/hallitus/2026-03-02/").encode())
    assert page.text("//h1") == "Kommunstyrelsen : Sammanträde 2.3.2026"
    assert page.all("//h1/descendant-or-self::*[@lang]") == []
    assert {"Kunnantalo", "Kokous on laillinen."} <= set(page.texts("//main//*[@lang='fi']"))


def test_the_reason_of_a_withdrawal_says_its_language(site: Make) -> None:
    """On the page that stands in the place of the Swedish one, and in the list of corrections."""
    built = site(SITE + BODY, as_of="2026-03-13")
    gone = Page("x", built.read("/sv/moten/hallitus/2026-03-02/6/").encode())
    assert gone.texts("//main//*[@lang='fi']") == ["Julkaistu vahingossa."]
    listed = Page("x", built.read("/sv/rattelser/").encode())
    assert set(listed.texts("//main//*[@lang='fi']")) == {"Julkaistu vahingossa.", "Summa korjattu."}


def test_what_stands_in_a_list_in_another_language_says_so(site: Make) -> None:
    """A news item that was withdrawn and has no translation is called by Finnish words, which are marked."""
    front = "title: Tie\ndate: 2026-03-01\nwithdrawn: {date: 2026-03-02, reason: Erehdys.}"
    news = f"-- content/news/2026/tie.md --\n---\n{front}\n---\nJuu.\n"
    page = Page("x", site(SITE + BODY + news, as_of="2026-03-13").read("/sv/rattelser/").encode())
    assert {"Uutinen 1.3.2026", "Erehdys."} <= set(page.texts("//main//*[@lang='fi']"))


TOWN = """
-- site.toml --
[site]
title = "Kunta"
url = "https://kunta.example"
languages = ["fi", "sv", "en"]
-- content/minutes/hallitus/board.md --
---
name: Kunnanhallitus
formerly: Kunnanvirasto
members:
  - {name: Maija Esimerkki, role: puheenjohtaja}
  - {name: Ville Malli, role: I varapuheenjohtaja}
  - {name: Olli Otos, role: läänintarkkailija}
contacts: [{name: Satu Siltanen, role: siltainsinööri}]
---
-- content/minutes/hallitus/board.sv.md --
---
name: Kommunstyrelsen
---
-- content/minutes/jaosto/board.md --
---
name: Tiejaosto
---
-- content/minutes/jaosto/2026-03-03/meeting.md --
---
title: Iltakoulu
status: approved
published: 2026-03-09
place: Kunnantalo
---
-- content/minutes/jaosto/2026-03-03/1-tie.md --
---
title: Tie
section: 1
appeal: {kind: prohibited, provision: Kuntalaki 136 §}
summary: Tietä korjataan.
case: 1/2026
history: [{board: Kunnanvaltuusto, date: 2025-03-03, section: 7}]
---
-- content/minutes/jaosto/2026-03-03/1-tie.sv.md --
---
title: Vägen
---
-- content/minutes/jaosto/2026-03-03/2-aita.md --
---
title: Aita
section: 2
appeal: {kind: prohibited, provision: Kuntalaki 136 §}
summary: Aitaa korjataan.
---
-- content/news/2026/silta.md --
---
title: Silta
date: 2026-03-01
kind: Tiedote
subtitle: Se kestää
lead: Silta korjataan.
cases: [1/2026]
contacts: [{name: Satu Siltanen, role: siltainsinööri}, {name: Ville Malli, role: sihteeri}]
links: [{title: Valtion sillat, url: "https://sillat.example"}]
participate: {how: Lähetä kirje.}
decision: {board: jaosto, date: 2026-03-03}
---
-- content/news/2026/silta.sv.md --
---
title: Bron
---
"""
MARKED = "//main//*[@lang='fi']"


def test_a_case_that_no_file_describes_is_called_in_each_language_as_its_newest_item(site: Make) -> None:
    """A Swedish page has the Swedish title, unmarked, and so has a link to it."""
    built = site(TOWN, as_of="2026-03-13")
    assert Page("x", built.read("/asiat/1-2026/").encode()).text("//h1[not(@lang)]") == "Tie"
    assert Page("x", built.read("/sv/arenden/1-2026/").encode()).text("//h1[not(@lang)]") == "Vägen"
    news = Page("x", built.read("/sv/nyheter/2026/silta/").encode())
    assert news.texts("//section[h2='Ärenden']//a[not(@lang)]") == ["Vägen"]


def test_a_case_whose_newest_item_is_not_translated_has_its_original_title(site: Make) -> None:
    """There is a Swedish page, for the news on the case are in Swedish; its title says that it is Finnish."""
    untold = site(TOWN.replace("1-tie.sv.md", "1-tie.en.md").replace("Vägen", "The road"), as_of="2026-03-13")
    assert Page("x", untold.read("/sv/arenden/1-2026/").encode()).text("//h1[@lang='fi']") == "Tie"


def test_a_boards_page_says_roles_in_its_language_or_marks_them(site: Make) -> None:
    """Known roles of members are Swedish on the Swedish page; what nobody has translated is marked, on the Finnish page nothing is."""
    built = site(TOWN, as_of="2026-03-13")
    page = Page("x", built.read("/sv/organ/hallitus/").encode())
    assert page.texts("//ul[@class='members']/li/p[2]") == ["Ordförande", "Första vice ordförande", "Läänintarkkailija"]
    assert page.texts(MARKED) == ["Kunnanvirasto", "Läänintarkkailija", "siltainsinööri"]
    original = Page("x", built.read("/toimielimet/hallitus/").encode())
    assert original.texts("//ul[@class='members']/li/p[2]") == ["Puheenjohtaja", "I varapuheenjohtaja", "Läänintarkkailija"]
    assert original.all("//main//*[@lang]") == []


def test_a_translated_news_item_marks_what_it_leaves_as_it_was(site: Make) -> None:
    """Its kind, lead and links, whom to ask and how to take part; and the board that decides, which has no Swedish name."""
    built = site(TOWN, as_of="2026-03-13")
    page = Page("x", built.read("/sv/nyheter/2026/silta/").encode())
    own = page.texts("//article//*[@lang='fi'][not(ancestor::*[contains(@class, 'entries')])]")
    assert own == ["Tiedote", "Se kestää", "Silta korjataan.", "Valtion sillat", "Lähetä kirje.", "Tiejaosto", "siltainsinööri"]
    assert page.texts("//ul[@class='cards']/li/p[2]") == ["siltainsinööri", "sekreterare"]
    assert Page("x", built.read("/uutiset/2026/silta/").encode()).all("//main//*[@lang]") == []


LINES = {
    "/sv/nyheter/": ["Tiedote", "Silta korjataan."],
    "/en/news/": ["Tiedote", "Silta", "Silta korjataan."],
    "/sv/moten/": ["Tiejaosto", "Iltakoulu", "Kunnantalo"],
    "/sv/moten/2026/": ["Tiejaosto", "Iltakoulu", "Kunnantalo"],
    "/sv/beslut/": ["Tiejaosto", "Tietä korjataan.", "Tiejaosto", "Aita", "Aitaa korjataan."],
    "/sv/arenden/1-2026/": ["Kunnanvaltuusto", "Tiedote", "Silta korjataan.", "Tiejaosto", "Tietä korjataan."],
    "/uutiset/": [], "/kokoukset/": [], "/asiat/1-2026/": [],
}  # fmt: skip


def test_lines_of_lists_mark_each_text_that_is_not_in_the_pages_language(site: Make) -> None:
    """Boards, kinds of news, meetings' own names, excerpts and earlier handlings, each by itself: a translated title isn't marked."""
    built = site(TOWN, as_of="2026-03-13")
    found = {address: Page("x", built.read(address).encode()).texts(f"{MARKED}[not(ancestor::nav)]") for address in LINES}
    assert found == LINES


def test_a_board_without_a_translated_name_is_marked_where_it_is_offered(site: Make) -> None:
    """Among the feeds of a page and among what a search is narrowed to; a translated name isn't marked."""
    built = site(TOWN, as_of="2026-03-13")
    item = Page("x", built.read("/sv/moten/jaosto/2026-03-03/1/").encode())
    feeds = "//nav[@class='feeds']//a"
    assert (item.texts(f"{feeds}[@lang='fi']"), item.texts(f"{feeds}[not(@lang)]")) == (["Tiejaosto"], ["Beslut", "Vägen"])
    search = Page("x", built.read("/sv/sok/").encode())
    boards = "//select[@name='board']/option"
    assert (search.texts(f"{boards}[@lang='fi']"), search.texts(f"{boards}[not(@lang)]")) == (["Tiejaosto"], ["Alla", "Kommunstyrelsen"])
