"""Calendars: which there are, what an event says of the last day to appeal, and what it never does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest
import vobject
from sites import Make, Site

NAMESPACE = UUID("452c62cd-181e-49f3-95d2-a0eb4d0fab51")
TOML = """
-- site.toml --
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv"]
[organisation.registry]
address = "Kylätie 1, 00000 Esimerkkilä"
closes = "15.30"
[topics.tiet]
fi = "Tiet ja kadut"
"""
BOARD = "-- content/minutes/kh/board.md --\n---\nname: Kunnanhallitus\nabbreviation: KH\n---\n"
SWEDISH = "-- content/minutes/kh/2026-05-04/1-silta.sv.md --\n---\ntitle: Reparation av bron\n---\n## Beslut\n\nJa.\n"
FILE = "kokoukset/kh/2026-05-04/12/muutoksenhaku.ics"
PERSON = "Sointu Salakari"


def decision(front: str = "appeal: {kind: rectification}\n", title: str = "Sillan korjaus", published: str = "2026-05-11") -> str:
    """Return a site of one decision, in Finnish on a site in two languages."""
    return (
        f"{TOML}{BOARD}-- content/minutes/kh/2026-05-04/meeting.md --\n---\nstatus: approved\npublished: {published}\n---\n"
        f"-- content/minutes/kh/2026-05-04/1-silta.md --\n---\ntitle: {title}\nsection: 12\ntopics: [tiet]\n{front}---\n## Päätös\n\nJoo.\n"
    )


def events(built: Site, path: str) -> list[Any]:
    """Return the events of a calendar as a second library reads it."""
    found: list[Any] = vobject.readOne(built.read(path)).contents.get("vevent", [])
    return found


def one(built: Site, path: str = FILE) -> Any:
    """Return the only event of a calendar."""
    (found,) = events(built, path)
    return found


def uid(name: str) -> str:
    """Return what an event is known by that is the last day of the item *name* in a language."""
    return uuid5(NAMESPACE, name).urn


def test_an_event_tells_the_last_day(site: Make) -> None:
    """Kuntalaki 138, 139 and 140.3 §: what ends when, since when it is on view, residents' notice, a party's own time, the page."""
    found = one(site(decision()))
    assert found.dtstart.value == date(2026, 6, 1)
    assert found.summary.value == "Viimeinen päivä hakea muutosta: KH § 12 Sillan korjaus"
    assert found.description.value.split("\n") == [
        "Viimeinen päivä hakea muutosta: 1.6.2026. Pöytäkirja nähtävillä 11.5.2026 alkaen. Oikaisuvaatimus.",
        "Kirjaamo sulkeutuu klo 15.30.",
        "Kunnan jäsenten katsotaan saaneen päätöksestä tiedon 18.5.2026.",
        "Asianosaisen muutoksenhakuaika lasketaan siitä, kun hän on saanut päätöksestä tiedon.",
        "Kalenteri ei ole virallinen tiedoksianto, eikä muutoksenhakuaika ala siitä.",
        "https://www.esimerkkila.example/kokoukset/kh/2026-05-04/12/",
    ]
    assert found.categories.value == ["Kunnanhallitus", "Tiet ja kadut"]


@pytest.mark.parametrize(("kind", "last"), [("municipal-appeal", date(2026, 6, 17)), ("rectification", date(2026, 6, 1))])
def test_the_registrys_hours_are_told_of_what_it_receives(site: Make, kind: str, last: date) -> None:
    """Kuntalaki 134 and 135 §: an appeal goes to the court, whose hours are not those of the organisation's registry."""
    found = one(site(decision(f"appeal: {{kind: {kind}}}\n")))
    assert found.dtstart.value == last
    assert ("15.30" in found.description.value) == (kind == "rectification")


@pytest.mark.parametrize(
    ("published", "kind", "last"),
    [
        ("2024-05-31", "rectification", "2024-06-24"),
        ("2024-12-03", "rectification", "2024-12-27"),
        ("2025-03-25", "municipal-appeal", "2025-05-02"),
        ("2025-10-30", "municipal-appeal", "2025-12-08"),
        ("2025-12-16", "rectification", "2026-01-07"),
    ],
)  # fmt: skip
def test_a_last_day_that_is_closed_moves_in_calendars_too(site: Make, published: str, kind: str, last: str) -> None:
    """Laki 150/1930 2 and 5 §: the event falls on the day to which the time was moved, and is there on that day for the last time."""
    text = decision(f"appeal: {{kind: {kind}}}\n", published=published).replace("2026-05-04", "2024-05-06")
    path = FILE.replace("2026-05-04", "2024-05-06")
    on_it = site(text, as_of=last)
    assert one(on_it, path).dtstart.value == one(on_it, "calendars/appeals.ics").dtstart.value == date.fromisoformat(last)
    after = site(text, as_of=str(date.fromisoformat(last) + timedelta(days=1)))
    assert path not in after.files
    assert events(after, "calendars/appeals.ics") == []


