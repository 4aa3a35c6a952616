"""Finnish words: the base form of any form, and the words that a compound is made of.

Knows the endings that docs/finnish.py learned from a dictionary, and reads them. templates/search.js finds the base form of
a query's words in the same way: what one of the two changes, the other must.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöšž"
FOLDER = Path(__file__).parent.parent / "finnish"
# A possessive suffix on a case: "kokouksessaan" is "kokouksessa" and "-an", "esityksensä" is "esityksen" and "-nsä".
_POSSESSED = re.compile(r"(?<=[sl][lst])([aä])\1n\Z|(?<=ll)een\Z|(?<=ks)een\Z")
_OWNED = re.compile(r"(?<=.{4})(?:ns[aä]|mme|nne)\Z")
_LETTERS = re.compile(f"[{LETTERS}]+")
_CASE = re.compile(r"(?:[sl][lst][aäe]|[ijt][aä]|[aä]{2})\Z")
LEAST = 4
SHORT = frozenset("hai jää kuu maa puu suo syy tie työ yli ylä".split())
# Compounds whose parts no longer mean what they say: who looks for "kirja" doesn't want every "pöytäkirja".
WHOLE = frozenset(
    "allekirjoitus asiakirja eduskunta esityslista kirjanpito lautakunta luottamushenkilö maakunta muutoksenhaku osakunta "
    "pöytäkirja puheenjohtaja seurakunta toimielin toimikunta toimiala viranhaltija viranomainen yhteystieto".split()
)

Rules = dict[str, tuple[int, str]]


def text_of(name: str) -> str:
    """Return what docs/finnish.py learned: ``endings.txt``, ``forms.txt`` or ``words.txt``."""
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _endings() -> Rules:
    """Return, by ending, how many letters come off the end of a word and what is put in their place."""
    return _rules("endings.txt")


@cache
def _forms() -> Rules:
    """Return the same for those forms of common words that no ending tells rightly."""
    return _rules("forms.txt")


@cache
def _common() -> frozenset[str]:
    """Return the words that compounds are made of."""
    return frozenset(text_of("words.txt").split())


def _rules(name: str) -> Rules:
    rows = ([*line.split(" "), ""] for line in text_of(name).splitlines())
    return {row[0]: (int(row[1]), row[2]) for row in rows}


@lru_cache(1 << 18)
def base_form(word: str) -> str:
    """Return the base form of *word*, in small letters; all forms of a word nobody knows have the same, most often."""
    forms, endings = _forms(), _endings()
    if not _LETTERS.fullmatch(word) or (word in _common() and word not in forms):
        return word
    form = word if word in forms else _without_owner(word)
    cut, added = forms.get(form) or next((endings[form[at:]] for at in range(len(form) + 1) if form[at:] in endings), (0, ""))
    return form[: len(form) - cut] + added or word


def _without_owner(word: str) -> str:
    """Return *word* without a possessive suffix."""
    if found := _POSSESSED.search(word):
        stem = word[: found.start()]
        return stem + (found[1] or ("e" if stem.endswith("ll") else "i"))
    if found := _OWNED.search(word):
        stem = word[: found.start()]
        return stem if _CASE.search(stem) else stem + "n"
    return word


@lru_cache(1 << 18)
def words_in(word: str) -> tuple[str, ...]:
    """Return the base form of *word*, and those of the words that it is put together of: ``liikennesuunnitelma``, ``liikenne`` …"""
    found: dict[str, None] = {}
    for base in dict.fromkeys((base_form(word), _put_together(word))):
        parts = _parts(base)
        ends = range(len(parts), 0, -1)
        inside = ("".join(parts[start : end - 1]) + _alone(parts[end - 1]) for end in ends for start in range(end))
        found |= dict.fromkeys((base, *inside))
    return tuple(found)


def _put_together(word: str) -> str:
    """Return the base form of a compound whose last word is a known form; that of any other word."""
    for at in range(3, len(word) - LEAST + 1):
        last = word[at:]
        if (last in _common() or last in _forms()) and _before(word[:at]):
            return word[:at] + base_form(last)
    return base_form(word)


def _parts(base: str) -> list[str]:
    """Return the words that *base* is put together of, as they stand in it; itself where it is one word.

    Of a compound that begins with a word nobody knows, only its end is told apart.
    """
    if base in WHOLE:
        return [base]
    lasts = [at for at in range(len(base) - 3, 2, -1) if _is_part(base[at:]) and base[at:] in _common()]
    for at in lasts:
        if before := _before(base[:at]):
            return [*before, base[at:]]
    far = [at for at in lasts if LEAST <= at < len(base) - LEAST] if base not in _common() else []
    return [base[: far[-1]], base[far[-1] :]] if far else [base]


def _before(text: str) -> list[str]:
    """Return the words that *text*, the beginning of a compound, consists of; none where it doesn't."""
    if text in WHOLE:
        return [text]
    for at in range(len(text) - 3, 2, -1):
        if _is_part(text[at:]) and _alone(text[at:]) in _common() and (before := _before(text[:at])):
            return [*before, text[at:]]
    return [text] if _is_part(text) and (_alone(text) in _common() or _alone(text) in WHOLE) else []


def _is_part(text: str) -> bool:
    return len(text) >= LEAST or text in SHORT


def _alone(part: str) -> str:
    """Return the word that stands before another in another form: ``kehittämis``, ``nais``, ``kunnan``."""
    if part in _common():
        return part
    whole = part[:-1] + "nen"
    return whole if part.endswith("mis") or (part.endswith("s") and whole in _common()) else base_form(part)
