"""What is being prepared: on the front page, on a news item's page and on a case's."""

from __future__ import annotations

from pathlib import Path

from sites import Make, Site, rebuild, unpack
from walk import Page, pages

SITE = """\
    -- content/news/kaava.md --
    ---
    title: Kaava nähtävillä
    date: 2026-05-01
    participate: {until: 2026-05-20}
    ---
    Kerro mielipiteesi.
    -- content/news/kysely.md --
    ---
    title: Kysely
    date: 2026-05-02
    participate: {until: 2026-05-10}
    ---
    Vastaa kyselyyn.
    -- content/news/ilmoitus.md --
    ---
    title: Ilmoitus
    date: 2026-05-03
    participate: {how: Soita.}
    ---
    Ilman päivää.
    -- content/minutes/hallitus/2026-05-15/meeting.md --
    ---
    status: agenda
    ---
    -- content/minutes/hallitus/2026-05-15/1-silta.md --
    ---
    title: Sillan korjaus
    agenda: 1
    ---
    ## Ehdotus

    Silta korjataan.
    """


def prepared(built: Site) -> list[str]:
    """Return the titles of what the front page says is being prepared."""
    return Page("index.html", built.files["index.html"]).texts("//*[contains(@class, 'box-next')]//*[@class='entry-title']")


def test_what_is_being_prepared_stands_there_for_as_long_as_it_is(tmp_path: Path) -> None:
    """News by the last day to take part, then coming items; each is gone after its day, and the build says when that will be."""
    source = unpack(SITE, tmp_path / "site")
    turns = {
        "2026-05-09": (["Kysely", "Kaava nähtävillä", "Sillan korjaus"], "2026-05-11"),
        "2026-05-10": (["Kysely", "Kaava nähtävillä", "Sillan korjaus"], "2026-05-11"),
        "2026-05-11": (["Kaava nähtävillä", "Sillan korjaus"], "2026-05-16"),
        "2026-05-15": (["Kaava nähtävillä", "Sillan korjaus"], "2026-05-16"),
        "2026-05-16": (["Kaava nähtävillä"], "2026-05-21"),
        "2026-05-21": ([], "None"),
    }
    for day, (titles, change) in turns.items():
        built = rebuild(source, tmp_path / "output", day)
        assert prepared(built) == titles, day
        assert str(built.built.next_change) == change, day


TAKING = """\
    -- content/minutes/hallitus/2026-05-25/meeting.md --
    ---
    status: agenda
    ---
    -- content/minutes/hallitus/2026-05-25/1-silta.md --
    ---
    title: Sillan korjaus
    agenda: 1
    case: 7/2026
    ---
    ## Ehdotus

    Silta korjataan.
    -- content/news/kaava.md --
    ---
    title: Kaava
    date: 2026-05-01
    cases: [7/2026]
    participate: {until: 2026-05-20, how: Soita numeroon 029.}
    decision: {board: hallitus, date: 2026-05-25}
    ---
    Kaava on nähtävillä.
    -- content/news/kysely.md --
    ---
    title: Kysely
    date: 2026-05-02
    kind: Tiedote
    cases: [7/2026]
    participate: {until: 2026-05-10, how: Vastaa kyselyyn.}
    ---
    Vastauksia kerätään.
    -- content/news/vanhentunut.md --
    ---
    title: Vanhentunut
    date: 2026-05-02
    cases: [7/2026]
    archived: true
    participate: {until: 2026-05-19}
    ---
    Ei kysytä enää.
    -- content/news/avustus.md --
    ---
    title: Avustus
    date: 2026-05-03
    cases: [8/2026]
    participate: {until: 2026-05-12}
    ---
    Avustuksen haku.
    """


def page(built: Site, folder: str) -> Page:
    """Return the page in *folder* of a built site."""
    path = f"{folder}/index.html"
    return Page(path, built.files[path])


