"""Whole sites in the publication log: without an edit nothing on view ever changes, whatever day comes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sites import no_news

from sitegen.build import Options
from sitegen.logbook import carry_on
from sitegen.model.publication import LOG, Line
from sitegen.model.spans import find_spans

DAYS = ("2026-03-01", "2026-06-15", "2026-11-22", "2027-06-01", "2028-01-01")


@pytest.fixture(params=["shipped_source", "real_source"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of each site in turn, with no log yet."""
    given: Path = request.getfixturevalue(request.param)
    return shutil.copytree(given, tmp_path / "site", ignore=shutil.ignore_patterns(".sitegen", LOG))


def logged(source: Path, output: Path) -> list[Line]:
    """Return the lines of a site that was logged on days far apart, which is too seldom to bear out the days that it states."""
    lines: list[Line] = []
    for day in DAYS:
        done = carry_on(Options(source, output, date.fromisoformat(day)), None, no_news)
        assert {fault.code for fault in done.faults} <= {"LG003"}
        assert done.log.lines == (*lines, *(done.added or ()))
        lines = list(done.log.lines)
    return lines


def test_no_day_changes_what_was_decided(source: Path, tmp_path: Path) -> None:
    """Items come on view and are withdrawn on their days; that names go on theirs is no change (kuntalaki 140 §)."""
    lines = logged(source, tmp_path / "output")
    assert lines
    assert {line.event for line in lines} <= {"on-view", "off-view"}
    assert all(line.reason for line in lines if line.event == "off-view")
    assert len({(line.item, line.lang, line.event) for line in lines}) == len(lines)


def test_no_personal_word_is_in_the_log(source: Path, tmp_path: Path) -> None:
    """Of all words that are marked as personal none stands in a line."""
    logged(source, tmp_path / "output")
    texts = [path.read_text(encoding="utf-8-sig") for path in (source / "content").rglob("*.md")]
    words = {text[span.inner_start : span.inner_end] for text in texts for span in find_spans(text)}
    data = (source / LOG).read_text(encoding="utf-8")
    assert sorted(word for word in words if word in data) == []
