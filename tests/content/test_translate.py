"""A translation gives words; every other fact is its original's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sitegen.model.facts import Item, News
from sitegen.model.parts import Appeal, Attachment, Contact, Image, Link, Participate, Tally, Vote, When

Read = Callable[..., Any]
NEWS = News(
    title="Tie suljettu", slug="tie", date=When(date(2026, 3, 2)), lead="Poikki.", topics=("tiet",), aliases=("/vanha/",),
    image=Image("tie.jpg", "Tie", "Kuvateksti"), participate=Participate("Kerro.", date(2026, 4, 1)),
    contacts=(Contact("Maija Esimerkki", "suunnittelija", "maija@kunta.example"), Contact("Matti Malli", "johtaja")),
    links=(Link("Kartta", "https://kartta.example/fi"),),
)  # fmt: skip
ITEM = Item(
    title="Tie", board="hallitus", folder="2026-03-02", date=date(2026, 3, 2), section="5",
    votes=(Vote("Pohja", "nimenhuuto", "Kyllä", "Ei", Tally(yes=5, no=2)),), preparers=(Contact(role="suunnittelija"),),
    attachments=(Attachment("Kartta", "kartta.pdf", number="1"),), appeal=Appeal("other", 30, "Laki 1 §", "Oikeus"),
)  # fmt: skip
ITEM_PATH = "content/minutes/hallitus/2026-03-02/5-tie.sv.md"


def test_words_are_the_translations_own_and_facts_the_originals(read: Read) -> None:
    """What isn't said is inherited, within groups and lists too; aliases are never inherited."""
    text = """---
title: Vägen stängd
image: {alt: Väg}
participate: {how: Berätta.}
contacts: [{role: planerare}, {name: Matti Malli, role: direktör}]
links: [{title: Karta, url: https://kartta.example/sv}]
topics: [tiet]
aliases: [/gammal/]
---
"""
    reading = read(text, "content/news/tie.sv.md", NEWS)
    assert reading.faults == ()
    assert reading.record.lang == "sv" and reading.record.original == "content/news/tie.md"
    assert reading.record.facts == News(
        title="Vägen stängd", slug="tie", date=NEWS.date, lead="Poikki.", topics=("tiet",), aliases=("/gammal/",),
        image=Image("tie.jpg", "Väg", "Kuvateksti"), participate=Participate("Berätta.", date(2026, 4, 1)),
        contacts=(Contact("Maija Esimerkki", "planerare", "maija@kunta.example"), Contact("Matti Malli", "direktör")),
        links=(Link("Karta", "https://kartta.example/sv"),),
    )  # fmt: skip


def test_votes_attachments_and_appeal_keep_their_numbers(read: Read) -> None:
    """A translated vote is the same vote; a role in words alone translates a contact's."""
    text = """---
votes: [{motion: Grund, yes: Ja, no: Nej}]
attachments: [{title: Karta}]
appeal: {kind: other, authority: Domstol}
preparers: planerare
board: Hallitus
---
"""
    reading = read(text, ITEM_PATH, ITEM)
    assert reading.faults == ()
    facts = reading.record.facts
    assert facts.votes == (Vote("Grund", "nimenhuuto", "Ja", "Nej", Tally(yes=5, no=2)),)
    assert facts.attachments == (Attachment("Karta", "kartta.pdf", number="1"),)
    assert facts.appeal == Appeal("other", 30, "Laki 1 §", "Domstol")
    assert facts.preparers == (Contact(role="planerare"),) and facts.board == "hallitus"


@pytest.mark.parametrize(
    ("field", "name", "line"),
    [
        ("date: 2026-03-03", "date", 2),
        ("topics: [vägar]".replace("ä", "a"), "topics", 2),
        ("slug: vag", "slug", 2),
        ("draft: true", "draft", 2),
        ("image: {file: vag.jpg, alt: Väg}", "file", 2),
        ("participate:\n  until: 2026-05-01", "until", 3),
        ("contacts: [{name: Maija, email: m@kunta.example}, {}]", "contacts", 2),
        ("contacts: [{email: m@kunta.example}, {name: Matti}]", "email", 2),
        ("personal_until: 2027-01-01", "personal_until", 2),
    ],
)
def test_another_fact_is_an_error(read: Read, field: str, name: str, line: int) -> None:
    """The fault names the field, the original and the place; the fact stays the original's."""
    reading = read(f"---\n{field}\n---\n", "content/news/tie.sv.md", NEWS)
    assert [(fault.code, fault.line, fault.args) for fault in reading.faults] == [
        ("AD007", line, {"name": name, "original": "content/news/tie.md"})
    ]


def test_a_group_that_the_original_lacks_is_another_fact(read: Read) -> None:
    """Words can't translate what isn't there."""
    bare = News(title="Tie", slug="tie", date=NEWS.date)
    for field in ("participate: {how: Berätta.}", "image: {file: a.jpg, alt: b}", "contacts: [{name: Maija}]"):
        assert [fault.code for fault in read(f"---\n{field}\n---\n", "content/news/tie.sv.md", bare).faults] == ["AD007"]


def test_a_translation_says_what_it_does_not_know(read: Read) -> None:
    """Unknown fields, wrong types and another language than the file's name are told as in any file."""
    text = "---\ntitel: Väg\nupdated: igår\nlang: fi\nimage: vag.jpg\n---\n"
    codes = sorted(fault.code for fault in read(text, "content/news/tie.sv.md", NEWS).faults)
    assert codes == ["AD001", "AD007", "FM002", "FM006"]


def test_inherited_personal_words_are_hidden_too(read: Read) -> None:
    """A translation that marks nothing itself is marked where its original's facts hold personal data."""
    item = Item(title="Tie, [Maija Esimerkki]{.personal}", board="hallitus", folder="2026-03-02", date=date(2026, 3, 2), section="5")
    assert read("---\nplain: Beslut.\n---\n", ITEM_PATH, item).record.marked
    assert not read("---\ntitle: Väg\n---\n", ITEM_PATH, item).record.marked
