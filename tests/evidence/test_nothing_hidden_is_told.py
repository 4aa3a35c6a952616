"""A secret or personal value is in no fault, on no console, in no store and on no page, whatever else is wrong with its file.

A word that stands nowhere else is put wherever the schema lets hidden words stand, with faults around it: what is hidden
badly must not be told by the very message that says so.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from holding import all_in, holding
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import rebuild, unpack

from sitegen.cli import console
from sitegen.cli.messages import place, tell
from sitegen.content.fields import Many, Person, Text
from sitegen.content.groups import Field, Group
from sitegen.content.schema import KINDS
from sitegen.serve.overlay import Speech, Words, with_overlay
from sitegen.serve.shown import Shown

WORD = "Zyxwolainen"
FILE = f"{WORD}.pdf"
AFTER_ALL = "2026-06-01"
PERSONAL, SECRET = "[%s]{.personal}", '[%s]{.secret ground="JulkL 24.1 § 20 k"}'

FILES = {
    "item": ("content/minutes/hallitus/2020-03-02/1-tie.md", "title: Tie\nsection: 1\nappeal: {kind: rectification}\n"),
    "meeting": ("content/minutes/hallitus/2020-03-02/meeting.md", "status: approved\npublished: 2020-03-09\n"),
    "news": ("content/news/tie.md", "title: Tie\ndate: 2020-03-02\npersonal_until: 2020-03-03\n"),
    "document": ("content/documents/tie/document.md", "title: Tie\npersonal_until: 2020-03-03\n"),
    "board": ("content/minutes/hallitus/board.md", "name: Hallitus\npersonal_until: 2020-03-03\n"),
    "page": ("content/pages/tie.md", "title: Tie\npersonal_until: 2020-03-03\n"),
    "case": ("content/cases/7-2020.md", "title: Tie\npersonal_until: 2020-03-03\n"),
}
WHOLE = {
    "contacts": f"[{{name: {WORD}, role: {WORD}, email: {WORD}@kunta.example, phone: '{WORD}', personal: true}}]",
    "preparers": f"[{{name: {WORD}, personal: true}}]",
    "attachments": f"[{{title: {WORD}, file: {FILE}, kind: '{PERSONAL % WORD}', personal: true}}]",
}
WITHHELD = f"attachments: [{{title: Lista, file: {FILE}, public: false, ground: JulkL 24 §}}]\n"
SECRET_ITEM = "publicity: {level: secret, ground: JulkL 24 §}\n"
SECRET_WORDS = (
    f"plain: {WORD}\n", f"summary: {WORD}\n", f"case: {WORD}/2020\n", f"topics: [{WORD.lower()}]\n", f"votes: [{{motion: {WORD}}}]\n",
    f"dissent: [{{name: {WORD}}}]\n", f"disqualified: [{{name: {WORD}}}]\n", f"corrections: [{{date: 2020-04-01, text: {WORD}}}]\n",
    f"attachments: [{{title: {WORD}, file: {FILE}}}]\n", f"attachments: [{{title: {WORD}, document: {WORD.lower()}}}]\n",
    f"preparers: [{{name: {WORD}}}]\n", f"proposer: {WORD}\n", f"history: [{{board: {WORD}, date: 2020-01-01}}]\n",
)  # fmt: skip

FAULTS = (
    "unknown: 1\n", "titel: x\n", "title: Toinen\n", "section: [1, 2]\n", f"section: '{PERSONAL % WORD}'\n",
    f"agenda: '{PERSONAL % WORD}'\n", "resolution: hylly\n", "date: 2020-02-31\n", "topics: {a: b}\n",
    "attachments: [{title: a, file: ei-ole.pdf}]\n",
    "allow: [{code: TX001}]\n", "aliases: [ei-osoite]\n", "a: [\n",
    "b: 'auki\n", "\tc: d\n", "d: {e: f\n", "- lista\n", "g: \"\\x0e\"\n", "votes: teksti\n",
    f"votes: '{PERSONAL % WORD}'\n", f"id: '{PERSONAL % WORD}'\n", f"case: '{PERSONAL % WORD}'\n", f"related: ['{PERSONAL % WORD}']\n",
    f"allow: [{{code: '{PERSONAL % WORD}', reason: x}}]\n", f"'{PERSONAL % WORD}': 1\n", f"aliases: ['/{PERSONAL % WORD}/']\n",
)  # fmt: skip
TEXTS = (
    "", "##### Syvä\n\n", "## Päätös\n\nA\n\n## Päätös\n\n", "<b onclick='a()'>x</b>\n\n", "![](kuva.png)\n\n",
    "[a](/ei/ole/)\n\n", "[a](ei-ole.md)\n\n",
    "[a](javascript:b)\n\n", "### Päätös\n\n", "Maija{.personal}\n\n", "\n- a\n", f"[x](#{WORD}){{.secret}}\n\n",
    f"[x [y](/{WORD}/)]{{.personal}}\n\n", f"![{WORD} {FILE}]({FILE}){{.personal}}\n\n", f"<{WORD.lower()} class='personal'>\n\n",
    f"## [{WORD}]{{.personal}}\n\n[a](#Zyxwolaine)\n\n",
)  # fmt: skip
SLIPS = (
    ("", ""), ("personal: true", "persnal: true"), ("personal: true", "personal: treu"), ("personal: true", "personal : true"),
    ("personal: true", "'p\\x65rsonal': true"), ("level: secret", "level: secrt"), ("level: secret", "levl: secret"),
    ("publicity:", "publicty:"), ("public: false", "public: fales"), ("public: false", "publik: false"), ("{.personal}", "{.persnal}"),
    ("]{.personal}", "] {.personal}"), ("{.personal}", "{personal}"), ("]{.secret", "]{:.secret"), (' ground="JulkL 24.1 § 20 k"', ""),
    ('ground="JulkL 24.1 § 20 k"', "ground=JulkL"), ("personal_until: 2020-03-03\n", ""), ("\n---\n", "\n"), ("'", ""), ("]", ""),
    (", ", ","),
)  # fmt: skip


def fields_of_text(group: Group) -> Iterator[str]:
    """Yield, for every text that a file of this kind may hold, a line of front matter in which ``%s`` stands for it."""
    for field in group.fields.values():
        for value in values_with_text(field):
            yield f"{field.name}: {value}\n"


def values_with_text(field: Field) -> Iterator[str]:
    """Yield each way in which a field holds a text, as YAML of one line."""
    kind, many = (field.type.of, True) if isinstance(field.type, Many) else (field.type, False)
    kind = kind.group if isinstance(kind, Person) else kind
    if isinstance(kind, Group):
        for inner in kind.fields.values():
            for value in values_with_text(inner):
                others = (f"{one.name}: {example(one.type)}" for one in kind.fields.values() if one.required and one is not inner)
                whole = "{" + ", ".join([*others, f"{inner.name}: {value}"]) + "}"
                yield f"[{whole}]" if many else whole
    elif type(kind) is Text:
        yield "['%s']" if many else "'%s'"


def example(kind: Any) -> str:
    """Return a value of that type."""
    return kind.example or "x"


PLACES = {kind: tuple(fields_of_text(group)) for kind, group in KINDS.items()}


def test_every_text_of_the_schema_is_a_place() -> None:
    """The lists below are made from the schema, so that no new field is forgotten."""
    assert "votes: [{by_name: [{vote: yes, name: '%s'}]}]\n" in PLACES["item"]
    assert {"chair: '%s'\n", "attendance: [{name: '%s'}]\n", "attachments: [{title: '%s'}]\n"} < set(PLACES["meeting"])
    assert {"next: '%s'\n", "court: [{date: 2026-06-04, text: '%s'}]\n"} < set(PLACES["case"])
    assert all(PLACES.values())


@st.composite
def sites(draw: st.DrawFn) -> str:
    """Draw a site in which WORD is hidden in one file, with faults in it."""
    kind = draw(st.sampled_from(sorted(FILES)))
    mark = draw(st.sampled_from((PERSONAL, SECRET)))
    text, fields = draw(st.sampled_from(TEXTS)), ""
    match draw(st.sampled_from(("field", "field", "text", "whole", "withheld", "secret"))):
        case "field":
            fields = draw(st.sampled_from(PLACES[kind])) % (mark % WORD)
        case "text":
            text += f"Kertoo {mark % WORD}.\n\n"
        case "whole":
            name = draw(st.sampled_from(sorted(WHOLE)))
            fields = f"{name}: {WHOLE[name]}\n" if name in KINDS[kind].fields else f"title: '{mark % WORD}'\n"
        case "withheld":
            fields = WITHHELD if kind in ("item", "meeting") else f"title: '{mark % WORD}'\n"
        case "secret" if kind == "item":
            fields = SECRET_ITEM + draw(st.sampled_from(SECRET_WORDS))
            text += f"## {WORD}\n\n{WORD} [{WORD}](/{WORD}/)\n\n"
    around = [*draw(st.lists(st.sampled_from(FAULTS), max_size=2)), FILES[kind][1], fields]
    file = f"---\n{''.join(draw(st.permutations(around)))}---\n{text}"
    old, new = draw(st.sampled_from(SLIPS))
    swedish = draw(st.sampled_from(("", text or "Text", "---\n")))
    return written(kind, file.replace(old, new) if old else file, draw(st.booleans()), swedish)


def written(kind: str, file: str, private: bool, swedish: str) -> str:
    """Return a site with *file*, with a translation of it if *swedish* says something, and with what it may need."""
    files = {path: f"---\n{fields}---\nTeksti.\n" for path, fields in FILES.values()}
    path = FILES[kind][0]
    files[path] = file
    if swedish:
        # Where the original hides nothing, a translation's words are as open as any.
        said = WORD if WORD in file else "sana"
        files[path.replace(".md", ".sv.md")] = f"---\ntitle: Väg\nunknown: {said}\nvotes: {said}\n---\n{swedish}\n"
    files |= {f"{folder}/{FILE}": WORD for folder in {one.rpartition("/")[0] for one in files}}
    source = "private" if private else "public"
    toml = f'[site]\ntitle = "Kunta"\nurl = "https://kunta.example"\nlanguages = ["fi", "sv"]\nsource = "{source}"\n'
    return "".join(f"\n-- {name} --\n{text}" for name, text in ({"site.toml": toml} | files).items())


def told(faults: list[Any], source: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return all that the command and the preview say of *faults*."""
    for form in console.FORMS:
        console.show_faults(faults, source, form)
    shown = Shown(source)
    shown.faults = faults
    words = [Words(place(one), one.code, one.message, one.hint) for one in map(tell, faults)]
    speech = Speech("fi", lambda fault: words[faults.index(fault)], lambda error: Words("", "", "", ""))
    said = capsys.readouterr()
    return said.out + said.err + repr(faults) + with_overlay(b"<body></body>", shown, speech).decode()


@pytest.mark.parametrize("day", ["2020-03-09"])
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=sites())
def test_nothing_hidden_is_told(text: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JulkL 24 § and kuntalaki 140 §: after its day the word is nowhere, and while something is wrong it never was anywhere."""
    with TemporaryDirectory() as folder:
        source = unpack(text, Path(folder) / "site")
        before = rebuild(source, Path(folder) / "output", day)
        after = rebuild(source, Path(folder) / "output", AFTER_ALL)
        for built in (before, after):
            assert WORD.casefold() not in told(built.built.faults, source, capsys).casefold()
            assert WORD.casefold() not in repr((built.built.sources, built.built.changes)).casefold()
        assert holding(all_in(source / ".sitegen"), [WORD]) == {}
        assert holding(after.files if after.output.exists() else {}, [WORD]) == {}
        shutil.rmtree(source)
