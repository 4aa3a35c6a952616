"""What is on view, for the publication log: which lines the log lacks.

Knows decisions, the documents and files that are a part of them, and how a log is carried on. Must not know the disk
(files' digests and texts are handed in) or how a line is sealed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from urllib.parse import unquote

from msgspec import Struct, structs

from sitegen.index.addresses import item_name
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.law.legal_content import Decision, content_digest, without_hidden
from sitegen.law.stages import Rules, shown_item
from sitegen.model.body import Outline
from sitegen.model.facts import Board, Document, Item, Meeting
from sitegen.model.publication import FORM, NOTHING_BEFORE, Line, Log, What, seal
from sitegen.model.record import Record
from sitegen.model.references import references


class Readers(Struct, frozen=True):
    """What is read of files: a file's Markdown, any file's SHA-256 (both by path), and the outline of a text in a language."""

    text: Callable[[str], str]
    digest: Callable[[str], str]
    outline: Callable[[str, str], Outline]


class OnView(Struct, frozen=True):
    """An item in one language as it's on view: what feeds know it by, and what a line of the log says of it."""

    item: str
    lang: str
    address: str
    published: date | None
    content: str


def on_view(site: Site, records: Iterable[Record], rules: Rules, readers: Readers) -> Iterator[OnView]:
    """Yield every item whose minutes are on view, in order of address; *records* are those of whole files."""
    by_path = {record.path: record for record in records}
    files = _Files(by_path, readers)
    boards = {(f.board, r.lang): f.title for r in by_path.values() if isinstance(f := r.facts, Board)}
    meetings = {(f.board, f.folder, r.lang): f for r in by_path.values() if isinstance(f := r.facts, Meeting)}
    for version in sorted(site.by_source.values(), key=lambda one: one.address):
        if version.stage != "minutes" or version.state != "open":
            continue
        record = by_path[version.source]
        first = by_path.get(record.original, record).lang
        item: Item = record.facts  # type: ignore[assignment]
        sitting = (item.board, item.folder)
        meeting = meetings.get((*sitting, record.lang)) or meetings.get((*sitting, first))
        shown = shown_item(record, item, meeting, rules, site.day, readers.text)
        text = shown.text if shown.text is not None else (readers.text(record.path) if record.text else "")
        facts: Item = shown.record.facts  # type: ignore[assignment]
        board = boards.get((item.board, record.lang)) or boards.get((item.board, first), "")
        decision = Decision(record.lang, facts, text, board, meeting, files.of(version, facts, text, record.marked))
        name = item_name(item, version.identity)
        yield OnView(name, record.lang, version.address, shown.on_view, content_digest(decision))


class _Files:
    """The digests of the files that are a part of decisions."""

    def __init__(self, records: dict[str, Record], readers: Readers) -> None:
        self._readers = readers
        self._documents = {f.slug: r.path for r in records.values() if isinstance(f := r.facts, Document) and not r.original}
        self._files = {f.slug: f.file for r in records.values() if isinstance(f := r.facts, Document) and not r.original}

    def of(self, version: Version[Item], item: Item, text: str, marked: bool) -> dict[str, str]:
        """Return the SHA-256 of each file that *item* and its *text* show or lead to and that isn't personal, by its name."""
        open_ = tuple(one for one in item.attachments if not one.personal)
        outline = self._readers.outline(without_hidden(text), version.lang) if marked else version.outline
        named = references(structs.replace(item, attachments=open_), outline)
        digests = {one.file: self._digest(version.source, one.file) for one in named}
        for slug in (one.document for one in open_ if self._files.get(one.document)):
            digests[f"document {slug}"] = self._digest(self._documents[slug], self._files[slug])
        return digests

    def _digest(self, source: str, file: str) -> str:
        return self._readers.digest(posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(file))))


def reasons_of(site: Site, records: Iterable[Record]) -> dict[tuple[str, str], str]:
    """Return why each item that was withdrawn was, by what feeds know it by and its language."""
    by_path = {record.path: record.facts for record in records}
    reasons: dict[tuple[str, str], str] = {}
    for version in site.gone:
        item = by_path[version.source]
        if isinstance(item, Item) and item.withdrawn:
            reasons[item_name(item, version.identity), version.lang] = without_hidden(item.withdrawn.reason)
    return reasons


def new_lines(log: Log, now: Iterable[OnView], reasons: dict[tuple[str, str], str], day: date) -> list[Line]:
    """Return the lines that *log* lacks on *day*, bound to its last one: first of what is off view, with the *reasons* of what
    was withdrawn, then of what went on view or changed since the last line on it.
    """
    last = {(line.item, line.lang): line for line in log.lines}
    seen = {(one.item, one.lang): one for one in now}
    lines = [
        structs.replace(line, day=day, event="off-view", reason=reasons.get(key, ""))
        for key, line in last.items()
        if line.event != "off-view" and key not in seen
    ]
    lines += (line for key, one in seen.items() if (line := _line(last.get(key), one, day)))
    previous = log.lines[-1].digest if log.lines else NOTHING_BEFORE
    for number, line in enumerate(lines):
        lines[number] = seal(line, previous)
        previous = lines[number].digest
    return lines


def _line(last: Line | None, one: OnView, day: date) -> Line | None:
    """Return what is to be told of an item on view after the *last* line on it; None where that says it all."""
    event: What = "on-view" if last is None or last.event == "off-view" else "changed"
    line = Line(
        form=FORM, day=day, event=event, item=one.item, lang=one.lang, address=one.address, published=one.published,
        content=one.content, previous="",
    )  # fmt: skip
    if last and event == "changed" and _state(last) == _state(line):
        return None
    return line


def _state(line: Line) -> tuple[object, ...]:
    return line.form, line.address, line.published, line.content
