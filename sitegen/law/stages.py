"""The stages of an item: how much of it is shown, by its meeting's status and the day.

An item on the agenda, and one whose meeting was held but whose minutes aren't on view, show the same: what was proposed.

Knows the table of statuses in content.md. Knows no text but through the reader that is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeVar

from msgspec import Struct, structs

from sitegen.law.on_view import day_on_view, last_day_to_appeal, minutes_on_view
from sitegen.law.redaction import until_handling
from sitegen.law.today import Today
from sitegen.model.facts import Item, Meeting, Withdrawable, is_secret
from sitegen.model.record import Record

Stage = Literal["", "agenda", "held", "cancelled", "uninspected", "minutes"]
# Those in which it is shown what was decided.
DECIDED: tuple[Stage, ...] = ("minutes", "uninspected")
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
    return "uninspected" if _shows_uninspected(meeting, rules) else "held"


def _shows_uninspected(meeting: Meeting, rules: Rules) -> bool:
    return rules.show_uninspected if meeting.show_uninspected is None else meeting.show_uninspected


def is_withdrawn(facts: Withdrawable, today: Today) -> bool:
    """Tell whether something has been taken off the site."""
    return facts.withdrawn is not None and today.has_come(facts.withdrawn.date)


def shown_item(
    record: Record, item: Item, meeting: Meeting | None, rules: Rules, today: Today, text_of: Callable[[str], str]
) -> Shown:
    """Return an item as it may be seen."""
    stage = stage_of(item, meeting, rules, today)
    if stage is None:
        return Shown(record, "hidden", text="")
    if is_withdrawn(item, today):
        # Its title isn't told: it may be why.
        bare = structs.replace(_bare(item), title="")
        return Shown(structs.replace(record, facts=bare), "withdrawn", stage, text="")
    text: str | None = None
    facts = item
    if is_secret(item):
        facts, text = structs.replace(_bare(item), publicity=item.publicity), ""
        if stage in DECIDED:
            facts = structs.replace(facts, appeal=item.appeal)
    elif stage in ("agenda", "held", "cancelled"):
        whole = text_of(record.path) if record.text else ""
        facts, text = _as_proposed(item), until_handling(whole)
        if facts == item and text == whole:
            # Nothing of how it was handled is written yet.
            facts, text = item, None
    facts = without_withheld(facts)
    on_view = day_on_view(item, meeting) if meeting and stage == "minutes" else None
    last_day = last_day_to_appeal(item.appeal, on_view, rules.organisation) if on_view else None
    return Shown(structs.replace(record, facts=facts), "open", stage, text, on_view, last_day)


def shown_meeting(meeting: Meeting, rules: Rules, today: Today) -> Meeting:
    """Return a meeting as it may be seen: who came and went is a part of the minutes, and on view when they are."""
    meeting = without_withheld(meeting)
    if meeting.status in ("minutes", "approved") and _shows_uninspected(meeting, rules):
        return meeting
    if today.has_come(minutes_on_view(meeting)):
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
