"""Kuntalaki 106 and 107 §: what the minutes hold of a meeting and of each matter stands on their pages."""

from __future__ import annotations

import pytest
from sites import Make, Site
from walk import Page

FOLDER = "content/minutes/hallitus/2026-03-02"
VIEW = "status: approved\ninspected: 2026-03-05\npublished: 2026-03-09"
MEETING = """\
start: 2026-03-02 17:00
end: 2026-03-02 18:45
breaks: 17.30–17.40
place: Kunnantalo
manner: hybridikokous
chair: Maija Esimerkki
secretary: Satu Sihteeri
inspectors: [Ville Malli, Olli Otos]
quorum: Kokous todettiin päätösvaltaiseksi.
attendance:
  - {name: Kaisa Varanen, role: varajäsen, group: Vihreät, substitute_for: Pekka Poissa}
  - {name: Maija Esimerkki, role: puheenjohtaja, group: Keskusta}
  - {name: Ville Malli, role: jäsen, arrived: 17:20, arrived_section: 6}
  - {name: Olli Otos, role: jäsen, left: 18:05}
  - {name: Pekka Poissa, role: jäsen, present: false}
  - {name: Satu Sihteeri, role: sihteeri, arrived_section: 5, left_section: 5}
"""
HANDLED = """\
disqualified:
  - {name: "[Ville Malli]{.personal}", ground: "HL 28.1 § 1 k, [sukulainen]{.personal}"}
dissent:
  - name: "[Maija Esimerkki]{.personal}"
    text: |
      Ensimmäinen peruste.

      Toinen, [yksityinen]{.personal} peruste.
"""


def minutes(first: str = "", second: str = "", meeting: str = f"{VIEW}\n{MEETING}", more: str = "") -> str:
    """Return a meeting of two items that say *first* and *second*."""
    text = f"\n-- {FOLDER}/meeting.md --\n---\n{meeting}\n---\n"
    for section, item in (("5", first), ("6", second)):
        text += (
            f"-- {FOLDER}/{section}-asia.md --\n---\ntitle: Asia {section}\nsection: {section}\n"
            f"appeal: {{kind: rectification}}\n{item}\n---\n"
        )
    return text + more


def present(built: Site, section: str = "5", folder: str = "/kokoukset/hallitus/2026-03-02") -> list[str]:
    """Return who a page says was present, a line for each capacity; empty where it doesn't say."""
    found = Page("x", built.read(f"{folder}/{section}/").encode())
    return found.texts("//dl[contains(@class, 'present')]/*")


def test_an_items_page_tells_who_was_present(site: Make) -> None:
    """Kuntalaki 107 §: by capacity, substitutes marked; of whom only a time is known the time is told."""
    built = site(minutes(second=HANDLED), as_of="2026-03-10")
    assert built.codes == []
    partly = ["Osan kokousta", "Olli Otos (poistui klo 18.05)"]
    substitute = ["varajäsen", "Kaisa Varanen (sijaistettava: Pekka Poissa)"]
    chair = ["puheenjohtaja", "Maija Esimerkki"]
    assert present(built) == [*substitute, *chair, "sihteeri", "Satu Sihteeri", *partly]
    assert present(built, "6") == [*substitute, *chair, *partly, "Poissa esteellisenä", "Ville Malli"]


@pytest.mark.parametrize("status", ["status: agenda", "status: minutes", "status: cancelled", "status: approved\npublished: 2026-04-01"])
def test_before_the_minutes_are_on_view_nobody_is_told_to_have_been_there(site: Make, status: str) -> None:
    """Who was present is a part of the minutes, at an item as at the meeting."""
    built = site(minutes(meeting=f"{status}\n{MEETING}"), as_of="2026-03-10")
    assert present(built) == []
    assert built.files_containing("Olli Otos") == built.files_containing("Kaisa Varanen") == []


def test_of_a_secret_matter_nobody_is_told_to_have_been_there(site: Make) -> None:
    """Kuntalaki 140 §: a wholly secret matter is mentioned and no more."""
    built = site(minutes("publicity: {level: secret, ground: JulkL 24 §}"), as_of="2026-03-10")
    assert (present(built), present(built, "6") != []) == ([], True)


def test_disqualification_and_dissent_are_told_with_their_grounds(site: Make) -> None:
    """Kuntalaki 106 and 107 §: who was disqualified and why, who dissented and why, paragraph by paragraph."""
    found = Page("x", site(minutes(HANDLED), as_of="2026-03-10").read("/kokoukset/hallitus/2026-03-02/5/").encode())
    assert found.texts("//h2[.='Esteelliset']/following-sibling::dl/*") == ["Ville Malli", "HL 28.1 § 1 k, sukulainen"]
    assert found.texts("//h2[.='Eriävät mielipiteet']/following-sibling::dl//p") == ["Ensimmäinen peruste.", "Toinen, yksityinen peruste."]


