"""What an entry of a feed says, when, and by what it is known."""

from __future__ import annotations

from typing import Any
from uuid import uuid5

import feedparser
import pytest
from sites import TOML, Make, Site

from sitegen.outputs.entries import NAMESPACE

CASE = "-- content/cases/7-2026.md --\n---\ntitle: Silta\ncourt:\n  - {date: 2026-08-03, text: Valitus hylättiin.}\n---\n"


def item(front: str = "", text: str = "## Päätös\n\nSilta korjataan.\n", meeting: str = "status: approved\npublished: 2026-05-11") -> str:
    """Return a site of one decision, with more front matter of its own or of its meeting."""
    return (
        f"-- content/minutes/kh/2026-05-04/meeting.md --\n---\n{meeting}\n---\n"
        "-- content/minutes/kh/2026-05-04/1-silta.md --\n"
        f"---\ntitle: Sillan korjaus\nsection: 12\ncase: 7/2026\nappeal: {{kind: rectification}}\n{front}---\n{text}"
    )


def news(front: str, text: str = "Silta on poikki.\n") -> str:
    """Return a site of one news item."""
    return f"-- content/news/2026/silta.md --\n---\ntitle: Silta suljetaan\n{front}---\n{text}"


def entries(built: Site, name: str = "items") -> list[Any]:
    """Return the entries of a feed."""
    found: list[Any] = feedparser.parse(built.files[f"feeds/{name}.xml"]).entries
    return found


def one(built: Site, name: str = "items") -> Any:
    """Return the only entry of a feed."""
    (entry,) = entries(built, name)
    return entry


def test_a_decision_is_known_by_what_it_is(site: Make) -> None:
    """The guid is made of board, meeting, section and language alone: this very one, whatever else changes."""
    built = site(item())
    first = one(built)
    assert '<guid isPermaLink="false">urn:uuid:e3b42ccb-bb84-57a4-864c-ed640d04b79f</guid>' in built.read("feeds/items.xml")
    moved = TOML.replace("https://www.esimerkkila.example", "https://paatokset.example/kunta")
    decision = item("plain: Toisin sanoen.\n", "## Päätös\n\nToinen teksti.\n").replace("korjaus", "purku")
    changed = site(f"-- site.toml --\n{moved}{decision}")
    assert one(changed).id == first.id
    assert one(changed).link == "https://paatokset.example/kunta/kokoukset/kh/2026-05-04/12/"
    assert one(site(item().replace("section: 12", "section: 13"))).id != first.id


def test_a_decision_keeps_its_guid_where_its_section_was_corrected(site: Make) -> None:
    """The field id holds what a guid is made of: board, meeting's folder and section as they were."""
    first = one(site(item()))
    again = one(site(item("id: kh/2026-05-04/12\n").replace("section: 12", "section: 14")))
    assert again.title == "Kh § 14 Sillan korjaus"
    assert again.id == first.id


def test_two_languages_of_a_decision_have_two_guids(site: Make) -> None:
    """Who reads both feeds gets both texts."""
    toml = f'-- site.toml --\n{TOML}languages = ["fi", "sv"]\n'
    built = site(toml + item() + "-- content/minutes/kh/2026-05-04/1-silta.sv.md --\n---\ntitle: Bron\n---\n## Beslut\n\nJa.\n")
    swedish = feedparser.parse(built.files["sv/feeds/items.xml"]).entries
    assert len({one(built).id, *(entry.id for entry in swedish)}) == 2


@pytest.mark.parametrize(
    ("meeting", "published"),
    [
        ("status: approved\npublished: 2026-05-11", "Mon, 11 May 2026 00:00:00 +0300"),
        ("status: minutes\nshow_uninspected: true\nstart: 2026-05-04 17:00", "Mon, 04 May 2026 17:00:00 +0300"),
    ],
)
def test_a_decision_is_dated_by_its_day_on_view(site: Make, meeting: str, published: str) -> None:
    """The day on which the minutes went on view, else the time of the meeting, in the site's timezone."""
    assert one(site(item(meeting=meeting))).published == published


