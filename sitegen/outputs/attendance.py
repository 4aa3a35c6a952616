"""Who was there: at a meeting, and at each of its items.

Knows how attendance is told. Must not know how it is reckoned.
"""

from __future__ import annotations

from operator import itemgetter

from msgspec import Struct

from sitegen.index.things import Thing, Version
from sitegen.law.presence import present_at
from sitegen.law.stages import DECIDED
from sitegen.model.facts import Item, Meeting, is_secret
from sitegen.model.parts import Presence


class Capacity(Struct, frozen=True):
    """Who was there in one capacity: the role, empty where none is told, and the people.

    ``words`` is the language of the role, where it isn't the page's.
    """

    role: str
    words: str
    people: tuple[Presence, ...]


class PresentView(Struct, frozen=True):
    """Who was present while an item was handled, by capacity.

    ``partly`` are those of whom only the time is known at which they came or left, ``away`` those who were disqualified.
    """

    capacities: tuple[Capacity, ...]
    partly: tuple[Presence, ...]
    away: tuple[Presence, ...]


def present_view(meeting: Thing[Meeting], version: Version[Item]) -> PresentView | None:
    """Return who was present while an item was handled; None before its decision may be seen, and of a secret matter."""
    item, told = version.facts, meeting.best(version.lang)
    if version.stage not in DECIDED or is_secret(item):
        return None
    present = present_at(told.facts.attendance, item.section, (one.name for one in item.disqualified))
    if present is None:
        return None
    roles: dict[str, list[Presence]] = {}
    for one in present.there:
        roles.setdefault(one.role, []).append(one)
    spoken = meeting.original.words
    borrowed = {one.role for one in meeting.facts.attendance} if spoken != version.lang else set()
    capacities = tuple(Capacity(role, spoken if role in borrowed else "", tuple(people)) for role, people in roles.items())
    return PresentView(capacities, present.partly, present.away)


def with_substitutes(attendance: tuple[Presence, ...]) -> tuple[Presence, ...]:
    """Return *attendance* with each substitute right after the person replaced; all else keeps its order."""
    places = {one.name: place for place, one in reversed([*enumerate(attendance)])}
    order = [
        (places.get(one.substitute_for, place), one.substitute_for in places, place, one)
        for place, one in enumerate(attendance)
    ]
    return tuple(one for *_, one in sorted(order, key=itemgetter(0, 1, 2)))
