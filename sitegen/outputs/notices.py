"""Notices in feeds: what became of a decision later. Each is an entry of its own, for readers pass over one that only changed.

Knows corrections, withdrawals and what courts decided. Knows nothing of how a feed is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sitegen.index.addresses import item_name
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.locale import words
from sitegen.model.facts import Case, Item
from sitegen.model.parts import Note
from sitegen.outputs.entries import DECIDED, FeedEntry, Told, guid, moment, without_personal
from sitegen.outputs.names import item_label, item_reference


def corrections(site: Site, version: Version[Item], told: Told) -> Iterator[Told]:
    """Yield each correction of a decision, in the feeds in which the decision is *told*."""
    if not version.facts.corrections:
        return
    name, entry = item_name(version.facts, version.identity), told.make()
    title = words(version.lang).gettext("Correction: %(title)s") % {"title": entry.title}
    for key, note in _numbered(version.facts.corrections):
        yield _notice(site, version, f"{name}/correction/{key}", title, note, told.feeds, entry.categories)


def withdrawals(site: Site, lang: str) -> Iterator[Told]:
    """Yield every decision that was withdrawn; its title isn't told, for it may be why."""
    for version in site.gone:
        item = version.facts
        if isinstance(item, Item) and item.withdrawn and version.lang == lang and version.stage in DECIDED:
            board = site.boards.get(item.board)
            reference = item_reference(board.best(lang).facts, item, lang) if board else item_label(item, lang)
            title = words(lang).gettext("Withdrawn: %(reference)s") % {"reference": reference}
            note = Note(item.withdrawn.date, item.withdrawn.reason)
            name = f"{item_name(item, version.identity)}/withdrawn"
            yield _notice(site, version, name, title, note, ("items", f"boards/{item.board}"), ())


def court_notices(site: Site, lang: str) -> Iterator[Told]:
    """Yield what courts decided on each case, where it is told in *lang*."""
    for slug, thing in site.cases.items():
        version = thing.versions.get(lang)
        if version and version.words == lang and version.facts.court:
            case = without_personal(version.facts.title, lang)
            title = words(lang).gettext("Decision of a court: %(case)s") % {"case": case}
            for key, note in _numbered(version.facts.court):
                name = f"{version.identity}/court/{key}"
                yield _notice(site, version, name, title, note, (f"cases/{slug}",), (version.facts.number,))


def _numbered(notes: Iterable[Note]) -> Iterator[tuple[str, Note]]:
    """Yield each note with its day and, after the first of a day, its number: a key that no change of words moves."""
    days: list[date] = []
    for note in notes:
        days.append(note.date)
        count = days.count(note.date)
        yield f"{note.date}/{count}" if count > 1 else str(note.date), note


def _notice(
    site: Site, version: Version[Item] | Version[Case], name: str, title: str, note: Note, feeds: tuple[str, ...], about: tuple[str, ...]
) -> Told:
    """Return an entry that says no more than *note*, with the categories *about*."""
    published, key = moment(note.date, "", site.config.timezone), guid(name, version.lang)
    categories = tuple(category for category in about if category)
    lead = without_personal(note.text, version.words)
    entry = FeedEntry(title, version.address, key, published, categories, lead=lead)
    return Told(published, key, feeds, lambda: entry)