def test_a_news_page_says_that_the_time_to_take_part_has_ended(tmp_path: Path) -> None:
    """From the day after the last, which the build names, its page says that it is over, and nothing tells how any more."""
    source = unpack(TAKING, tmp_path / "site")
    ended = "Osallistuminen Aika osallistua päättyi 20.5.2026 ."
    turns = {
        "2026-05-20": ("Osallistu Soita numeroon 029. Viimeinen päivä osallistua: 20.5.2026", "2026-05-21"),
        "2026-05-21": (ended, "2026-05-26"),
        "2027-01-01": (ended, "None"),
    }
    for day, (aside, change) in turns.items():
        built = rebuild(source, tmp_path / "output", day)
        assert page(built, "uutiset/2026/kaava").texts("//aside/section")[0] == aside, day
        assert bool(built.files_containing("Soita numeroon")) == (aside != ended), day
        assert bool(page(built, "uutiset/2026/kaava").all("//*[contains(@class, 'box-next')]")) == (aside != ended), day
        assert str(built.built.next_change) == change, day


def test_an_ended_time_to_take_part_is_listed_nowhere(site: Make) -> None:
    """Once it is over its page alone says so: no other file names the day, and no box of what comes next is about it."""
    built = site(TAKING, as_of="2026-05-21")
    assert built.files_containing("2026-05-20") == built.files_containing("20.5.2026") == ["uutiset/2026/kaava/index.html"]
    boxes = {path: one.texts("//*[contains(@class, 'box-next')]") for path, one in pages(built.files).items()}
    assert [path for path, texts in boxes.items() if "Kaava" in " ".join(texts)] == []
    assert "Sillan korjaus" in " ".join(boxes["index.html"])


def test_news_say_where_the_matter_was_decided_once_the_day_has_gone_by(tmp_path: Path) -> None:
    """On the day of the meeting the matter is being decided; on the next, which the build names, it was, if the meeting was held."""
    source = unpack(TAKING, tmp_path / "site")
    turns = {"2026-05-25": ("Missä asiasta päätetään", "2026-05-26"), "2026-05-26": ("Missä asiasta päätettiin", "None")}
    for day, (heading, change) in turns.items():
        built = rebuild(source, tmp_path / "output", day)
        assert heading in page(built, "uutiset/2026/kaava").texts("//aside//h2"), day
        assert str(built.built.next_change) == change, day
    (source / "content/minutes/hallitus/2026-05-25/meeting.md").write_text("---\nstatus: cancelled\n---\n")
    built = rebuild(source, tmp_path / "output", "2026-05-26")
    assert "Missä asiasta päätettiin" not in built.read("/uutiset/2026/kaava/")


def test_the_day_of_a_decision_turns_a_page_even_where_the_site_has_no_such_meeting(site: Make) -> None:
    """What only the news item tells of is a day on which the site changes too."""
    text = """\
        -- content/news/kaava.md --
        ---
        title: Kaava
        date: 2026-05-01
        decision: {board: hallitus, date: 2026-06-15}
        ---
        Kaava on nähtävillä.
        -- content/minutes/hallitus/board.md --
        ---
        name: Hallitus
        ---
        """
    assert str(site(text, as_of="2026-06-01").built.next_change) == "2026-06-16"


def test_a_case_shows_where_one_can_still_take_part(tmp_path: Path) -> None:
    """What comes next holds its own open news, soonest last day first and each until its day, then its coming items."""
    source = unpack(TAKING, tmp_path / "site")
    kaava, meeting = "Kaava : viimeinen päivä 20.5.2026", "25.5.2026 Hallitus: Sillan korjaus"
    turns = {
        "2026-05-10": ["Kysely : viimeinen päivä 10.5.2026", kaava, meeting],
        "2026-05-11": [kaava, meeting],
        "2026-05-20": [kaava, meeting],
        "2026-05-21": [meeting],
    }
    for day, lines in turns.items():
        built = rebuild(source, tmp_path / "output", day)
        assert page(built, "asiat/7-2026").texts("//*[contains(@class, 'box-next')]//li") == lines, day


def test_a_line_on_the_front_page_without_a_kind_has_no_empty_part(site: Make) -> None:
    """Of news one reads the last day and the title, and what kind it is only where it says so."""
    built = site(TAKING, as_of="2026-05-10")
    lines = Page("index.html", built.files["index.html"]).texts("//*[contains(@class, 'box-next')]//li//p")
    assert lines == [
        "Viimeinen päivä 10.5.2026", "Kysely", "Tiedote", "Viimeinen päivä 12.5.2026", "Avustus",
        "Viimeinen päivä 20.5.2026", "Kaava", "Päätettävänä 25.5.2026", "Sillan korjaus", "Hallitus Asia 1",
    ]  # fmt: skip
