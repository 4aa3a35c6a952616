"""The line of a file on which a fault stands, with a mark below the place.

Knows files' lines. Never shows a line of a file that may hold personal or secret words, or an identity code: what the
command says ends up in logs that anybody may read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.model.hiding import may_hide

_FRONT_MATTER = re.compile(r"\A---.*?^---", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_TRANSLATION = re.compile(r"(.+)\.[a-z]{2,3}\.md")
WIDTH = 100
_LEAD = 40


def quote(source: Path, path: str, line: int, column: int) -> list[str]:
    """Return a line of the file at *path* below *source* and a mark below its *column*; nothing where it may not be shown.

    A line longer than WIDTH is cut around the column.
    """
    try:
        text = (source / path).read_bytes().decode("utf-8-sig")
        hides = _may_hide(text) or any(_may_hide(original) for original in _original(source, path))
    except (OSError, ValueError):
        return []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if hides or not 0 < line <= len(lines) or not lines[line - 1].strip():
        return []
    shown, at = _cut("".join(one if one.isprintable() else " " for one in lines[line - 1]), max(column - 1, 0))
    number = str(line)
    return [f"{number} | {shown}", f"{' ' * len(number)} | {' ' * at}^"]


def _original(source: Path, path: str) -> Iterator[str]:
    """Yield the text of the file that the one at *path* translates: what is hidden there is hidden in every language."""
    found = _TRANSLATION.fullmatch(path)
    if found:
        yield (source / f"{found[1]}.md").read_bytes().decode("utf-8-sig")


def _may_hide(text: str) -> bool:
    """Tell whether a file may hold words that are not for all; comments on its fields, as ``sitegen new`` writes them, don't."""
    return may_hide(_FRONT_MATTER.sub(lambda found: _COMMENT.sub("", found[0]), text))


def _cut(line: str, at: int) -> tuple[str, int]:
    """Return the part of *line* around the place *at*, and where that place is in it."""
    start = max(0, at - _LEAD) if len(line) > WIDTH else 0
    part = line[start : start + WIDTH]
    before, after = "…" if start else "", "…" if start + WIDTH < len(line) else ""
    return f"{before}{part}{after}", at - start + len(before)
