"""References from a file of content to the files beside it.

Knows which facts and links mean a file, and where each stands. Knows no disk.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from sitegen.diagnostics import Diagnostic
from sitegen.model.body import Outline
from sitegen.model.facts import AnyFacts, Document, Item, Meeting, News
from sitegen.model.record import Record


class Reference(Struct, frozen=True):
    """A file as the author named it, relative to the file that names it; in a ``field``, or at a place of the text.

    ``image`` tells that it's shown there as a picture.
    """

    file: str
    field: str = ""
    line: int = 0
    column: int = 0
    image: bool = False


def fault_at(record: Record, reference: Reference, code: str, args: dict[str, str]) -> Diagnostic:
    """Return the fault of a reference that *record*'s file makes, at its field or at its place in the text."""
    line = record.line + reference.line - 1 if reference.line else 0
    return Diagnostic(record.path, line, reference.column, code, args, reference.field)


def path_of(source: str, reference: str) -> str:
    """Return the path, from the site's folder, of the file that *reference* in the file *source* means, as any system parts it."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(reference).replace("\\", "/")))


def references(facts: AnyFacts, outline: Outline) -> Iterator[Reference]:
    """Yield each file that *facts* or their text refer to, in the order written."""
    if isinstance(facts, News) and facts.image:
        yield Reference(facts.image.file, "image.file", image=True)
    if isinstance(facts, Document) and facts.file:
        yield Reference(facts.file, "file")
    if isinstance(facts, Item | Meeting):
        for number, attachment in enumerate(facts.attachments):
            if attachment.file:
                yield Reference(attachment.file, f"attachments.{number}.file")
    for target in outline.targets:
        path = target.address.partition("#")[0].partition("?")[0]
        if path and not path.startswith("/") and not path.endswith(".md"):
            yield Reference(path, "", target.line, target.column, target.image)
