"""Checks of case numbers: one case has one number, spelled in one way.

Knows how the numbers of Finnish case systems are built. Must not cry wolf: numbers are dense, and a neighbouring
number is most often another case.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from sitegen.diagnostics import Diagnostic
from sitegen.index.things import cases_of
from sitegen.index.whole import Whole
from sitegen.model.facts import AnyFacts, Case, Item
from sitegen.model.record import Record
from sitegen.model.slugs import slug

# 70/00.00.00/2018, VD/1545/00.04.00/2017, TRE:1863/10.03.02/2016, 2751/2015: register, running number, class, year.
SLASHED = re.compile(r"(?:([^\W\d_]+)[/:])?(\d+)(?:/([\d.]+))?/(\d{4})")
# HEL 2024-009117 T 00 00 03, ROIDno-2020-2129: register, year, running number, class.
DASHED = re.compile(r"([^\W\d_]+)[ -](\d{4})-(\d+)(?: T ([\d ]+))?")
TOKEN = re.compile(r"\d+|[^\W\d_]+")
WORD = re.compile(r"\w{3,}")
STEM = 5
ALIKE = 0.8
# A title that more cases than this share is one of those that come again and again.
FEW = 3


class Use(Struct, frozen=True):
    """A case number as one file gives it."""

    record: Record
    field: str
    number: str


def case_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield numbers that share an address without being the same (AD010), and those a slip away from another (MI002)."""
    cases: dict[str, list[Use]] = defaultdict(list)
    for use in _uses(whole):
        cases[slug(use.number)].append(use)
    for uses in cases.values():
        yield from _spelled_otherwise(uses)
    described = {record.facts.slug for record in whole.records.values() if isinstance(record.facts, Case)}
    told: set[str] = set()
    for pair in _slips(cases):
        # The case with a file of its own is right, else the one with more steps, else the earlier one.
        right, slip = sorted(pair, key=lambda name: (name not in described, -len(cases[name]), cases[name][0].record.path))
        if slip not in described and slip not in told:
            told.add(slip)
            use, args = cases[slip][0], {"case": cases[slip][0].number, "other": cases[right][0].number}
            yield Diagnostic(use.record.path, code="MI002", args=args, field=use.field)


def _uses(whole: Whole) -> Iterator[Use]:
    """Yield every number that a file gives; a secret item's is as hidden as its text, and a translation's is its original's."""
    for record in whole.records.values():
        facts = record.facts
        if record.original or (isinstance(facts, Item) and facts.publicity.level == "secret"):
            continue
        for number, case in enumerate(cases_of(facts)):
            yield Use(record, "case" if isinstance(facts, Item) else f"cases.{number}", case)


def _spelled_otherwise(uses: list[Use]) -> Iterator[Diagnostic]:
    """Yield each number that differs from the first by more than white space, capitals and the form of its letters."""
    first = uses[0].number
    for use in uses[1:]:
        if use.number != first and _plain(use.number) != _plain(first):
            yield Diagnostic(use.record.path, code="AD010", args={"one": first, "other": use.number}, field=use.field)


def _plain(number: str) -> str:
    return "".join(unicodedata.normalize("NFC", number).casefold().split())


class Parts(Struct, frozen=True):
    """What a case number is made of; leading zeros are gone. ``tokens`` are all its numbers and words in order."""

    register: str
    running: str
    year: str
    tokens: tuple[str, ...]


@lru_cache(maxsize=65536)
def parts(number: str) -> Parts:
    """Return the parts of a case number; without running number and year where it's of no known form."""
    number = " ".join(number.casefold().split())
    tokens = tuple(token.lstrip("0") or "0" for token in TOKEN.findall(number))
    slashed = SLASHED.fullmatch(number)
    if slashed:
        return Parts(slashed[1] or "", slashed[2].lstrip("0"), slashed[4], tokens)
    dashed = DASHED.fullmatch(number)
    return Parts(dashed[1], dashed[3].lstrip("0"), dashed[2], tokens) if dashed else Parts("", "", "", tokens)


def _slips(cases: dict[str, list[Use]]) -> Iterator[tuple[str, str]]:
    """Yield pairs of cases of which one number is most likely a slip for the other."""
    same: dict[tuple[str, ...], list[str]] = defaultdict(list)
    near: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
    for name, uses in cases.items():
        found = parts(uses[0].number)
        # The same numbers with other separators or zeros; the same running number and year with another class.
        same[found.tokens].append(name)
        if found.running:
            same[found.register, found.running, found.year, "/"].append(name)
        for at, token in enumerate(found.tokens):
            near[at, found.tokens[:at], found.tokens[at + 1 :]].append((token, name))
    for names in same.values():
        yield from ((names[0], name) for name in dict.fromkeys(names[1:]))
    stems = {name: _stems(uses) for name, uses in cases.items()}
    common = _common(stems)
    for pairs in near.values():
        if len(pairs) > 1:
            yield from ((a, b) for a, b in _one_apart(pairs) if _alike(cases, stems, common, a, b))


def _one_apart(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the names of pairs whose tokens differ by one letter changed, left out, added, or two swapped.

    Two such tokens share what is left of each when one letter goes, so no token is compared with all others.
    """
    left: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for token, name in pairs:
        for rest in {token, *(token[:at] + token[at + 1 :] for at in range(len(token)))}:
            left[rest].append((token, name))
    found: dict[tuple[str, str], None] = {}
    for group in left.values():
        for number, (token, name) in enumerate(group):
            for other_token, other in group[number + 1 :]:
                if _is_slip(token, other_token):
                    found[name, other] = None
    yield from found


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words are at a Damerau distance of one."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return False
    start = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    changed = short[start + 1 :] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return changed or swapped


def _stems(uses: list[Use]) -> frozenset[str]:
    """Return the beginnings of the words in the title of a case's first step: inflected forms have them in common."""
    facts: AnyFacts = uses[0].record.facts
    return frozenset(word[:STEM] for word in WORD.findall(facts.title.casefold()))


def _common(stems: dict[str, frozenset[str]]) -> set[frozenset[str]]:
    """Return the titles that come again and again under different cases."""
    counts: dict[frozenset[str], int] = defaultdict(int)
    for one in stems.values():
        counts[one] += 1
    return {one for one, count in counts.items() if count > FEW}


def _alike(cases: dict[str, list[Use]], stems: dict[str, frozenset[str]], common: set[frozenset[str]], a: str, b: str) -> bool:
    """Tell whether two cases with neighbouring numbers have nearly the same title, and aren't of two years that both make sense."""
    one, other = stems[a], stems[b]
    fewer = min(len(one), len(other))
    if fewer < 2 or len(one & other) < ALIKE * fewer or one in common or other in common:
        return False
    years = parts(cases[a][0].number).year, parts(cases[b][0].number).year
    return years[0] == years[1] or not all(_makes_sense(year, uses) for year, uses in zip(years, (cases[a], cases[b]), strict=True))


def _makes_sense(year: str, uses: list[Use]) -> bool:
    """Tell whether a case of *year* can have been handled when it was: in that year or within ten."""
    facts = uses[0].record.facts
    day = facts.date if isinstance(facts, Item) else None
    return not year or day is None or 0 <= day.year - int(year) <= 10
