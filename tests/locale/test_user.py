"""The language of the person at the terminal, and click's words in it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from sitegen.locale.user import user_language

PROGRAM = """
import click
from sitegen.locale.user import install_click_messages

@click.command()
@click.argument("count", type=int)
def build(count: int) -> None:
    pass

install_click_messages()
build(prog_name="build")
"""


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "fi_FI.UTF-8"}, "fi"),
        ({"LANG": "sv_FI"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8", "LC_MESSAGES": "sv_FI.UTF-8"}, "sv"),
        ({"LC_ALL": "fi", "LC_MESSAGES": "sv", "LANG": "en"}, "fi"),
        ({"LANGUAGE": "sv", "LC_ALL": "fi"}, "sv"),
        ({"LANGUAGE": "", "LC_ALL": "", "LANG": "fi@euro"}, "fi"),
        ({"LANGUAGE": "et:sv:fi", "LANG": "fi"}, "sv"),
    ],
)
def test_the_first_variable_that_says_something_decides(environ: dict[str, str], language: str) -> None:
    """LANGUAGE goes before LC_ALL, LC_MESSAGES and LANG, and may list several languages of which the first known one is taken."""
    assert user_language(environ) == language


@pytest.mark.parametrize(
    "environ",
    [{}, {"LANG": "C"}, {"LANG": "C.UTF-8"}, {"LANG": "POSIX"}, {"LANG": "et_EE"}, {"LC_ALL": "C", "LANG": "fi"}, {"LANGUAGE": "C:fi"}],
)
def test_a_user_without_a_known_language_reads_english(environ: dict[str, str]) -> None:
    """Where nothing is said, C, POSIX or a language that the program doesn't speak, it is English."""
    assert user_language(environ) == "en"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi_FI.UTF-8", ["Käyttö: build", "Ohjeen saat komennolla 'build --help'.", "Virhe: 'COUNT': arvo ei kelpaa: 'x'"]),
        ("sv_FI.UTF-8", ["Användning: build", "Fel: Ogiltigt värde för 'COUNT'"]),
        ("C", ["Usage: build", "Error: Invalid value for"]),
        ("et", ["Usage: build"]),
    ],
)
def test_click_reports_wrong_use_in_the_users_language(language: str, said: list[str]) -> None:
    """A small program that is called wrongly answers in the language that user_language finds, English included."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("LANG", "LC_"))}
    environ |= {"LANG": language, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", PROGRAM, "x"], env=environ, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert [words for words in said if words not in done.stderr] == []


@pytest.mark.parametrize(
    ("language", "said"), [("fi", ["Valitsimet:", "Näytä tämä ohje ja lopeta."]), ("sv", ["Alternativ:", "Visa den här hjälpen"])]
)
def test_click_gives_help_in_the_users_language(language: str, said: list[str]) -> None:
    """The headings and the words of click's own options are translated too."""
    environ = {**os.environ, "LANGUAGE": language, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", PROGRAM, "--help"], env=environ, capture_output=True, encoding="utf-8", check=True)
    assert [words for words in said if words not in done.stdout] == []
