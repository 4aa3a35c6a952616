"""What a file hides is known from its facts and its text, and nothing hidden is quoted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sitegen.content.hidden import veiled

Read = Callable[..., Any]
PATH = "content/minutes/hallitus/2026-03-02/5-tie.md"


def item(fields: str = "", text: str = "Teksti.") -> str:
    """Return an item's file."""
    return f"---\ntitle: Tie\nsection: 5\n{fields}---\n{text}\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (item(), False),
        (item("personal_until: 2026-04-01\n"), False),
        (item("publicity: {level: public}\n"), False),
        (item("", "Merkintä kirjoitetaan `[nimi]{.personal}`."), False),
        (item("", "[Maija]{.personal}"), True),
        (item('summary: "[Maija]{\\x2Epersonal}"\n'), True),
        (item("preparers: [{name: Maija, personal: true}]\n"), True),
        (item("preparers: [{name: Maija, personal: no}]\n"), False),
        (item("attachments: [{file: a.pdf, personal: kyllä}]\n"), True),
        (item("attachments: [{title: a, public: false, ground: JulkL}]\n"), True),
        (item('"publicity": {"level": "partial", "ground": "JulkL"}\n'), True),
    ],
)
def test_a_file_that_hides_words_is_marked(read: Read, text: str, marked: bool) -> None:
    """However the YAML is spelled: a marked file is read anew each time and never remembered."""
    assert read(text, PATH).record.marked is marked


def test_nothing_is_quoted_of_a_file_that_may_hide_words(read: Read) -> None:
    """A wrong value may be a name; the fault has its place and no words."""
    text = '---\ntitle: "[Maija Esimerkki]{.personal}"\nagenda: 1\nsection: Maija\nMaija Esimerkki: x\nresolution: Maija\n---\n'
    reading = read(text, PATH)
    assert sorted(fault.code for fault in reading.faults) == ["FM002", "FM006", "FM010"]
    assert not any("Maija" in value for fault in reading.faults for value in fault.args.values())


@pytest.mark.parametrize("private", [False, True])
def test_secret_words_stand_in_private_folders_only(read: Read, private: bool) -> None:
    """A secret span, a secret item's text, words and attachments are told at their places (MI007)."""
    secret = "publicity: {level: secret, ground: JulkL 24 §}\nsummary: Salaista\nattachments: [{file: a.pdf}]\n"
    faults = read(item(secret), PATH, private=private).faults
    assert [(f.line, f.field) for f in faults] == ([] if private else [(8, ""), (0, "summary"), (0, "attachments.0")])
    span = item('summary: "[x]{.secret ground=\\"JulkL\\"}"\n', 'A\n\nb [x]{.secret ground="JulkL"}')
    faults = read(span, PATH, private=private).faults
    assert [(f.code, f.line, f.column) for f in faults] == ([] if private else [("MI007", 4, 10), ("MI007", 8, 3)])


def test_withheld_words_name_their_ground(read: Read) -> None:
    """A secret span without a provision is an error, in front matter and text."""
    faults = read(item('summary: "[x]{.secret}"\n', "b [x]{.secret}"), PATH, private=True).faults
    assert [(f.code, f.line) for f in faults] == [("MI006", 4), ("MI006", 6)]


@pytest.mark.parametrize("words", ["**Maija**{.personal}", "Maija{: .personal }", "[Maija] {.personal}", "<span class='personal'>x</span>"])
def test_a_stray_mark_in_a_field_is_told(read: Read, words: str) -> None:
    """What looks like a mark and is none would stay as text (TX006), in lists and groups too."""
    for fields in (f'summary: "{words}"\n', f'votes: [{{motion: "{words}"}}]\n'):
        assert [fault.code for fault in read(item(fields), PATH).faults] == ["TX006"]


