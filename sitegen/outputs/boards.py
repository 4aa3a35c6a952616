"""Boards: each page, and the list of them.

Knows a board's members, newest meetings and decisions. Knows nothing of feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.links import targets
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version
from sitegen.model.facts import Board, Meeting
from sitegen.model.picture import Targets
from sitegen.outputs.borrowed import Borrowed, borrowed
from sitegen.outputs.decisions import decided_at
from sitegen.outputs.lists import entries, entry
from sitegen.outputs.meetings import by_board
from sitegen.outputs.members import MemberView, member_views
from sitegen.outputs.names import contacts
from sitegen.outputs.preparing import coming_of
from sitegen.outputs.shell import board_feed, hub, hub_title, list_shell, main_feed, plain, ref, shell
from sitegen.outputs.sittings import meets
from sitegen.outputs.views import ContactView, EntryView, Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

DECISIONS, MEETINGS = 6, 10


class BoardView(Shell, frozen=True, kw_only=True):
    """A board's page: its members, its next meetings, its newest meetings and decisions, and the way to all meetings.

    ``calendar`` is the address of the calendar of its meetings, empty where it holds none.
    """

    abbreviation: str
    kind: str
    members: tuple[MemberView, ...]
    contacts: tuple[ContactView, ...]
    since: date | None
    until: date | None
    formerly: str
    successor: Ref | None
    coming: tuple[EntryView, ...]
    meetings: tuple[EntryView, ...]
    items: tuple[EntryView, ...]
    all_meetings: str
    calendar: str
    borrowed: Borrowed
    body: str
    targets: Targets


class BoardLine(Struct, frozen=True):
    """A board in the list of boards: its ``next`` meeting, its newest ``decision`` and its day, and whether it has ``ended``."""

    ref: Ref
    abbreviation: str
    kind: str
    ended: bool
    next: Ref | None
    decision: Ref | None
    decided: date | None


class BoardsView(Shell, frozen=True, kw_only=True):
    """The list of boards."""

    boards: tuple[BoardLine, ...]


def board_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of every board in each of its languages, and the list of boards in every language."""
    held = by_board(site)
    for name, thing in site.boards.items():
        for version in thing.versions.values():
            view = _view(site, thing, version, held.get(name, []))
            yield Plan(file_of(version.address), draw_board, view, "board.html", version.lang, version.source)
    others = {lang: site.addresses.hub("boards", lang) for lang in site.config.languages}
    for lang, address in others.items():
        lines = tuple(_line(site, thing, held.get(name, []), lang) for name, thing in site.boards.items())
        listed = BoardsView(**list_shell(site, lang, address, hub_title("boards", lang), others), boards=lines)
        yield Plan(file_of(address), draw_boards, listed, "boards.html", lang)


def _line(site: Site, thing: Thing[Board], held: list[Thing[Meeting]], lang: str) -> BoardLine:
    board = thing.best(lang).facts
    coming = [entry(site, one, lang).ref for one in coming_of(site, held)[:1]]
    decided = [entry(site, one, lang) for one in islice(decided_at(site, reversed(held)), 1)]
    return BoardLine(
        ref(thing, lang), board.abbreviation, board.kind, ended(site, board), coming[0] if coming else None,
        decided[0].ref if decided else None, decided[0].day if decided else None,
    )  # fmt: skip


def ended(site: Site, board: Board) -> bool:
    """Tell whether a board's last day has passed."""
    return site.day.is_over(board.until)


def _view(site: Site, thing: Thing[Board], version: Version[Board], held: list[Thing[Meeting]]) -> BoardView:
    board, lang = version.facts, version.lang
    decided = list(islice(decided_at(site, reversed(held)), DECISIONS))
    coming = coming_of(site, held)
    past = held[: len(held) - len(coming)]
    successor = site.boards.get(board.successor)
    return BoardView(
        **shell(
            site, thing, version, (hub(site, "boards", lang),), description=plain(version.outline.excerpt),
            feeds=(board_feed(site, thing, lang), main_feed(site, "items", lang)),
        ),
        abbreviation=board.abbreviation, kind=board.kind, members=member_views(board.members),
        contacts=contacts(board.contacts, version.address),
        since=board.since, until=board.until, formerly=board.formerly,
        successor=ref(successor, lang) if successor else None,
        coming=entries(site, coming, lang), meetings=entries(site, past[: -MEETINGS - 1 : -1], lang), items=entries(site, decided, lang),
        all_meetings=site.addresses.meetings_of(board.board, lang) if held else "",
        calendar=site.addresses.calendar(f"boards/{board.board}", lang) if held and meets(board) else "",
        borrowed=borrowed(thing, version), body=version.body, targets=targets(site, version),
    )  # fmt: skip


def draw_board(pen: Pen, view: BoardView) -> bytes:
    """Draw a board's page."""
    body = pen.prose_on(view.address, view.body, view.targets)
    return pen.page("board.html", view.lang, view.address, view, body=body)


def draw_boards(pen: Pen, view: BoardsView) -> bytes:
    """Draw the list of boards."""
    return pen.page("boards.html", view.lang, view.address, view)
