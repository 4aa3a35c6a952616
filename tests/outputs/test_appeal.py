"""What an item's page says of its life and of appeal, from the agenda to the day after the last (kuntalaki 134 to 141 §)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sites import Make
from walk import Page

ADDRESS = "kokoukset/hallitus/2026-05-04/12/"
TOML = """
-- site.toml --
[site]
title = "Esimerkkilä"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv", "en"]
[organisation]
name = "Esimerkkilän kunta"
kind = "{organisation}"
court = "Esimerkin hallinto-oikeus"
court_address = "PL 1, 00000 Esimerkki"
court_email = "oikeus@oikeus.example"
court_phone = "029 000 0001"
[organisation.registry]
name = "Kirjaamo"
address = "Kylätie 1, 00000 Esimerkkilä"
email = "kirjaamo@esimerkkila.example"
phone = "029 000 0002"
closes = "15.45"
"""
CONTENT = """
-- content/minutes/hallitus/board.md --
---
name: Hallitus
abbreviation: HAL
kind: {board}
---
-- content/minutes/hallitus/2026-05-04/meeting.md --
---
start: 2026-05-04 17:00
moved_from: 2026-04-27 16:00
status: {status}
published: 2026-05-11
show_uninspected: {shows}
---
-- content/minutes/hallitus/2026-05-04/1-silta.md --
---
title: Sillan korjaus
section: 12
agenda: 1
appeal: {appeal}
---
## Ehdotus

Silta korjattaneen.

## Päätös

Silta korjataan.
-- content/minutes/hallitus/2026-05-04/1-silta.sv.md --
---
title: Reparation av bron
---
## Beslut

Bron repareras.
-- content/minutes/hallitus/2026-05-04/1-silta.en.md --
---
title: Repair of the bridge
---
## Decision

