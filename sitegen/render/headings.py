"""Headings: their ids, and what is wrong with them.

Knows the order that headings must keep, and the forms in which a known one is recognised. Must not know how HTML is
made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from sitegen.model.body import PERSONAL_START, Mode, SectionKind
from sitegen.model.slugs import slug
from sitegen.render.places import Faults

_ID = re.compile(r"[A-Za-z0-9_-]+")
_MARKED_UP = re.compile(f"[<{PERSONAL_START}]")
_NAMELESS = "osa"


class Found(Struct, frozen=True):
    """A heading of a text: its plain words, the HTML of them, and whether it begins a section."""

    level: int
    offset: int
    title: str
    html: str
    id: str
    begins: bool = False
    kind: SectionKind = ""


def heading_ids(titles: list[str], own: list[str], taken: set[str]) -> list[str]:
    """Return an id for each heading, none of them *taken* or given twice: its *own* if it is one, else its title's slug."""
    used = taken | set(own)
    given = set(taken)
    ids: list[str] = []
    for title, wanted in zip(titles, own, strict=True):
        kept = _ID.fullmatch(wanted) and wanted not in given
        ids.append(wanted if kept else _free(slug(title) or _NAMELESS, used))
        given.add(ids[-1])
        used.add(ids[-1])
    return ids


def _free(name: str, used: set[str]) -> str:
    number = 1
    candidate = name
    while candidate in used:
        number += 1
        candidate = f"{name}-{number}"
    return candidate


def judge_headings(headings: Iterable[Found], mode: Mode, faults: Faults) -> None:
    """Note each heading whose level can't stand there, and in an item those that the contract doesn't let stand."""
    headings = list(headings)
    above = 1
    for heading in headings:
        deepest = max(above + 1, 2)
        if heading.level == 1 or heading.level > deepest:
            faults.note("TX002", heading.offset, found=str(heading.level), expected=str(deepest))
        above = heading.level
    if mode == "item":
        _judge_known(headings, faults)


def _judge_known(headings: list[Found], faults: Faults) -> None:
    """Note known headings that aren't in their one form, and each decision but the first."""
    decided = earlier = False
    for heading in headings:
        if heading.begins:
            earlier = heading.kind == "earlier"
        if heading.kind and not _is_recognised(heading, earlier):
            faults.note("TX004", heading.offset, heading=heading.title)
        if heading.begins and heading.kind == "decision":
            if decided:
                faults.note("TX003", heading.offset)
            decided = True


def _is_recognised(heading: Found, earlier: bool) -> bool:
    """Tell whether a known heading stands in its form, or below the earlier handlings, where any may stand."""
    if heading.begins:
        return not _MARKED_UP.search(heading.html)
    return earlier and heading.level >= 3
