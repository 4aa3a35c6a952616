"""Checks of the site against its publication log: addresses that must live on, and days on view that it doesn't bear out.

Knows every address on any day, items and meetings. Must not know the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.diagnostics import Diagnostic
from sitegen.index.addresses import identity, item_name
from sitegen.index.whole import Whole
from sitegen.law.on_view import day_on_view
from sitegen.model.facts import Item, Meeting
from sitegen.model.publication import LOG, Log
from sitegen.model.record import Record


def log_faults(whole: Whole, log: Log) -> Iterator[Diagnostic]:
    """Yield each address that the log knows and nothing serves (LG002), and each day earlier than it shows (LG003)."""
    told: set[str] = set()
    for number, line in enumerate(log.lines, 1):
        address = line.address
        if address not in told and not whole.everywhere.has(address) and not whole.may_be(address):
            yield Diagnostic(LOG, number, 1, "LG002", {"address": address})
        told.add(address)
    if log.lines:
        yield from _too_early(whole, log)


def _too_early(whole: Whole, log: Log) -> Iterator[Diagnostic]:
    """Yield each statement of a day on view since the log began that is earlier than the log shows, once.

    What the log doesn't show at all was not on view on the day of its last line. Languages come one after another.
    """
    begun, last = log.lines[0].day, log.lines[-1].day
    first: dict[str, date] = {}
    for line in log.lines:
        first.setdefault(line.item, line.day)
    originals = [record for record in whole.records.values() if not record.original]
    meetings = {(f.board, f.folder): r for r in originals if isinstance(f := r.facts, Meeting)}
    told: set[str] = set()
    for record in originals:
        item = record.facts
        if not isinstance(item, Item) or (item.board, item.folder) not in meetings:
            continue
        name = item_name(item, identity(item))
        if item.withdrawn and name not in first:
            continue
        at, stated = _stated(record, item, meetings[item.board, item.folder])
        logged = first.get(name, last)
        if stated and begun <= stated < logged and at.path not in told:
            told.add(at.path)
            address = whole.addresses.of(item, record.lang)
            args = {"published": stated.isoformat(), "logged": logged.isoformat(), "address": address}
            yield Diagnostic(at.path, code="LG003", args=args, field="published")


def _stated(record: Record, item: Item, meeting: Record) -> tuple[Record, date | None]:
    """Return where the day on which an item is on view is stated, and that day."""
    facts = meeting.facts
    if not isinstance(facts, Meeting) or facts.status not in ("minutes", "approved"):
        return record, None
    return record if item.published else meeting, day_on_view(item, facts)
