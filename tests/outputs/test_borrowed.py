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
