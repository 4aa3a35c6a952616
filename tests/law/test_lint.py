"""Marks let stand what they cover, and nothing else."""

from __future__ import annotations

import pytest

from sitegen.law.lint import Doubt, doubts

PRIVATE = ["puh. 040 123 4567", "maija@gmail.com", "s. 12.3.1970", "FI21 1234 5600 0007 85"]


@pytest.mark.parametrize("words", PRIVATE)
def test_marked_words_are_no_doubt(words: str) -> None:
    """What is personal goes on its day, what is secret is shown to nobody."""
    assert len(list(doubts(f"Hakija {words}.", "fi"))) == 1
    assert list(doubts(f"Hakija [Maija, {words}]{{.personal}}.", "fi")) == []
    assert list(doubts(f'Hakija [Maija, {words}]{{.secret ground="JulkL"}}.', "fi")) == []


def test_a_wrong_weekday_misleads_in_personal_words_too() -> None:
    """Only what is secret is read by nobody."""
    assert list(doubts("[maanantaina 5.6.2018]{.personal}", "fi")) == [Doubt("TX009", 1, {"expected": "Tuesday"})]
    assert list(doubts('[maanantaina 5.6.2018]{.secret ground="JulkL"}', "fi")) == []


def test_a_link_with_its_address_in_words_is_one_doubt() -> None:
    """The same words on one line are told once, on the next line again."""
    link = "[maija@gmail.com](mailto:maija@gmail.com)"
    assert [doubt.offset for doubt in doubts(f"{link}\n{link}", "fi")] == [1, 43]


def test_a_plain_text_is_no_doubt() -> None:
    """Nothing is found where there is nothing."""
    assert list(doubts("Valtuusto päätti 5.6.2018 hyväksyä talousarvion, 040 euroa.", "fi")) == []