def test_an_event_is_known_by_what_it_is(site: Make) -> None:
    """In the calendar and in the file it is one event, whatever changes; its guid is not that of the decision's entry in feeds."""
    first, known = site(decision()), uid("item/kh/2026-05-04/12/last-day/fi")
    assert one(first).uid.value == one(first, "calendars/appeals.ics").uid.value == known
    assert known.encode() not in first.files["feeds/items.xml"] + first.files["feeds/appeals.xml"]
    corrected = site(decision("appeal: {kind: rectification}\nid: kh/2026-05-04/12\n", title="Muu").replace("section: 12", "section: 14"))
    assert one(corrected, FILE.replace("/12/", "/14/")).uid.value == known


def test_minutes_that_go_on_view_anew_make_a_later_version_of_the_event(site: Make) -> None:
    """RFC 5545, 3.8.7.4: a calendar that has the event takes the later day in its place."""
    first, anew = one(site(decision())), one(site(decision(published="2026-05-20")))
    assert anew.uid.value == first.uid.value
    assert anew.dtstart.value > first.dtstart.value
    assert int(anew.sequence.value) > int(first.sequence.value)
    assert anew.dtstamp.value > first.dtstamp.value


def test_each_language_has_a_calendar_of_all_last_days(site: Make) -> None:
    """What nobody has translated is in the Swedish calendar under its own title; what somebody has is a file there too."""
    built = site(decision())
    found = [path for path in built.files if path.endswith(("appeals.ics", "muutoksenhaku.ics", "andringssokande.ics"))]
    assert found == ["calendars/appeals.ics", FILE, "sv/calendars/appeals.ics"]
    untranslated = one(built, "sv/calendars/appeals.ics")
    assert untranslated.summary.value == "Sista dagen att söka ändring: KH § 12 Sillan korjaus"
    assert untranslated.summary.params == {"LANGUAGE": ["sv"]}
    assert untranslated.url.value == "https://www.esimerkkila.example/kokoukset/kh/2026-05-04/12/"
    both = site(decision() + SWEDISH)
    translated = one(both, "sv/moten/kh/2026-05-04/12/andringssokande.ics")
    assert translated.summary.value == "Sista dagen att söka ändring: KH § 12 Reparation av bron"
    assert translated.uid.value == one(both, "sv/calendars/appeals.ics").uid.value == untranslated.uid.value
    assert translated.uid.value != one(both).uid.value


def test_no_personal_data_are_in_any_calendar(site: Make) -> None:
    """Kuntalaki 140.1 §: readers keep what they fetched, so what may be read on the page for its time is in no calendar for a moment."""
    person = f"[{PERSON}]{{.personal}}"
    front = f'appeal: {{kind: rectification, reason: "{person}"}}\nplain: "{person}"\npersonal_until: 2026-05-25\n'
    text = decision(front, f'"Valinta: {person}"')
    before, after = site(text, as_of="2026-05-25").files, site(text, as_of="2026-05-26").files
    assert any(PERSON.encode() in data for path, data in before.items() if path.endswith(".html"))
    for path in ("calendars/appeals.ics", "sv/calendars/appeals.ics", FILE):
        assert "[henkilötieto]".encode() in before[path].replace(b"\r\n ", b"")
        assert PERSON.split()[1].encode() not in before[path].replace(b"\r\n ", b"")
        assert before[path] == after[path]


def test_a_calendar_holds_no_status(site: Make) -> None:
    """Kuntalaki 143 §: a calendar that was fetched on the first day says nothing that is untrue after the last."""
    first, last = site(decision(), as_of="2026-05-11").files, site(decision(), as_of="2026-06-01").files
    assert [path for path in first if path.endswith(".ics") and first[path] != last[path]] == []
    for word in ("voimassa", "lainvoimai", "avoinna", "kulumassa", "tänään", "STATUS"):
        assert word not in first[FILE].replace(b"\r\n ", b"").decode()


def test_every_address_in_a_calendar_leads_to_a_file(site: Make) -> None:
    """Pages of events, the page of the calendar and the calendar itself stand where it says."""
    built = site(decision() + SWEDISH)
    for path in [path for path in built.files if path.endswith(".ics")]:
        calendar = vobject.readOne(built.read(path))
        said = {**calendar.contents, **calendar.contents["vevent"][0].contents}
        for address in [one.value for name in ("url", "source") for one in (*said.get(name, ()), *calendar.contents.get(name, ()))]:
            file = address.removeprefix("https://www.esimerkkila.example/")
            assert (file + "index.html" if file.endswith("/") else file) in built.files, address


def test_a_link_to_a_last_day_is_plain_text_when_the_day_has_passed(site: Make) -> None:
    """The file is there while the time runs; no error waits for a day."""
    news = "-- content/news/silta.md --\n---\ntitle: Silta\ndate: 2026-05-01\n---\nLisää [kalenteriin](/" + FILE + ").\n"
    for as_of, codes, links in (("2026-05-10", ["RF008"], 0), ("2026-06-01", [], 1), ("2026-06-02", ["RF008"], 0)):
        built = site(decision() + news, as_of=as_of)
        assert built.codes == codes
        assert built.read("/uutiset/2026/silta/").count(".ics") == links
    assert site(news.replace("/12/", "/13/") + decision()).codes == ["RF002"]
