"""Checks of case numbers: one case has one number, spelled in one way.

Knows which files name which case. Knows nothing of how numbers are built.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic
from sitegen.index.slips import Numbered, slips
from sitegen.index.things import cases_of
from sitegen.index.whole import Whole
from sitegen.model.facts import Case, Item
from sitegen.model.record import Record
from sitegen.model.slugs import slug


class Use(NamedTuple):
    """A case number as one file gives it; ``at`` is its place in the file's list."""

    record: Record
    at: int
    number: str

    @property
    def field(self) -> str:
        """The field in which the number stands."""
        return "case" if isinstance(self.record.facts, Item) else f"cases.{self.at}"


def case_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield numbers that share an address without being the same (AD010), and those a slip away from another (MI002)."""
    cases: dict[str, list[Use]] = defaultdict(list)
    for use in _uses(whole):
        cases[slug(use.number)].append(use)
    for uses in cases.values():
        if len(uses) > 1:
            yield from _spelled_otherwise(uses)
    described = {record.facts.slug for record in whole.records.values() if isinstance(record.facts, Case)}
    told: set[str] = set()
    for pair in slips([_numbered(name, uses[0]) for name, uses in cases.items()]):
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
        if record.original:
            continue
        for at, number in enumerate(cases_of(facts)):
            yield Use(record, at, number)


def _numbered(name: str, use: Use) -> Numbered:
    facts = use.record.facts
    return Numbered(name, facts.title, facts.date.year if isinstance(facts, Item) else 0)


def _spelled_otherwise(uses: list[Use]) -> Iterator[Diagnostic]:
    """Yield each number that differs from the first by more than white space, capitals and the form of its letters."""
    first = uses[0].number
    for use in uses[1:]:
        if use.number != first and _plain(use.number) != _plain(first):
            yield Diagnostic(use.record.path, code="AD010", args={"one": first, "other": use.number}, field=use.field)


def _plain(number: str) -> str:
    return "".join(unicodedata.normalize("NFC", number).casefold().split())
