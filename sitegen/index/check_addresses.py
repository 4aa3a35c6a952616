"""Checks of addresses: each page, file and alias has one of its own.

Knows every address of the site on any day. Knows nothing of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.diagnostics import N_, Diagnostic
from sitegen.index.addresses import page_form
from sitegen.index.whole import Whole
from sitegen.model.facts import Board, Case, Item, Meeting
from sitegen.model.record import Record

MADE = N_("a page that sitegen makes")
YEAR = re.compile(r"\d{4}")
# What sitegen makes unless the site has its own.
YIELDS = frozenset({"/robots.txt", "/favicon.svg", "/favicon.ico", "/share.png"})


def address_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield what is wrong with addresses (AD002, AD003, AD005, AD008)."""
    yield from _doubles(whole)
    yield from _over_made_pages(whole)
    for record in whole.records.values():
        if record.facts.aliases:
            yield from _aliases(whole, record)
    yield from _files(whole)
    yield from _static(whole)
    yield from _years(whole)


def _doubles(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each page that stands where another does; the later of two files is at fault, once."""
    told: set[str] = set()
    for record, address in whole.everywhere.doubles:
        if record.path in told:
            continue
        told.add(record.path)
        facts, other = record.facts, whole.everywhere.pages[address]
        if isinstance(facts, Item) and isinstance(other.facts, Item) and facts.section and facts.section == other.facts.section:
            yield Diagnostic(record.path, code="AD003", args={"section": facts.section, "other": other.path}, field="section")
        else:
            yield _taken(record.path, other.path, address)


def _over_made_pages(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each page that stands where sitegen makes one of its own; that of a board, meeting or case is the one it makes."""
    made = whole.everywhere.made
    for address, record in whole.everywhere.pages.items():
        if not isinstance(record.facts, Item | Board | Meeting | Case) and (made.has(address) or made.number(address)):
            yield _taken(record.path, MADE, address)


def _taken(path: str, other: str, address: str, field: str = "") -> Diagnostic:
    return Diagnostic(path, code="AD002", args={"other": other, "address": address}, field=field)


def _aliases(whole: Whole, record: Record) -> Iterator[Diagnostic]:
    """Yield each alias of *record* that is an address in use, or an alias of another."""
    for number, written in enumerate(record.facts.aliases):
        alias = page_form(written)
        other = _holder(whole, alias)
        if not other and whole.everywhere.aliases[alias] is not record:
            other = whole.everywhere.aliases[alias].path
        if other:
            yield Diagnostic(record.path, code="AD008", args={"address": written, "other": other}, field=f"aliases.{number}")


def _holder(whole: Whole, address: str) -> str:
    """Return what holds *address*: a record's path, a made page, a file; empty where it's free."""
    page = whole.everywhere.pages.get(address)
    if page:
        return page.path
    if whole.everywhere.made.has(address) or whole.everywhere.made.number(address) or _below_made_file(whole, address):
        return MADE
    files = whole.everywhere.files
    return next((name[1:] for name in (address, f"{address}index.html") if name in files), "")


def _files(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each file that would stand where a page or another file does; no web server tells capitals apart surely."""
    holders: dict[str, str] = {}
    for file in whole.files:
        other = holders.setdefault(file.address.lower(), file.path)
        if other == file.path:
            other = _page_at(whole, file.address)
        if other:
            yield _taken(file.record.path, other, file.address, file.field)


def _page_at(whole: Whole, address: str) -> str:
    """Return what page stands at the address of a file, or has it as its folder; empty where none does.

    Pages' addresses have no capitals. What is made for some days only is told of on every day here, not where it is made.
    """
    address = address.lower()
    if _below_made_file(whole, address):
        return MADE
    for one in {page_form(address), address.rstrip("/") + "/"}:
        page = whole.everywhere.pages.get(one)
        if page:
            return page.path
        if whole.everywhere.made.has(one):
            return MADE
    return ""


def _below_made_file(whole: Whole, address: str) -> bool:
    """Tell whether *address* would make a folder of a file that sitegen makes."""
    parts = address.split("/")
    return any(whole.everywhere.made.has("/".join(parts[:number])) for number in range(2, len(parts)))


def _static(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each file of static/ that would stand where a page does."""
    beside = {file.address for file in whole.files}
    for address in sorted(whole.everywhere.files - beside - YIELDS):
        other = _page_at(whole, address)
        if other:
            yield Diagnostic(f"static{address}", 1, 1, "AD002", {"other": other, "address": address})


def _years(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each board that is called a year, once."""
    boards: dict[str, Record] = {}
    for record in whole.records.values():
        facts = record.facts
        if isinstance(facts, Board | Meeting | Item) and YEAR.fullmatch(facts.board):
            known = boards.setdefault(facts.board, record)
            if isinstance(facts, Board) and not isinstance(known.facts, Board):
                boards[facts.board] = record
    for name, record in boards.items():
        yield Diagnostic(record.path, code="AD005", args={"name": name}, field="board")
