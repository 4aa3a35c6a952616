"""Meetings: each page with its items, the list of all and that of each board.

Knows a meeting's items and its neighbours in the board. Knows nothing of feeds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from msgspec import structs

from sitegen.index.addresses import file_of
from sitegen.index.links import targets
from sitegen.index.site import Site, in_meeting
from sitegen.index.things import Thing, Version
from sitegen.locale import words
from sitegen.model.facts import BoardKind, Item, Meeting
from sitegen.model.parts import Presence, When
from sitegen.model.picture import Targets
from sitegen.outputs.attendance import with_substitutes
from sitegen.outputs.borrowed import Borrowed, borrowed
from sitegen.outputs.files import attachment_views, pdf_file
from sitegen.outputs.lists import Listing, entry, listed, meeting_status
from sitegen.outputs.names import bare_reference, item_label, meeting_ref, meeting_title
from sitegen.outputs.preparing import coming_of
from sitegen.outputs.shell import board_feed, hub, hub_title, main_feed, plain, ref, shell
from sitegen.outputs.sittings import calendar_of_all, meets
from sitegen.outputs.views import EntryView, FileView, Ref, Shell
from sitegen.outputs.years import year_refs
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class MeetingView(Shell, frozen=True, kw_only=True):
    """A meeting's page. ``status`` is empty where no file describes the meeting; ``moved_from`` is when it should have been.

    ``calendar`` is the address of a calendar file with the meeting, empty for the decisions of an office-holder.
    """

    board: Ref
    day: date
    number: str
    status: str
    start: When | None
    end: When | None
    breaks: tuple[str, ...]
    place: str
    manner: str
    inspected: date | None
    published: date | None
    moved_from: When | None
    calendar: str
    chair: str
    secretary: str
    inspectors: tuple[str, ...]
    quorum: str
    attendance: tuple[Presence, ...]
    attachments: tuple[FileView, ...]
    items: tuple[EntryView, ...]
    previous: Ref | None
    next: Ref | None
    pdf: FileView | None
    borrowed: Borrowed
    body: str
    targets: Targets


def meeting_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of every meeting in each of its languages."""
    for version, view in meeting_views(site):
        pdf = file_of(view.pdf.address) if view.pdf else ""
        yield Plan(file_of(version.address), draw_meeting, view, "meeting.html", version.lang, version.source, pdf)


def meeting_views(site: Site) -> list[tuple[Version[Meeting], MeetingView]]:
    """Return the views of all meetings; made once, for pages and PDFs both ask."""
    found: list[tuple[Version[Meeting], MeetingView]] | None = site.memo.get(("meetings", ""))
    if found is None:
        found = site.memo["meetings", ""] = [*_views(site)]
    return found


def _views(site: Site) -> Iterator[tuple[Version[Meeting], MeetingView]]:
    pulled: dict[tuple[str, str], list[Version[Item]]] = defaultdict(list)
    for gone in site.gone:
        if isinstance(gone.facts, Item):
            pulled[gone.facts.board, gone.facts.folder].append(gone)
    for group in by_board(site).values():
        for number, thing in enumerate(group):
            before = group[number - 1] if number else None
            after = group[number + 1] if number + 1 < len(group) else None
            for version in thing.versions.values():
                gone_items = pulled.get((thing.facts.board, thing.facts.folder), [])
                yield version, _view(site, thing, version, before, after, gone_items)


def by_board(site: Site) -> dict[str, list[Thing[Meeting]]]:
    """Return each board's meetings, oldest first."""
    groups: dict[str, list[Thing[Meeting]]] = defaultdict(list)
    for meeting in site.meetings:
        groups[meeting.facts.board].append(meeting)
    return dict(groups)