def test_an_uninspected_decision_says_so(site: Make) -> None:
    """A reader that keeps the entry keeps the warning; once the minutes are on view the entry has none."""
    early = one(site(item(meeting="status: minutes\nshow_uninspected: true")))
    late = one(site(item()))
    assert len(early.summary) > len("Silta korjataan.")
    assert early.summary.endswith(late.summary)
    assert late.summary == "Silta korjataan."
    assert early.id == late.id


@pytest.mark.parametrize(
    ("front", "published"),
    [
        ("date: 2026-01-15\n", "Thu, 15 Jan 2026 00:00:00 +0200"),
        ("date: 2026-03-30 08:30\n", "Mon, 30 Mar 2026 08:30:00 +0300"),
        ("date: 2026-01-15\npublish_at: 2026-01-20 12:00\n", "Tue, 20 Jan 2026 12:00:00 +0200"),
        ("date: 2026-01-15\npublish_at: 2026-01-10\n", "Thu, 15 Jan 2026 00:00:00 +0200"),
    ],
)
def test_news_are_dated_by_when_they_came(site: Make, front: str, published: str) -> None:
    """The day printed, or the later one on which the page came onto the site, with the offset of that day."""
    assert one(site(news(front)), "news").published == published


def test_an_entry_says_what_was_decided(site: Make) -> None:
    """In plain words where there are any, else the decision, with the proposal where the decision only accepts it."""
    short = "## Hallintojohtajan ehdotus\n\nSilta puretaan & rakennetaan.\n\n## Päätös\n\nEhdotus hyväksyttiin.\n"
    assert one(site(item("plain: Silta korjataan kesällä.\n"))).summary == "Silta korjataan kesällä."
    assert one(site(item())).summary == "Silta korjataan."
    said = one(site(item(text=short))).summary
    assert said.startswith("Ehdotus hyväksyttiin.")
    assert said.endswith("Silta puretaan &amp; rakennetaan.")
    assert one(site(item("summary: Vanha silta.\n", "## Selostus\n\nPitkä juttu.\n"))).summary == "Vanha silta."
    assert one(site(item(text="## Selostus\n\nPitkä juttu.\n"))).summary == "Pitkä juttu."


def test_an_entry_has_the_whole_text_but_in_a_topics_feed(site: Make) -> None:
    """Feeds of the site, boards and cases carry everything, with links that work anywhere; a topic's what was decided."""
    text = "## Selostus\n\nKatso [vanha](2-katu.md) ja [muu](https://muu.example/).\n\n## Päätös\n\nSilta korjataan.\n"
    street = "-- content/minutes/kh/2026-05-04/2-katu.md --\n---\ntitle: Katu\nsection: 13\nappeal: {kind: rectification}\n---\nKatu.\n"
    built = site(item("topics: [tiet]\n", text) + street)
    for name in ("items", "boards/kh", "cases/7-2026"):
        content = entries(built, name)[0].content[0].value
        assert "<h2>Selostus</h2>" in content
        assert 'href="https://www.esimerkkila.example/kokoukset/kh/2026-05-04/13/"' in content
        assert 'href="https://muu.example/"' in content
    assert "content" not in one(built, "topics/tiet")
    assert one(built, "topics/tiet").summary == "Silta korjataan."


DAYS = "Pöytäkirja nähtävillä 11.5.2026 alkaen."
LAST_DAY = "Viimeinen päivä hakea muutosta: 1.6.2026."


@pytest.mark.parametrize("name", ["items", "boards/kh", "cases/7-2026"])
def test_a_decision_ends_with_its_days(site: Make, name: str) -> None:
    """Kuntalaki 138 and 140 §: below the text stand since when it is on view and the last day to appeal, as far as there are such days."""
    prohibited = 'appeal: {kind: prohibited, provision: "kuntalaki 136 §"}'
    for text, days in (
        (item(), f"<p>{DAYS} {LAST_DAY}</p>"),
        (item().replace("appeal: {kind: rectification}", prohibited), f"<p>{DAYS}</p>"),
        (item(meeting="status: minutes\nshow_uninspected: true"), "<p>Silta korjataan.</p>"),
    ):
        assert one(site(text), name).content[0].value.endswith(days)


