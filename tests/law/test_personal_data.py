"""Personal data on whole sites: in their place stands the Act of the organisation, and they go wherever they stand."""

from __future__ import annotations

from datetime import date

import pytest
from sites import Make

from sitegen.law.redaction import REMOVED
from sitegen.outputs.entries import without_personal

NAME = "Hyvösen Aino"
MEETING = """
    -- content/minutes/hallitus/2026-03-02/meeting.md --
    ---
    status: {status}
    {fields}
    ---
"""
ITEM = """
    -- content/minutes/hallitus/2026-03-02/5-hakemus.md --
    ---
    title: "Hakemus, [Hyvösen Aino]{.personal}"
    section: 5
    appeal: {kind: rectification}
    ---
    ## Ehdotus

    [Hyvösen Aino]{.personal} saa luvan.
"""


def organisation(kind: str, private: bool = False) -> str:
    """Return the settings of an organisation of that kind."""
    source = "private" if private else "public"
    return f"""
    -- site.toml --
    [site]
    title = "Esimerkkilä"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv", "en"]
    source = "{source}"
    [organisation]
    kind = "{kind}"
    court = "Hallinto-oikeus"
    """


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("municipality", "henkilötieto poistettu (kuntalaki 140 §)"),
        ("joint-authority", "henkilötieto poistettu (kuntalaki 140 §)"),
        ("county", "henkilötieto poistettu (laki hyvinvointialueesta 145 §)"),
    ],
)
def test_what_stands_instead_names_the_act_of_the_organisation(site: Make, kind: str, words: str) -> None:
    """Kuntalaki 140 § and laki hyvinvointialueesta 145 §; a joint authority follows the municipalities' rules (410/2015 64 §)."""
    text = organisation(kind) + MEETING.format(status="approved", fields="published: 2026-03-09") + ITEM
    on_it = site(text, as_of="2026-03-30")
    assert NAME in on_it.read("/kokoukset/hallitus/2026-03-02/5/")
    assert on_it.built.next_change == date(2026, 3, 31)
    feeds = {path: data for path, data in on_it.files.items() if "feeds/" in path}
    after = site(text, as_of="2026-03-31")
    page = after.read("/kokoukset/hallitus/2026-03-02/5/")
    assert after.files_containing(NAME) == []
    assert f"<h1>Hakemus, {words}</h1>" in page
    assert f"{words} saa luvan" in page
    assert {path: data for path, data in after.files.items() if "feeds/" in path} == feeds
    assert any("[henkilötieto] saa luvan".encode() in data for data in feeds.values())


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_feeds_are_the_same_before_and_after_by_either_act(lang: str) -> None:
    """A feed's bytes change only when its content does: each wording of each Act reads as from the first day."""
    wordings = {wording[lang] for wording in REMOVED.values()}
    assert len(wordings) == 2
    assert {without_personal(f"A {words} b", lang) for words in wordings} == {without_personal("A \x0eHyvösen Aino\x0f b", lang)}


@pytest.mark.parametrize(("status", "fields"), [("agenda", ""), ("minutes", ""), ("approved", ""), ("cancelled", "published: 2026-03-09")])
def test_what_never_comes_on_view_keeps_no_names(site: Make, status: str, fields: str) -> None:
    """Kuntalaki 140 §: items that stay on an agenda, or are cancelled, lose them as if they had been published on the meeting's day."""
    text = MEETING.format(status=status, fields=fields) + ITEM
    on_it = site(text, as_of="2026-03-23")
    assert on_it.files_containing(NAME) != []
    assert on_it.built.next_change == date(2026, 3, 24)
    assert site(text, as_of="2026-03-24").files_containing(NAME) == []


def test_names_come_back_with_the_minutes_until_the_real_day(site: Make) -> None:
    """Minutes published late are on view with their names for as long as an appeal can be made."""
    late = MEETING.format(status="approved", fields="published: 2026-05-04") + ITEM
    assert site(MEETING.format(status="minutes", fields="") + ITEM, as_of="2026-05-03").files_containing(NAME) == []
    for day, shown in (("2026-05-04", True), ("2026-05-25", True), ("2026-05-26", False)):
        assert bool(site(late, as_of=day).files_containing(NAME)) is shown, day


