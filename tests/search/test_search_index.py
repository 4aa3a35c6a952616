"""What search may find: what is on view, without personal data; indexed anew only where it changed."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from holding import holding
from sites import Make, Site, rebuild
from windows import SEARCHABLE

from sitegen.cli.failures import tell_failure
from sitegen.errors import Unsearchable
from sitegen.outputs import findable
from sitegen.render import pagefind
from sitegen.render.pagefind import Record, index, records_of
from sitegen.render.store import Store

HIDDEN = ["Kuusirinne", "Salaseikka", "Luonnosasia", "Tulevaisuus", "Vanhentunut", "Peruutettava", "Tarkastamaton"]
TOWN = f"""\
-- site.toml --
{SEARCHABLE}source = "private"
-- content/news/a.md --
---
title: Avoin [Kuusirinne]{{.personal}}
date: 2026-05-01
personal_until: 2026-07-01
---
Kerrotaan: [Kuusirinne]{{.personal}}.
-- content/news/b.md --
---
title: Luonnosasia
date: 2026-05-01
draft: true
---
Luonnosasia.
-- content/news/c.md --
---
title: Tulevaisuus
date: 2026-05-01
publish_at: 2027-01-01
---
Tulevaisuus.
-- content/news/d.md --
---
title: Vanhentunut
date: 2026-05-01
expires: 2026-05-20
---
Vanhentunut.
-- content/news/e.md --
---
title: Peruutettava
date: 2026-05-01
withdrawn: {{date: 2026-05-02, reason: Virhe.}}
---
Peruutettava.
-- content/news/f.md --
---
title: Vuosi sitten
date: 2025-05-01
---
Edellinen vuosi.
-- content/minutes/kh/2026-05-25/meeting.md --
---
status: minutes
---
-- content/minutes/kh/2026-05-25/1-asia.md --
---
title: Kokousasia
section: 1
appeal: {{kind: rectification}}
---
## Päätös

Tarkastamaton.
-- content/minutes/kh/2026-05-04/1-asia.md --
---
title: Osin salainen
section: 1
resolution: noted
publicity: {{level: partial, ground: JulkL 24.1 § 20 k}}
appeal: {{kind: rectification}}
---
## Päätös

Merkitään [Salaseikka]{{.secret ground="JulkL 24.1 § 20 k"}} tiedoksi.
"""


def bundles(site: Site) -> dict[str, bytes]:
    """Return the files of the bundles."""
    return {path: data for path, data in site.files.items() if path.startswith(("haku/2", "haku/other"))}


def words(files: dict[str, bytes]) -> bytes:
    """Return all that is packed in *files*."""
    return b"\n".join(gzip.decompress(data) for data in files.values() if data.startswith(b"\x1f\x8b"))


def test_nothing_hidden_and_nothing_personal_is_indexed(site: Make) -> None:
    """No secret, draft, coming, ended, withdrawn or uninspected text, and no personal data even while they may be shown."""
    built = site(TOWN)
    found = bundles(built)
    assert built.files_containing("Kuusirinne") != []
    assert b"vuosi_" in words(found)
    assert holding(found, HIDDEN) == {}


def test_a_hidden_word_in_an_index_would_be_seen() -> None:
    """The test above reads what Pagefind packs, its words and its fragments."""
    found = index([Record("/a/", "Otsikko", "Tässä on Kuusirinne.")], "fi")
    held = holding(found, ["Kuusirinne"])
    assert {path.partition("/")[0] for path in held} == {"fragment", "index"}


def test_the_day_on_which_personal_data_go_changes_nothing(site: Make) -> None:
    """They never were in the index, so it stays as it is to the byte."""
    before = site(TOWN)
    found = bundles(before)
    after = rebuild(before.source, before.output, "2026-07-02")
    assert after.files_containing("Kuusirinne") == []
    assert bundles(after) == found


@pytest.mark.parametrize(
    ("most", "names"),
    [
        (6, ["2026"]), (5, ["2026-1-2", "2026-2-2"]), (4, ["2026-1-3", "2026-2-3", "2026-3-3"]),
        (2, ["2026-1-12", "2026-10-12", "2026-11-12", "2026-12-12", "2026-7-12"]),
    ],
)  # fmt: skip
def test_a_year_is_cut_until_each_bundle_is_small_enough(site: Make, monkeypatch: pytest.MonkeyPatch, most: int, names: list[str]) -> None:
    """However unevenly a year's pages lie: a site that began late in one, too; a month is never cut."""
    monkeypatch.setattr(findable, "MOST", most)
    days = ("2026-01-07", "2026-07-01", "2026-10-02", "2026-11-03", "2026-12-04", "2026-12-24")
    news = "".join(f"-- content/news/{day}.md --\n---\ntitle: Asia {day}\ndate: {day}\n---\nTeksti.\n" for day in days)
    built = site(f"-- site.toml --\n{SEARCHABLE}{news}", as_of="2027-01-01")
    assert sorted({path.split("/")[1] for path in bundles(built)}) == names


