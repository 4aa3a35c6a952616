"""Checks of links: each leads to something that the site has, and to a part of it that is there.

Knows every address on any day, and which of them are on view now. Whether a link is a fault never depends on the
day; what the day hides is told as a warning.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct

from sitegen.diagnostics import Diagnostic
from sitegen.index.addresses import page_form
from sitegen.index.everywhere import Made, made_of, own_addresses
from sitegen.index.links import apart
from sitegen.index.site import Site
from sitegen.index.whole import Whole
from sitegen.model.body import NO_OUTLINE, has_stray_mark
from sitegen.model.facts import Document, News
from sitegen.model.nearest import nearest
from sitegen.model.record import Record
from sitegen.model.schemes import where_to

# The id that every page gives its main part.
OF_EVERY_PAGE = frozenset({"main"})
SITTING = re.compile(r"[^/]+/\d{4}-\d{2}-\d{2}(?:-\d+)?/")


class Link(Struct, frozen=True):
    """A link as it's written in a record, and its place."""

    record: Record
    written: str
    line: int = 0
    column: int = 0
    field: str = ""

    def fault(self, code: str, **args: str) -> Diagnostic:
        """Return a fault of this link."""
        return Diagnostic(self.record.path, self.line, self.column, code, args, self.field)


def link_faults(whole: Whole, site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with the links of all texts and of news (RF002, RF005 to RF008)."""
    judge = _Judge(whole, site)
    for record in whole.records.values():
        for link in _links(whole, site, record):
            yield from judge.faults(link)


def _links(whole: Whole, site: Site, record: Record) -> Iterator[Link]:
    """Yield the links of a record that lead to this site, but for those that plainly lead to a page on view.

    Those to files beside it are judged where files are read.
    """
    outline = whole.outlines.get(record.path)
    for target in outline.targets if outline else ():
        if target.address in site.by_address:
            continue
        path, _, _ = apart(target.address)
        if not path or path.startswith("/") or path.endswith(".md"):
            yield Link(record, target.address, record.line + target.line - 1, target.column)
    facts = record.facts
    if isinstance(facts, News) and facts.links:
        for number, link in enumerate(facts.links):
            if where_to(link.url) == "site":
                yield Link(record, link.url, field=f"links.{number}.url")


class _Judge:
    """Judges links, and remembers what that takes."""

    def __init__(self, whole: Whole, site: Site) -> None:
        self._whole = whole
        self._site = site

    def faults(self, link: Link) -> Iterator[Diagnostic]:
        """Yield what is wrong with one link."""
        path, _, fragment = apart(link.written)
        path, fragment = unquote(path), unquote(fragment[1:])
        if not path:
            yield from self._fragment(link, link.record, fragment, "")
        elif path.startswith("/"):
            yield from self._address(link, page_form(path), fragment)
        else:
            source = posixpath.normpath(posixpath.join(posixpath.dirname(link.record.path), path))
            yield from self._source(link, source, fragment)

    def _source(self, link: Link, source: str, fragment: str) -> Iterator[Diagnostic]:
        """Yield what is wrong with a link to the file of content *source*."""
        record = self._whole.records.get(source)
        own = own_addresses(self._whole.addresses, record) if record else ()
        if own:
            yield from self._address(link, own[0], fragment)
        elif source in self._whole.drafts:
            yield link.fault("RF007", address=link.written)
        elif not self._whole.may_be(source):
            beside = [path for path in self._whole.records if posixpath.dirname(path) == posixpath.dirname(source)]
            near = nearest(source, beside)
            here = posixpath.dirname(link.record.path)
            yield link.fault("RF005", address=link.written, nearest=posixpath.relpath(near, here) if near else "/")

    def _address(self, link: Link, address: str, fragment: str) -> Iterator[Diagnostic]:
        """Yield what is wrong with a link to *address*."""
        everywhere = self._whole.everywhere
        record = everywhere.pages.get(address) or everywhere.aliases.get(address)
        if record is None and not everywhere.has(address):
            yield from self._dead(link, address)
            return
        if fragment and (record or everywhere.made.has(address) or everywhere.made.number(address)):
            yield from self._fragment(link, record, fragment, address)
        if not self._is_on_view(address):
            yield link.fault("RF008", address=link.written)

    def _dead(self, link: Link, address: str) -> Iterator[Diagnostic]:
        """Yield why a link leads nowhere."""
        if address in self._whole.drafts:
            yield link.fault("RF007", address=link.written)
        elif not self._whole.may_be(address):
            meetings = next((hub for hub in self._meetings if address.startswith(hub)), "")
            if meetings and SITTING.match(address[len(meetings) :]):
                yield link.fault("RF002", name=link.written)
            else:
                yield link.fault("RF005", address=link.written, nearest=self._nearest(address))

    def _fragment(self, link: Link, record: Record | None, fragment: str, address: str) -> Iterator[Diagnostic]:
        """Yield whether the page of *record*, or the made page at *address*, has no part *fragment*."""
        if not fragment:
            return
        outline = self._whole.outlines.get(record.path, NO_OUTLINE) if record else NO_OUTLINE
        if record and isinstance(record.facts, Document) and record.facts.withdrawn and not record.text:
            # Its PDF is read no more from the day it's withdrawn, and no error depends on the day.
            return
        if fragment not in outline.ids and fragment not in OF_EVERY_PAGE:
            hides = record is not None and (record.marked or has_stray_mark(outline))
            near = "main" if hides else nearest(fragment, outline.ids) or "main"
            yield link.fault("RF006", address=address or link.written, fragment=fragment, nearest=near)

    def _is_on_view(self, address: str) -> bool:
        site = self._site
        if site.unseen.get(address):
            return False
        moved = site.aliases.get(address)
        if moved is not None:
            return moved.state == "open"
        files = self._whole.everywhere.files
        if address in site.by_address or address in files or f"{address}index.html" in files or self._always.has(address):
            return True
        return self._made.has(address) or self._made.number(address) > 0

    @cached_property
    def _always(self) -> Made:
        """What is made of nothing: the front pages, and the lists and feeds of the whole site."""
        return made_of(self._whole.config, self._whole.addresses, ())

    @cached_property
    def _made(self) -> Made:
        """What is made of what is on view now."""
        told = ((version.facts, version.lang) for version in self._site.by_source.values() if version.state == "open")
        return made_of(self._whole.config, self._whole.addresses, told)

    @cached_property
    def _meetings(self) -> tuple[str, ...]:
        return tuple(self._whole.addresses.hub("meetings", lang) for lang in self._whole.config.languages)

    @cached_property
    def _siblings(self) -> dict[str, list[str]]:
        """All pages by the address above theirs."""
        everywhere = self._whole.everywhere
        siblings: dict[str, list[str]] = {}
        for address in sorted({*everywhere.pages, *everywhere.made.lists, *everywhere.made.others}):
            siblings.setdefault(address.rstrip("/").rpartition("/")[0] + "/", []).append(address)
        return siblings

    def _nearest(self, address: str) -> str:
        """Return the address most like *address* among those below the same one, or the next one above; maybe empty."""
        above = address.rstrip("/").rpartition("/")[0] + "/"
        while above != "/" and above not in self._siblings:
            above = above.rstrip("/").rpartition("/")[0] + "/"
        return next(iter(get_close_matches(address, self._siblings.get(above, []), 1)), "")
