"""Words that a line's end breaks in two, and what becomes of their hyphen.

Knows how Finnish and Swedish write compounds. A hyphen at a line's end is either where a word was broken, or its own
(``EU-hanke``, ``linja-auto``, ``sosiaali- ja terveyspalvelut``). Must not know pages.
"""

from __future__ import annotations

import re
from collections.abc import Container

from sitegen.content.pdf.lines import HYPHENS, SOFT_HYPHEN

_LAST = re.compile(rf"[^\s{re.escape(HYPHENS)}]*(?=[{re.escape(HYPHENS)}]\Z)")
_FIRST = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(r"\w+(?:-\w+)*")
_VOWELS = frozenset("aeiouyåäö")
# What stands after a part that shares its other half with a later word.
_BETWEEN = frozenset("eikä eli ja mutta och eller samt sekä tai vai and or".split())


def words_of(text: str) -> frozenset[str]:
    """Return the words that *text* writes on one line, in lower case, and the beginnings that have a hyphen of their own.

    That of ``ala-aste`` says nothing of ``alakoulu``: it stands between two vowels that are alike.
    """
    words = {word.lower() for word in _WHOLE.findall(text)}
    parts = (word.partition("-") for word in words if "-" in word)
    return frozenset(words | {first + hyphen for first, hyphen, second in parts if first[-1] != second[0]})


def is_broken(line: str) -> bool:
    """Tell whether *line* ends within a word."""
    return bool(line) and line[-1] in HYPHENS and line[-2:-1].isalnum()


def join(before: str, after: str, known: Container[str] = ()) -> str:
    """Return two lines as one text; *known* are words that the same document writes elsewhere.

    No letter is lost or added, and nothing but a hyphen and the space between the lines.
    """
    if not is_broken(before):
        return f"{before} {after}" if before and after else before or after
    word = _FIRST.match(after)
    if word and word[0].lower() in _BETWEEN:
        return f"{before[:-1]}- {after}"
    own = _is_own(_LAST.search(before), word[0] if word else "", known)
    return before[:-1] + ("-" if own else "") + after


def without_soft(text: str) -> str:
    """Return *text* without the SOFT HYPHENs that show a reader nothing."""
    return text.replace(SOFT_HYPHEN, "")


def _is_own(found: re.Match[str] | None, second: str, known: Container[str]) -> bool:
    """Tell whether the hyphen between *found* and *second* is the word's own.

    The document's other lines know best. Else it is where lower case doesn't follow, behind a letter alone, an abbreviation or
    a number, and between two vowels that are alike: within a part of a word they are one sound, which no line's end breaks.
    """
    first = found[0] if found else ""
    if not first or not second or not second[0].islower():
        return True
    if f"{first}{second}".lower() in known:
        return False
    if f"{first}-{second}".lower() in known or f"{first}-".lower() in known:
        return True
    if len(first) == 1 or not first[-1].islower() or any(char.isdigit() for char in first):
        return True
    return first[-1] == second[0] and second[0] in _VOWELS