The bridge is repaired.
"""
LIVES = [
    ("agenda", "false", "2026-05-10", "Esityslistalla"),
    ("minutes", "false", "2026-05-10", "Pidetty, pöytäkirja ei vielä nähtävillä"),
    ("minutes", "true", "2026-05-10", "Pöytäkirja tarkastamatta"),
    ("approved", "false", "2026-05-10", "Pidetty, pöytäkirja ei vielä nähtävillä"),
    ("approved", "false", "2026-05-11", "Viimeinen päivä hakea muutosta 1.6.2026"),
    ("approved", "false", "2026-06-01", "Viimeinen päivä hakea muutosta 1.6.2026"),
    ("approved", "false", "2026-06-02", "Muutoksenhakuaika päättyi 1.6.2026"),
    ("cancelled", "false", "2026-06-02", "Kokous peruttu"),
]


def text(
    appeal: str = "{kind: rectification}", status: str = "approved", shows: str = "false", board: str = "executive",
    organisation: str = "municipality",
) -> str:  # fmt: skip
    """Return a site whose one item has these facts."""
    filled = CONTENT.replace("{appeal}", appeal).replace("{status}", status).replace("{shows}", shows)
    return TOML.replace("{organisation}", organisation) + filled.replace("{board}", board)


def page(built: Any, address: str = ADDRESS) -> Page:
    """Return the page at *address*."""
    return Page(f"{address}index.html", built.files[f"{address}index.html"])


@pytest.mark.parametrize(("status", "shows", "day", "words"), LIVES)
def test_lists_say_how_far_an_item_has_come(site: Make, status: str, shows: str, day: str, words: str) -> None:
    """In words, the same in the meeting's and the board's lists, on each day of an item's life; an agenda doesn't say it of each."""
    built = site(text(status=status, shows=shows), as_of=day)
    assert built.codes == []
    marks = page(built, "kokoukset/hallitus/2026-05-04/").texts("//table//*[starts-with(@class, 'mark')]")
    assert marks == ([words] if status != "agenda" else [])
    if status in ("agenda", "cancelled") or (shows == "false" and day < "2026-05-11"):
        assert built.files_containing("Silta korjataan.") == []
        assert page(built).texts("//*[contains(@class, 'box-next')]") != []


def test_what_was_proposed_stays_beside_what_was_decided(site: Make) -> None:
    """The proposal can be read on the page of the decision, in its place, as it could on the agenda."""
    for status in ("agenda", "approved"):
        assert "Silta korjattaneen." in page(site(text(status=status))).text("//main")
    assert "Silta korjataan." in page(site(text())).text("//main")


def test_an_items_address_on_the_agenda_leads_on(site: Make) -> None:
    """Who kept the address from the agenda gets to the decision."""
    old = page(site(text()), "kokoukset/hallitus/2026-05-04/asia-1/")
    assert old.one("//meta[@http-equiv='refresh']").get("content").endswith(f"/{ADDRESS}")


def test_feeds_hold_no_status_that_turns(site: Make) -> None:
    """A feed is the same before and after the time to appeal ends."""
    before, after = site(text(), as_of="2026-06-01").files, site(text(), as_of="2026-06-02").files
    feeds = [path for path in before if "feeds/" in path]
    assert len(feeds) > 10
    assert [path for path in feeds if before[path] != after[path]] == []
    assert before[f"{ADDRESS}index.html"] != after[f"{ADDRESS}index.html"]


def test_a_moved_meeting_shows_both_times(site: Make) -> None:
    """On the meeting's page, in lists and on the items' pages."""
    built = site(text())
    times = "//main//time[@datetime='2026-04-27T16:00']"
    for address in (ADDRESS, "kokoukset/hallitus/2026-05-04/", "kokoukset/", "toimielimet/hallitus/"):
        assert page(built, address).all(times) != [], address
    box = page(built, "kokoukset/hallitus/2026-05-04/").text("//*[contains(@class, 'box-status')]")
    assert "Siirretty ajasta 27.4.2026 klo 16.00." in built.read("feeds/agendas.xml")
    assert box == "Kokouksen aikaa on siirretty. Uusi aika: 4.5.2026 klo 17.00 . Alkuperäinen aika: 27.4.2026 klo 16.00 ."


def pairs(built: Any, address: str = ADDRESS) -> dict[str, str]:
    """Return what the box on appeal says, by its headings."""
    box = "//section[contains(@class, 'box-appeal')]"
    shown = page(built, address)
    return dict(zip(shown.texts(f"{box}//dt"), shown.texts(f"{box}//dd[not(a[@type])]"), strict=True))


def test_the_box_tells_who_appeals_to_whom_until_when(site: Make) -> None:
    """Kuntalaki 134, 137, 138 and 140.3 §: days counted by hand, 11.5. + 7 = 18.5., + 14 = 1.6., a Monday."""
    assert pairs(site(text())) == {
        "Miten muutosta haetaan": "Oikaisuvaatimus",
        "Viimeinen päivä hakea muutosta": "1.6.2026 , ennen kirjaamon sulkeutumista (klo 15.45)",
        "Kenelle osoitetaan": "Hallitus",
        "Kuka voi hakea muutosta": "Asianosainen ja kunnan jäsen.",
        "Säännös": "kuntalaki (410/2015) 134 §",
        "Pöytäkirja nähtävillä alkaen": "11.5.2026",
        "Kunnan jäsenen tiedoksisaanti": "18.5.2026",
    }


@pytest.mark.parametrize(
    ("organisation", "board", "who"),
    [
        ("municipality", "council", "Asianosainen ja kunnan jäsen."),
        ("joint-authority", "council", "Asianosainen, jäsenkunta ja jäsenkunnan jäsen."),
        ("county", "council", "Asianosainen ja hyvinvointialueen jäsen."),
        ("municipality", "committee", "Se, joka on tehnyt oikaisuvaatimuksen. Jos päätös on sen johdosta muuttunut, "
         "myös asianosainen ja muut, jotka olisivat voineet vaatia oikaisua."),
    ],
)  # fmt: skip
def test_who_may_appeal_to_the_court(site: Make, organisation: str, board: str, who: str) -> None:
    """Kuntalaki 137 §: an appeal against another board's decision than the council's is one on a request for rectification."""
    built = site(text("{kind: municipal-appeal}", organisation=organisation, board=board))
    said = pairs(built)
    assert said["Kuka voi hakea muutosta"] == who
    assert said["Kenelle osoitetaan"] == "Esimerkin hallinto-oikeus"
    # 18.5. + 30 = 17.6.2026, a Wednesday; the registry's hour is the organisation's, not the court's.
    assert said["Viimeinen päivä hakea muutosta"] == "17.6.2026"


@pytest.mark.parametrize(
    ("prefix", "item", "words"),
    [
        ("", "kokoukset", ["Oikaisuvaatimusohje", "14 päivää", "kunnan jäsenen katsotaan", "asianosaisen aika", "kalenteri", "klo 15.45",
                           "HAL 4.5.2026 § 12"]),
        ("sv/", "moten", ["Anvisning för begäran om omprövning", "14 dagar", "kommunmedlem anses", "parts tid", "kalender", "kl. 15.45",
                          "HAL 4.5.2026 § 12"]),
        ("en/", "meetings", ["How to request rectification", "14 days", "member of the municipality is deemed", "party's own time",
                             "calendar", "15:45", "HAL 4 May 2026 § 12"]),
    ],
)  # fmt: skip
def test_instructions_are_made_in_each_language(site: Make, prefix: str, item: str, words: list[str]) -> None:
    """Kuntalaki 141 §: to whom, by when, how, what it must say; that a party's time is their own and a feed is no notice."""
    built = site(text())
    section = page(built, f"{prefix}{item}/hallitus/2026-05-04/12/").text("//*[@id='_appeal']").lower()
    registry = ["kirjaamo", "kylätie 1, 00000 esimerkkilä", "kirjaamo@esimerkkila.example", "029 000 0002"]
    assert [one for one in [*words, *registry] if one.lower() not in section] == []


