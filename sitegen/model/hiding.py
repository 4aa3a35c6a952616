"""Whether a file may hide words, judged by its letters alone.

Knows the words by which personal and secret data are marked, misspelled too. Must not know YAML or spans: it is asked
where a file could not be read, or was read otherwise than its author meant, and errs on the side of silence.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

_MARKS = ("personal", "secret", "partial", "public", "publicity", "withdrawn")
# A class after a bracket, an escape by which YAML spells any word, and whatever may be a personal identity code, right or wrong.
_SURELY = re.compile(
    r"personal|secret|partial|withdrawn|public[\"']?\s*:|\]\s*\{|\\[xuU][0-9a-fA-F]|\d{6}\W?\D\d{3}\w", re.IGNORECASE
)
_WORD = re.compile(r"[a-z]{5,12}", re.IGNORECASE)
_NEAR = 0.75


def may_hide(text: str) -> bool:
    """Tell whether *text*, a file's whole or a part of it, may hold words that are not for all."""
    if _SURELY.search(text):
        return True
    words = {word.lower() for word in _WORD.findall(text)}
    return any(get_close_matches(word, _MARKS, 1, _NEAR) for word in words)
