"""A month of a small site, built and logged each day: the log says what the pages said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec import Struct
from sites import no_news, rebuild, unpack

from sitegen.build import Options
from sitegen.logbook import carry_on
from sitegen.model.publication import LOG, Line

BEGIN = date(2026, 3, 1)
FOLDER = "content/minutes/kunnanhallitus/2026-03-02/"
NAME = "Maija Nimenomainen"
SITE = """
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv", "en"]
    source = "private"
    [organisation.registry]
    address = "Kylätie 1, 00000 Esimerkkilä"
    -- content/minutes/kunnanhallitus/board.md --
    ---
    name: Kunnanhallitus
    kind: executive
    ---
    -- content/minutes/kunnanhallitus/2026-03-02/meeting.md --
    ---
    status: agenda
    chair: Aino Esimerkki
    ---
    -- content/minutes/kunnanhallitus/2026-03-02/5-tie.md --
    ---
    title: Tie
    section: 5
    agenda: 1
    appeal: {kind: rectification}
    personal_until: 2026-03-20
    attachments: [{file: kartta.txt, title: Kartta}, {file: hakemus.txt, title: Hakemus, personal: true}]
    preparers: [{name: Maija Nimenomainen, role: hakija, personal: true}]
    ---
    ## Päätös

    Sana tie-1. Hakija [Maija Nimenomainen, [valtakirja](valtakirja.txt)]{.personal}, hinta [SALAISUUS]{.secret ground="JulkL 24.1 § 20 k"}.
    -- content/minutes/kunnanhallitus/2026-03-02/kartta.txt --
    Kartta 1
    -- content/minutes/kunnanhallitus/2026-03-02/hakemus.txt --
    Hakemus: Maija Nimenomainen
    -- content/minutes/kunnanhallitus/2026-03-02/valtakirja.txt --
    Valtakirja: Maija Nimenomainen
    -- content/minutes/kunnanhallitus/2026-03-02/6-silta.md --
    ---
    title: Silta
    section: 6
    appeal: {kind: rectification}
    ---
    ## Päätös

    Sana silta-1.
    """
SWEDISH = "---\ntitle: Väg\n---\n## Beslut\n\nSana tie-sv-1. Sökanden [Maija Nimenomainen]{.personal}.\n"
ENGLISH = "---\ntitle: Road\n---\n## Decision\n\nSana tie-en-1.\n"

# What somebody does on a day of March, before the site is built and logged: a file, and words in it that become others.
EDITS: dict[int, list[tuple[str, str, str]]] = {
    4: [("meeting.md", "status: agenda", "status: minutes")],
    6: [("meeting.md", "status: minutes", "status: approved\npublished: 2026-03-09")],
    11: [("5-tie.sv.md", "", SWEDISH)],
    12: [("5-tie.en.md", "", ENGLISH)],
    13: [("5-tie.md", "Sana tie-1", "Sana tie-2")],
    14: [("hakemus.txt", "Hakemus", "Korjattu hakemus"), ("valtakirja.txt", "Valtakirja", "Korjattu valtakirja")],
    15: [("6-silta.md", "section: 6", "section: 6\nwithdrawn: {date: 2026-03-16, reason: Liite puuttui}")],
    18: [("6-silta.md", "\nwithdrawn: {date: 2026-03-16, reason: Liite puuttui}", ""), ("6-silta.md", "Sana silta-1", "Sana silta-2")],
    22: [("meeting.md", "status: approved", "status: minutes")],
    24: [("meeting.md", "status: minutes", "status: approved")],
    26: [("kartta.txt", "Kartta 1", "Kartta 2")],
    27: [("5-tie.md", "[Maija Nimenomainen, [valtakirja](valtakirja.txt)]{.personal}", "[…]{.personal}")],
    28: [("5-tie.md", "agenda: 1", "agenda: 1\ntopics: [tiet]\naliases: [/tie/]")],
}
EVENTS = {
    9: ["on-view fi 5", "on-view fi 6"], 11: ["on-view sv 5"], 12: ["on-view en 5"], 13: ["changed fi 5"],
    16: ["off-view fi 6 Liite puuttui"], 18: ["on-view fi 6"],
    22: ["off-view en 5", "off-view fi 5", "off-view fi 6", "off-view sv 5"],
    24: ["on-view en 5", "on-view fi 5", "on-view fi 6", "on-view sv 5"],
    26: ["changed en 5", "changed fi 5", "changed sv 5"],
}  # fmt: skip


class Day(Struct, frozen=True):
    """What came of a day: the lines that were added, and the decision's word on each page that has one."""

    day: date
    added: list[Line]
    words: dict[str, str]
    names: int


