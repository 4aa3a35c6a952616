"""The members of a board as its page shows them: who presides, and who stands in for whom.

Knows a board's members; those who have left or haven't begun are gone before (law/visibility.py). Knows no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from sitegen.model.parts import Member

# The roles of those who preside, as minutes write them in Finnish, Swedish and English.
PRESIDES = re.compile(r"puheenjohtaja|ordförande|\bchair", re.IGNORECASE)


class MemberView(Struct, frozen=True):
    """A member (jäsen) of a board, or a substitute (varajäsen) who isn't named with the member they stand in for.

    ``presides`` tells a chair or a deputy chair; ``substitutes`` are the names of a member's own.
    """

    name: str
    role: str
    group: str
    substitute_for: str
    presides: bool
    substitutes: tuple[str, ...]


def member_views(members: Sequence[Member]) -> tuple[MemberView, ...]:
    """Return the members of a board, those who preside first, each with their substitutes."""
    names = {one.name for one in members if not one.substitute_for}
    shown = [_view(one, members) for one in members if one.substitute_for not in names]
    return tuple(sorted(shown, key=lambda one: not one.presides))


def _view(member: Member, among: Sequence[Member]) -> MemberView:
    substitutes = tuple(one.name for one in among if one.substitute_for == member.name)
    return MemberView(member.name, member.role, member.group, member.substitute_for, bool(PRESIDES.search(member.role)), substitutes)
