"""Roles that minutes know, in the language of a page."""

from __future__ import annotations

import pytest

from sitegen.locale.roles import role


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("puheenjohtaja", "sv", "ordförande"), ("Puheenjohtaja", "en", "Chair"), ("I varapuheenjohtaja", "sv", "första vice ordförande"),
        ("II varapuheenjohtaja", "en", "second deputy chair"), ("ersättare", "fi", "varajäsen"), ("Ledamot", "fi", "Jäsen"),
        ("member", "sv", "ledamot"), ("jäsen", "fi", "jäsen"),
    ],
)  # fmt: skip
def test_a_known_role_is_said_in_any_language(text: str, lang: str, said: str) -> None:
    """Whichever of the three languages it is written in, and with a capital where it has one; a numeral is none."""
    assert role(text, lang) == said


@pytest.mark.parametrize("text", ["", "tarkkailija", "hallintojohtaja", "jäsen ja sihteeri"])
def test_what_is_no_known_role_is_not_said(text: str) -> None:
    """An empty answer has the page show what was written."""
    assert role(text, "sv") == ""