def _view(
    site: Site, thing: Thing[Meeting], version: Version[Meeting], before: Thing[Meeting] | None, after: Thing[Meeting] | None,
    gone: list[Version[Item]],
) -> MeetingView:
    meeting, lang = version.facts, version.lang
    board = site.boards[meeting.board]
    items = site.items.get((meeting.board, meeting.folder), [])
    kind, status = board.facts.kind, meeting_status(site, thing.original)
    title = f"{board.best(lang).facts.title}: {meeting_title(meeting, kind, lang)}"
    return MeetingView(
        **shell(
            site, thing, version, (hub(site, "boards", lang), ref(board, lang)), title=title,
            description=plain(version.outline.excerpt) or _description(items, lang),
            feeds=(board_feed(site, board, lang), main_feed(site, "meetings", lang), main_feed(site, "agendas", lang)),
        ),
        board=ref(board, lang), day=meeting.date, number=meeting.number,
        status=status, pdf=pdf_file(site, meeting, lang) if status != "planned" else None, start=meeting.start, end=meeting.end,
        breaks=meeting.breaks, place=meeting.place, manner=meeting.manner, inspected=_come(site, meeting.inspected),
        published=_come(site, meeting.published), moved_from=meeting.moved_from,
        calendar=site.addresses.sitting(version.address, lang) if meets(board.facts) else "", chair=meeting.chair,
        secretary=meeting.secretary, inspectors=meeting.inspectors, quorum=meeting.quorum,
        attendance=with_substitutes(meeting.attendance),
        attachments=attachment_views(site, version, meeting.attachments), items=_lines(site, items, gone, lang),
        previous=_neighbour(before, kind, lang), next=_neighbour(after, kind, lang), borrowed=borrowed(thing, version), body=version.body,
        targets=targets(site, version),
    )  # fmt: skip


def _lines(site: Site, items: list[Thing[Item]], gone: list[Version[Item]], lang: str) -> tuple[EntryView, ...]:
    """Return a line for each item of a meeting, in its order; one that was withdrawn, and is *gone*, says no more than that."""
    lines = {thing.identity: (in_meeting(thing.original), entry(site, thing, lang)) for thing in items}
    for version in gone:
        if version.lang == lang or version.identity not in lines:
            ref = Ref(bare_reference(site, version), version.address, version.lang if version.lang != lang else "")
            line = EntryView(ref, "item", version.facts.date, item_label(version.facts, lang), status="withdrawn")
            lines[version.identity] = in_meeting(version), line
    return tuple(line for _, line in sorted(lines.values(), key=lambda pair: pair[0]))


def _come(site: Site, day: date | None) -> date | None:
    """Return *day* once it has come: nothing tells in advance when minutes go on view."""
    return day if site.day.has_come(day) else None


def _description(items: list[Thing[Item]], lang: str) -> str:
    """Return the first items' titles, for who looks for them."""
    titles = [thing.best(lang).facts.title for thing in items[:5]]
    return plain("; ".join(titles))


def _neighbour(thing: Thing[Meeting] | None, kind: BoardKind, lang: str) -> Ref | None:
    return meeting_ref(thing, kind, lang) if thing else None


def draw_meeting(pen: Pen, view: MeetingView) -> bytes:
    """Draw a meeting's page."""
    body = pen.prose_on(view.address, view.body, view.targets)
    return pen.page("meeting.html", view.lang, view.address, view, body=body)


def meeting_lists(site: Site) -> Iterator[Plan]:
    """Yield the list of all meetings and those of each board."""
    langs = site.config.languages
    others = {one: site.addresses.hub("meetings", one) for one in langs}
    for lang in langs:
        feeds = (main_feed(site, "meetings", lang), main_feed(site, "agendas", lang))
        calendar, years = calendar_of_all(site, lang), year_refs(site, lang)
        listing = Listing("meetings", hub_title("meetings", lang), others[lang], others, (), feeds, years, calendar=calendar)
        yield from _listed(site, listing, lang, site.meetings)
    for name, held in by_board(site).items():
        board = site.boards[name]
        others = {one: site.addresses.meetings_of(name, one) for one in board.versions}
        for lang in others:
            title = words(lang).gettext("Meetings: %(board)s") % {"board": board.best(lang).facts.title}
            path = (hub(site, "boards", lang), ref(board, lang))
            calendar = site.addresses.calendar(f"boards/{name}", lang) if meets(board.facts) else ""
            listing = Listing("meetings", title, others[lang], others, path, (board_feed(site, board, lang),), calendar=calendar)
            yield from _listed(site, listing, lang, held)


def _listed(site: Site, listing: Listing, lang: str, meetings: list[Thing[Meeting]]) -> Iterator[Plan]:
    """Yield the pages of a list of *meetings*: those to come stand first, the next one on top, then the past ones."""
    coming = coming_of(site, meetings)
    return listed(site, structs.replace(listing, coming=tuple(coming)), lang, meetings[: len(meetings) - len(coming)])
