"""Places: where in a text something stood, carried through Markdown.

Python-Markdown forgets lines and columns. So an offset is written into the text beside each link and heading,
between two control characters that no author can write; it is taken out again once the HTML is made.
"""

from __future__ import annotations

import re

from sitegen.model.body import Fault

_START = "\x11"
_END = "\x12"
NOWHERE = f"{_START}-1{_END}"
PLACE_MARK = f"(?:{_START}-?[0-9]+{_END})"
_MARK = re.compile(f"{_START}(-?[0-9]+){_END}")
_MARK_OR_REST = re.compile(f"{_START}(?:-?[0-9]+{_END})?|{_END}")
_LAST_MARK = re.compile(_MARK.pattern + r"\Z")


def place_mark(offset: int) -> str:
    """Return what carries *offset* through Markdown."""
    return f"{_START}{offset}{_END}"


def has_mark(text: str) -> bool:
    """Tell whether *text* begins with a place."""
    return text.startswith(_START)


def split_mark(text: str) -> tuple[int, str]:
    """Return the offset that *text* begins or ends with, -1 where it does neither, and *text* without it."""
    mark = _MARK.match(text) or _LAST_MARK.search(text)
    return (int(mark[1]), text[: mark.start()] + text[mark.end() :]) if mark else (-1, text)


def without_marks(text: str) -> str:
    """Return *text* without the places that it carries, and those that Markdown has torn apart."""
    return _MARK_OR_REST.sub("", text) if _START in text or _END in text else text


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of *offset* in *text*, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class Faults:
    """The faults found in one text, noted in any order."""

    def __init__(self, text: str) -> None:
        """Begin with none."""
        self._text = text
        self._noted: dict[tuple[int, str], dict[str, str]] = {}

    def note(self, code: str, offset: int, **args: str) -> None:
        """Note a fault at *offset*; one that is known nowhere in the text stands at its beginning."""
        self._noted.setdefault((max(offset, 0), code), args)

    def sorted(self) -> tuple[Fault, ...]:
        """Return the faults in the order of their places."""
        return tuple(
            Fault(code, *line_and_column(self._text, offset), args) for (offset, code), args in sorted(self._noted.items())
        )
