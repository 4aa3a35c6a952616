"""Which lines the publication log lacks, told from what is on view and what it holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import BLANK, chain
from msgspec import structs

from sitegen.index.publications import OnView, new_lines
from sitegen.model.publication import NOTHING_BEFORE, Line, Log

DAY = date(2026, 5, 1)
KEY = (BLANK.item, BLANK.lang)


def seen(**changes: Any) -> OnView:
    """Return BLANK's item as it is on view, with *changes*."""
    return structs.replace(OnView(BLANK.item, BLANK.lang, BLANK.address, BLANK.published, BLANK.content), **changes)


def events(log: list[Line], *now: OnView, reasons: dict[tuple[str, str], str] | None = None) -> list[tuple[str, str, str]]:
    """Return the events, languages and reasons of the lines that a log lacks."""
    lines = new_lines(Log(tuple(log)), now, reasons or {}, DAY)
    assert all(line.day == DAY for line in lines)
    return [(line.event, line.lang, line.reason) for line in lines]


def test_what_comes_on_view_is_logged_in_each_language() -> None:
    """Each version of an item has lines of its own."""
    assert events([], seen(), seen(lang="sv")) == [("on-view", "fi", ""), ("on-view", "sv", "")]


def test_what_stands_as_it_was_is_not_logged() -> None:
    """A run on a day on which nothing changed adds nothing."""
    assert events(chain({}), seen()) == []


@pytest.mark.parametrize("change", [{"content": "b" * 64}, {"address": "/toinen/"}, {"published": date(2026, 3, 8)}, {"published": None}])
def test_what_changed_on_view_is_logged(change: dict[str, Any]) -> None:
    """Other content, another address, and another day that the content states."""
    assert events(chain({}), seen(**change)) == [("changed", "fi", "")]
    assert events(chain({}, {"event": "changed", "content": "b" * 64}), seen(content="b" * 64)) == []


def test_what_is_off_view_is_logged_once() -> None:
    """With the reason of a withdrawal, or without where the item is just not there."""
    assert events(chain({}), reasons={KEY: "Väärä liite"}) == [("off-view", "fi", "Väärä liite")]
    assert events(chain({})) == [("off-view", "fi", "")]
    assert events(chain({}, {"event": "off-view"})) == []


def test_what_comes_back_is_on_view_again() -> None:
    """With the same content or another."""
    off = chain({}, {"event": "off-view", "reason": "syy"})
    assert events(off, seen()) == [("on-view", "fi", "")]
    assert events(off, seen(content="b" * 64)) == [("on-view", "fi", "")]


def test_what_goes_is_told_before_what_comes() -> None:
    """An item whose number was corrected leaves its address before the other takes it."""
    assert events(chain({}), seen(item="item/kunnanhallitus/2026-03-02/6"))[0] == ("off-view", "fi", "")


def test_off_view_names_what_was_taken_off() -> None:
    """Its address, its content and the day that it stated are those of the last line on it."""
    line = new_lines(Log(tuple(chain({}, {"event": "changed", "content": "b" * 64}))), (), {}, DAY)[0]
    assert (line.address, line.content, line.published) == (BLANK.address, "b" * 64, BLANK.published)


LANGS = st.sampled_from(["fi", "sv"])
ITEMS = st.lists(st.builds(seen, item=st.sampled_from("abcd"), lang=LANGS, content=st.sampled_from("xyz")), max_size=6)


@given(st.lists(ITEMS, max_size=6))
def test_the_last_lines_say_what_is_on_view(days: list[list[OnView]]) -> None:
    """After any number of runs each line is bound to the one before, the log tells just what is on view, and a second run adds nothing."""
    log: list[Line] = []
    for now in days:
        log += new_lines(Log(tuple(log)), now, {}, DAY)
        last = {(line.item, line.lang): line for line in log}
        on = {key: line.content for key, line in last.items() if line.event != "off-view"}
        assert on == {(one.item, one.lang): one.content for one in now}
        assert new_lines(Log(tuple(log)), now, {}, DAY) == []
    assert [line.previous for line in log] == [NOTHING_BEFORE, *(line.digest for line in log)][: len(log)]