class Month(Struct, frozen=True):
    """All days of the month, and the log's bytes at its end."""

    days: list[Day]
    data: bytes


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    """Return what came of a month in which the site was built and logged on each day."""
    folder = tmp_path_factory.mktemp("month")
    source = unpack(SITE, folder / "site")
    days = list(_days(source, folder / "output"))
    return Month(days, (source / LOG).read_bytes())


def _days(source: Path, output: Path) -> Iterator[Day]:
    for number in range(31):
        day = BEGIN + timedelta(days=number)
        for name, before, after in EDITS.get(day.day, ()):
            file = source / FOLDER / name
            text = file.read_text(encoding="utf-8") if file.exists() else ""
            file.write_text(text.replace(before, after) if before else after, encoding="utf-8")
        site = rebuild(source, output, day.isoformat())
        assert site.codes == []
        logged = carry_on(Options(source, output, day), None, no_news)
        assert logged.faults == []
        assert carry_on(Options(source, output, day), None, no_news).added == []
        pages = {path: data.decode() for path, data in site.files.items() if re.search(r"/2026-03-02/\d+/index\.html$", path)}
        words = {path: found[1] for path, text in pages.items() if (found := re.search(r"Sana (\S+)\.", text))}
        yield Day(day, logged.added or [], words, sum(NAME in text for text in pages.values()))


def test_each_event_is_logged_on_its_day(month: Month) -> None:
    """On view, changed, off view and back again, in three languages; on all other days nothing is added."""
    told = {day.day.day: sorted(_event(line) for line in day.added) for day in month.days if day.added}
    assert told == EVENTS


def _event(line: Line) -> str:
    return f"{line.event} {line.lang} {line.item.rpartition('/')[2]} {line.reason}".strip()


def test_the_log_says_what_the_pages_said_on_each_day(month: Month) -> None:
    """What is on view by the log is what a page shows with its decision; another word makes another digest."""
    state: dict[str, Line] = {}
    contents: dict[tuple[str, str], set[str]] = {}
    for day in month.days:
        for line in day.added:
            state[line.address[1:] + "index.html"] = line
        on_view = {path: line.content for path, line in state.items() if line.event != "off-view"}
        assert set(on_view) == set(day.words), day.day
        for path, content in on_view.items():
            contents.setdefault((path, content), set()).add(day.words[path])
    assert all(len(words) == 1 for words in contents.values())
    assert len(contents) == 9


def test_the_day_that_the_content_states_is_in_each_line(month: Month) -> None:
    """It is the day of the inspected minutes."""
    assert {line.published for day in month.days for line in day.added} == {date(2026, 3, 9)}


def test_personal_and_secret_words_are_in_no_line_and_their_going_changes_none(month: Month) -> None:
    """The name is on pages until its day, and goes without a trace in the log (kuntalaki 140 §)."""
    names = {day.day.day: day.names for day in month.days}
    assert names[19] == 3 and names[20] == 3 and names[21] == 0
    assert b"Maija" not in month.data and b"SALAISUUS" not in month.data and b"hakemus" not in month.data
    assert [day.added for day in month.days if day.day.day in (14, 20, 21, 27, 28)] == [[], [], [], [], []]


def test_each_line_is_one_json_object_of_the_same_form(month: Month) -> None:
    """Keys stand in one order, text is UTF-8, and lines end as they do on every machine."""
    order = list(Line.__struct_fields__)
    for line in month.data.decode().removesuffix("\n").split("\n"):
        keys = list(json.loads(line))
        assert keys == [name for name in order if name in keys]
    assert b"\r" not in month.data
