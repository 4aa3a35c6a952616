"""Checks of minutes: the order of sections, and appeal instructions.

Knows items, their meetings and boards. Knows nothing of addresses or of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from sitegen.diagnostics import Diagnostic
from sitegen.index.whole import Whole
from sitegen.law.appeals import proposed_kind
from sitegen.model.facts import Board, BoardKind, Item, Meeting
from sitegen.model.record import Record


def item_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield sections out of order (MI001) and decisions of published minutes without ``appeal`` (MI003)."""
    originals = [record for record in whole.records.values() if not record.original]
    meetings = {(f.board, f.folder): f for record in originals if isinstance(f := record.facts, Meeting)}
    kinds: dict[str, BoardKind] = {f.board: f.kind for record in originals if isinstance(f := record.facts, Board)}
    sittings: dict[tuple[str, str], list[tuple[Record, Item]]] = defaultdict(list)
    for record in originals:
        facts = record.facts
        if isinstance(facts, Item):
            sittings[facts.board, facts.folder].append((record, facts))
            if not facts.appeal and not facts.withdrawn and _is_published(facts, meetings.get((facts.board, facts.folder))):
                kind = proposed_kind(kinds.get(facts.board, "other"), facts.resolution)
                yield Diagnostic(record.path, code="MI003", args={"proposed": kind}, field="appeal")
    for items in sittings.values():
        yield from _out_of_order(items)


def _is_published(item: Item, meeting: Meeting | None) -> bool:
    """Tell whether an item's decision is on view, or will be on a day that is already set.

    A secret decision is appealed as any other (kuntalaki 140 §); what is being withdrawn is never held up.
    """
    inspected = meeting is not None and meeting.status == "approved" and meeting.published is not None
    return inspected or item.published is not None


def _out_of_order(items: list[tuple[Record, Item]]) -> Iterator[Diagnostic]:
    """Yield each item of a meeting whose section is lower than the one before it, in the order of their files."""
    numbered = [(item.sort, _number(item.section), record) for record, item in items if item.section]
    numbered.sort(key=lambda one: (one[0], one[1], one[2].path))
    for (_, before, _), (_, section, record) in pairwise(numbered):
        if section < before:
            args = {"section": "".join(map(str, section)), "before": "".join(map(str, before))}
            yield Diagnostic(record.path, code="MI001", args=args, field="section")


def _number(section: str) -> tuple[int, str]:
    """Return a section's number and its letter."""
    digits = section.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits), section[len(digits) :]
