"""Checks of documents: whether anybody can search or hear their PDFs, and what those shouldn't say.

Knows what was read of the PDFs on view. Warnings only: a PDF may come from elsewhere, and be right in what it says.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import N_, Diagnostic
from sitegen.index.site import Site

PROBLEMS = {
    "scanned": N_("no page has text"),
    "locked": N_("it asks for a password"),
    "broken": N_("it is broken"),
    "huge": N_("it is too large to be read"),
}


def document_faults(site: Site) -> Iterator[Diagnostic]:
    """Yield each document's PDF that has no text to be found (FI009), and each that holds a personal identity code (DO001)."""
    for thing in site.documents:
        version = thing.original
        pdf = version.pdf
        if pdf and pdf.problem:
            yield Diagnostic(version.source, code="FI009", args={"problem": PROBLEMS[pdf.problem]}, field="file")
        if pdf and pdf.withheld:
            yield Diagnostic(version.source, code="DO001", field="file")