@pytest.mark.parametrize("kind", ["news/a.md", "documents/a/document.md"])
def test_personal_data_without_an_appeal_time_need_a_last_day(read: Read, kind: str) -> None:
    """News and documents have no appeal time; secret words alone need no day (MI008)."""
    fields = "---\ntitle: Tie\n" + ("date: 2026-03-02\n" if "news" in kind else "")
    for text, codes in (("[x]{.personal}", ["MI008"]), ('[x]{.secret ground="JulkL"}', [])):
        assert [f.code for f in read(f"{fields}---\n{text}\n", f"content/{kind}", private=True).faults] == codes
    assert read(f"{fields}personal_until: 2027-01-01\n---\n[x]{{.personal}}\n", f"content/{kind}").faults == ()


@pytest.mark.parametrize("kind", ["minutes/hallitus/board.md", "cases/7-2026.md", "pages/tietoa.md"])
def test_personal_data_of_boards_cases_and_pages_need_a_last_day(read: Read, kind: str) -> None:
    """Kuntalaki 140 §: no appeal time ends there either (MI008)."""
    title = "name" if "board" in kind else "title"
    text = f"---\n{title}: '[Maija]{{.personal}}'\n%s---\n"
    assert [f.code for f in read(text % "", f"content/{kind}").faults] == ["MI008"]
    assert read(text % "personal_until: 2027-01-01\n", f"content/{kind}").faults == ()


def test_a_meetings_withheld_attachments_need_title_and_ground(read: Read) -> None:
    """JulkL 24 §: as those of items: nothing else is told of them (MI006, FM005)."""
    path = "content/minutes/hallitus/2026-03-02/meeting.md"
    faults = read("---\nattachments: [{public: false}, {title: a, public: false, ground: JulkL}, {title: b}]\n---\n", path).faults
    assert [(f.code, f.field) for f in faults] == [("MI006", "attachments.0"), ("FM005", "attachments.0"), ("FM005", "attachments.2")]


@pytest.mark.parametrize("path", [PATH, "content/minutes/hallitus/2026-03-02/meeting.md"])
def test_a_withheld_file_is_secret_content(read: Read, path: str) -> None:
    """JulkL 24 §: in a public folder its title and ground may stand, the file itself may not (MI007)."""
    section = "title: Tie\nsection: 5\n" if path == PATH else ""
    withheld = "[{title: a, public: false, ground: JulkL}, {title: b, file: b.pdf, public: false, ground: JulkL}]"
    text = f"---\n{section}attachments: {withheld}\n---\n"
    assert [(f.code, f.field) for f in read(text, path).faults] == [("MI007", "attachments.1")]
    assert read(text, path, private=True).faults == ()


@pytest.mark.parametrize("name", ["case", "id", "aliases", "attachments", "preparers", "cases", "related", "image"])
def test_nothing_can_be_hidden_where_addresses_are_made(read: Read, name: str) -> None:
    """A mark there would leave the words in addresses, links and names of files: it is told, and the words aren't (TX006)."""
    mark = "'[Maija]{.personal}'"
    values = {
        "attachments": f"[{{file: {mark}}}]", "preparers": f"[{{name: a, email: {mark}, phone: {mark}}}]", "cases": f"[{mark}]",
        "related": f"[{mark}]", "image": f"{{file: {mark}, alt: a}}", "aliases": "['/[maija]{.personal}/']",
    }  # fmt: skip
    is_news = name in ("cases", "related", "image")
    fields = "date: 2026-03-02\npersonal_until: 2027-01-01\n" if is_news else "section: 5\n"
    reading = read(f"---\ntitle: Tie\n{fields}{name}: {values.get(name, mark)}\n---\n", "content/news/tie.md" if is_news else PATH)
    assert {"TX006", "FM006"} & {fault.code for fault in reading.faults}
    assert not any("aija" in value for fault in reading.faults for value in fault.args.values())


def test_a_veil_keeps_every_place() -> None:
    """Secret words can't be read, what is around them stands where it stood, and personal words stay."""
    text = 'a [salai\nnen]{.secret ground="JulkL"} b [Maija]{.personal}'
    veil = veiled(text)
    assert "salai" not in veil and veil.endswith(" b [Maija]{.personal}")
    assert [len(line) for line in veil.split("\n")] == [len(line) for line in text.split("\n")]
