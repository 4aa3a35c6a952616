"""A name that is marked once is looked for wherever its file could say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sitegen.content.repeated import marked_names

Read = Callable[..., Any]
PATH = "content/minutes/hallitus/2026-03-02/5-tie.md"
MARKED = "[Maija Esimerkki]{.personal}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (MARKED, {"Maija Esimerkki"}),
        ("hakija [**Maija**\n  Esimerkki ja O'Brien Åke-Ilmari, Oy]{.personal}", {"Maija Esimerkki", "O'Brien Åke-Ilmari"}),
        ("title: 'Vaali: [Maija E. Esimerkki]{.personal}'", set()),
        ('[Maija]{.personal} [hakija]{.personal} [Maija Esimerkki]{.secret ground="JulkL"} Matti Esimerkki', set()),
    ],
)
def test_a_name_is_two_words_with_capitals_in_a_personal_mark(text: str, names: set[str]) -> None:
    """One word may be anybody's, and what is secret is looked for by nobody."""
    assert marked_names(text) == names


def test_values_that_hold_themselves_come_to_an_end(read: Read) -> None:
    """YAML's aliases can lead round in a circle."""
    file = f"---\ntitle: '{MARKED}'\nsection: 5\npreparers: &a [*a]\nsummary: Maija Esimerkki\n---\nx\n"
    assert "PD005" in [fault.code for fault in read(file, PATH).faults]
