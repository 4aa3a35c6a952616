"""The page of an item: what was decided, and how it came about.

Knows an item's neighbours in its meeting and its case. Knows nothing of lists and feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct, structs

from sitegen.index.addresses import file_of
from sitegen.index.links import targets
from sitegen.index.related import related
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version, case_slugs
from sitegen.law.lifecycle import life_of
from sitegen.model.facts import Board, Case, Item, Meeting
from sitegen.model.parts import Disqualified, Dissent, Election, Note, When
from sitegen.model.picture import Targets
from sitegen.outputs.appeal import AppealView, appeal_view
from sitegen.outputs.attendance import PresentView, present_view
from sitegen.outputs.borrowed import Borrowed, borrowed
from sitegen.outputs.decided import Decided, decided
from sitegen.outputs.files import attachment_views, pdf_file
from sitegen.outputs.lists import by_day, elsewhere, entries
from sitegen.outputs.names import contacts, item_label, item_reference, meeting_ref, topic_refs
from sitegen.outputs.shell import board_feed, case_feed, hub, main_feed, plain, ref, shell
from sitegen.outputs.views import ContactView, EntryView, FeedLink, FileView, Ref, Shell
from sitegen.outputs.votes import VoteView, vote_views
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

ID = re.compile(r' id="[^"]*"')


class ItemView(Shell, frozen=True, kw_only=True):
    """An item's page.

    ``reference`` is the line that items are cited by (``MHS 4.6.2018 § 122``), ``status`` how far it has come: ``agenda``,
    ``held``, ``cancelled``, ``uninspected``, ``appealable``, ``expired`` or ``minutes``. ``moved_from`` is when its meeting
    should have been. ``history`` are the steps of the case by day, this one among them and those that are on no page of this site.
    ``court`` is how courts decided on the case, ``court_words`` the language of that where it isn't the page's.
    """

    board: Ref
    meeting: Ref
    day: date
    clock: str
    section: str
    agenda: str
    reference: str
    status: str
    moved_from: When | None
    case: Ref | None
    case_number: str
    plain: str
    summary: str
    resolution: str
    proposer: str
    presenter: tuple[ContactView, ...]
    responsible: tuple[ContactView, ...]
    preparers: tuple[ContactView, ...]
    votes: tuple[VoteView, ...]
    elections: tuple[Election, ...]
    disqualified: tuple[Disqualified, ...]
    dissent: tuple[Dissent, ...]
    present: PresentView | None
    appeal: AppealView | None
    publicity: str
    ground: str
    attachments: tuple[FileView, ...]
    history: tuple[EntryView, ...]
    corrections: tuple[Note, ...]
    court: tuple[Note, ...]
    court_words: str
    topics: tuple[Ref, ...]
    news: tuple[EntryView, ...]
    related: tuple[EntryView, ...]
    previous: Ref | None
    next: Ref | None
    pdf: FileView | None
    borrowed: Borrowed
    body: str
    targets: Targets


Views = dict[tuple[str, str], list[tuple[Version[Item], ItemView]]]


def item_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of every item in each of its languages."""
    for views in item_views(site).values():
        for version, view in views:
            pdf = file_of(view.pdf.address) if view.pdf else ""
            yield Plan(file_of(version.address), draw_item, view, "item.html", version.lang, version.source, pdf)


def item_views(site: Site) -> Views:
    """Return the views of each meeting's items, in its order; made once, for pages and PDFs both ask."""
    found: Views | None = site.memo.get(("item views", ""))
    if found is None:
        meetings = {(thing.facts.board, thing.facts.folder): thing for thing in site.meetings}
        found = {key: [*_views(site, items, meetings[key])] for key, items in site.items.items()}
        site.memo["item views", ""] = found
    return found


class _Around(Struct, frozen=True):
    """What all pages of a meeting's items have in a language: their board, the way to them, feeds, and some fields of the view."""

    board: Board
    path: tuple[Ref, ...]
    feeds: tuple[FeedLink, ...]
    fields: dict[str, Any]


