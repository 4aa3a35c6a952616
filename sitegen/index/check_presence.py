"""Checks of who was there: attendance and disqualification agree with the meeting's items.

Knows meetings and their items. Must not quote a name, which may be personal, nor know the day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sitegen.diagnostics import N_, Diagnostic
from sitegen.index.whole import Whole
from sitegen.law.presence import attendees
from sitegen.model.facts import Item, Meeting
from sitegen.model.numbers import section_number
from sitegen.model.parts import Presence
from sitegen.model.record import Record

UNKNOWN = N_("the meeting has no item of this section")
TURNED = N_("the last section that the person was there for comes before the first")
NOBODY = N_("nobody in the meeting's attendance has this name")


def presence_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield arrivals and departures that fit no item, and disqualified people who weren't at the meeting (MI014).

    Where a file couldn't be read a section may be its own, and none is called unknown.
    """
    meetings: dict[tuple[str, str], tuple[Record, Meeting]] = {}
    sittings: dict[tuple[str, str], list[tuple[Record, Item]]] = defaultdict(list)
    for record in whole.records.values():
        facts = record.facts
        if isinstance(facts, Item) and not record.original:
            sittings[facts.board, facts.folder].append((record, facts))
        elif isinstance(facts, Meeting) and not record.original and facts.attendance:
            meetings[facts.board, facts.folder] = record, facts
    for sitting, (record, meeting) in meetings.items():
        items = sittings[sitting]
        sections = {item.section for _, item in items if item.section} if not whole.unread else set()
        for number, one in enumerate(meeting.attendance):
            for name, problem in _misfits(one, sections):
                yield Diagnostic(record.path, code="MI014", args={"problem": problem}, field=f"attendance.{number}.{name}")
        for item_record, item in items:
            for number, away in enumerate(item.disqualified):
                if not attendees(meeting.attendance, away.name):
                    yield Diagnostic(item_record.path, code="MI014", args={"problem": NOBODY}, field=f"disqualified.{number}.name")


def _misfits(one: Presence, sections: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the field and the problem of each arrival or departure that can't be; where no item has a section, none."""
    for name in ("arrived_section", "left_section"):
        if sections and getattr(one, name) and getattr(one, name) not in sections:
            yield name, UNKNOWN
    if one.arrived_section and one.left_section and section_number(one.left_section) < section_number(one.arrived_section):
        yield "left_section", TURNED
