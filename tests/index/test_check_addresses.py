"""Addresses are free or taken on every day alike."""

from __future__ import annotations

import pytest
from sites import Make

from sitegen.index.checks import clashes


def news(name: str, fields: str = "") -> str:
    """Return a news item's file."""
    return f"\n-- content/news/{name}.md --\n---\ntitle: Tie\ndate: 2026-03-01\n{fields}---\nTeksti.\n"


def test_a_draft_takes_no_address(site: Make) -> None:
    """A draft may be a new version of what is on the site; only a preview of drafts can't show both."""
    text = news("tie") + news("2026/tie", "draft: true\n")
    assert site(text).codes == []
    assert site(text, drafts=True).codes == ["AD002"]


def test_what_has_expired_keeps_its_address(site: Make) -> None:
    """At the address of what ended a page says so, hence nothing else may stand there."""
    assert site(news("tie", "expires: 2026-04-01\n") + news("2026/tie")).codes == ["AD002"]


@pytest.mark.parametrize(
    "text", [news("sivu-1"), news("tie") + "\n-- content/pages/uutiset/2026.md --\n---\ntitle: Vuosi\n---\n"]
)
def test_addresses_of_lists_are_reserved(site: Make, text: str) -> None:
    """A list grows: its numbered pages and years are taken before they are there."""
    assert site(text).codes == ["AD002"]


def test_an_alias_may_stand_twice_in_one_file(site: Make) -> None:
    """An alias leads here, however often it is said."""
    assert site(news("tie", "aliases: [/tie, /tie/]\n")).codes == []


def test_an_item_keeps_the_address_that_it_had_before_its_section(site: Make) -> None:
    """The number on the agenda is no other item's."""
    folder = "-- content/minutes/hallitus/2026-03-02"
    one = f"\n{folder}/1-a.md --\n---\ntitle: Eka\nagenda: 1\nsection: 5\n---\n"
    assert site(f"{one}{folder}/2-b.md --\n---\ntitle: Toka\nagenda: 2\nsection: 6\n---\n").codes == []
    assert site(f"{one}{folder}/2-b.md --\n---\ntitle: Toka\nagenda: 1\n---\n").codes == ["AD002"]


def test_spaces_and_capitals_do_not_make_two_cases_of_one(site: Make) -> None:
    """Only a difference in what is written, not in how, is a fault."""
    assert site(news("a", "cases: [HEL 2026-005123]\n") + news("b", 'cases: ["Hel  2026-005123"]\n')).codes == []
    assert site(news("a", "cases: [HEL 2026-005123]\n") + news("b", "cases: [HEL/2026-005123]\n")).codes == ["AD010"]


def test_two_outputs_of_one_path_are_a_fault_with_both_sources() -> None:
    """Whatever the checks don't know of is still refused before anything is drawn: in capitals too, and a file as a folder."""
    plans = [("a/index.html", "content/a.md"), ("A/index.html", "content/b.md"), ("b", "static/b"), ("b/c.html", ""), ("d", "")]
    told = [(fault.path, fault.code, fault.args) for fault in clashes(plans)]
    assert told == [
        ("content/b.md", "AD002", {"other": "content/a.md", "address": "/A/index.html"}),
        ("static/b", "AD002", {"other": "static/b", "address": "/b/c.html"}),
    ]


@pytest.mark.parametrize("name", ["muutoksenhaku.ics", "Muutoksenhaku.ICS", "muutoksenhaku.ics/x.txt"])
def test_a_file_may_not_stand_where_a_calendar_does_on_some_day(site: Make, name: str) -> None:
    """The file of a last day is there for some weeks only, and its address is taken on every day; no server tells capitals apart surely."""
    folder = "content/minutes/hallitus/2026-03-02"
    meeting = f"\n-- {folder}/meeting.md --\n---\nstatus: approved\npublished: 2026-03-10\n---\n"
    item = f"-- {folder}/1-tie.md --\n---\ntitle: Tie\nsection: 5\nappeal: {{kind: rectification}}\n---\n"
    text = f"{meeting}{item}-- static/kokoukset/hallitus/2026-03-02/5/{name} --\nx\n"
    assert [site(text, as_of=day).codes for day in ("2026-03-01", "2026-03-20", "2026-12-01")] == [["AD002"]] * 3
    assert site(text.replace("kind: rectification", "kind: none, reason: asia"), as_of="2026-03-20").codes == []


@pytest.mark.parametrize("name", ["index.html", "5", "kalenteri.ics"])
def test_a_file_may_not_stand_where_a_page_does(site: Make, name: str) -> None:
    """Not as the page's own file or its calendar, nor as a file where its folder must be."""
    folder = "content/minutes/hallitus/2026-03-02"
    fields = f"status: agenda\nattachments: [{{title: a, file: {name}}}]\n"
    meeting = f"\n-- {folder}/meeting.md --\n---\n{fields}---\n-- {folder}/{name} --\nx\n"
    faults = site(f"{meeting}-- {folder}/5-tie.md --\n---\ntitle: Tie\nsection: 5\n---\n").built.faults
    told = [(fault.code, fault.path, fault.line) for fault in faults if fault.code != "IM004"]
    assert told == [("AD002", f"{folder}/meeting.md", 3)]
