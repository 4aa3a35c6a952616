"""How a decision is appealed, as its page tells it.

Knows the rule that applies, and what the item says itself. Knows none of the words of the instructions: a template has them.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from sitegen.index.appeals import appeal_time, running
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.law.appeals import AppealRule, days_to_appeal, rule_for
from sitegen.locale import words
from sitegen.model.facts import Item
from sitegen.model.parts import Appeal
from sitegen.outputs.deadlines import remedy


class AppealView(Struct, frozen=True):
    """How the decision is appealed (muutoksenhaku), or why it can't be.

    ``kind`` is a remedy of docs/content.md and ``remedy`` what it is called, ``authority`` to whom one appeals: the board, the court,
    or what a special Act names. ``only_maker``: the decision was given on a request for rectification, so who made that may
    appeal, and others only if it was changed (410/2015 137 §). ``days`` count from notice; ``notice_day`` is that of a member,
    ``last_day`` the last day to appeal; all three are empty where no time is reckoned. ``calendar`` is the address of a calendar
    file with the last day, empty once that has passed.
    """

    kind: str
    remedy: str
    authority: str
    provision: str
    reason: str
    only_maker: bool
    on_view: date
    days: int | None
    notice_day: date | None
    last_day: date | None
    calendar: str


def appeal_view(site: Site, version: Version[Item]) -> AppealView | None:
    """Return how a decision whose minutes are on view is appealed; None where nothing is said of it."""
    appeal, on_view, time = version.facts.appeal, version.on_view, appeal_time(version)
    if appeal is None or on_view is None:
        return None
    organisation = site.config.organisation
    rule = rule_for(organisation.kind, appeal.kind, on_view)
    return AppealView(
        kind=appeal.kind, remedy=remedy(organisation, appeal, version.lang),
        authority=appeal.authority or _authority(site, version, appeal),
        provision=appeal.provision or _provision(rule, version.lang), reason=appeal.reason,
        only_maker=appeal.kind == "municipal-appeal" and site.boards[version.facts.board].facts.kind != "council",
        on_view=on_view, days=days_to_appeal(appeal, rule) if time else None,
        notice_day=time.notice if time else None, last_day=time.last if time else None,
        calendar=site.addresses.last_day(version.address, version.lang) if running(version, site.day) else "",
    )  # fmt: skip


def _authority(site: Site, version: Version[Item], appeal: Appeal) -> str:
    """Return to whom one appeals by the Act of the organisation (410/2015 134 and 135 §).

    A request against an office-holder's decision goes to the board above (134.2 §), which no file names: an item's ``authority`` may.
    """
    if appeal.kind != "rectification":
        return site.config.told(version.lang).organisation.court if appeal.kind == "municipal-appeal" else ""
    board = site.boards[version.facts.board]
    if board.facts.kind == "office":
        return words(version.lang).gettext("the body under which the office-holder works")
    return board.best(version.lang).facts.title


def _provision(rule: AppealRule | None, lang: str) -> str:
    return words(lang).gettext(rule.provision) if rule else ""
