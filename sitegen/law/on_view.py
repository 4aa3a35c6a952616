"""From when and until when: the day on which minutes go on view, the last day to appeal, the last of personal data.

Knows meetings and items, and whose law applies by the kind of the organisation. Knows nothing of the day of the build.
"""

from __future__ import annotations

from datetime import date

from sitegen.law.appeals import can_be_appealed, days_to_appeal, last_appeal_day, proposed_kind, rule_for
from sitegen.model.facts import BoardKind, Item, Meeting
from sitegen.model.parts import Appeal


def day_on_view(item: Item, meeting: Meeting | None) -> date | None:
    """Return the day on which an item goes on view: its own, else that of its meeting's inspected minutes."""
    return item.published or (minutes_on_view(meeting) if meeting else None)


def minutes_on_view(meeting: Meeting) -> date | None:
    """Return the day on which a meeting's inspected minutes go on view; that of minutes not inspected counts for nothing."""
    return meeting.published if meeting.status == "approved" else None


def last_day_to_appeal(appeal: Appeal | None, on_view: date, organisation: str) -> date | None:
    """Return the last day to appeal a decision on view since *on_view*; None where there is none."""
    if not can_be_appealed(appeal):
        return None
    days = days_to_appeal(appeal, rule_for(organisation, appeal.kind, on_view))
    return None if days is None else last_appeal_day(days, on_view)


def usual_last_day(kind: BoardKind, on_view: date, organisation: str) -> date:
    """Return the last day to appeal what a board of this kind usually decides."""
    rule = rule_for(organisation, proposed_kind(kind, None), on_view)
    # No rule reaches back before the Acts in force: then the longest of today's times has long passed too.
    return last_appeal_day(rule.days if rule and rule.days is not None else 30, on_view)


def personal_last_day(item: Item, meeting: Meeting | None, kind: BoardKind, organisation: str) -> date:
    """Return the last day on which an item's personal data are shown (kuntalaki 140 §, laki hyvinvointialueesta 145 §).

    Where no appeal has a last day they go as if the board's usual time ran from the publication, and where no publication
    is known, from the meeting's own day: what stays on an agenda, or was cancelled, keeps no names.
    """
    if item.personal_until:
        return item.personal_until
    on_view = day_on_view(item, meeting)
    last = last_day_to_appeal(item.appeal, on_view, organisation) if on_view and meeting else None
    return last or usual_last_day(kind, on_view or item.date, organisation)


def meeting_personal_last_day(meeting: Meeting, kind: BoardKind, organisation: str) -> date:
    """Return the last day on which a meeting's own personal data are shown, reckoned as those of its items."""
    return usual_last_day(kind, minutes_on_view(meeting) or meeting.date, organisation)
