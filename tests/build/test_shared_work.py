"""Work that several processes share: what takes long is begun while the rest is still planned."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from sites import APPEALED_TO, Site, no_news, rebuild, unpack

from sitegen import build as stages
from sitegen.build import Options, build
from sitegen.cli.workers import workers

# A bundle of search is drawn as one.
WHOLE = re.compile(r"^(haku/[^/]+/).*")
ITEM = "content/minutes/hallitus/2026-05-04/{number}-asia.md"
TOML = f"""{APPEALED_TO}[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a site of one meeting with twelve items, with PDFs and search."""
    meeting = "-- content/minutes/hallitus/2026-05-04/meeting.md --\n---\nstatus: agenda\n---\n"
    site = unpack(f"-- site.toml --\n{TOML}{meeting}", tmp_path / "site")
    for number in range(1, 13):
        write(site, number, f"Asia {number}")
    return site


def write(site: Path, number: int, title: str) -> None:
    """Write an item of the meeting."""
    text = f"---\ntitle: {title}\nagenda: {number}\n---\n## Ehdotus\n\nEhdotetaan, että {title.lower()} hyväksytään.\n"
    (site / ITEM.format(number=number)).write_text(text, encoding="utf-8")


def build_together(source: Path, output: Path) -> Site:
    """Build a site by two processes beside this one."""
    with workers(2) as executor:
        return Site(source, output, build(Options(source, output, date(2026, 5, 2)), executor, no_news))


def test_work_that_is_shared_makes_the_same_files(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes make from nothing, and of one edit, what one alone makes; of an edit nothing is drawn whose bytes stay."""
    monkeypatch.setattr(stages, "MANY", 1)
    first = build_together(source, tmp_path / "output")
    before = first.files
    assert before == rebuild(source, tmp_path / "alone", "2026-05-02").files
    write(source, 7, "Silta")
    again = build_together(source, tmp_path / "output")
    after = again.files
    assert after == rebuild(source, tmp_path / "anew", "2026-05-02").files
    differing = {WHOLE.sub(r"\1", path) for path, data in after.items() if before.get(path) != data}
    assert again.built.drawn == len(differing)
    assert {path for path in differing if path.endswith(".pdf")} == {
        "kokoukset/hallitus/2026-05-04/asia-7/hallitus-2026-05-04-asia-7.pdf", "kokoukset/hallitus/2026-05-04/hallitus-2026-05-04.pdf",
    }  # fmt: skip


def test_a_clash_is_told_before_anything_changes(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was begun for a site that turns out to be faulty is thrown away: the old site stands as it was."""
    monkeypatch.setattr(stages, "MANY", 1)
    before = build_together(source, tmp_path / "output").files
    write(source, 7, "Silta")
    (source / "static/toimielimet/hallitus").mkdir(parents=True)
    (source / "static/toimielimet/hallitus/index.html").write_text("Oma.", encoding="utf-8")
    again = build_together(source, tmp_path / "output")
    assert again.codes == ["AD002"]
    assert again.files == before
