"""Slips of the pen in case numbers: which of two numbers are most likely meant for one case.

Knows how the numbers of Finnish case systems are built, as slugs. Must not cry wolf: numbers are dense, and a
neighbouring number is most often another case. Its work grows with the number of cases, not with that of their pairs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from itertools import chain, combinations

from msgspec import Struct

# 70/00.00.00/2018, VD/1545/00.04.00/2017, TRE:1863/10.03.02/2016, 2751/2015: register, running number, class, year;
# HEL 2024-009117 T 00 00 03, ROIDno-2020-2129: register, year, running number, class.
FORM = re.compile(r"(?:([a-z]+)-)?0*(\d+)-(?:[\d-]+-)?((?:19|20)\d\d)|([a-z]+)-?((?:19|20)\d\d)-0*(\d+)(?:-t-[\d-]+)?")
# What two spellings of one number differ in: leading zeros, and the break between letters and digits.
LOOSE = re.compile(r"(?<!\d)0+(?=\d)|(?<=[a-z])-(?=\d)|(?<=\d)-(?=[a-z])")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Area 1 and area 3, post 1142 and post 1144: titles alike but for a numeral are of two matters.
NUMERAL = re.compile(r"\d+")
# Inflected forms of a word have its beginning in common.
STEM = 5
ALIKE = 0.8
# A word that more cases than this have in their titles doesn't tell them apart.
RARE = 4
# Where more than a twentieth of the running numbers come again under another class, they run within classes.
SELDOM = 20
LONGEST = 10


class Numbered(Struct, frozen=True):
    """A case: its number as a slug, the title of its first step and the year of that, 0 where it has none."""

    number: str
    title: str
    year: int = 0


def slips(cases: list[Numbered]) -> Iterator[tuple[str, str]]:
    """Yield pairs of numbers of which one is most likely a slip for the other; a pair may come twice."""
    running: dict[Hashable, list[str]] = defaultdict(list)
    for case in cases:
        running[_running(case.number)].append(case.number)
    shared = [names for names in running.values() if len(names) > 1]
    if len(shared) <= 1 + len(running) / SELDOM:
        yield from chain.from_iterable(combinations(names, 2) for names in shared)
    yield from _near(cases)


def _running(number: str) -> Hashable:
    """Return a case's register, running number and year, or all of a number of no known form but for how it's spelled."""
    found = FORM.fullmatch(number)
    if not found:
        return LOOSE.sub("", number)
    return found.group(1, 2, 3) if found[3] else found.group(4, 6, 5)


def _near(cases: list[Numbered]) -> Iterator[tuple[str, str]]:
    """Yield pairs at a distance of one slip whose titles are nearly the same: such titles share a rare word."""
    stems = [frozenset([word[:STEM] for word in case.title.casefold().split() if len(word) > 2]) for case in cases]
    numerals = [frozenset(NUMERAL.findall(case.title)) for case in cases]
    count = Counter(chain.from_iterable(stems))
    rare: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(stems):
        for word in words:
            if 1 < count[word] <= RARE:
                rare[word].append(at)
    for group in rare.values():
        for one, other in combinations(group, 2):
            a, b = cases[one], cases[other]
            alike = numerals[one] == numerals[other] and _alike(stems[one], stems[other])
            if alike and is_slip(a.number, b.number) and not _both_years_make_sense(a, b):
                yield a.number, b.number


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter changed, left out or added, or by two neighbours swapped."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(long) - len(short) > 1 or one == other:
        return False
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    changed = short[start + 1 :] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1] and short[start + 2 :] == long[start + 2 :]
    return changed or swapped


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two titles, as stems, are nearly the same; a single word says too little."""
    fewer = min(len(one), len(other))
    return fewer > 1 and len(one & other) >= ALIKE * fewer


def _both_years_make_sense(one: Numbered, other: Numbered) -> bool:
    """Tell whether the numbers are of two years in which either case can have begun: what comes each year has such pairs."""
    years = [YEAR.search(case.number) for case in (one, other)]
    if not years[0] or not years[1] or years[0][0] == years[1][0]:
        return False
    handled = zip(years, (one, other), strict=True)
    return all(not case.year or 0 <= case.year - int(year[0]) <= LONGEST for year, case in handled if year)
