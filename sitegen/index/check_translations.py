"""Checks of languages: what the law wants in Finnish and Swedish while a time to appeal runs.

Knows what is on view on the day, and asks the day. Yields warnings only, since no error depends on the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import N_, Diagnostic
from sitegen.index.site import Site

_MISSING = {"fi": N_("in Finnish"), "sv": N_("in Swedish")}


def translation_faults(site: Site) -> Iterator[Diagnostic]:
    """Yield each decision of a bilingual organisation's council that is in one language while it can be appealed (MI012).

    The council's minutes are in both languages (kielilaki 423/2003 29 §); a translation that comes when the time to
    appeal is over comes too late for those who would have needed it.
    """
    if not site.config.organisation.bilingual:
        return
    for (board, _), items in site.items.items():
        if site.boards[board].facts.kind != "council":
            continue
        for item in items:
            decision = item.original
            runs = decision.last_day is not None and not site.day.is_over(decision.last_day)
            for lang, name in _MISSING.items():
                if runs and lang not in item.versions:
                    yield Diagnostic(decision.source, code="MI012", args={"expected": name})
