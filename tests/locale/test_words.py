"""The words of a language."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from sitegen.locale import words


@pytest.mark.parametrize(
    ("lang", "said"), [("fi", "Tarkoititko '{nearest}'?"), ("sv", "Menade du '{nearest}'?"), ("en", "Did you mean '{nearest}'?")]
)
def test_a_message_is_said_in_the_language_asked_for(lang: str, said: str) -> None:
    """Finnish and Swedish come from their catalogues, English is the message id."""
    assert words(lang).gettext("Did you mean '{nearest}'?") == said


def test_what_is_not_translated_stays_in_english() -> None:
    """A message that no catalogue has is never lost."""
    assert words("fi").gettext("no such message") == "no such message"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_one_takes_the_singular_and_all_else_the_plural(lang: str) -> None:
    """In the three languages nought is plural, as two is."""
    assert [words(lang).ngettext("one thing", "many things", count) for count in (0, 1, 2)] == ["many things", "one thing", "many things"]


def test_the_machines_language_changes_nothing() -> None:
    """Words asked for in Swedish are Swedish on a Finnish machine."""
    program = "from sitegen.locale import words; print(words('sv').gettext('the file is empty'))"
    finnish = {**os.environ, "LANGUAGE": "fi", "LC_ALL": "fi_FI.UTF-8", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", program], env=finnish, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "filen är tom"
