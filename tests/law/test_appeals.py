"""How long a decision can be appealed, by which rule, and which remedy is proposed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from sitegen.law.appeals import RULES, last_appeal_day, proposed_kind, rule_for
from sitegen.law.days import is_closed, notice_day
from sitegen.model.facts import BoardKind, Resolution
from sitegen.model.parts import AppealKind

GOLDEN = [
    ("2018-06-07", 14, "2018-06-14", "2018-06-28", "2018-06-28"),
    ("2019-05-17", 14, "2019-05-24", "2019-06-07", "2019-06-07"),
    ("2024-05-31", 14, "2024-06-07", "2024-06-21", "2024-06-24"),
    ("2024-12-03", 14, "2024-12-10", "2024-12-24", "2024-12-27"),
    ("2024-12-10", 14, "2024-12-17", "2024-12-31", "2024-12-31"),
    ("2025-03-25", 30, "2025-04-01", "2025-05-01", "2025-05-02"),
    ("2025-03-28", 14, "2025-04-04", "2025-04-18", "2025-04-22"),
    ("2025-05-08", 14, "2025-05-15", "2025-05-29", "2025-05-30"),
    ("2025-06-13", 14, "2025-06-20", "2025-07-04", "2025-07-04"),
    ("2025-10-30", 30, "2025-11-06", "2025-12-06", "2025-12-08"),
    ("2025-12-16", 14, "2025-12-23", "2026-01-06", "2026-01-07"),
]
TWENTY_YEARS = [date(2017, 6, 1) + timedelta(days=count) for count in range(20 * 365 + 5)]


@pytest.mark.parametrize(("on_view", "days", "notice", "nominal", "last"), GOLDEN)
def test_the_last_appeal_day_is_counted_as_by_hand(on_view: str, days: int, notice: str, nominal: str, last: str) -> None:
    """The vectors that were counted by hand hold, each step of them."""
    day = date.fromisoformat(on_view)
    assert notice_day(day) == date.fromisoformat(notice)
    assert notice_day(day) + timedelta(days=days) == date.fromisoformat(nominal)
    assert last_appeal_day(days, day) == date.fromisoformat(last)


@pytest.mark.parametrize("days", [14, 30])
def test_of_twenty_years_no_last_day_is_closed_or_early_or_out_of_order(days: int) -> None:
    """Whatever the day on view, the last day is open, never before the nominal one or an earlier publication's."""
    last_days = [last_appeal_day(days, day) for day in TWENTY_YEARS]
    assert not any(is_closed(last) for last in last_days)
    assert all(last >= day + timedelta(days=7 + days) for day, last in zip(TWENTY_YEARS, last_days, strict=True))
    assert all(earlier <= later for earlier, later in pairwise(last_days))


@pytest.mark.parametrize(
    ("organisation", "kind", "days", "section"),
    [
        ("municipality", "rectification", 14, "(410/2015), section 134"),
        ("municipality", "municipal-appeal", 30, "(410/2015), section 135"),
        ("municipality", "prohibited", None, "(410/2015), section 136"),
        ("joint-authority", "rectification", 14, "(410/2015), section 134"),
        ("joint-authority", "municipal-appeal", 30, "(410/2015), section 135"),
        ("county", "rectification", 14, "(611/2021), section 139"),
        ("county", "municipal-appeal", 30, "(611/2021), section 140"),
        ("county", "prohibited", None, "(611/2021), section 141"),
    ],
)
def test_each_organisation_has_its_acts_rule(organisation: str, kind: AppealKind, days: int | None, section: str) -> None:
    """Fourteen days for a rectification, thirty for an appeal, none for a prohibition, by the organisation's own Act."""
    rule = rule_for(organisation, kind, date(2026, 1, 2))
    assert rule is not None
    assert rule.days == days
    assert rule.provision.endswith(section)


@pytest.mark.parametrize("kind", ["other", "none"])
def test_a_remedy_of_another_act_has_no_rule_here(kind: AppealKind) -> None:
    """Where an item must state its own days or reason, no row stands in for them."""
    assert rule_for("municipality", kind, date(2026, 1, 2)) is None


def test_a_rule_holds_from_its_first_day_of_force() -> None:
    """Before an Act applied, its rule is not found; on the first day it is."""
    assert rule_for("municipality", "rectification", date(2017, 5, 31)) is None
    assert rule_for("municipality", "rectification", date(2017, 6, 1)) is not None
    assert rule_for("county", "municipal-appeal", date(2021, 6, 30)) is None
    assert rule_for("county", "municipal-appeal", date(2021, 7, 1)) is not None


def test_on_no_day_do_two_rows_claim_one_remedy() -> None:
    """The table is a function: an organisation's remedy has one row a day."""
    for rule in RULES:
        for organisation in rule.organisations:
            assert rule_for(organisation, rule.kind, rule.since) is rule


@pytest.mark.parametrize(
    ("board", "resolution", "kind"),
    [
        ("council", "approved", "municipal-appeal"),
        ("council", None, "municipal-appeal"),
        ("council", "noted", "prohibited"),
        ("executive", "approved-modified", "rectification"),
        ("committee", "rejected", "rectification"),
        ("section", "elected", "rectification"),
        ("office", None, "rectification"),
        ("other", "approved", "rectification"),
        ("committee", "noted", "prohibited"),
        ("committee", "tabled", "prohibited"),
        ("executive", "returned", "prohibited"),
        ("section", "removed", "prohibited"),
    ],
)
def test_the_remedy_proposed_follows_board_and_resolution(
    board: BoardKind, resolution: Resolution | None, kind: AppealKind
) -> None:
    """A council's decision is appealed, another board's is rectified, and what decides nothing is neither."""
    assert proposed_kind(board, resolution) == kind