def test_personal_data_of_how_a_matter_was_handled_go_on_their_day(site: Make) -> None:
    """Kuntalaki 140 §: after the last appeal day neither the name nor who is missing from the list tells who was disqualified."""
    text = minutes(HANDLED)
    assert "Poissa esteellisenä" in present(site(text, as_of="2026-03-30"))
    after = site(text, as_of="2026-03-31")
    page = after.read("/kokoukset/hallitus/2026-03-02/5/")
    assert page.count("henkilötieto poistettu (kuntalaki 140 §)") == 4
    assert present(after) == []
    assert [path for word in ("sukulainen", "yksityinen") for path in after.files_containing(word)] == []


def test_a_personal_name_in_the_attendance_goes_on_its_day(site: Make) -> None:
    """Kuntalaki 140 §: it leaves the meeting's page and those of its items alike."""
    text = minutes().replace("name: Olli Otos, role", 'name: "[Olli Otos]{.personal}", role').replace(", Olli Otos]", "]")
    assert len(site(text, as_of="2026-03-30").files_containing("Olli Otos")) == 3
    after = site(text, as_of="2026-03-31")
    assert after.files_containing("Olli Otos") == []
    assert "henkilötieto poistettu (kuntalaki 140 §) (poistui klo 18.05)" in present(after)


def test_a_meetings_page_tells_all_that_the_law_lists(site: Make) -> None:
    """Kuntalaki 107 §: time, breaks, place, manner, chair, secretary, inspection, quorum, and who was there and who wasn't."""
    built = site(minutes(), as_of="2026-03-10")
    found = Page("x", built.read("/kokoukset/hallitus/2026-03-02/").encode())
    facts = dict(zip(found.texts("//aside//dt"), found.texts("//aside//dt/following-sibling::dd[1]"), strict=True))
    assert facts == {
        "Toimielin": "Hallitus", "Aika": "2.3.2026 klo 17.00", "Päättyi": "klo 18.45", "Tauot": "17.30–17.40", "Paikka": "Kunnantalo",
        "Kokoustapa": "hybridikokous", "Puheenjohtaja": "Maija Esimerkki", "Pöytäkirjanpitäjä": "Satu Sihteeri",
        "Pöytäkirjantarkastajat": "Ville Malli", "Laillisuus ja päätösvaltaisuus": "Kokous todettiin päätösvaltaiseksi.",
        "Pöytäkirja tarkastettu": "5.3.2026", "Pöytäkirja nähtävillä alkaen": "9.3.2026",
    }  # fmt: skip
    assert found.texts("//table[not(contains(@class, 'items'))]/tbody/tr") == [
        "Maija Esimerkki puheenjohtaja Keskusta Läsnä",
        "Ville Malli jäsen Läsnä, saapui klo 17.20 (läsnä § 6 alkaen)",
        "Olli Otos jäsen Läsnä, poistui klo 18.05",
        "Pekka Poissa jäsen Poissa",
        "Kaisa Varanen varajäsen, sijaistettava: Pekka Poissa Vihreät Läsnä",
        "Satu Sihteeri sihteeri Läsnä, saapui (läsnä § 5 alkaen), poistui (läsnä vielä § 5)",
    ]


@pytest.mark.parametrize("more", ["", f"-- {FOLDER}/meeting.sv.md --\n---\nplace: Kommunhuset\n---\n"])
def test_roles_that_nobody_has_translated_are_said_or_say_their_language(site: Make, more: str) -> None:
    """On Swedish pages a role that minutes know is said in Swedish, be the meeting translated or not; any other is marked as Finnish."""
    toml = '-- site.toml --\n[site]\ntitle = "Kunta"\nurl = "https://kunta.example"\nlanguages = ["fi", "sv"]\n'
    swedish = f"-- {FOLDER}/5-asia.sv.md --\n---\ntitle: Ärende\n---\n"
    watched = "  - {name: Anna Malli, role: tarkkailija}\n"
    built = site(toml + minutes(more=swedish + more, meeting=f"{VIEW}\n{MEETING}{watched}"), as_of="2026-03-10")
    found = Page("x", built.read("/sv/moten/hallitus/2026-03-02/5/").encode())
    roles = "//dl[contains(@class, 'present')]/dt"
    assert found.texts(roles) == ["ersättare", "ordförande", "sekreterare", "tarkkailija", "En del av sammanträdet"]
    assert found.texts(f"{roles}/descendant-or-self::*[@lang]") == ["tarkkailija"]
    assert found.texts(f"{roles}/*[@lang='fi']") == ["tarkkailija"]
    listed = Page("x", built.read("/sv/moten/hallitus/2026-03-02/").encode())
    roles = "//table[contains(@class, 'attended')]/tbody/tr/td[1]"
    assert {"ordförande", "ledamot", "sekreterare", "tarkkailija"} <= set(listed.texts(roles))
    assert listed.texts(f"{roles}//*[@lang]") == ["tarkkailija"]
    original = Page("x", built.read("/kokoukset/hallitus/2026-03-02/").encode())
    assert {"puheenjohtaja", "jäsen", "sihteeri", "tarkkailija"} <= set(original.texts(roles))


def test_a_file_that_could_not_be_read_makes_no_section_unknown(site: Make) -> None:
    """The item whose file is at fault may be the one that an arrival names."""
    built = site(minutes(second='summary: "kesken'), as_of="2026-03-10")
    assert built.codes == ["FM008"]
