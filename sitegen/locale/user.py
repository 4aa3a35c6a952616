"""The language of the person at the terminal.

Knows the variables that tell it, by gettext's rules, and that click asks gettext for its words. Must not read the
environment: the command hands it over.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping

from sitegen.locale import FOLDER

CLICK_DOMAIN = "click"
LANGUAGES = ("fi", "sv", "en")
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def user_language(environ: Mapping[str, str]) -> str:
    """Return the first language of the user's that the program speaks (``fi``, ``sv`` or ``en``); English where there is none.

    Of the variables the first one that isn't empty counts, as in gettext; ``LANGUAGE`` may list several languages.
    """
    wanted = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    for name in wanted.split(":"):
        language = name.partition(".")[0].partition("@")[0].partition("_")[0]
        if language in ("C", "POSIX"):
            break
        if language in LANGUAGES:
            return language
    return "en"


def install_click_messages() -> None:
    """Let click take its own words from the catalogue here, in the language that the environment names.

    click asks gettext's default domain at the moment it speaks, by the same variables in the same order as ``user_language``.
    """
    gettext.bindtextdomain(CLICK_DOMAIN, str(FOLDER))
    gettext.textdomain(CLICK_DOMAIN)