def _views(site: Site, items: list[Thing[Item]], meeting: Thing[Meeting]) -> Iterator[tuple[Version[Item], ItemView]]:
    around: dict[str, _Around] = {}
    for number, item in enumerate(items):
        before = items[number - 1] if number else None
        after = items[number + 1] if number + 1 < len(items) else None
        for version in item.versions.values():
            if version.lang not in around:
                around[version.lang] = _around(site, meeting, version.lang)
            yield version, _view(site, item, version, meeting, around[version.lang], before, after)


def _around(site: Site, meeting: Thing[Meeting], lang: str) -> _Around:
    board, start = site.boards[meeting.facts.board], meeting.facts.start
    above, sitting = ref(board, lang), meeting_ref(meeting, board.facts.kind, lang)
    fields = {"board": above, "meeting": sitting, "clock": start.clock if start else "", "moved_from": meeting.facts.moved_from}
    feeds = (main_feed(site, "items", lang), board_feed(site, board, lang))
    return _Around(board.best(lang).facts, (hub(site, "boards", lang), above, sitting), feeds, fields)


def _view(
    site: Site, thing: Thing[Item], version: Version[Item], meeting: Thing[Meeting], around: _Around,
    before: Thing[Item] | None, after: Thing[Item] | None,
) -> ItemView:
    item, lang = version.facts, version.lang
    case = next((site.cases[name] for name in case_slugs(item)), None)
    steps = site.by_case[case.facts.slug] if case else []
    case_feeds = (case_feed(site, case, lang),) if case else ()
    return ItemView(
        **shell(
            site, thing, version, around.path, description=plain(item.plain or item.summary or version.outline.excerpt),
            feeds=(*around.feeds, *case_feeds),
        ),
        **around.fields, day=item.date, section=item.section, agenda=item.agenda,
        reference=item_reference(around.board, item, lang),
        status=life_of(version.stage, version.last_day, site.day),
        case=ref(case, lang) if case else None, case_number=item.case, plain=item.plain, summary=item.summary,
        resolution=item.resolution or "", proposer=item.proposer, presenter=contacts(item.presenter),
        responsible=contacts(item.responsible), preparers=contacts(item.preparers), votes=vote_views(item.votes),
        elections=item.elections, present=present_view(meeting, version),
        disqualified=item.disqualified, dissent=item.dissent, appeal=appeal_view(site, version),
        publicity=item.publicity.level, ground=item.publicity.ground,
        attachments=attachment_views(site, version, item.attachments),
        history=by_day((*elsewhere([thing], lang), *entries(site, [s for s in steps if isinstance(s.facts, Item)], lang))),
        corrections=item.corrections, **_court(case, lang), topics=topic_refs(site, item.topics, lang),
        news=entries(site, [step for step in steps if not isinstance(step.facts, Item)], lang),
        related=entries(site, related(site, thing), lang), previous=_neighbour(before, lang), next=_neighbour(after, lang),
        pdf=pdf_file(site, item, lang),
        borrowed=borrowed(thing, version), body=version.body, targets=targets(site, version),
    )  # fmt: skip


def _court(case: Thing[Case] | None, lang: str) -> dict[str, Any]:
    """Return how courts decided on the case, and the language that is told in (kuntalaki 142 §)."""
    version = case.best(lang) if case else None
    spoken = version.words if version and version.words != lang else ""
    return {"court": version.facts.court if version else (), "court_words": spoken}


def _neighbour(thing: Thing[Item] | None, lang: str) -> Ref | None:
    """Return a link to the item before or after, with its number."""
    if thing is None:
        return None
    link = ref(thing, lang)
    return structs.replace(link, title=f"{item_label(thing.facts, lang)} {link.title}")


def draw_item(pen: Pen, view: ItemView) -> bytes:
    """Draw an item's page, with what was decided set apart to be read first."""
    body = pen.prose_on(view.address, view.body, view.targets)
    first = decided(body)
    first = Decided(_without_ids(first.decision), _without_ids(first.proposal))
    return pen.page("item.html", view.lang, view.address, view, body=body, decided=first)


def _without_ids(html: str) -> str:
    """Return *html* to stand on a page for the second time, where no id may stand twice."""
    return ID.sub("", html)
