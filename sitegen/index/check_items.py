"""Checks of minutes: the days of meetings, the order of sections, and appeal instructions.

Knows items, their meetings and boards. Knows nothing of addresses or of the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from sitegen.diagnostics import Diagnostic
from sitegen.index.whole import Whole
from sitegen.law.appeals import proposed_kind
from sitegen.law.on_view import day_on_view
from sitegen.model.facts import Board, BoardKind, Item, Meeting
from sitegen.model.numbers import section_number
from sitegen.model.record import Record


def item_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield sections out of order (MI001), decisions of published minutes without ``appeal`` (MI003), and what else is doubtful.

    That is a request for rectification that nobody is named for (MI017), and a meeting on another day than its folder's (MI018).
    """
    meetings: dict[tuple[str, str], Meeting] = {}
    kinds: dict[str, BoardKind] = {}
    sittings: dict[tuple[str, str], list[tuple[Record, Item]]] = defaultdict(list)
    for record in whole.records.values():
        facts = record.facts
        if record.original:
            continue
        if isinstance(facts, Item):
            sittings[facts.board, facts.folder].append((record, facts))
        elif isinstance(facts, Meeting):
            meetings[facts.board, facts.folder] = facts
            if facts.start and facts.start.day != facts.date:
                args = {"start": str(facts.start.day), "folder": facts.folder}
                yield Diagnostic(record.path, code="MI018", args=args, field="start")
        elif isinstance(facts, Board):
            kinds[facts.board] = facts.kind
    for sitting, items in sittings.items():
        for record, item in items:
            # A secret decision is appealed as any other (kuntalaki 140 §); what is being withdrawn is never held up.
            if item.withdrawn or not day_on_view(item, meetings.get(sitting)):
                continue
            board: BoardKind = kinds.get(item.board, "other")
            if not item.appeal:
                yield Diagnostic(record.path, code="MI003", args={"proposed": proposed_kind(board, item.resolution)}, field="appeal")
            elif board == "office" and item.appeal.kind == "rectification" and not item.appeal.authority:
                yield Diagnostic(record.path, code="MI017", field="appeal")
        yield from _out_of_order(items)


def _out_of_order(items: list[tuple[Record, Item]]) -> Iterator[Diagnostic]:
    """Yield each item of a meeting whose section is lower than the one before it, in the order of their files."""
    numbered = [(item.sort, section_number(item.section), record) for record, item in items if item.section]
    numbered.sort(key=itemgetter(0, 1))
    for (_, before, _), (_, section, record) in pairwise(numbered):
        if section < before:
            args = {"section": "".join(map(str, section)), "before": "".join(map(str, before))}
            yield Diagnostic(record.path, code="MI001", args=args, field="section")

