"""What the publication log shows of an item, in words.

Knows the words for events and days. Must not know where lines come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.cli.language import _, lang
from sitegen.codes.code import N_
from sitegen.locale.dates import day
from sitegen.model.publication import Line, What

EVENTS: dict[What, str] = {
    "on-view": N_("on view"),
    "changed": N_("the content on view changed"),
    "off-view": N_("no longer on view"),
}


def timeline(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what *lines*, oldest first, tell of each item: from when to when it was on view, then each change with its digest."""
    if not lines:
        yield _("The publication log shows nothing of this: it has not been on view on a day that was logged.")
    items: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        items.setdefault((line.item, line.lang), []).append(line)
    for (item, spoken), told in items.items():
        yield f"{told[-1].address}  ({item}, {spoken})"
        yield from (f"  {period}" for period in _periods(told))
        for line in told:
            yield ""
            yield from _event(line)


def _periods(lines: list[Line]) -> Iterator[str]:
    """Yield each time that an item was on view; it was off view on the last day of a time that ended."""
    since = ""
    for line in lines:
        if line.event == "on-view":
            since = day(line.day, lang())
        elif line.event == "off-view":
            yield _("On view from {since}; no longer on {until}").format(since=since, until=day(line.day, lang()))
            since = ""
    if since:
        yield _("On view since {since}").format(since=since)


def _event(line: Line) -> Iterator[str]:
    """Yield what a line tells."""
    yield f"{day(line.day, lang())}  {_(EVENTS[line.event])}"
    if line.reason:
        yield "  " + _("reason: {reason}").format(reason=line.reason)
    if line.event == "off-view":
        return
    if line.published:
        yield "  " + _("the content states that it is on view since {day}").format(day=day(line.published, lang()))
    else:
        yield "  " + _("the content states no day on view")
    yield "  " + _("SHA-256 of the legal content: {digest}").format(digest=line.content)
