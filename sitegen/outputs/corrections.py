"""The page of all corrections, withdrawals and decisions of courts: what became of decisions after they were published.

Knows the notices of every thing on the site. Knows nothing of feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.model.facts import Withdrawable
from sitegen.model.parts import Note
from sitegen.outputs.borrowed import language_of
from sitegen.outputs.lists import Listing, Numbered, share_shell, shares
from sitegen.outputs.names import bare_reference, item_reference
from sitegen.outputs.notices import withdrawn
from sitegen.outputs.shell import hub_title
from sitegen.outputs.views import Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class NoticeView(Struct, frozen=True):
    """A notice: its ``kind`` is ``correction``, ``withdrawal`` or ``court``, ``ref`` leads to what it is on.

    ``title`` is what that is called, empty where it was withdrawn. ``words`` and
    ``text_words`` are the languages of title and text, where they aren't in this page's.
    """

    kind: str
    day: date
    ref: Ref
    title: str
    text: str
    words: str
    text_words: str


class CorrectionsView(Shell, frozen=True, kw_only=True):
    """A page of the list of all notices, newest first, and the way to its other pages."""

    notices: tuple[NoticeView, ...]
    numbered: tuple[Numbered, ...]


def correction_pages(site: Site) -> Iterator[Plan]:
    """Yield the list of all corrections, withdrawals and decisions of courts in every language of the site."""
    others = {lang: site.addresses.hub("corrections", lang) for lang in site.config.languages}
    for lang, address in others.items():
        notices = [*_corrections(site, lang), *_withdrawals(site, lang), *_courts(site, lang)]
        notices.sort(key=lambda one: (one.day, one.ref.address))
        listing = Listing("corrections", hub_title("corrections", lang), address, others)
        for where, share, numbered in shares(site, listing, lang, notices):
            base = share_shell(site, listing, lang, where, numbered)
            view = CorrectionsView(**base, notices=tuple(share[::-1]), numbered=numbered)
            yield Plan(file_of(where), draw_corrections, view, "corrections.html", lang)


def _corrections(site: Site, lang: str) -> Iterator[NoticeView]:
    for items in site.items.values():
        for thing in items:
            version = thing.best(lang)
            item = version.facts
            if item.corrections:
                reference = item_reference(site.boards[item.board].best(lang).facts, item, lang)
                yield from _notices("correction", thing.original, version, lang, reference, item.title, item.corrections)


def _withdrawals(site: Site, lang: str) -> Iterator[NoticeView]:
    best: dict[str, tuple[Version[Withdrawable], Note]] = {}
    originals: dict[str, Version[Withdrawable]] = {}
    for version, note in withdrawn(site):
        originals.setdefault(version.identity, version)
        if version.identity not in best or version.lang == lang:
            best[version.identity] = version, note
    for version, note in best.values():
        original = originals[version.identity]
        yield from _notices("withdrawal", original, version, lang, bare_reference(site, version), "", (note,))


def _courts(site: Site, lang: str) -> Iterator[NoticeView]:
    for thing in site.cases.values():
        version = thing.best(lang)
        case = version.facts
        title = case.title if case.number else ""
        yield from _notices("court", thing.original, version, lang, case.number or case.title, title, case.court)


def _notices(
    kind: str, original: Version[Any], version: Version[Any], lang: str, reference: str, title: str, notes: tuple[Note, ...]
) -> Iterator[NoticeView]:
    """Yield what *notes* tell of a version, in its words or in its original's."""
    other = version.lang if version.lang != lang else ""
    # What was withdrawn is called by its day and kind, in its page's words.
    ref = Ref(reference, version.address, other, other if kind == "withdrawal" else "")
    words = version.words if version.words != lang else ""
    for note in notes:
        yield NoticeView(kind, note.date, ref, title, note.text, words, language_of(note.text, original, version, lang))


def draw_corrections(pen: Pen, view: CorrectionsView) -> bytes:
    """Draw a page of the list of notices."""
    return pen.page("corrections.html", view.lang, view.address, view)