def test_a_decision_that_can_be_appealed_is_told_with_its_last_day_first(site: Make) -> None:
    """Kuntalaki 138 §: the feed of such decisions tells the last day, since when it is on view, the remedy, and what was decided."""
    built = site(item("plain: Silta korjataan kesällä.\n"))
    entry, decision = one(built, "appeals"), one(built)
    assert entry.summary == f"{LAST_DAY} {DAYS} Oikaisuvaatimus. Silta korjataan kesällä."
    assert "content" not in entry
    assert (entry.title, entry.link, entry.published) == (decision.title, decision.link, decision.published)
    assert entry.id == uuid5(NAMESPACE, "item/kh/2026-05-04/12/appeal/fi").urn != decision.id


def test_what_can_be_appealed_is_told_once_it_is_on_view(site: Make) -> None:
    """Not before, never for what can't be appealed, and it stays when the time has ended."""
    assert entries(site(item(), as_of="2026-05-10"), "appeals") == []
    assert entries(site(item(), as_of="2026-05-11"), "appeals") == entries(site(item(), as_of="2027-05-11"), "appeals") != []
    for other in ('{kind: prohibited, provision: "kuntalaki 136 §"}', "{kind: none, reason: keskustelu}"):
        assert entries(site(item().replace("{kind: rectification}", other)), "appeals") == []


def test_an_entry_is_found_by_board_topic_and_case(site: Make) -> None:
    """Categories are the board's name, the topics' labels and the case's number as printed."""
    toml = f'-- site.toml --\n{TOML}\n[topics.tiet]\nfi = "Tiet ja kadut"\n'
    assert [tag.term for tag in one(site(toml + item("topics: [tiet]\n"))).tags] == ["Kh", "Tiet ja kadut", "7/2026"]


PERSON = "Sointu Salakari"


def test_no_personal_data_are_in_any_feed(site: Make) -> None:
    """Titles, texts, summaries and headings' ids: what may be read on the page for its time is in no feed for a moment."""
    person = f"[{PERSON}]{{.personal}}"
    text = f"## Selostus\n\n### {person}\n\n| hakija |\n|---|\n| **{person}** |\n\n## Päätös\n\nValitaan {person}.\n"
    notes = f'corrections:\n  - {{date: 2026-05-20, text: "Oikein {person}."}}\n'
    decision = item(f'plain: "Valittiin {person}."\ntopics: [vaalit]\n{notes}', text)
    contact = f"contacts:\n  - {{name: {PERSON}, personal: true}}\n"
    front = f'date: 2026-05-20\npersonal_until: 2026-08-01\ncases: [7/2026]\nlead: "Kysy {person}"\n{contact}'
    built = site(decision.replace("Sillan korjaus", f'"Valinta: {person}"') + news(front, f"Hakija {person}.\n"))
    assert any(path.endswith(".html") for path in built.files_containing(PERSON))
    found = [path for word in PERSON.split() for path in built.files_containing(word) + built.files_containing(word.lower())]
    assert [path for path in found if "feeds/" in path] == []
    assert "[henkilötieto]" in entries(built)[1].title
    assert "[henkilötieto]" in entries(built)[1].content[0].value


def test_a_feed_stays_as_it_is_on_the_day_on_which_personal_data_go(site: Make) -> None:
    """Only pages change then: readers are not told anew of what they have."""
    person = f"[{PERSON}]{{.personal}}"
    front = f'plain: "Valittiin {person}."\npersonal_until: 2026-06-01\n'
    text = item(front, f"## Päätös\n\nValitaan {person}.\n\n### {person}\n\nKyllä.\n")
    before = site(text, as_of="2026-06-01").files
    after = site(text, as_of="2026-06-02").files
    assert [path for path, data in before.items() if PERSON.encode() in data] != []
    assert [path for path, data in after.items() if PERSON.encode() in data] == []
    assert [path for path in before if "feeds/" in path and before[path] != after[path]] == []


