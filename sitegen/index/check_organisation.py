"""Checks of the organisation's data: what the instructions on appeal and the accessibility statement are made of is there.

Knows site.toml's settings and which remedies items have. Knows nothing of the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.config import FILE
from sitegen.diagnostics import Diagnostic
from sitegen.index.whole import Whole
from sitegen.model.facts import Item


def organisation_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each setting that the law asks for and that isn't there.

    Instructions on appeal say where to send one (CF007, kuntalaki 141 §); an accessibility statement, where to give
    feedback, and of what day it is (CF008, laki 306/2019 9 §).
    """
    organisation = whole.config.organisation
    remedies = {r.facts.appeal.kind for r in whole.records.values() if isinstance(r.facts, Item) and r.facts.appeal}
    if "municipal-appeal" in remedies and not (organisation.court and (organisation.court_address or organisation.court_email)):
        yield Diagnostic(FILE, 1, 1, "CF007", {"name": "organisation.court_address" if organisation.court else "organisation.court"})
    if "rectification" in remedies and not (organisation.registry.address or organisation.registry.email):
        yield Diagnostic(FILE, 1, 1, "CF007", {"name": "organisation.registry.address"})
    statement = whole.config.accessibility
    if statement and not (statement.feedback or organisation.feedback):
        yield Diagnostic(FILE, 1, 1, "CF008", {"name": "accessibility.feedback"})
    if statement and not statement.date:
        yield Diagnostic(FILE, 1, 1, "CF008", {"name": "accessibility.date"})
