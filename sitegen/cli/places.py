"""What stands in a site's content already, for who adds to it.

Knows folders and as much of front matter as numbers an item. Must not know how a site is read as a whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import yaml

from sitegen.cli.language import _
from sitegen.content.frontmatter import Unreadable, decode, take_apart
from sitegen.content.places import sorting_number
from sitegen.law.appeals import proposed_kind
from sitegen.model.nearest import nearest
from sitegen.model.slugs import slug


def slug_of(words: str) -> str:
    """Return the name of a file for these words; UsageError where they have no letter or digit."""
    name = slug(words)
    if not name:
        raise click.UsageError(_("'{words}' has no letter or digit to name the file by.").format(words=words))
    return name


def find_board(source: Path, board: str) -> str:
    """Return the name of a board's folder; UsageError where there is no such board."""
    minutes = source / "content" / "minutes"
    names = sorted(folder.name for folder in minutes.iterdir() if folder.is_dir()) if minutes.is_dir() else []
    found = next((name for name in names if slug(name) == slug(board)), None)
    if found is None:
        text = _("There is no board '{board}'. Make it first: sitegen new board \"…\".").format(board=board)
        near = _("Did you mean '{nearest}'?").format(nearest=nearest(slug(board), names)) if names else ""
        raise click.UsageError(f"{text} {near}".strip())
    return found


def find_meeting(source: Path, board: str, day: str) -> Path:
    """Return the folder of a board's meeting; UsageError where there is no such meeting."""
    folder = source / "content" / "minutes" / board / day
    if not folder.is_dir():
        text = _("There is no meeting of {board} on {day}. Make it first: sitegen new meeting {board} {day}")
        raise click.UsageError(text.format(board=board, day=day))
    return folder


def next_number(meeting: Path) -> int:
    """Return the number after the last one by which the items of *meeting* are sorted."""
    return max((sorting_number(path.stem) for path in _items(meeting)), default=0) + 1


def next_agenda(meeting: Path) -> int:
    """Return the number after the last one on the agenda of *meeting*."""
    written = [_fields(path).get("agenda", "") for path in _items(meeting)]
    return max([int(number) for number in written if number.isdecimal()] or [len(written)]) + 1


def is_published(meeting: Path) -> bool:
    """Tell whether the minutes of *meeting* are on view, so that each of its items has to tell of appeal."""
    fields = _fields(meeting / "meeting.md")
    return fields.get("status") == "approved" and bool(fields.get("published"))


def remedy(meeting: Path) -> str:
    """Return the remedy that an item of *meeting* most often has."""
    kind: Any = _fields(meeting.parent / "board.md").get("kind", "other")
    return proposed_kind(kind, None)


def _items(meeting: Path) -> list[Path]:
    """Return the files of a meeting's items, translations left out."""
    return [path for path in meeting.glob("*.md") if path.name != "meeting.md" and path.name.count(".") == 1]


def _fields(file: Path) -> dict[str, str]:
    """Return the plain fields of a file; none where it can't be read."""
    try:
        node = take_apart(decode(file.read_bytes())).node
    except (OSError, Unreadable):
        return {}
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}
