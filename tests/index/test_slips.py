"""Slips in case numbers are told, and neighbouring numbers are left in peace."""

from __future__ import annotations

import cProfile
import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.index.slips import Numbered, is_slip, slips
from sitegen.model.slugs import slug

REAL = Path(__file__).parents[3] / "shared/cases/titles/case-numbers.tsv"
ROAD = "Kunnantien kunnostaminen"


def slip_pairs(*cases: tuple[str, str]) -> set[frozenset[str]]:
    """Return the pairs of numbers, as slugs, that are taken for slips; each case is a number and a title, handled in 2026."""
    return {frozenset(pair) for pair in slips([Numbered(slug(number), title, 2026) for number, title in cases])}


def pair(one: str, other: str) -> set[frozenset[str]]:
    """Return the one pair of two numbers."""
    return {frozenset((slug(one), slug(other)))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("70/10.03.01/2026", "70/10.03.02/2026"),
        ("70/10.03.01/2026", "70/2026"),
        ("HEL 2026-005123", "HEL 2026-5123"),
        ("HEL 2026-005123", "HEL2026-005123"),
        ("HEL 2026-005123 T 00 00 03", "HEL 2026-005123"),
        ("VD/1545/00.04.00/2026", "VD/1545/00.04.01/2026"),
        ("ROIDno-2026-2129", "ROIDno-2026-02129"),
        ("D/0012/A", "D12/A"),
    ],
)
def test_a_number_in_another_spelling_is_a_slip(one: str, other: str) -> None:
    """One running number of one year is one case, whatever its class, its zeros and its breaks; titles don't matter."""
    assert slip_pairs((one, ROAD), (other, "Aivan muu asia")) == pair(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("71/10.03.01/2026", "17/10.03.01/2026"), ("71/10.03.01/2026", "711/10.03.01/2026"), ("HEL 2026-005123", "HEL 2026-005132")],
)
def test_a_near_number_under_the_same_title_is_a_slip(one: str, other: str) -> None:
    """A digit changed, added or swapped is a slip where the titles are the same but for their endings."""
    assert slip_pairs((one, ROAD), (other, "Kunnantien kunnostamisen hyväksyminen")) == pair(one, other)


def test_dense_numbers_are_no_slips() -> None:
    """Cases that follow each other differ by a digit, and are told apart by their titles."""
    words = ("Koulun", "Sillan", "Puiston", "Kirjaston", "Sataman", "Uimahallin", "Torin", "Varikon")
    cases = [(f"{number}/10.03.01/2026", f"{word} peruskorjaus") for number, word in enumerate(words, 70)]
    assert slip_pairs(*cases) == set()


def test_titles_that_differ_in_a_numeral_are_of_two_matters() -> None:
    """Works in area 1 and works in area 3 are two cases, however near their numbers are."""
    titles = ("Päällystystyöt lähiliikenteen kaduilla, alue 1", "Päällystystyöt lähiliikenteen kaduilla, alue 3")
    numbered = [Numbered(f"hel-2022-00016{n}", title) for n, title in zip((0, 8), titles, strict=True)]
    assert list(slips(numbered)) == []
    assert list(slips([Numbered(one.number, titles[0]) for one in numbered])) != []


def test_titles_that_come_again_and_again_are_no_slips() -> None:
    """A title that many cases share says nothing of any of them."""
    assert slip_pairs(*((f"{number}/01.01.02/2026", "Virkavapauden myöntäminen") for number in range(10, 30))) == set()


def test_what_comes_each_year_is_no_slip() -> None:
    """The same matter under the same running number of two years is two cases, unless one year makes no sense."""
    same = "Kokousaikataulun vahvistaminen syksylle"
    assert slip_pairs(("1/00.02.01/2025", same), ("1/00.02.01/2026", same)) == set()
    assert slip_pairs(("1/00.02.01/2062", same), ("1/00.02.01/2026", same)) == pair("1/00.02.01/2062", "1/00.02.01/2026")


def test_numbers_that_run_within_their_classes_are_no_slips() -> None:
    """Where many running numbers come under several classes, that is how the register counts."""
    numbers = [f"{number}/{kind}/2026" for number in range(1, 12) for kind in ("00.01.00", "02.08.00", "10.03.01")]
    assert slip_pairs(*((number, f"Asia {number}") for number in numbers)) == set()


def test_numbers_of_a_system_without_known_form_are_compared_by_their_titles() -> None:
    """A number of any form can be mistyped."""
    assert slip_pairs(("D/12/A", ROAD), ("D/21/A", ROAD)) == pair("D/12/A", "D/21/A")


@pytest.mark.skipif(not REAL.exists(), reason="the real case numbers aren't here")
def test_real_case_numbers_are_no_slips_of_each_other() -> None:
    """Numbers of nine systems stand side by side in peace."""
    with REAL.open(encoding="utf-8") as file:
        numbers = [row["docket"] for row in csv.DictReader(file, delimiter="\t")]
    assert slip_pairs(*((number, ROAD) for number in numbers)) == set()


@given(st.text("0123", max_size=5), st.text("0123", max_size=5))
def test_a_slip_is_a_damerau_distance_of_one(one: str, other: str) -> None:
    """Two words are a slip apart if one edit of one gives the other."""
    changed = {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "0123"}
    added = {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "0123"}
    left_out = {one[:at] + one[at + 1 :] for at in range(len(one))}
    swapped = {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    assert is_slip(one, other) == (other in (changed | added | left_out | swapped) - {one})


def calls(count: int) -> int:
    """Return how many functions are called to compare *count* cases with dense numbers and titles of a few words."""
    words = [f"sana{number}" for number in range(count // 4)]
    cases = [
        Numbered(f"{at}-00-00-2026", " ".join(words[at * step % len(words)] for step in (1, 7, 31)), 2026) for at in range(count)
    ]
    profile = cProfile.Profile()
    profile.runcall(list, slips(cases))
    return sum(one.callcount for one in profile.getstats())


def test_the_work_grows_with_the_cases_and_not_with_their_pairs() -> None:
    """Twice as many cases take about twice as much work."""
    assert calls(4000) < 2.5 * calls(2000)
