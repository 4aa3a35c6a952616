"""Enclosure: whether personal data are enclosed so that they can be taken out without a rest.

Knows the control characters around personal data and well-formed HTML.
"""

from __future__ import annotations

import re

from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.render.places import split_mark

_PIECE = re.compile(
    rf'{PERSONAL_START}(?P<place>[^{PERSONAL_START}{PERSONAL_END}<]*)|{PERSONAL_END}'
    r'|<(?P<close>/?)(?P<tag>[a-z][a-z0-9]*)(?P<rest>[^>"]*(?:"[^"]*"[^>"]*)*)>'
)
_VOID = frozenset({"br", "hr", "img"})


def enclosed(html: str) -> set[int] | None:
    """Return the places of the personal spans of *html*; None where one isn't a whole of its own.

    It is whole if it begins and ends in text, holds no other and closes each element that it opens.
    """
    places: set[int] = set()
    opened: list[str] | None = None
    for piece in _PIECE.finditer(html):
        tag = piece["tag"]
        if tag is None:
            begins = piece[0][0] == PERSONAL_START
            if begins != (opened is None) or opened:
                return None
            opened = [] if begins else None
            if begins:
                places.add(split_mark(piece["place"])[0])
        elif PERSONAL_START in piece["rest"] or PERSONAL_END in piece["rest"]:
            return None
        elif opened is not None and tag not in _VOID:
            if not piece["close"]:
                opened.append(tag)
            elif not opened or opened.pop() != tag:
                return None
    return places if opened is None else None


def without_enclosure(html: str) -> str:
    """Return *html* with personal data taken out as far as they are enclosed, and no control character left."""
    html = re.sub(f"{PERSONAL_START}[^<{PERSONAL_END}]*{PERSONAL_END}?", "…", html)
    return html.replace(PERSONAL_START, "").replace(PERSONAL_END, "")
