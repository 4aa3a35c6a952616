"""Writing into a file that it was withdrawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.frontmatter import Unreadable, decode, take_apart
from sitegen.content.read import Manner, read_file
from sitegen.content.withdrawing import unfit, with_withdrawal
from sitegen.model.facts import News
from sitegen.model.parts import Withdrawal

DAY = date(2026, 6, 1)
LINE = 'withdrawn: {date: 2026-06-01, reason: "Virhe."}'


def written(text: str, reason: str = "Virhe.") -> str:
    """Return what a file holds after it was withdrawn."""
    return with_withdrawal(text.encode(), DAY, reason).decode()


def test_a_line_comes_before_the_end_of_the_front_matter() -> None:
    """All else stays: comments, quotes, an odd order, the text below, even one that looks like a fence."""
    text = "---\n# Huomio\ntitle: 'Tie'   # loppuu\n\ndate:   2026-05-04\n---\nTeksti.\n\n---\nwithdrawn: x\n"
    assert written(text) == text.replace("2026-05-04\n", f"2026-05-04\n{LINE}\n")


@pytest.mark.parametrize(("newline", "start"), [("\r\n", "\ufeff"), ("\r\n", ""), ("\n", "\ufeff"), ("\r", "")])
def test_line_ends_and_a_byte_order_mark_stay(newline: str, start: str) -> None:
    """The new line ends as the others do."""
    text = f"{start}---\ntitle: Tie\nlead: |\n  Ä\n\n  Ö\n---\nTeksti.\n".replace("\n", newline)
    assert written(text) == text.replace(f"Ö{newline}", f"Ö{newline}{LINE}{newline}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\n---\n", f"---\n{LINE}\n---\n"),
        ("---\n# vain huomio\n---\nx", f"---\n# vain huomio\n{LINE}\n---\nx"),
        ("---\n{title: Tie}\n---\n", f"---\n{{title: Tie, {LINE}}}\n---\n"),
        ("---\n{title: Tie,\n}\n---\n", f"---\n{{title: Tie,\n{LINE}}}\n---\n"),
        ("---\n  title: Tie\n  date: 2026-05-04\n---\n", f"---\n  title: Tie\n  date: 2026-05-04\n  {LINE}\n---\n"),
        ("---\ntitle: Tie\nlead: |+\n  a\n\n---\n", f"---\ntitle: Tie\nlead: |+\n  a\n\n{LINE}\n---\n"),
        ("---\ntitle: \"\u2028x\"\ntopics:\n- a\n---\n", f"---\ntitle: \"\u2028x\"\ntopics:\n- a\n{LINE}\n---\n"),
    ],
)
def test_any_form_of_front_matter_takes_it(before: str, after: str) -> None:
    """Empty, in braces, indented, ending in a block of text or a list: what was there is the same as before."""
    assert written(before) == after


@pytest.mark.parametrize(
    "old",
    [
        "withdrawn:",
        "withdrawn: {date: 2027-01-01, reason: Myöhemmin.}",
        "withdrawn:\n  date: 2027-01-01\n  reason: >\n    Pitkä\n    syy.",
        "withdrawn: {date: joskus}",
    ],
)
def test_what_was_said_of_it_before_is_replaced(old: str) -> None:
    """A withdrawal that was left empty, can't be read or lies ahead gives way, and the fields around it stay."""
    text = f"---\ntitle: \U0001f600 Tie\nlead: \"ä\u2028 x\"\n{old}\n\n# huomio\ntopics: [a]\n---\n"
    assert written(text) == text.replace(old, LINE)


def test_faults_elsewhere_are_nothing_to_it() -> None:
    """What can be taken apart can be withdrawn, and is no worse afterwards."""
    text = "---\ntitel: Tie\ntitel: Toinen\ndate: eilen\n---\n[x]{.personal"
    assert written(text) == text.replace("eilen\n", f"eilen\n{LINE}\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "FI002"), ("Teksti.", "FM009"), ("---\ntitle: x\n", "FM001"), ("---\n- a\n---\n", "FM003"), ("---\na: [\n---\n", "FM008")],
)
def test_a_file_that_cannot_be_taken_apart_is_refused(text: str, code: str) -> None:
    """It isn't touched, and the fault is the one that a build tells."""
    with pytest.raises(Unreadable) as refused:
        written(text)
    assert refused.value.code == code


def test_a_field_that_another_stands_for_is_not_torn_out() -> None:
    """Where an earlier withdrawal holds an anchor that another field needs, the file is left alone."""
    with pytest.raises(Unreadable):
        written("---\nwithdrawn: {date: 2027-01-01, reason: &syy Virhe.}\nlead: *syy\ntitle: Tie\n---\n")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(lambda reason: not unfit(reason)))
def test_every_reason_is_read_as_it_was_given(reason: str) -> None:
    """Quotes, colons, hashes and whatever else YAML gives a meaning to mean themselves; spaces are evened out."""
    node = take_apart(decode(with_withdrawal(b"---\ntitle: Tie\n---\n", DAY, reason))).node
    (_, value) = node.value[-1]
    assert value.value[1][1].value == " ".join(reason.split())


def test_a_build_reads_what_was_written(tmp_path: Path) -> None:
    """The field is the one that makes a page gone."""
    file = tmp_path / "content/news/tie.md"
    file.parent.mkdir(parents=True)
    file.write_text(written("---\ntitle: Tie\ndate: 2026-05-04\n---\nx\n", 'Sanoi: "Ei # ole" – \\n'), encoding="utf-8")
    reading = read_file(tmp_path, "content/news/tie.md", Manner("fi"))
    assert reading.record is not None
    assert isinstance(reading.record.facts, News)
    assert reading.record.facts.withdrawn == Withdrawal(DAY, 'Sanoi: "Ei # ole" – \\n')


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("", "empty"),
        (" \n", "empty"),
        ("Virhe\x07", "unreadable"),
        ("Virhe \udc80", "unreadable"),
        ("Hakijan 131052-308T tiedot", "personal"),
        ("Hakijan 010203A123B", "personal"),
        ("Hakijan 131052 - 308T", "personal"),
        ("[Maija]{.personal} pyysi", "personal"),
        ("Maija {.personal}", "personal"),
        ('[x]{.secret ground="JulkL"}', "personal"),
        ("Päätös 12.5.2026, dnro 131052-30/2026, oli keskeneräinen.", ""),
    ],
)
def test_a_reason_that_the_public_may_not_see_is_unfit(reason: str, why: str) -> None:
    """It stands on the page for as long as that does: no identity code, be it right or wrong, and no mark of what goes."""
    assert unfit(reason) == why
