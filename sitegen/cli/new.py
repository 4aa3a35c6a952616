"""``sitegen new``.

Knows what each kind of file is called and needs to begin with. Must not know its fields.
"""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.days import Sitting, today
from sitegen.cli.failures import FAULTY, failures_told
from sitegen.cli.language import _
from sitegen.cli.options import source_option
from sitegen.cli.places import find_board, find_meeting, is_published, next_agenda, next_number, remedy, slug_of
from sitegen.config import Config, read_config
from sitegen.content.samples import sample


@click.group(help=_("Make a new file with its fields in place."))
def command() -> None:
    """Make a new file with its fields in place."""


@command.command(help=_("Make a news item, as a draft."))
@click.argument("title", metavar=_("TITLE"))
@source_option
def news(title: str, source: Path) -> None:
    """Make a news item."""
    day = today(source)
    given = {"title": title, "date": day.isoformat(), "draft": "true"}
    _make(source, "news", f"news/{day.year}/{slug_of(title)}.md", given)


@command.command(help=_("Make a board."))
@click.argument("name", metavar=_("NAME"))
@source_option
def board(name: str, source: Path) -> None:
    """Make a board."""
    _make(source, "board", f"minutes/{slug_of(name)}/board.md", {"name": name})


@command.command(help=_("Make a meeting of a board. The second one of a day is 2026-12-14-2."))
@click.argument("board", metavar=_("BOARD"))
@click.argument("day", type=Sitting(), metavar=_("DAY"))
@source_option
def meeting(board: str, day: str, source: Path) -> None:
    """Make a meeting."""
    _make(source, "meeting", f"minutes/{find_board(source, board)}/{day}/meeting.md", {"status": "planned"})


@command.command(help=_("Make the next item of a meeting."))
@click.argument("board", metavar=_("BOARD"))
@click.argument("day", type=Sitting(), metavar=_("DAY"))
@click.argument("title", metavar=_("TITLE"))
@source_option
def item(board: str, day: str, title: str, source: Path) -> None:
    """Make an item of a meeting."""
    folder = find_meeting(source, find_board(source, board), day)
    given = {"title": title, "agenda": str(next_agenda(folder))}
    if is_published(folder):
        given["appeal"] = f"{{kind: {remedy(folder)}}}"
    path = folder.relative_to(source / "content") / f"{next_number(folder)}-{slug_of(title)}.md"
    _make(source, "item", path.as_posix(), given)


@command.command(help=_("Make a document: a report or an annex, its file beside it."))
@click.argument("title", metavar=_("TITLE"))
@source_option
def document(title: str, source: Path) -> None:
    """Make a document."""
    _make(source, "document", f"documents/{slug_of(title)}/document.md", {"title": title})


@command.command(help=_("Make a plain page."))
@click.argument("title", metavar=_("TITLE"))
@source_option
def page(title: str, source: Path) -> None:
    """Make a plain page."""
    _make(source, "page", f"pages/{slug_of(title)}.md", {"title": title})


@command.command(help=_("Make a page for a case, by its number."))
@click.argument("number", metavar=_("NUMBER"))
@click.argument("title", metavar=_("TITLE"))
@source_option
def case(number: str, title: str, source: Path) -> None:
    """Make a page for a case."""
    _make(source, "case", f"cases/{slug_of(number)}.md", {"title": title})


def _make(source: Path, kind: str, place: str, given: dict[str, str]) -> None:
    """Write a new file in *source*/content and print its path; UsageError where there is one already."""
    file = source / "content" / place
    with failures_told(source):
        text = sample(kind, given, _settings(source).language, _)
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with file.open("x", encoding="utf-8", newline="\n") as new:
                new.write(text)
        except FileExistsError:
            raise click.UsageError(_("There is such a file already: {file}").format(file=file)) from None
    console.say(str(file))


def _settings(source: Path) -> Config:
    """Return the site's settings; raises SystemExit after telling what is wrong with them."""
    config, faults = read_config(source)
    if config is None:
        console.show_faults(faults, source)
        raise SystemExit(FAULTY)
    return config
