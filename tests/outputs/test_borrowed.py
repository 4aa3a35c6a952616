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
