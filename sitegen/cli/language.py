"""The words of the person at the terminal.

Knows where their language is told: in the environment. Must not know what is said.
"""

from __future__ import annotations

import os

from sitegen.locale import words
from sitegen.locale.user import user_language


def lang() -> str:
    """Return the user's language: ``fi``, ``sv`` or ``en``."""
    return user_language(os.environ)


def _(text: str) -> str:
    """Return *text*, an English message id, in the user's language."""
    return words(lang()).gettext(text) if text else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with *count*, in the user's language."""
    return words(lang()).ngettext(one, many, count)
