"""PDF files that items and meetings offer: whether any page has text, and what it says.

Knows PDFs, and which fields name one. A build doesn't load this: to open every PDF costs more than to build. Those of documents
are read, and judged, by each build.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdfium2 import PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD

from sitegen.content.assets import Outside, find_asset
from sitegen.diagnostics import N_, Diagnostic
from sitegen.model.body import NO_OUTLINE
from sitegen.model.facts import Item, Meeting, is_secret
from sitegen.model.record import Record
from sitegen.model.references import references


def pdf_faults(root: Path, records: list[Record]) -> Iterator[Diagnostic]:
    """Yield each PDF of an attachment that has no text (FI009), at the field of the original that names it.

    An attachment that isn't public is offered to nobody, and not judged; a file that isn't there is told elsewhere.
    """
    for record in records:
        if record.original or not isinstance(record.facts, Item | Meeting):
            continue
        for reference in references(record.facts, NO_OUTLINE):
            if not reference.file.lower().endswith(".pdf") or _is_withheld(record.facts, reference.field):
                continue
            try:
                asset = find_asset(root, record.path, reference.file)
            except Outside:
                continue
            problem = what_is_wrong(root / asset.path) if asset else ""
            if problem:
                yield Diagnostic(record.path, code="FI009", args={"problem": problem}, field=reference.field)


def what_is_wrong(file: Path) -> str:
    """Return why nobody can search or hear the PDF *file*, as a message id; empty where some page has text."""
    try:
        with pypdfium2.PdfDocument(file) as document:
            has_text = any(document[number].get_textpage().get_text_bounded().strip() for number in range(len(document)))
    except PdfiumError as error:
        return N_("it asks for a password") if error.err_code == FPDF_ERR_PASSWORD else N_("it is broken")
    return "" if has_text else N_("no page has text")


def words_of(data: bytes) -> str:
    """Return the title of a PDF and the text of its pages; empty where it can't be read.

    At the end of a line a hyphen, whichever it was, comes out as U+FFFE with no end of line after it.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = (document[number].get_textpage().get_text_range() for number in range(len(document)))
            return "\n".join([document.get_metadata_value("Title"), *pages])
    except PdfiumError:
        return ""


def _is_withheld(facts: Item | Meeting, field: str) -> bool:
    """Tell whether *field* is the file of an attachment that isn't public, or one of a secret item."""
    return is_secret(facts) or not facts.attachments[int(field.split(".")[1])].public
