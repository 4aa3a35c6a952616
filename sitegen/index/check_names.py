"""Checks of names: boards, news, documents and topics that fields name are on this site.

Knows which names there are, hidden things' too. Knows nothing of addresses but for those of drafts.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.index.things import topics_of
from sitegen.index.whole import Whole
from sitegen.model.facts import AnyFacts, Board, Document, Item, Meeting, News
from sitegen.model.nearest import nearest
from sitegen.model.record import Record


def name_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each name that nothing has (RF001, RF003, RF004, RF009), and each that is a draft's (RF007)."""
    originals = [record for record in whole.records.values() if not record.original]
    known = _known(originals)
    topics = whole.config.topics
    for record in originals:
        for code, field, name in _named(record.facts):
            if name not in known[code] and not whole.may_be(name):
                yield _unknown(whole, record, code, field, name, known[code])
        for number, topic in enumerate(topics_of(record.facts)) if topics else ():
            if topic not in topics:
                yield _unknown(whole, record, "RF009", f"topics.{number}", topic, set(topics))


def _known(records: list[Record]) -> dict[str, set[str]]:
    """Return the names that there are, by the code of the fault that another name is."""
    boards, news, documents = set(), set(), set()
    for record in records:
        facts = record.facts
        if isinstance(facts, Item | Meeting | Board):
            boards.add(facts.board)
        elif isinstance(facts, News):
            news |= {facts.slug, f"{facts.date.day.year}/{facts.slug}"}
        elif isinstance(facts, Document):
            documents.add(facts.slug)
    return {"RF001": boards, "RF003": news, "RF004": documents}


def _named(facts: AnyFacts) -> Iterator[tuple[str, str, str]]:
    """Yield the code, the field and the name of each name that *facts* give."""
    if isinstance(facts, Item | Meeting):
        for number, attachment in enumerate(facts.attachments):
            if attachment.document:
                yield "RF004", f"attachments.{number}.document", attachment.document
    elif isinstance(facts, News):
        if facts.decision:
            yield "RF001", "decision.board", facts.decision.board
        for number, name in enumerate(facts.related):
            yield "RF003", f"related.{number}", name
    elif isinstance(facts, Board) and facts.successor:
        yield "RF001", "successor", facts.successor


def _unknown(whole: Whole, record: Record, code: str, field: str, name: str, known: set[str]) -> Diagnostic:
    """Return the fault of a name that no published thing has."""
    if code == "RF003":
        # Without a year the name may be that of a draft of any year.
        drafts = [one for one in whole.drafts if one.endswith(f"/{name}/")]
        if drafts:
            return Diagnostic(record.path, code="RF007", args={"address": min(drafts)}, field=field)
    return Diagnostic(record.path, code=code, args={"name": name, "nearest": nearest(name, sorted(known))}, field=field)