def test_instructions_to_the_court_say_where_it_is(site: Make) -> None:
    """Hallintolaki 47 §: the court's address, the three grounds of 135 §, attachments and the fee."""
    section = page(site(text("{kind: municipal-appeal}", board="council"))).text("//*[@id='_appeal']")
    wanted = [
        "Esimerkin hallinto-oikeus, PL 1, 00000 Esimerkki, oikeus@oikeus.example , 029 000 0001", "virheellisessä järjestyksessä",
        "toimivaltansa", "lainvastainen", "valitusosoituksineen", "1455/2015", "30 päivää",
    ]  # fmt: skip
    assert [one for one in wanted if one not in section] == []


def test_a_special_acts_appeal_has_its_own_days_and_authority(site: Make) -> None:
    """An item's days, provision and authority stand over the table's: 18.5. + 37 = 24.6.2026, a Wednesday."""
    built = site(text("{kind: other, days: 37, provision: Ympäristönsuojelulaki 190 §, authority: Vaasan erämaatuomioistuin}"))
    said = pairs(built)
    assert (said["Kenelle osoitetaan"], said["Säännös"]) == ("Vaasan erämaatuomioistuin", "Ympäristönsuojelulaki 190 §")
    assert said["Viimeinen päivä hakea muutosta"] == "24.6.2026"
    assert "Kuka voi hakea muutosta" not in said
    assert "Vaasan erämaatuomioistuin" in page(built).text("//*[@id='_appeal']")
    for part in ("//*[@id='_appeal']", "//section[contains(@class, 'box-appeal')]"):
        assert "Jos tässä mainitun lain mukaan aika alkaa muusta, noudatetaan sitä." in page(built).text(part)
    assert "aika alkaa muusta" not in page(site(text())).text("//main")


def test_an_office_holder_is_not_asked_to_rectify_their_own_decision(site: Make) -> None:
    """Kuntalaki 134 §: the request goes to the board above, which an item's authority names where its author says it."""
    assert pairs(site(text(board="office")))["Kenelle osoitetaan"] == "toimielin, jonka alainen viranhaltija on"
    named = site(text("{kind: rectification, authority: Kunnanhallitus}", board="office"))
    assert pairs(named)["Kenelle osoitetaan"] == "Kunnanhallitus"
    assert "Vaatimuksen vastaanottaja: Kunnanhallitus." in page(named).text("//*[@id='_appeal']")


def test_whoever_requested_rectification_has_their_own_time(site: Make) -> None:
    """Kuntalaki 137 and 139 §: against a decision on a request, the time of who made it runs from when they were told."""
    box = "//section[contains(@class, 'box-appeal')]"
    assert "Oikaisuvaatimuksen tekijän ja asianosaisen" in page(site(text("{kind: municipal-appeal}"))).text(box)
    assert "Oikaisuvaatimuksen tekijän" not in page(site(text("{kind: municipal-appeal}", board="council"))).text(box)


def test_the_last_day_comes_first_in_the_box(site: Make) -> None:
    """Who looks a decision up on a phone finds until when it can be appealed before all else."""
    assert next(iter(pairs(site(text())))) == "Viimeinen päivä hakea muutosta"


@pytest.mark.parametrize("kind", ["rectification", "municipal-appeal"])
def test_a_county_is_called_no_municipality(site: Make, kind: str) -> None:
    """Laki hyvinvointialueesta 139 to 145 §: a county's pages, feeds and calendars speak of it alone, in each language."""
    built = site(text(f"{{kind: {kind}}}", organisation="county").replace("Esimerkkilän kunta", "Esimerkkilä"))
    home = re.compile("kotikun[tn]|hemkommun|home municipality|kommunikationsverket")
    said = [home.sub("", data.decode().lower()) for path, data in built.files.items() if path.endswith((".html", ".xml", ".ics"))]
    assert [word for one in said for word in re.findall(".*(?:kunta|kunnan|kommun|municipal).*", one)] == []


@pytest.mark.parametrize("kind", ["prohibited", "none"])
def test_where_no_appeal_is_open_its_provision_or_reason_stands(site: Make, kind: str) -> None:
    """Kuntalaki 141 §: the notice names the provision; there is no last day and there are no instructions."""
    built = site(text(f"{{kind: {kind}, provision: Kuntalaki 136 §, reason: valmistelua}}"))
    said = pairs(built)
    assert (said["Säännös"], said["Perustelu"]) == ("Kuntalaki 136 §", "valmistelua")
    assert page(built).all("//*[@class='last-appeal-day'] | //*[@id='_appeal']") == []


def test_a_time_that_is_over_is_not_called_final(site: Make) -> None:
    """Kuntalaki 139 and 143 §: a party's time may still run, so no page says that a decision can no longer be changed."""
    built = site(text(), as_of="2026-06-02")
    assert "Pöytäkirjan nähtävillä olosta laskettu muutoksenhakuaika on päättynyt." in page(built).text("//main")
    assert built.files_containing("lainvoima") == []
