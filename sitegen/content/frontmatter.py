"""The front matter of a file: where it ends, and its YAML with places.

Knows the two lines of hyphens and YAML's marks. Knows no field. python-frontmatter alone would publish an unclosed
front matter as text, keep the last of two equal keys and read ``12:30`` as 750; a handler that composes nodes and
keeps every scalar as text cures all of it.
"""

from __future__ import annotations

import re
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler
from msgspec import Struct

FENCE = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
DEEPEST = 100
# So many brackets, or so long a line, are more than 100 levels can do without; a third of what the stack bears.
_SURELY_SHALLOW = 600


class Unreadable(Exception):
    """A file that can't be taken apart: a code, a place (line and column from 1) and the message's arguments."""

    def __init__(self, code: str, line: int = 1, column: int = 1, **args: str) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.args_ = code, line, column, args


class TooDeep(yaml.MarkedYAMLError):
    """Values within values, deeper than any field needs."""


class Source(Struct, frozen=True):
    """A file taken apart: the YAML node of its fields, its Markdown and the line on which that begins.

    A node's mark counts lines from 0, the first being the rest of the opening fence: line ``offset`` of the file.
    """

    node: Any
    text: str
    line: int
    offset: int


class _Nodes(BaseHandler):
    """Hands python-frontmatter a YAML node in place of values."""

    FM_BOUNDARY = FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the node of the whole front matter under the one key ``node``."""
        _refuse_depth(fm)
        return {"node": yaml.compose(fm, Loader=yaml.CBaseLoader)}


_HANDLER = _Nodes()


def _refuse_depth(fm: str) -> None:
    """Raise TooDeep where values stand in values deeper than DEEPEST: composing thousands of levels ends the process."""
    lines = fm.split("\n")
    if fm.count("[") + fm.count("{") < _SURELY_SHALLOW and max(map(len, lines)) < _SURELY_SHALLOW:
        return
    depth = 0
    for event in yaml.parse(fm, Loader=yaml.CBaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            mark: Any = event.start_mark
            raise TooDeep(None, None, "too many levels", mark)


def decode(raw: bytes) -> str:
    """Return the text of *raw*, UTF-8 with or without a BOM, with ``\\n`` line ends.

    Raises Unreadable for other encodings, an empty file and control characters.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise Unreadable("FI001", line, column, byte=f"0x{raw[error.start]:02x}", position=str(error.start)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable("FI002")
    found = CONTROL.search(text)
    if found:
        line, column = place(text, found.start())
        raise Unreadable("FI006", line, column, character=f"U+{ord(found[0]):04X}")
    return text


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column, counted from 1, of *offset* in *text*."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def split(text: str) -> tuple[int, int, int]:
    """Return where the front matter's first line begins and its last line ends, and where the fence below it ends.

    Raises Unreadable where there is no front matter or it isn't closed.
    """
    first = FENCE.search(text)
    if first is None or text[: first.start()].strip():
        raise Unreadable("FM009")
    second = FENCE.search(text, first.end())
    if second is None:
        raise Unreadable("FM001", *place(text, first.start()))
    return first.end() + 1, second.start(), second.end()


def text_below(text: str) -> str:
    """Return the Markdown of a decoded file that has been taken apart before, as ``take_apart`` returns it."""
    return text[split(text)[2] :].strip()


def take_apart(text: str) -> Source:
    """Return the parts of a decoded file; raises Unreadable where it has no front matter, or one that isn't YAML."""
    start, _, end = split(text)
    offset = text.count("\n", 0, start)
    try:
        metadata, body = frontmatter.parse(text, handler=_HANDLER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + offset, mark.column + 1) if mark else (offset, 1)
        raise Unreadable("FM008", line, column, problem=str(error.problem or error.context)) from None
    except yaml.YAMLError as error:
        raise Unreadable("FM008", offset, 1, problem=str(error).partition("\n")[0]) from None
    blank = len(text[end:]) - len(text[end:].lstrip())
    return Source(metadata["node"], body, text.count("\n", 0, end + blank) + 1, offset)
