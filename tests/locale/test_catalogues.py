"""The catalogues and the tool that keeps them."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import jinja2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from sitegen.locale.catalogues import check_all, faults, merge, mo_bytes, po_bytes
from sitegen.locale.msgids import ROOT, add_msgids, program_msgids

Text = str | tuple[str, ...]


def catalogue(messages: Mapping[Text, Text]) -> Catalog:
    """Return a Finnish catalogue with these translations."""
    filled = Catalog("fi")
    for msgid, string in messages.items():
        filled.add(msgid, string)
    return filled


def found_in(name: str, source: str) -> dict[Text, str | None]:
    """Return the message ids of a source text, with their contexts."""
    collected = Catalog()
    add_msgids(collected, name, source.encode())
    return {tuple(one.id) if one.pluralizable else str(one.id): one.context for one in collected if one.id}


def test_the_catalogues_are_whole_and_current() -> None:
    """Every message has its Finnish and Swedish words, and what is compiled is what is written."""
    check_all()


def test_every_diagnostic_has_its_message_id() -> None:
    """The table of faults is among the sources."""
    assert program_msgids().get("the file is empty") is not None


def test_every_word_that_a_module_marks_is_found() -> None:
    """What is marked in the code has a message id, wherever in an expression it stands."""
    msgids = {msgid for one in program_msgids() if one.id for msgid in (one.id if isinstance(one.id, tuple) else (one.id,))}
    marked = {
        (path.name, argument.value)
        for path in (ROOT / "sitegen").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in ("_", "N_", "gettext", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert marked
    assert {(module, words) for module, words in marked if words not in msgids} == set()


def test_words_are_found_in_python() -> None:
    """A module marks its words with _, N_, ngettext and pgettext, called alone or of an object."""
    source = 'N_("a")\n_("b" " c")\nwords.ngettext("one", "many", n)\npgettext("verb", "open")\nother("x")\n'
    assert found_in("sitegen/x.py", source) == {"a": None, "b c": None, ("one", "many"): None, "open": "verb"}


def test_words_are_found_in_templates() -> None:
    """A template marks its words with functions and with a block, in which line breaks mean nothing."""
    source = '{{ _("a") }}{{ ngettext("one", "many", n) }}{% trans name=x.y %}\n  Hello,\n  {{ name }}\n{% endtrans %}'
    assert found_in("templates/x.html", source) == {"a": None, ("one", "many"): None, "Hello, %(name)s": None}


def test_a_template_that_cannot_be_parsed_is_not_passed_over() -> None:
    """Words are never lost because a template is broken."""
    with pytest.raises(jinja2.TemplateSyntaxError):
        found_in("templates/x.html", "{% trans %}a{% endfor %}")


def test_what_is_known_is_kept_and_what_is_gone_is_dropped() -> None:
    """Merging keeps the translations of today's message ids and adds the new ones empty."""
    merged = merge(catalogue({"old": "", "new": ""}), catalogue({"old": "vanha", "gone": "poissa"}), "fi")
    assert {message.id: message.string for message in merged if message.id} == {"old": "vanha", "new": ""}


def test_one_catalogue_is_written_in_one_way() -> None:
    """Written, read and written again a catalogue is the same to the byte, whatever order the words came in."""
    one = merge(catalogue({"b": "", "a": ""}), catalogue({"a": "ä", "b": "b"}), "fi")
    other = merge(catalogue({"a": "", "b": ""}), read_po(BytesIO(po_bytes(one)), "fi"), "fi")
    assert po_bytes(one) == po_bytes(other)
    assert mo_bytes(one) == mo_bytes(other)


def test_a_catalogue_names_no_day_no_tool_and_no_line() -> None:
    """The header says what the language is and nothing of when and with what it was made, or where a word stands."""
    added = Catalog()
    added.add("a", locations=[("sitegen/x.py", 12)])
    written = po_bytes(merge(added, Catalog(), "sv")).decode()
    assert '"Language: sv\\n"' in written
    assert [word for word in ("Date", "Babel", "Translator", "Project", "YEAR", "x.py") if word in written] == []


def test_a_compiled_catalogue_speaks() -> None:
    """What is compiled is read by gettext, plural forms included; what is not translated is left in English."""
    messages: dict[Text, Text] = {"day": "päivä", ("one", "many"): ("yksi", "monta"), "night": ""}
    words = gettext.GNUTranslations(BytesIO(mo_bytes(merge(catalogue(messages), catalogue(messages), "fi"))))
    assert (words.gettext("day"), words.gettext("night")) == ("päivä", "night")
    assert [words.ngettext("one", "many", count) for count in (0, 1, 2)] == ["monta", "yksi", "monta"]


@pytest.mark.parametrize(
    ("msgid", "string"),
    [
        ("a", ""),
        (("one", "many"), ("yksi", "")),
        ("in {place}", "paikassa"),
        ("in {place}", "paikassa {paikka}"),
        ("in %(place)s", "paikassa %(paikka)s"),
        ("{{.personal}}", "{.personal}"),
        ("{name!r}", "{name}"),
        (("one of {n}", "{n}"), ("yksi", "monta")),
        (("one", "{n}"), ("yksi {m}", "{n}")),
    ],
)
def test_a_missing_or_wrong_translation_is_found(msgid: Text, string: Text) -> None:
    """An empty translation is a fault, and so is one that fills in less, more or other than its message."""
    assert len(list(faults(catalogue({msgid: string})))) == 1


@pytest.mark.parametrize(
    ("msgid", "string"),
    [("in {place}", "{place}: siellä"), ("appeal: {{kind: {k}}}", "appeal: {{kind: {k}}}"), (("one", "{n}"), ("yksi", "{n} kpl"))],
)
def test_a_good_translation_has_no_fault(msgid: Text, string: Text) -> None:
    """What is filled in may change its place, and a singular may leave its number out."""
    assert list(faults(catalogue({msgid: string}))) == []


def test_a_fuzzy_translation_is_found() -> None:
    """A guess that no one has confirmed is a fault."""
    guessed = Catalog("fi")
    guessed.add("a", "ehkä", flags=("fuzzy",))
    assert list(faults(guessed)) == ["not translated: a"]


def test_a_catalogue_that_is_not_current_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the files differ from what would be written, check names each and ends the program."""
    monkeypatch.setattr("sitegen.locale.catalogues.FOLDER", tmp_path)
    for lang in ("fi", "sv"):
        for domain in ("sitegen", "click"):
            (tmp_path / lang / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
            (tmp_path / lang / "LC_MESSAGES" / f"{domain}.po").write_bytes(b"")
            (tmp_path / lang / "LC_MESSAGES" / f"{domain}.mo").write_bytes(b"")
    with pytest.raises(SystemExit) as ended:
        check_all()
    said = str(ended.value).splitlines()
    assert "fi/sitegen.po: not current: run extract" in said
    assert "sv/click.mo: not current: run compile" in said
    assert "sv/sitegen.po: not translated: the file is empty" in said