def test_a_correction_is_an_entry_of_its_own(site: Make) -> None:
    """It stands beside the decision in all its feeds, by its own day; two of one day are two, and new words don't make a third."""
    notes = "corrections:\n  - {date: 2026-05-20, text: Summa on 12 000 euroa.}\n  - {date: 2026-05-20, text: Päivä on 1.6.}\n"
    found = entries(site(item(notes)))
    assert [entry.summary for entry in found] == ["Summa on 12 000 euroa.", "Päivä on 1.6.", "Silta korjataan."]
    assert found[0].published == "Wed, 20 May 2026 00:00:00 +0300"
    assert found[0].title.endswith("Kh § 12 Sillan korjaus")
    assert len({entry.id for entry in found}) == 3
    assert [entry.id for entry in entries(site(item(notes.replace("12 000", "13 000"))))] == [entry.id for entry in found]
    assert len(entries(site(item(notes)), "cases/7-2026")) == 3


def test_a_withdrawal_is_an_entry_without_the_title(site: Make) -> None:
    """The decision leaves its feeds; what tells that it was withdrawn has its own guid, day and reason."""
    kept = one(site(item()))
    built = site(item("withdrawn: {date: 2026-05-18, reason: Tiedoksianto oli virheellinen.}\n"))
    gone = one(built)
    assert gone.id != kept.id
    assert "Sillan korjaus" not in gone.title
    assert gone.title.endswith("Kh 4.5.2026 § 12")
    assert gone.summary == "Tiedoksianto oli virheellinen."
    assert gone.published == "Mon, 18 May 2026 00:00:00 +0300"
    assert built.files_containing("Silta korjataan.") == []


def test_a_court_is_heard_in_the_feed_of_the_case(site: Make) -> None:
    """What a court decided is the newest entry of the case, and leads to its page."""
    newest, decision = entries(site(CASE + item()), "cases/7-2026")
    assert newest.summary == "Valitus hylättiin."
    assert newest.link == "https://www.esimerkkila.example/asiat/7-2026/"
    assert decision.title == "Kh § 12 Sillan korjaus"


def test_an_agenda_is_told_before_the_meeting(site: Make) -> None:
    """Its entry lists the items and says when and where they meet; it has no date, which would lie in the future."""
    text = item(meeting="status: agenda\nstart: 2026-06-08 17:00\nplace: Kunnantalo").replace("section: 12", "agenda: 1")
    entry = one(site(text.replace("appeal: {kind: rectification}\n", "")), "agendas")
    assert "published" not in entry
    assert entry.title.endswith("Kh, Kokous 4.5.2026")
    assert "8.6.2026 klo 17.00, Kunnantalo" in entry.summary
    assert "Sillan korjaus</a>" in entry.content[0].value


def test_an_item_of_an_agenda_is_no_decision(site: Make) -> None:
    """A case's feed tells of an item once: when it was decided."""
    text = item(meeting="status: agenda").replace("section: 12", "agenda: 1").replace("appeal: {kind: rectification}\n", "")
    built = site(text)
    assert entries(built) == entries(built, "cases/7-2026") == []


def test_a_cancelled_meeting_is_told_anew(site: Make) -> None:
    """Readers pass over an entry that only changed: the cancellation has its own guid."""
    text = item().replace("section: 12", "agenda: 1").replace("appeal: {kind: rectification}\n", "")
    agenda = one(site(text.replace("status: approved\npublished: 2026-05-11", "status: agenda")), "agendas")
    cancelled = one(site(text.replace("status: approved\npublished: 2026-05-11", "status: cancelled")), "agendas")
    assert agenda.id != cancelled.id
    assert agenda.title.partition(":")[2] == cancelled.title.partition(":")[2]


def test_minutes_are_told_once_they_are_on_view(site: Make) -> None:
    """Not before, even while a decision that was inspected at once is."""
    text = item("published: 2026-05-05\n")
    early = site(text, as_of="2026-05-10")
    assert len(entries(early)) == 1
    assert entries(early, "meetings") == []
    late = site(text, as_of="2026-05-11")
    assert one(late, "meetings").published == "Mon, 11 May 2026 00:00:00 +0300"


def test_a_meeting_without_a_file_of_its_own_counts_as_on_view(site: Make) -> None:
    """Nothing says otherwise: its minutes are told by its day, and no agenda ever was."""
    built = site("-- content/minutes/kh/2026-05-04/1-silta.md --\n---\ntitle: Silta\nsection: 12\n---\n## Päätös\n\nKyllä.\n")
    assert one(built, "meetings").published == "Mon, 04 May 2026 00:00:00 +0300"
    assert entries(built, "agendas") == []
