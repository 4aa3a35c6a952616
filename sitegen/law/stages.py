"""The stages of an item: how much of it is shown, by its meeting's status and the day.

An item on the agenda, and one whose meeting was held but whose minutes aren't on view, show the same: what was proposed.

Knows the table of statuses in content.md, when minutes are on view and when an item's personal data go.
Knows no text but through the reader that is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeVar

from msgspec import Struct, structs

from sitegen.law.appeals import last_appeal_day, proposed_kind, rule_for
from sitegen.law.redaction import until_handling
from sitegen.law.today import Today
from sitegen.model.facts import BoardKind, Item, Meeting
from sitegen.model.parts import Appeal
from sitegen.model.record import Record

Stage = Literal["", "agenda", "held", "cancelled", "uninspected", "minutes"]
State = Literal["open", "hidden", "draft", "ended", "withdrawn"]


class Rules(Struct, frozen=True):
    """What visibility needs to know of the site: whose law, and what is shown before its time."""

    organisation: str
    show_uninspected: bool
    drafts: bool = False


class Shown(Struct, frozen=True):
    """A record as it may be seen: its facts, its ``stage`` if it is an item, its text where that isn't the file's.

    ``state`` is ``open`` for a page of its own, ``ended`` or ``withdrawn`` for one that only says so, ``hidden`` or
    ``draft`` for none. ``on_view`` is the day the minutes went on view, ``last_day`` the last day to appeal.
    """

    record: Record
    state: State = "open"
    stage: Stage = ""
    text: str | None = None
    on_view: date | None = None
    last_day: date | None = None


def stage_of(item: Item, meeting: Meeting | None, rules: Rules, today: Today) -> Stage | None:
    """Return how much of an item is shown; None for nothing."""
    if meeting is None:
        return "minutes"
    if meeting.status == "agenda":
        return "agenda"
    if meeting.status == "cancelled":
        return "cancelled"
    if meeting.status in (None, "planned"):
        return None
    if today.has_come(day_on_view(item, meeting)):
        return "minutes"
    shows = rules.show_uninspected if meeting.show_uninspected is None else meeting.show_uninspected
    return "uninspected" if shows else "held"


def day_on_view(item: Item, meeting: Meeting) -> date | None:
    """Return the day on which an item goes on view: its own, else that of its meeting's inspected minutes."""
    return item.published or (meeting.published if meeting.status == "approved" else None)


def shown_item(
    record: Record, item: Item, meeting: Meeting | None, rules: Rules, today: Today, text_of: Callable[[str], str]
) -> Shown:
    """Return an item as it may be seen."""
    stage = stage_of(item, meeting, rules, today)
    if stage is None:
        return Shown(record, "hidden", text="")
    if item.withdrawn and today.has_come(item.withdrawn.date):
        # Its title isn't told: it may be why.
        bare = structs.replace(_bare(item), title="")
        return Shown(structs.replace(record, facts=bare), "withdrawn", stage, text="")
    text: str | None = None
    facts = item
    if item.publicity.level == "secret":
        facts, text = structs.replace(_bare(item), publicity=item.publicity), ""
        if stage in ("minutes", "uninspected"):
            facts = structs.replace(facts, appeal=item.appeal)
    elif stage in ("agenda", "held", "cancelled"):
        facts, text = _as_proposed(item), until_handling(text_of(record.path)) if record.text else ""
    facts = without_withheld(facts)
    on_view = day_on_view(item, meeting) if meeting and stage == "minutes" else None
    last_day = _last_day(item.appeal, on_view, rules) if on_view else None
    return Shown(structs.replace(record, facts=facts), "open", stage, text, on_view, last_day)


def shown_meeting(meeting: Meeting, rules: Rules, today: Today) -> Meeting:
    """Return a meeting as it may be seen: who came and went is a part of the minutes, and on view when they are."""
    meeting = without_withheld(meeting)
    shows = rules.show_uninspected if meeting.show_uninspected is None else meeting.show_uninspected
    if meeting.status in ("minutes", "approved") and shows:
        return meeting
    if meeting.status == "approved" and today.has_come(meeting.published):
        return meeting
    return structs.replace(meeting, end=None, breaks=(), inspectors=(), quorum="", attendance=())


_Attached = TypeVar("_Attached", Item, Meeting)


def without_withheld(facts: _Attached) -> _Attached:
    """Return *facts* with nothing but title, number and ground of the attachments that aren't public."""
    if all(one.public for one in facts.attachments):
        return facts
    kept = (one if one.public else structs.replace(one, file="", document="") for one in facts.attachments)
    return structs.replace(facts, attachments=tuple(kept))


def _bare(item: Item) -> Item:
    """Return an item with nothing but its place, its number and its public heading."""
    kept = ("board", "folder", "date", "section", "agenda", "sort", "title", "withdrawn", "published", "id", "aliases")
    return Item(**{name: getattr(item, name) for name in kept})


def _as_proposed(item: Item) -> Item:
    """Return an item with nothing of how it was handled."""
    return structs.replace(
        item, plain="", resolution=None, votes=(), elections=(), disqualified=(), dissent=(), appeal=None, corrections=()
    )


def _last_day(appeal: Appeal | None, on_view: date, rules: Rules) -> date | None:
    """Return the last day to appeal a decision on view since *on_view*; None where there is none."""
    if appeal is None or appeal.kind in ("prohibited", "none"):
        return None
    rule = rule_for(rules.organisation, appeal.kind, on_view)
    days = appeal.days if appeal.days is not None else (rule.days if rule else None)
    return None if days is None else last_appeal_day(days, on_view)


def usual_last_day(kind: BoardKind, on_view: date, rules: Rules) -> date:
    """Return the last day to appeal what a board of this kind usually decides."""
    rule = rule_for(rules.organisation, proposed_kind(kind, None), on_view)
    # No rule reaches back before the Acts in force: then the longest of today's times has long passed too.
    return last_appeal_day(rule.days if rule and rule.days is not None else 30, on_view)


def personal_last_day(item: Item, meeting: Meeting | None, kind: BoardKind, rules: Rules) -> date:
    """Return the last day on which an item's personal data are shown (kuntalaki 140 §, laki hyvinvointialueesta 145 §).

    Where no appeal has a last day they go as if the board's usual time ran from the publication, and where no publication
    is known, from the meeting's own day: what stays on an agenda, or was cancelled, keeps no names.
    """
    if item.personal_until:
        return item.personal_until
    on_view = item.published if meeting is None else day_on_view(item, meeting)
    last = _last_day(item.appeal, on_view, rules) if on_view and meeting else None
    return last or usual_last_day(kind, on_view or item.date, rules)


def meeting_personal_last_day(meeting: Meeting, kind: BoardKind, rules: Rules) -> date:
    """Return the last day on which a meeting's own personal data are shown, reckoned as those of its items."""
    on_view = meeting.published if meeting.status == "approved" else None
    return usual_last_day(kind, on_view or meeting.date, rules)
