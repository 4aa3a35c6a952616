"""The nearest known word, for hints.

Knows words. Knows nothing of what they name.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word most like *word*, or the first one where none is near; empty where none is known."""
    close = difflib.get_close_matches(word.lower(), known, 1, 0.3)
    return close[0] if close else (known[0] if known else "")
