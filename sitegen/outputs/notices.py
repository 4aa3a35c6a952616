"""Notices in feeds: what became of a decision later. Each is an entry of its own, for readers pass over one that only changed.

Knows corrections, withdrawals and what courts decided. Knows nothing of how a feed is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sitegen.index.addresses import item_name
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.law.stages import DECIDED
from sitegen.locale import words
from sitegen.model.facts import Item, News, Withdrawable
from sitegen.model.parts import Note
from sitegen.outputs.entries import FeedEntry, Told, guid, moment, without_personal
from sitegen.outputs.names import bare_reference


def corrections(site: Site, version: Version[Item], told: Told) -> Iterator[Told]:
    """Yield each correction of a decision, in the feeds in which the decision is *told*."""
    if not version.facts.corrections:
        return
    name, entry = item_name(version.facts, version.identity), told.make()
    title = words(version.lang).gettext("Correction: %(title)s") % {"title": entry.title}
    for key, note in _numbered(version.facts.corrections):
        yield _notice(site, version, f"{name}/correction/{key}", title, note, told.feeds, entry.categories)


def withdrawals(site: Site, lang: str) -> Iterator[Told]:
    """Yield every decision and news item that was withdrawn; its title isn't told, for it may be why."""
    for version, note in withdrawn(site):
        feeds = _feeds(version)
        if feeds and version.lang == lang:
            title = words(lang).gettext("Withdrawn: %(reference)s") % {"reference": bare_reference(site, version)}
            facts = version.facts
            name = item_name(facts, version.identity) if isinstance(facts, Item) else version.identity
            yield _notice(site, version, f"{name}/withdrawn", title, note, feeds, ())


def withdrawn(site: Site) -> Iterator[tuple[Version[Withdrawable], Note]]:
    """Yield each version of what was withdrawn, and what is told of it."""
    for version in site.gone:
        facts = version.facts
        if version.state == "withdrawn" and isinstance(facts, Withdrawable) and facts.withdrawn:
            yield version, Note(facts.withdrawn.date, facts.withdrawn.reason)


def _feeds(version: Version[Withdrawable]) -> tuple[str, ...]:
    """Return the feeds of the whole site and of a board that have told of a thing; no feed tells of documents or agendas' items."""
    facts = version.facts
    if isinstance(facts, Item) and version.stage in DECIDED:
        return "items", f"boards/{facts.board}"
    return ("news",) if isinstance(facts, News) else ()


def court_notices(site: Site, lang: str) -> Iterator[Told]:
    """Yield what courts decided on each case, where it is told in *lang*.

    The notice belongs to the decision (kuntalaki 142 §), so whoever follows the board that made one hears of it too.
    """
    for slug, thing in site.cases.items():
        version = thing.versions.get(lang)
        if version and version.words == lang and version.facts.court:
            case = without_personal(version.facts.title, lang)
            title = words(lang).gettext("Decision of a court: %(case)s") % {"case": case}
            feeds = ("items", f"cases/{slug}", *_deciders(site, slug))
            for key, note in _numbered(version.facts.court):
                yield _notice(site, version, f"{version.identity}/court/{key}", title, note, feeds, (version.facts.number,))


def _deciders(site: Site, slug: str) -> Iterable[str]:
    """Return the feeds of the boards that have decided on a case, each once."""
    steps = site.by_case.get(slug, ())
    return dict.fromkeys(f"boards/{s.facts.board}" for s in steps if isinstance(s.facts, Item) and s.original.stage in DECIDED)


def _numbered(notes: Iterable[Note]) -> Iterator[tuple[str, Note]]:
    """Yield each note with its day and, after the first of a day, its number: a key that no change of words moves."""
    days: list[date] = []
    for note in notes:
        days.append(note.date)
        count = days.count(note.date)
        yield f"{note.date}/{count}" if count > 1 else str(note.date), note


def _notice(
    site: Site, version: Version[Any], name: str, title: str, note: Note, feeds: tuple[str, ...], about: tuple[str, ...]
) -> Told:
    """Return an entry that says no more than *note*, with the categories *about*."""
    published, key = moment(note.date, "", site.config.timezone), guid(name, version.lang)
    categories = tuple(category for category in about if category)
    lead = without_personal(note.text, version.words)
    entry = FeedEntry(title, version.address, key, published, categories, lead=lead)
    return Told(published, key, feeds, lambda: entry)
