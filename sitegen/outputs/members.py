"""The members of a board as its page shows them: who presides, who stands in for whom, who has left.

Knows a board's members and the day. Knows no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from sitegen.index.site import Site
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
    since: date | None
    until: date | None
    presides: bool
    substitutes: tuple[str, ...]


def members_by_time(site: Site, members: Sequence[Member]) -> dict[str, tuple[MemberView, ...]]:
    """Return who is a member of a board on the day, who will be and who was, as the fields of its view are named."""
    former = [one for one in members if site.day.is_over(one.until)]
    coming = [one for one in members if one not in former and one.since and not site.day.has_come(one.since)]
    current = [one for one in members if one not in former and one not in coming]
    names = {one.name for one in current if not one.substitute_for}
    shown = [one for one in current if one.substitute_for not in names]
    shown.sort(key=lambda one: not _presides(one))
    return {
        "members": tuple(_view(one, current) for one in shown),
        "coming_members": tuple(_view(one, ()) for one in coming),
        "former_members": tuple(_view(one, ()) for one in former),
    }


def _presides(member: Member) -> bool:
    return bool(PRESIDES.search(member.role))


def _view(member: Member, among: Sequence[Member]) -> MemberView:
    substitutes = tuple(one.name for one in among if one.substitute_for == member.name)
    return MemberView(
        member.name, member.role, member.group, member.substitute_for, member.since, member.until, _presides(member), substitutes
    )
