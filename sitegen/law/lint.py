"""What an author should look at before a text is published: private data outside their place, weekdays that don't fit.

Knows which marks let what stand. Must not know whether the text is a body's or a field's.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sitegen.law.traces import traces
from sitegen.model.spans import find_spans
from sitegen.model.weekdays import wrong_weekdays


class Doubt(Struct, frozen=True):
    """A warning at an offset of a text; its arguments quote nothing of the text."""

    code: str
    offset: int
    args: dict[str, str] = {}


def doubts(text: str, lang: str) -> Iterator[Doubt]:
    """Yield what is doubtful in *text*: PD002, PD003, PD004 outside marked spans, TX009 outside secret ones.

    The same words twice on one line (a link and where it leads) are told once.
    """
    found = traces(text)
    weekdays = list(wrong_weekdays(text, lang))
    if not found and not weekdays:
        return
    spans = find_spans(text)
    told: set[tuple[int, str]] = set()
    for trace in found:
        words = text.count("\n", 0, trace.start), text[trace.start : trace.end]
        if words not in told and not any(span.start < trace.start < span.end for span in spans):
            told.add(words)
            yield Doubt(trace.code, trace.start)
    for offset, weekday in weekdays:
        if not any(span.kind == "secret" and span.start < offset < span.end for span in spans):
            yield Doubt("TX009", offset, {"expected": weekday})
