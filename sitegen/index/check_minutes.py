"""Checks of what minutes say: their day on view, headings that say something, votes that add up.

Knows meetings and items. Knows nothing of the day: what is told here is told until it is mended.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.index.whole import Whole
from sitegen.law.headings import says_nothing
from sitegen.model.facts import Item, Meeting
from sitegen.model.parts import Vote
from sitegen.model.record import Record


def minutes_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield inspected minutes without a day on view (MI009), headings that say nothing (MI011) and votes that don't add up (MI013).

    What a translation inherits is told at its original alone.
    """
    items: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for record in whole.records.values():
        if isinstance(record.facts, Item):
            original = whole.records.get(record.original)
            if (original is None or original.facts.title != record.facts.title) and says_nothing(record.facts.title):
                yield Diagnostic(record.path, code="MI011", field="title")
            if not record.original:
                items[record.facts.board, record.facts.folder].append(record.facts)
                yield from _votes(record, record.facts)
    for record in whole.records.values():
        meeting = record.facts
        if isinstance(meeting, Meeting) and not record.original and _waits(meeting, items[meeting.board, meeting.folder]):
            yield Diagnostic(record.path, code="MI009", field="inspected" if meeting.inspected else "status")


def _waits(meeting: Meeting, items: list[Item]) -> bool:
    """Tell whether minutes are inspected without being on view, as wholes or item by item."""
    inspected = meeting.status == "approved" or (meeting.inspected is not None and meeting.status != "cancelled")
    return inspected and meeting.published is None and not (items and all(item.published for item in items))


def _votes(record: Record, item: Item) -> Iterator[Diagnostic]:
    """Yield each list of votes whose sum isn't the count; numbers of a file in which words may be hidden aren't quoted."""
    for number, vote in enumerate(item.votes):
        for name, choice, found, counted in _differences(vote):
            numbers = {"found": str(found), "counted": str(counted)}
            args = {"field": name, "vote": choice} | (dict.fromkeys(numbers, "…") if record.marked else numbers)
            yield Diagnostic(record.path, code="MI013", args=args, field=f"votes.{number}.{name}")


def _differences(vote: Vote) -> Iterator[tuple[str, str, int, int]]:
    """Yield each list of a vote, the choice, and the numbers by which it differs from the counts.

    Who abstained or was away need not be named or counted, so that only two numbers that were both given can differ.
    """
    if vote.counts is None:
        return
    ballots = Counter(ballot.vote for ballot in vote.by_name)
    for choice in ("yes", "no", "abstained", "absent"):
        counted = getattr(vote.counts, choice)
        by_group = sum(getattr(group, choice) for group in vote.by_group)
        for name, listed, found in (("by_name", vote.by_name, ballots[choice]), ("by_group", vote.by_group, by_group)):
            given = choice in ("yes", "no") or (found and counted)
            if listed and given and found != counted:
                yield name, choice, found, counted
