"""Checks of copies: what an attachment keeps to itself isn't published under another name.

Knows the digests of files and which of them are kept back. Knows nothing of the day: what goes on some day may have no copy that stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.index.site import Site
from sitegen.index.whole import Whole
from sitegen.index.withheld import closed_files, guarded_files
from sitegen.model.body import NO_OUTLINE
from sitegen.model.facts import is_secret
from sitegen.model.references import fault_at, path_of, references


def copy_faults(whole: Whole, site: Site) -> Iterator[Diagnostic]:
    """Yield each reference to a file, and each file of static/, that is byte for byte one kept back elsewhere (FI010).

    A copy of what is never on view must never be either; one of what is personal must be a personal attachment too.
    """
    copies = _copies(whole, site)
    if not copies:
        return
    for path, keeper in copies.items():
        if path.startswith("static/"):
            # No line of it, for the command would quote that.
            yield Diagnostic(path, code="FI010", args={"other": keeper})
    for record in whole.records.values():
        # What a secret item refers to is on view nowhere.
        if not is_secret(record.facts):
            for one in references(record.facts, whole.outlines.get(record.path, NO_OUTLINE)):
                if other := copies.get(path_of(record.path, one.file)):
                    yield fault_at(record, one, "FI010", {"other": other})


def _copies(whole: Whole, site: Site) -> dict[str, str]:
    """Return the files that are copies of others which are kept back better, each with the content file that keeps those."""
    # Empty files are all alike.
    digests = {path: asset.digest for path, asset in site.assets.items() if asset.size}
    guarded, closed = guarded_files(whole.records.values()), closed_files(whole.records.values())
    copies: dict[str, str] = {}
    for kept in (guarded, {path: guarded[path] for path in closed}):
        keepers = {digests[path]: keeper for path, keeper in kept.items() if path in digests}
        copies |= {path: keepers[digest] for path, digest in digests.items() if digest in keepers and path not in kept}
    return copies
