"""Fields hold no identity code, and private data in contacts only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sites import TOML, Make

from sitegen.content.lint import _CONTACTS

Read = Callable[..., Any]
PATH = "content/minutes/hallitus/2026-03-02/5-tie.md"
CODE = "131052-308T"


def item(fields: str = "", text: str = "Teksti.", title: str = "Tie") -> str:
    """Return an item's file."""
    return f"---\ntitle: {title}\nsection: 5\n{fields}---\n{text}\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (item(f"summary: Hakija {CODE}\n"), [(4, 10)]),
        (item('summary: "131052\\x2D308T"\n'), [(4, 10)]),
        (item(f"preparers: [{{name: Maija, phone: {CODE}}}]\n"), [(4, 34)]),
        (item(f"preparers: [{{name: '[{CODE}]{{.personal}}', personal: true}}]\n"), [(4, 20)]),
        (item(f"attachments: [{{file: {CODE}.pdf, title: Liite}}]\n"), [(4, 22)]),
        (item(f"agenda: {CODE}\n"), [(4, 9)]),
        (item("", f"A\n\nHakija {CODE} ja [{CODE}]{{.personal}}"), [(7, 8), (7, 24)]),
        (item("", f"<!-- {CODE} -->"), [(5, 6)]),
    ],
)
def test_an_identity_code_stands_nowhere(read: Read, text: str, places: list[tuple[int, int]]) -> None:
    """Field, contact, file's name, personal span, comment: a code is told at its place, and the file goes no further."""
    reading = read(text, PATH)
    assert [(f.line, f.column) for f in reading.faults if f.code == "PD001"] == places
    assert reading.record is None
    assert not any("308T" in value for fault in reading.faults for value in fault.args.values())


def test_a_code_may_be_secret_in_a_private_folder(read: Read) -> None:
    """Nobody is shown a secret span or a secret item; in a public folder either is an error anyway."""
    span = item(f'summary: "[{CODE}]{{.secret ground=\\"JulkL\\"}}"\n', f'[{CODE}]{{.secret ground="JulkL"}}')
    secret = item(f"publicity: {{level: secret, ground: JulkL}}\nsummary: {CODE}\n", f"Hakija {CODE}")
    for text in (span, secret):
        assert read(text, PATH, private=True).faults == ()
        assert "MI007" in {fault.code for fault in read(text, PATH).faults}
    assert "PD001" in {fault.code for fault in read(secret, PATH).faults}


def test_a_secret_items_heading_is_public(read: Read) -> None:
    """The heading stands on the page, so no code may stand in it."""
    text = item("publicity: {level: secret, ground: JulkL}\n", "", f"Hakemus {CODE}")
    assert [fault.code for fault in read(text, PATH, private=True).faults] == ["PD001"]


def test_nobody_is_warned_of_what_nobody_is_shown(site: Make) -> None:
    """A secret item's text in a private folder may hold any number; its heading may not."""
    secret = "title: Hakemus\nsection: 5\npublicity: {level: secret, ground: JulkL}\nsummary: 040 123 4567\n"
    text = f"\n-- site.toml --\n{TOML}source = \"private\"\n-- {PATH} --\n---\n{secret}---\nSoita 040 123 4567.\n"
    assert site(text).codes == []
    assert site(text.replace("Hakemus", "Hakemus, 040 123 4567")).codes == ["PD002"]
    assert site(text.replace("secret", "partial")).codes == ["PD002", "PD002"]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("preparers: [{name: Maija, phone: 040 123 4567, email: maija@gmail.com}]\n", []),
        ("presenter: Maija, 040 123 4567\n", []),
        ("responsible:\n  - Maija, 040 123 4567\n", []),
        ("preparers: [{name: Maija, phone: 040 123 4567, personal: true}]\n", []),
        ("plain: Soita 040 123 4567.\n", ["PD002"]),
        ("votes: [{motion: Maija (maija@gmail.com) vastaan hylkäys}]\n", ["PD002"]),
        ('summary: "Hakija [040 123 4567]{.personal}"\n', []),
        ("dissent: [{name: Maija, text: s. 12.3.1970}]\n", ["PD003"]),
        ("summary: Tilille FI21 1234 5600 0007 85\n", ["PD004"]),
        ("summary: Kokous on ma 5.6.2018 ja ma 6.6.2018.\n", ["TX009", "TX009"]),
        ("summary: Kokous on ti 5.6.2018.\n", []),
    ],
)
def test_private_data_are_in_their_place_in_contacts(read: Read, fields: str, codes: list[str]) -> None:
    """A contact may have any number and address; elsewhere each is told once a field."""
    assert [fault.code for fault in read(item(fields), PATH).faults] == codes


def test_a_translation_tells_its_own_words_only(read: Read) -> None:
    """What it inherits is told at its original."""
    original = read(item("plain: Soita 040 123 4567.\n"), PATH)
    swedish = PATH.replace(".md", ".sv.md")
    assert read("---\ntitle: Vägen\n---\n", swedish, original=original.record.facts).faults == ()
    said = read("---\ntitle: Vägen\nplain: måndag 5.6.2018, ring 040 123 4567.\n---\n", swedish, original=original.record.facts)
    assert sorted(fault.code for fault in said.faults) == ["PD002", "TX009"]


def test_contacts_are_known_from_the_schema() -> None:
    """A field that holds contacts is known to hold them, whatever it's called."""
    assert set(_CONTACTS) == {"contacts", "presenter", "responsible", "preparers"}
