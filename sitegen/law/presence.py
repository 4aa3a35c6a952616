"""Who was present while an item was handled (kuntalaki 107 §): it follows from a meeting's attendance.

Knows arrivals, departures, disqualification and names that are hidden. Knows nothing of pages, nor of the day: what it
is given has been redacted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from sitegen.law.redaction import REMOVED, WITHHELD
from sitegen.model.numbers import section_number
from sitegen.model.parts import Presence

_HIDDEN = (*(words for wording in REMOVED.values() for words in wording.values()), *WITHHELD.values())
_MARK = re.compile(r"\{[^{}]*\}")


class Present(Struct, frozen=True):
    """Who was there, who for a part of the meeting that isn't known by sections, and who was away as disqualified."""

    there: tuple[Presence, ...]
    partly: tuple[Presence, ...]
    away: tuple[Presence, ...]


def present_at(attendance: tuple[Presence, ...], section: str, disqualified: Iterable[str]) -> Present | None:
    """Return who was present at § *section*; None where that can't be told.

    It can't where nobody's attendance is known, or where someone disqualified is nobody in it, or may be several: a name
    that was removed, or is spelled otherwise. To list the others would say that the person was there, or who it was.
    """
    away: set[str] = set()
    for name in disqualified:
        found = {one.name for one in attendees(attendance, name)}
        if len(found) != 1:
            return None
        away |= found
    lines = [(one, _at(one, section)) for one in attendance if one.name not in away]
    there = tuple(one for one, how in lines if how == "there")
    names = {one.name for one in there}
    partly = tuple(one for one, how in lines if how == "partly" and one.name not in names)
    left = {one.name: one for one in attendance if one.name in away}
    return Present(there, partly, tuple(left.values())) if there else None


def attendees(attendance: tuple[Presence, ...], name: str) -> list[Presence]:
    """Return the lines of who is called *name*: in the same words, else in these and a title or another name."""
    words = _words(name)
    known = [(one, _words(one.name)) for one in attendance]
    same = [one for one, others in known if words and others == words]
    return same or [one for one, others in known if words and others and (words <= others or others <= words)]


def _words(name: str) -> frozenset[str]:
    """Return the words of a name, in any order; a name that is hidden has none."""
    if any(hidden in name for hidden in _HIDDEN):
        return frozenset()
    return frozenset(re.findall(r"\w+", _MARK.sub("", name).casefold()))


def _at(one: Presence, section: str) -> Literal["there", "partly", "away"]:
    """Return whether a line of the attendance tells of being there at § *section*."""
    if not one.present:
        return "away"
    if not (one.arrived or one.arrived_section or one.left or one.left_section):
        return "there"
    here = section_number(section) if section else None
    if here and one.arrived_section and here < section_number(one.arrived_section):
        return "away"
    if here and one.left_section and section_number(one.left_section) < here:
        return "away"
    came = not (one.arrived or one.arrived_section) or bool(here and one.arrived_section)
    stayed = not (one.left or one.left_section) or bool(here and one.left_section)
    return "there" if came and stayed else "partly"
