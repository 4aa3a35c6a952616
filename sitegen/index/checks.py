"""Checks of the whole site: what no file can know by itself.

Knows every record, hidden ones too, and the outlines of their whole texts, so that no fault waits for a day.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.index.site import Site
from sitegen.model.body import Outline
from sitegen.model.record import Record
from sitegen.render.plan import Plan


def check(site: Site, records: list[Record], outlines: dict[str, Outline], drafts: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with the site; *outlines* are those of whole texts, by path."""
    for record in records:
        for fault in outlines[record.path].faults if record.path in outlines else ():
            yield Diagnostic(record.path, record.line + fault.line - 1, fault.column, fault.code, fault.args)


def clashes(plans: list[Plan], site: Site) -> list[Diagnostic]:
    """Return a fault for each output that two plans claim."""
    return []
