"""How decisions are appealed: which Act's rule, in how many days, and which remedy an item most often has.

Knows the rules as rows, one a remedy, each with its section and its days of force. Knows nothing of what an item
says of itself: a special Act's days and authority stand in the item.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeGuard

from msgspec import Struct

from sitegen.diagnostics import N_
from sitegen.law.days import next_open_day, notice_day
from sitegen.model.facts import BoardKind, Resolution
from sitegen.model.parts import Appeal, AppealKind


class AppealRule(Struct, frozen=True):
    """A rule on appeal (muutoksenhaku) of some kinds of organisation: *days* from notice, None where no appeal is open.

    ``provision`` is an English message id, ``source`` the sections that the row was taken from. The rule is in force
    from ``since`` to ``until``, both days included; without ``until`` it still is.
    """

    organisations: tuple[str, ...]
    kind: AppealKind
    days: int | None
    provision: str
    source: str
    since: date
    until: date | None = None


# A joint authority follows the municipalities' rules (410/2015 64 §). They replaced those of 365/1995 when the councils
# chosen in 2017 began (410/2015 147 §).
_LOCAL = ("municipality", "joint-authority")
_LOCAL_SINCE = date(2017, 6, 1)
_COUNTY = ("county",)
_COUNTY_SINCE = date(2021, 7, 1)

RULES = (
    AppealRule(
        _LOCAL, "rectification", 14, N_("Municipalities Act (410/2015), section 134"),
        "kuntalaki 410/2015 134, 138 §", _LOCAL_SINCE,
    ),
    AppealRule(
        _LOCAL, "municipal-appeal", 30, N_("Municipalities Act (410/2015), section 135"),
        "kuntalaki 410/2015 135, 138 §", _LOCAL_SINCE,
    ),
    AppealRule(
        _LOCAL, "prohibited", None, N_("Municipalities Act (410/2015), section 136"),
        "kuntalaki 410/2015 136 §", _LOCAL_SINCE,
    ),
    AppealRule(
        _COUNTY, "rectification", 14, N_("Act on Wellbeing Services Counties (611/2021), section 139"),
        "laki hyvinvointialueesta 611/2021 139, 143 §", _COUNTY_SINCE,
    ),
    AppealRule(
        _COUNTY, "municipal-appeal", 30, N_("Act on Wellbeing Services Counties (611/2021), section 140"),
        "laki hyvinvointialueesta 611/2021 140, 143 §", _COUNTY_SINCE,
    ),
    AppealRule(
        _COUNTY, "prohibited", None, N_("Act on Wellbeing Services Counties (611/2021), section 141"),
        "laki hyvinvointialueesta 611/2021 141 §", _COUNTY_SINCE,
    ),
)

_NOTHING_DECIDED: tuple[Resolution, ...] = ("noted", "tabled", "returned", "removed")


def _is_in_force(rule: AppealRule, day: date) -> bool:
    return rule.since <= day and (rule.until is None or day <= rule.until)


def rule_for(organisation_kind: str, appeal_kind: AppealKind, day: date) -> AppealRule | None:
    """Return the rule in force on *day* for a remedy; None where no row has it (``other``, ``none``, an earlier Act's days)."""
    for rule in RULES:
        if organisation_kind in rule.organisations and appeal_kind == rule.kind and _is_in_force(rule, day):
            return rule
    return None


def can_be_appealed(appeal: Appeal | None) -> TypeGuard[Appeal]:
    """Tell whether there is a remedy, for which a time runs once the minutes are on view."""
    return appeal is not None and appeal.kind not in ("prohibited", "none")


def days_to_appeal(appeal: Appeal, rule: AppealRule | None) -> int | None:
    """Return in how many days from notice one appeals: those of a special Act that the item states, else the *rule*'s."""
    return appeal.days if appeal.days is not None or rule is None else rule.days


def last_appeal_day(rule_days: int, on_view: date) -> date:
    """Return the last day on which a member may appeal against a decision whose minutes are on view since *on_view*.

    The day of notice is not counted, and a last day on which offices are closed moves to the next day they are open
    (laki 150/1930 2 and 5 §).
    """
    return next_open_day(notice_day(on_view) + timedelta(days=rule_days))


def proposed_kind(board_kind: BoardKind, resolution: Resolution | None) -> AppealKind:
    """Return the remedy that such an item most often has; a proposal to its author, never what a page says.

    ``council`` stands for the body of 410/2015 58.1 § too. A board of an unknown kind is taken for one below the council.
    """
    if resolution in _NOTHING_DECIDED:
        return "prohibited"
    return "municipal-appeal" if board_kind == "council" else "rectification"
