"""A file becomes a record, or faults with their places; nothing in a file raises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.content.read import Manner, read_file
from sitegen.content.schema import KINDS
from sitegen.diagnostics import CODES
from sitegen.model.facts import Item, Meeting, News
from sitegen.model.record import Reading

Read = Callable[..., Any]
FRONT = "---\ntitle: Tie suljettu\ndate: 2026-03-02\n"
PIECES = ["---\n", "title", ": ", "- ", "[", "]", "{", "}", "&a ", "*a", "'", '"', "|\n", "\n", " ", "x", "? ", "!t ", "#"]
ITEM = "content/minutes/kunnanhallitus/2026-03-02/5-tie.md"


def told(reading: Reading) -> list[tuple[str, int, int]]:
    """Return the code, line and column of each fault."""
    return [(fault.code, fault.line, fault.column) for fault in reading.faults]


def test_a_file_becomes_a_record(read: Read) -> None:
    """Facts, language, the text's digest and the line on which it begins."""
    reading = read(FRONT + "---\n\n\nTeksti.\n")
    assert told(reading) == []
    assert isinstance(reading.record.facts, News)
    assert (reading.record.facts.slug, reading.record.lang, reading.record.line, len(reading.record.text)) == ("tie", "fi", 7, 32)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + FRONT + "---\nTeksti.\n",
        (FRONT + "---\nTeksti.\n").replace("\n", "\r\n"),
        (FRONT + "---\nTeksti.\n").replace("\n", "\r"),
        "\n\n" + FRONT + "---  \nTeksti.",
        FRONT.replace("---", "-----") + "-----\nTeksti.\n",
    ],
)
def test_other_editors_files_read_the_same(read: Read, text: str) -> None:
    """A BOM, other line ends and blank lines change neither facts nor text."""
    assert read(text).record.facts == read(FRONT + "---\nTeksti.\n").record.facts
    assert read(text).record.text == read(FRONT + "---\nTeksti.\n").record.text


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (b"", [("FI002", 1, 1)]),
        (b"\xef\xbb\xbf \n\t\n", [("FI002", 1, 1)]),
        (b"---\ntitle: T\xe4m\xe4\n---\n", [("FI001", 2, 9)]),
        ("Teksti.\n", [("FM009", 1, 1)]),
        ("Teksti.\n---\ntitle: x\n---\n", [("FM009", 1, 1)]),
        (FRONT + "Teksti ilman loppua.\n", [("FM001", 1, 1)]),
        ("\n" + FRONT, [("FM001", 2, 1)]),
        ("---\n---\nTeksti.\n", [("FM005", 1, 1), ("FM005", 1, 1)]),
        ("---\n# huomautus\n---\n", [("FM005", 1, 1), ("FM005", 1, 1)]),
        ("---\ntitle\n---\n", [("FM003", 2, 1)]),
        ("---\n- a\n---\n", [("FM003", 2, 1)]),
        (FRONT + "title: Toinen\n---\n", [("FM004", 4, 1)]),
        (FRONT + "lead: a: b\n---\n", [("FM008", 4, 8)]),
        (FRONT + "\tlead: a\n---\n", [("FM008", 4, 1)]),
        (FRONT + "lead: *ei\n---\n", [("FM008", 4, 7)]),
        (FRONT + "? [a, b]\n: c\n---\n", [("FM002", 4, 3)]),
        (FRONT + "<<: {lead: x}\n---\n", [("FM002", 4, 1)]),
        (FRONT + "lead: '\x07'\n---\n", [("FI006", 4, 8)]),
        (FRONT + "---\nTeksti\x00.\n", [("FI006", 5, 7)]),
        (FRONT + "contacts: [{nmae: x}]\n---\n", [("FM002", 4, 13)]),
        (FRONT + "image: {file: x.jpg, alt: ' '}\n---\n", [("FM005", 4, 22)]),
        (FRONT + "aliases: [/a/../b/, /.git/x/]\n---\n", [("FI007", 0, 0), ("FI007", 0, 0)]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(read: Read, text: str | bytes, faults: list[tuple[str, int, int]]) -> None:
    """Lines and columns count from 1 in the file as it is, front matter and all."""
    assert told(read(text)) == faults


def test_all_faults_of_a_file_are_told_at_once(read: Read) -> None:
    """One fault hides no other, but for those that keep a file from being taken apart."""
    reading = read("---\ndaet: 2026-03-02\ndraft: ehkä\nexpires: 2026-02-30\nallow: [{code: FM002, reason: x}]\n---\n")
    assert sorted(code for code, _, _ in told(reading)) == ["FM002", "FM005", "FM005", "FM006", "FM007"]


def test_the_line_of_a_repeated_field_is_that_of_the_file(read: Read) -> None:
    """The other field's line counts blank lines above the front matter too."""
    assert read("\n\n" + FRONT + "title: Toinen\n---\n").faults[0].args["other"] == "4"


def test_the_same_alias_bomb_as_everyones_is_read_in_an_instant(read: Read) -> None:
    """Anchors that name each other ten times over are one node each, looked at once."""
    bomb = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10) if n else 'x'}]\n" for n in range(40))
    assert {code for code, _, _ in told(read(FRONT + bomb + "---\n"))} == {"FM002"}
    assert told(read(FRONT + "lead: &a [*a]\n---\n")) == [("FM006", 4, 7)]


