"""Checks of the whole site: what no file can know by itself.

Knows which checks there are. An error never depends on the day: all of them read every record, hidden ones too, and the
outlines of whole texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import structs

from sitegen.diagnostics import CODES, Diagnostic, discreet
from sitegen.index.check_addresses import address_faults
from sitegen.index.check_cases import case_faults
from sitegen.index.check_comments import comment_faults
from sitegen.index.check_copies import copy_faults
from sitegen.index.check_documents import document_faults
from sitegen.index.check_items import item_faults
from sitegen.index.check_links import link_faults
from sitegen.index.check_log import log_faults
from sitegen.index.check_minutes import minutes_faults
from sitegen.index.check_names import name_faults
from sitegen.index.check_numbers import number_faults
from sitegen.index.check_organisation import organisation_faults
from sitegen.index.check_presence import presence_faults
from sitegen.index.check_translations import translation_faults
from sitegen.index.site import Site
from sitegen.index.whole import Whole, whole_site
from sitegen.model.body import NO_OUTLINE, Outline, has_stray_mark
from sitegen.model.facts import is_secret
from sitegen.model.publication import NO_LOG, Log
from sitegen.model.record import Record


def check(
    site: Site, records: list[Record], outlines: dict[str, Outline], drafts: bool, unread: tuple[str, ...] = (), log: Log = NO_LOG,
    of_files: Iterable[Diagnostic] = (),
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the site; *outlines* are those of whole texts, *unread* files that have no record.

    What refers to a file that couldn't be read is no fault of its own. Faults *of files* that content refers to are told without
    their names where those may be as personal as what the files hold.
    """
    whole = whole_site(site.config, site.addresses, site.assets, records, outlines, drafts, unread)
    for fault in of_files:
        record = whole.records.get(fault.path)
        hides = record and "file" in fault.args and _may_hide(whole, record)
        yield structs.replace(fault, args=fault.args | {"file": "…"}) if hides else fault
    for fault in _faults(whole, site, log):
        record = whole.records.get(fault.path)
        yield discreet(fault) if record and _may_hide(whole, record) else fault


def _faults(whole: Whole, site: Site, log: Log) -> Iterator[Diagnostic]:
    """Yield all that is wrong, before anything of it is left unsaid."""
    yield from _text_faults(whole)
    yield from address_faults(whole)
    yield from name_faults(whole)
    yield from item_faults(whole)
    yield from minutes_faults(whole)
    yield from number_faults(whole)
    yield from translation_faults(site)
    yield from organisation_faults(whole)
    yield from presence_faults(whole)
    yield from case_faults(whole)
    yield from comment_faults(whole)
    yield from link_faults(whole, site)
    yield from document_faults(site)
    yield from copy_faults(whole, site)
    yield from log_faults(whole, log)


def _text_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield what was found wrong in texts; of a secret item's, which a private folder may hold and nobody is shown, no warning."""
    for record in whole.records.values():
        outline = whole.outlines.get(record.path)
        facts = record.facts
        unshown = whole.config.private and is_secret(facts)
        for fault in outline.faults if outline else ():
            if not unshown or CODES[fault.code].severity == "error":
                yield Diagnostic(record.path, record.line + fault.line - 1, fault.column, fault.code, fault.args)


def _may_hide(whole: Whole, record: Record) -> bool:
    """Tell whether words of a file may be hidden: it is marked, or a mark in it is not in its form."""
    return record.marked or has_stray_mark(whole.outlines.get(record.path, NO_OUTLINE))


def clashes(plans: Iterable[tuple[str, str]]) -> list[Diagnostic]:
    """Return a fault for each output, a path and its source, that an earlier one has taken or made a folder of."""
    faults = []
    holders: dict[str, str] = {}
    lower = [(path.lower(), path, source) for path, source in plans]
    for known, path, source in lower:
        if known in holders:
            faults.append(_clash(path, source, holders[known]))
        holders.setdefault(known, source)
    clean = {""}
    for known, path, source in lower:
        folder, above = known.rpartition("/")[0], []
        while folder not in clean:
            above.append(folder)
            folder = folder.rpartition("/")[0]
        taken = [holders[one] for one in above if one in holders]
        faults += [_clash(path, source, other) for other in taken]
        clean.update(() if taken else above)
    return faults


def _clash(path: str, source: str, other: str) -> Diagnostic:
    return Diagnostic(source or other or path, 1, 1, "AD002", {"other": other or path, "address": f"/{path}"})
