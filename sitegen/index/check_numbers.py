"""Checks of section numbers: none is missing within a meeting, or between two meetings that follow each other.

Knows items and meetings. Must not cry wolf: a site that shows chosen items only has gaps on purpose, an office-holder's
decisions on staff aren't in the network, and a meeting may be missing as a whole (docs/decisions/0018).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from sitegen.diagnostics import Diagnostic
from sitegen.index.whole import Whole
from sitegen.model.facts import Board, Item, Meeting

_NUMBERED = re.compile(r"(\d+)\s*/\s*(\d{4})")


class Sitting(Struct):
    """A meeting's sections, lowest first, each with the file that has it; ``whole`` unless some item has none yet."""

    meeting: Meeting | None = None
    sections: list[tuple[int, str]] = []
    whole: bool = True


def number_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each item before which a section number is missing (MI010)."""
    boards: dict[str, dict[str, Sitting]] = defaultdict(lambda: defaultdict(Sitting))
    offices = set()
    for record in whole.records.values():
        facts = record.facts
        if record.original:
            continue
        if isinstance(facts, Item):
            sitting = boards[facts.board][facts.folder]
            if facts.section:
                sitting.sections.append((int(facts.section.rstrip("abcdefghijklmnopqrstuvwxyz")), record.path))
            sitting.whole = sitting.whole and bool(facts.section) and facts.folder not in whole.unread
        elif isinstance(facts, Meeting):
            boards[facts.board][facts.folder].meeting = facts
        elif isinstance(facts, Board) and facts.kind == "office":
            offices.add(facts.board)
    for board, sittings in boards.items():
        if board not in offices:
            yield from _gaps([sittings[folder] for folder in sorted(sittings)])


def _gaps(sittings: list[Sitting]) -> Iterator[Diagnostic]:
    """Yield the gaps in the numbers of a board's meetings, which stand in order."""
    for sitting in sittings:
        sitting.sections.sort()
        if sitting.whole and not _is_chosen(sitting.sections):
            yield from _missing(sitting.sections)
    for before, after in pairwise(one for one in sittings if one.meeting is None or one.meeting.status != "cancelled"):
        if _adjoin(before, after) and after.sections[0][0] > before.sections[-1][0]:
            yield from _missing([before.sections[-1], after.sections[0]])


def _missing(sections: list[tuple[int, str]]) -> Iterator[Diagnostic]:
    for (before, _), (section, path) in pairwise(sections):
        if section > before + 1:
            missing = str(before + 1) if section == before + 2 else f"{before + 1}–{section - 1}"
            yield Diagnostic(path, code="MI010", args={"missing": missing, "section": str(section)}, field="section")


def _is_chosen(sections: list[tuple[int, str]]) -> bool:
    """Tell whether so many numbers are missing that these items were chosen: more than half as many as there are."""
    numbers = {section for section, _ in sections}
    return bool(numbers) and max(numbers) - min(numbers) + 1 - len(numbers) > len(numbers) / 2


def _adjoin(before: Sitting, after: Sitting) -> bool:
    """Tell whether both meetings are on view as wholes, and their numbers (9/2026, 10/2026) prove that none is between them."""
    one, other = before.meeting, after.meeting
    if not one or not other or one.status != "approved" or other.status != "approved":
        return False
    numbers = [_NUMBERED.fullmatch(meeting.number) for meeting in (one, other)]
    if not numbers[0] or not numbers[1]:
        return False
    follows = int(numbers[1][1]) == int(numbers[0][1]) + 1 and numbers[0][2] == numbers[1][2]
    parts = (before, after)
    return follows and all(part.whole and part.sections and not _is_chosen(part.sections) for part in parts)
