"""Everything that turns by itself follows the day of the build: the same content on another day is another site, and no more.

That removals come on time is in ``test_shipped_site``; that no error waits for a day is in ``tests/index/test_any_day``.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from copies import copied
from sites import Site, rebuild

A_DAY = timedelta(days=1)
BARE = "pdf.enabled = false\nsearch.enabled = false\n"
MARK = ".well-known/sitegen.json"
# A folder that is drawn as one: a bundle of search, its engine, its words.
WHOLE = re.compile(r"^((?:haku|sv/sok|en/search)/[^/]+/).*")
# The days after the last ones on which the shipped site's names are shown, of those that tests pass through.
GONE = {date(2026, 11, 24), date(2026, 12, 24)}


@pytest.fixture
def source(shipped_source: Path, tmp_path: Path) -> Path:
    """Return a copy of the shipped site that nothing has been built from."""
    return copied(shipped_source, tmp_path / "site")


def turns(source: Path, output: Path, since: date, until: date) -> Iterator[tuple[date, Site, dict[str, bytes]]]:
    """Build the site on *since* and on each day on which it says that it changes; yield the day, the build and its files."""
    day: date | None = since
    while day and day <= until:
        built = rebuild(source, output, day.isoformat())
        yield day, built, built.files
        day = built.built.next_change


def cold(source: Path, folder: Path, day: date) -> dict[str, bytes]:
    """Return the files of a build on *day* that remembers nothing; without the mark, which names the next turn."""
    copy = copied(source, folder / f"{day}-source")
    return {path: data for path, data in rebuild(copy, folder / f"{day}-output", day.isoformat()).files.items() if path != MARK}


def test_on_each_day_only_what_changed_is_drawn(source: Path, tmp_path: Path) -> None:
    """Through an autumn of meetings, each turn writes just the files whose bytes differ from those of the day before.

    No more is drawn either, a bundle of what search finds counting as one, but for feeds on the day after a name has gone: they
    never held it, and are looked at again.
    """
    before: dict[str, bytes] = {}
    drawn: list[int] = []
    for day, built, files in turns(source, tmp_path / "output", date(2026, 9, 1), date(2026, 12, 31)):
        differing = {path for path, data in files.items() if before.get(path) != data}
        changes = built.built.changes
        assert changes is not None
        assert {*changes.new, *changes.changed} == differing, day
        assert not before or built.built.drawn == len({WHOLE.sub(r"\1", path) for path in differing}) or day in GONE, day
        assert built.codes == [], day
        drawn.append(built.built.drawn)
        before = files
    assert len(drawn) > 15
    assert max(drawn[1:]) < drawn[0] / 2


def settle(source: Path, settings: str) -> None:
    """Have the site at *source* follow *settings* of PDFs, search and packed copies instead of its own."""
    toml = source / "site.toml"
    kept = re.sub(r"^\[(?:pdf|search|publish)\]\n(?:(?!\[).*\n)*", "", toml.read_text(encoding="utf-8"), flags=re.MULTILINE)
    toml.write_text(settings + kept, encoding="utf-8")


def test_between_its_turns_a_site_is_the_same(source: Path, tmp_path: Path) -> None:
    """What a build says of its next change isn't late: on the day before it, a build that remembers nothing makes the same files.

    PDFs and search have no days of their own, which ``make soak`` proves.
    """
    settle(source, BARE)
    before: dict[str, bytes] = {}
    for day, _, files in turns(source, tmp_path / "output", date(2026, 10, 1), date(2026, 11, 30)):
        if before:
            assert cold(source, tmp_path, day - A_DAY) == {path: data for path, data in before.items() if path != MARK}
        before = files


@pytest.mark.soak
@pytest.mark.parametrize(
    ("days", "more"),
    [*((range(at, at + 92), BARE) for at in range(0, 366, 92)), (range(0, 366, 30), "publish.compress = true\n")],
)
def test_each_day_of_a_year_is_what_its_content_makes_of_it(source: Path, tmp_path: Path, days: range, more: str) -> None:
    """A site that is built every day, from memory, is on each day the site that a build from nothing makes.

    So it is with PDFs, search and packed copies, which take so long to make that every thirtieth day must do.
    """
    settle(source, more)
    for number in days:
        day = date(2026, 3, 1) + number * A_DAY
        built = rebuild(source, tmp_path / "output", day.isoformat())
        files = {path: data for path, data in built.files.items() if path != MARK}
        assert files == cold(source, tmp_path / "cold", day), day
        shutil.rmtree(tmp_path / "cold")
