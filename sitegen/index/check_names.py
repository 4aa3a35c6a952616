"""Checks of names: boards, news, documents and topics that fields name are on this site.

Knows which names there are, hidden things' too. Knows nothing of addresses but for those of drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.index.things import topics_of
from sitegen.index.whole import Whole
from sitegen.model.facts import Board, Document, Item, Meeting, News
from sitegen.model.nearest import nearest
from sitegen.model.record import Record


def name_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each name that nothing has (RF001, RF003, RF004, RF009), and each that is a draft's (RF007)."""
    facts = [record.facts for record in whole.records.values()]
    boards = {one.board for one in facts if isinstance(one, Board | Meeting | Item)}
    documents = {one.slug for one in facts if isinstance(one, Document)}
    news = {name for one in facts if isinstance(one, News) for name in (one.slug, f"{one.date.day.year}/{one.slug}")}
    for record in whole.records.values():
        if record.original:
            continue
        for code, field, name, known in _named(record, boards, news, documents):
            if name not in known and not whole.may_be(name):
                yield _unknown(whole, record, code, field, name, known)
        if whole.config.topics:
            for number, topic in enumerate(topics_of(record.facts)):
                if topic not in whole.config.topics:
                    yield _unknown(whole, record, "RF009", f"topics.{number}", topic, set(whole.config.topics))


def _named(
    record: Record, boards: set[str], news: set[str], documents: set[str]
) -> Iterator[tuple[str, str, str, set[str]]]:
    """Yield the code, the field, the name and the known names of each name that *record* gives."""
    facts = record.facts
    if isinstance(facts, Board) and facts.successor:
        yield "RF001", "successor", facts.successor, boards
    if isinstance(facts, News):
        if facts.decision:
            yield "RF001", "decision.board", facts.decision.board, boards
        for number, name in enumerate(facts.related):
            yield "RF003", f"related.{number}", name, news
    if isinstance(facts, Item | Meeting):
        for number, attachment in enumerate(facts.attachments):
            if attachment.document:
                yield "RF004", f"attachments.{number}.document", attachment.document, documents


def _unknown(whole: Whole, record: Record, code: str, field: str, name: str, known: set[str]) -> Diagnostic:
    """Return the fault of a name that no published thing has."""
    if code == "RF003":
        # Without a year the name may be that of a draft of any year.
        drafts = [one for one in whole.drafts if one.endswith(f"/{name}/")]
        if drafts:
            return Diagnostic(record.path, code="RF007", args={"address": min(drafts)}, field=field)
    return Diagnostic(record.path, code=code, args={"name": name, "nearest": nearest(name, sorted(known))}, field=field)