def test_an_edit_indexes_its_year_and_no_other(site: Make) -> None:
    """A finished year is remembered; a build that changes nothing indexes nothing."""
    before = site(TOWN)
    assert rebuild(before.source, before.output).built.drawn == 0
    path = before.source / "content/news/f.md"
    path.write_text(path.read_text().replace("Edellinen", "Mennyt"))
    changes = rebuild(before.source, before.output).built.changes
    assert changes
    paths = (*changes.new, *changes.changed, *changes.removed)
    touched = {path.split("/")[1] for path in paths if path.startswith("haku/2")}
    assert touched == {"2025"}
    assert "haku/index.json" in changes.changed


def test_a_warm_index_equals_a_cold_one(site: Make, tmp_path: Path) -> None:
    """Edits, days and lost files leave just the bytes that a first build makes."""
    warm = site(TOWN)
    (warm.source / "content/news/f.md").unlink()
    (warm.source / "content/news/g.md").write_text("---\ntitle: Uusi\ndate: 2025-02-02\n---\nUusi asia.\n")
    warm = rebuild(warm.source, warm.output, "2026-06-10")
    next(path for path in (warm.output / "haku/2026/fragment").iterdir()).unlink()
    warm = rebuild(warm.source, warm.output, "2026-06-10")
    shutil.copytree(warm.source, tmp_path / "cold", ignore=shutil.ignore_patterns(".sitegen"))
    assert warm.files == rebuild(tmp_path / "cold", tmp_path / "cold-output", "2026-06-10").files


def test_a_bundle_of_which_a_file_was_forgotten_is_made_anew(site: Make) -> None:
    """What is remembered of a folder counts only as a whole."""
    built = site(TOWN)
    path = next(path for path in built.files if path.startswith("haku/2026/fragment/"))
    store = Store(built.source / ".sitegen")
    store.forget_outputs(built.output, [path])
    store.close()
    again = rebuild(built.source, built.output)
    assert again.built.drawn == 1
    assert again.files == built.files


def test_records_can_be_read_back_from_an_index() -> None:
    """A bundle holds all that it was made of: a page can be taken out of it without the content."""
    records = [
        Record("/a/", "Yksi", "Päätös <b>.", "KH § 1", "2026-01-02", ("kind:item", "board:kh")),
        Record("/b/#sivu-2", "Kaksi", "Toinen.", "2"),
    ]
    files = index(records, "fi")
    assert records_of(files) == records
    assert list(files)[-1] == "pagefind-entry.json"
    assert index(reversed(records), "fi").keys() != {}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_same_records_give_the_same_bytes(lang: str) -> None:
    """Pagefind's files don't differ from run to run."""
    records = [Record(f"/{n}/", f"Silta {n}", f"bro bridge {n}", "", f"2026-01-{n + 1:02}", ("kind:news", f"topic:{n}")) for n in range(9)]
    assert index(records, lang) == index(records, lang)


@pytest.mark.parametrize("program", [None, b"#!/bin/sh\nexit 1\n", b"#!/bin/sh\nprintf 'x,y,z,'\n", b"\x7fELF of another machine"])
def test_a_program_that_cannot_index_is_told(program: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pagefind is missing, ends, says nonsense or is of another machine, that is a failure in words (SV001), not a stumble."""
    file = tmp_path / "pagefind"
    if program is not None:
        file.write_bytes(program)
        file.chmod(0o755)
    monkeypatch.setattr(pagefind, "get_executable", lambda: file)
    with pytest.raises(Unsearchable) as failed:
        index([Record("/", "Alku", "Alku")], "fi")
    told = tell_failure(failed.value, tmp_path)
    assert told.code == "SV001"
    assert failed.value.reason in told.message


def test_what_is_found_says_what_it_is_and_of_which_day(site: Make) -> None:
    """Once, and as pages write a day: a news item's kind if it has one, a decision's board and section."""
    news = "-- content/news/z.md --\n---\ntitle: Kadut\ndate: 2025-06-01\nkind: Tiedote\n---\nKadut.\n"
    built = site(TOWN + news)
    notes = {
        one.address: one.note
        for folder in ("haku/2025/", "haku/2026/")
        for one in records_of({path.removeprefix(folder): data for path, data in built.files.items() if path.startswith(folder)})
    }
    assert notes["/uutiset/2025/z/"] == "Tiedote · 1.6.2025"
    assert notes["/uutiset/2025/f/"] == "1.5.2025"
    assert notes["/kokoukset/kh/2026-05-04/1/"] == "Kh 4.5.2026 § 1"