def test_what_became_of_a_withdrawn_item_keeps_no_names(site: Make) -> None:
    """The page that is left, and its reason, lose them with the item's own last day."""
    withdrawn = ITEM.replace("section: 5", 'section: 5\n    withdrawn: {date: 2026-03-12, reason: "Pyynnöstä, [Hyvösen Aino]{.personal}"}')
    text = MEETING.format(status="approved", fields="published: 2026-03-09") + withdrawn
    assert site(text, as_of="2026-03-30").files_containing(NAME) == ["kokoukset/hallitus/2026-03-02/5/index.html", "korjaukset/index.html"]
    assert site(text, as_of="2026-03-31").files_containing(NAME) == []


def test_a_meeting_loses_its_own_names_with_the_usual_time(site: Make) -> None:
    """In attendance, chair and attachments, on view or not; what others say of the meeting has none in feeds and calendars."""
    fields = (
        'published: 2026-03-09\n    chair: "[Hyvösen Aino]{.personal}"\n    attendance: [{name: "[Hyvösen Aino]{.personal}"}]\n'
        "    attachments: [{title: Hyvösen Aino, file: hyvosen-aino.txt, personal: true}]"
    )
    files = "    -- content/minutes/hallitus/2026-03-02/hyvosen-aino.txt --\n    Hyvösen Aino hakee.\n"
    text = MEETING.format(status="approved", fields=fields) + files
    held = site(text, as_of="2026-03-30").files_containing(NAME)
    assert [path for path in held if path.endswith("/index.html")] == ["kokoukset/hallitus/2026-03-02/index.html"]
    assert site(text, as_of="2026-03-31").files_containing(NAME) == []


BESIDE = """
    -- content/minutes/hallitus/board.md --
    ---
    name: Hallitus
    contacts: [{name: Hyvösen Aino, personal: true}]
    personal_until: 2026-03-30
    ---
    -- content/cases/7-2026.md --
    ---
    title: "Luvat, [Hyvösen Aino]{.personal}"
    court: [{date: 2026-03-05, text: "[Hyvösen Aino]{.personal} voitti."}]
    personal_until: 2026-03-30
    ---
    -- content/pages/tietoa.md --
    ---
    title: Tietoa
    personal_until: 2026-03-30
    ---
    Kysy: [Hyvösen Aino]{.personal}
    -- content/pages/tietoa.sv.md --
    ---
    title: Om oss
    ---
    Fråga: [Hyvösen Aino]{.personal}
"""


def test_boards_cases_and_pages_say_their_last_day(site: Make) -> None:
    """Kuntalaki 140 §: on that day every page of theirs has the name, in each language, and on the next none has."""
    text = organisation("municipality") + BESIDE
    on_it = site(text, as_of="2026-03-30")
    assert (on_it.codes, on_it.built.next_change) == ([], date(2026, 3, 31))
    pages = {"toimielimet/hallitus/index.html", "asiat/7-2026/index.html", "asiat/index.html", "tietoa/index.html", "sv/tietoa/index.html"}
    assert set(on_it.files_containing(NAME)) >= pages
    assert site(text, as_of="2026-03-31").files_containing(NAME) == []


def test_a_personal_attachment_is_published_under_no_name(site: Make) -> None:
    """Kuntalaki 140 §: its file's name may be the person's, and addresses end up in logs, lists and other sites."""
    item = ITEM.replace("section: 5", "section: 5\n    attachments: [{title: Hakemus, file: hyvosen-aino.txt, personal: true}]")
    text = MEETING.format(status="approved", fields="published: 2026-03-09") + item + "\n    [Liite](hyvosen-aino.txt)\n"
    text += "    -- content/minutes/hallitus/2026-03-02/hyvosen-aino.txt --\n    Hyvösen Aino hakee.\n"
    on_it = site(text, as_of="2026-03-30")
    (path,) = (path for path in on_it.files if path.endswith(".txt") and path != "robots.txt")
    assert "hyvosen" not in path
    page = on_it.read("/kokoukset/hallitus/2026-03-02/5/")
    assert page.count(f'{path}"') == 2
    assert not [name for name in (*on_it.built.sources, *on_it.built.sources.values()) if "hyvosen" in str(name)]
    after = site(text, as_of="2026-03-31")
    assert [path for path in after.files if path.endswith(".txt")] == ["robots.txt"]
    assert "Liite" in after.read("/kokoukset/hallitus/2026-03-02/5/")