def test_values_nested_thousands_deep_are_refused(read: Read) -> None:
    """Depth that would end the process is a fault of the file, in flow and in blocks."""
    assert told(read(FRONT + "lead: " + "[" * 50000 + "\n---\n"))[0][0] == "FM008"
    blocks = "".join(" " * depth + "a:\n" for depth in range(1200))
    assert told(read("---\n" + blocks + "---\n"))[0][0] == "FM008"
    assert told(read(FRONT + "lead: " + "[" * 90 + "]" * 90 + "\n---\n")) == [("FM006", 4, 7)]


def test_an_item_anywhere_below_minutes_states_its_place_itself(read: Read) -> None:
    """Board, day and section in the front matter are enough; the board becomes a slug."""
    path = "content/minutes/maakuntajohtaja/31-palkinto.md"
    facts = read("---\ntitle: Palkinto\nboard: Kunnan hallitus\ndate: 4.6.2018\nsection: 31\n---\n", path).record.facts
    assert facts == Item(title="Palkinto", board="kunnan-hallitus", folder="2018-06-04", date=date(2018, 6, 4), section="31", sort=31)
    assert told(read("---\ntitle: Palkinto\nsection: 31\n---\n", path)) == [("FM005", 2, 1)]
    assert told(read("---\ntitle: Palkinto\nboard: '–'\ndate: 4.6.2018\n---\n", path)) == [("FI007", 3, 8)]


def test_the_second_meeting_of_a_day_has_its_own_folder(read: Read) -> None:
    """Both are on the day that the folder begins with."""
    facts = read("---\nplace: Talo\n---\n", "content/minutes/kunnanhallitus/2026-03-02-2/meeting.md").record.facts
    assert facts == Meeting(board="kunnanhallitus", folder="2026-03-02-2", date=date(2026, 3, 2), place="Talo")


def test_path_and_fields_that_agree_may_both_be_there(read: Read) -> None:
    """An empty field counts as absent, and the same fact in other words is the same."""
    assert told(read("---\ntitle: Tie\nsection: 5\nboard: Kunnanhallitus\ndate: 2.3.2026\n---\n", ITEM)) == []
    assert told(read("---\ntitle: Tie\nsection: 5\nboard:\ndate: ''\n---\n", ITEM)) == []


@pytest.mark.parametrize("name", ["tie suljettu!", "Päätös", "a\\b", "'lainaus'", "100%", "日本", "e\u0301"])
def test_names_with_odd_characters_become_addresses(read: Read, name: str) -> None:
    """Any name of which letters or digits are left is folded to a slug."""
    assert told(read(FRONT + "---\n", f"content/news/{name}.md")) == []


@pytest.mark.parametrize("path", ["content/news/–.md", "content/pages/–/tietoa.md", "content/minutes/–/board.md", "content/cases/….md"])
def test_names_without_letters_make_no_address(read: Read, path: str) -> None:
    """A name of which nothing is left can't be a part of an address."""
    assert [code for code, _, _ in told(read("---\ntitle: x\nname: y\n---\n", path)) if code != "FM002"][-1:] in (["FI007"], ["FM005"])


@settings(max_examples=300)
@example(b"---\n\xff")
@example(b"---\n\x80: \n---")
@example(b"---\n? \n---")
@example(b"---\n!!python/object:os.system x: y\n---")
@example("---\n\ufeffa: \u2028b\n---\n".encode())
@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(str.encode)
    | st.lists(st.sampled_from(PIECES)).map(lambda pieces: f"---\n{''.join(pieces)}\n---\n".encode())
)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever a file holds, reading gives a record or faults whose sentences can be told."""
    root = tmp_path_factory.getbasetemp() / "any"
    for path in ("content/news/a.md", "content/minutes/b/2026-03-02/meeting.md"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
        reading = read_file(root, path, Manner("fi"))
        assert reading.record or reading.faults
        for fault in reading.faults:
            assert CODES[fault.code].message.format_map(fault.args)
            assert fault.line >= 1 or fault.field or fault.code.startswith("MI")


def test_every_kind_of_file_has_a_place(read: Read) -> None:
    """Each kind in the schema can be written somewhere."""
    paths = {
        "news": "content/news/2026/a.md", "board": "content/minutes/b/board.md", "meeting": "content/minutes/b/2026-03-02/meeting.md",
        "item": ITEM, "document": "content/documents/d/document.md", "page": "content/pages/p/q.md", "case": "content/cases/c.md",
        "comment": "content/comments/2026/a/1.md",
    }  # fmt: skip
    assert set(paths) == set(KINDS)
    for kind, path in paths.items():
        written = "".join(f"{field.name}: {field.type.example or 'x'}\n" for field in KINDS[kind].fields.values() if field.required)
        assert type(read(f"---\n{written}---\n", path).record.facts).__name__.lower() == kind


def test_a_file_that_is_gone_is_a_fault(tmp_path: Path) -> None:
    """Between finding and reading a file may vanish."""
    assert told(read_file(tmp_path, "content/news/a.md", Manner("fi"))) == [("FI008", 1, 1)]
