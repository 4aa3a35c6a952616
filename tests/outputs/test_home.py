"""The front page: what is being prepared."""

from __future__ import annotations

from pathlib import Path

from sites import Site, rebuild, unpack
from walk import Page

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
