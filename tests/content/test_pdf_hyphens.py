"""Broken words are mended, words with hyphens of their own keep them, and nothing else of a text changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content.pdf.hyphens import join, without_soft, words_of

SOFT = "\N{SOFT HYPHEN}"
LETTERS = st.text("abeioskutäöABEK19- \N{HYPHEN}\N{SOFT HYPHEN}.,–", max_size=24).map(str.strip)


@pytest.mark.parametrize(
    "before, after, joined",
    [
        ("kehittämis-", "suunnitelma on", "kehittämissuunnitelma on"),
        (f"talousarvion hyväk{SOFT}", "symisestä", "talousarvion hyväksymisestä"),
        ("Helsin\N{HYPHEN}", "kiin", "Helsinkiin"),
        ("EU-", "hanke", "EU-hanke"),
        ("PKS-", "yhteisöt", "PKS-yhteisöt"),
        ("linja-", "auto", "linja-auto"),
        ("vapaa-", "aika", "vapaa-aika"),
        ("e-", "lasku", "e-lasku"),
        ("Etelä-", "Karjala", "Etelä-Karjala"),
        ("vuosina 2009-", "2012", "vuosina 2009-2012"),
        ("2010-", "luvulla", "2010-luvulla"),
        (f"sosiaali{SOFT}", "ja terveyspalvelut", "sosiaali- ja terveyspalvelut"),
        ("yksi", "kaksi", "yksi kaksi"),
        ("hinta –", "ja muuta", "hinta – ja muuta"),
        ("", "alku", "alku"),
    ],
)
def test_a_line_is_joined_to_the_next(before: str, after: str, joined: str) -> None:
    """A hyphen stays where the language wants one, and goes where only the line's end did."""
    assert join(before, after) == joined


def test_the_rest_of_the_document_knows_best() -> None:
    """A compound that stands whole on another line keeps its hyphen, whatever its ending, and a word that stands whole there has none."""
    known = words_of("Uusi Esimerkki-strategia ja ala-aste; takaajat")
    assert join("Esimerkki-", "strategian", known) == "Esimerkki-strategian"
    assert join("ala-", "koulu", known) == "alakoulu"
    assert join("taka-", "ajat", known) == "takaajat"


@given(st.lists(LETTERS, max_size=6), st.sets(LETTERS))
def test_no_letter_is_lost_or_added(lines: list[str], known: set[str]) -> None:
    """Whatever the lines and words are, joining changes hyphens and spaces alone, and keeps the order."""
    text = ""
    for line in lines:
        text = join(text, line, known)
    unchanged = str.maketrans("", "", "-\N{HYPHEN}\N{SOFT HYPHEN} ")
    assert without_soft(text).translate(unchanged) == "".join(lines).translate(unchanged)
