"""A bilingual organisation's council decides in two languages (kielilaki 423/2003 29 §)."""

from __future__ import annotations

from datetime import date

import pytest
from sites import TOML, Make

SITE = f'-- site.toml --\norganisation.bilingual = true\n{TOML}languages = ["fi", "sv"]\n'
FOLDER = "content/minutes/valtuusto/2026-05-11"
COUNCIL = "-- content/minutes/valtuusto/board.md --\n---\nname: Valtuusto\nkind: council\n---\n"
MEETING = f"-- {FOLDER}/meeting.md --\n---\nstatus: approved\ninspected: 2026-05-14\npublished: 2026-05-15\n---\n"
ITEM = f"-- {FOLDER}/5-tie.md --\n---\ntitle: Tie\nsection: 5\nappeal: {{kind: municipal-appeal}}\n---\nTeksti.\n"
WHOLE = "\n" + SITE + COUNCIL + MEETING + ITEM
# On view 15 May, notice on 22 May, 30 days: 21 June 2026 is a Sunday.
LAST = "2026-06-22"


@pytest.mark.parametrize(("day", "codes"), [("2026-05-14", []), ("2026-05-15", ["MI012"]), (LAST, ["MI012"]), ("2026-06-23", [])])
def test_it_is_told_while_the_time_to_appeal_runs(site: Make, day: str, codes: list[str]) -> None:
    """From the day on view to the last day to appeal, and neither before nor after."""
    assert site(WHOLE, as_of=day).codes == codes


def test_the_next_change_is_the_day_on_which_it_ends(site: Make) -> None:
    """A build that warns says when it won't any more."""
    assert site(WHOLE, as_of="2026-06-01").built.next_change == date(2026, 6, 23)


def test_either_language_may_be_the_missing_one(site: Make) -> None:
    """A Swedish original lacks the Finnish version."""
    swedish = WHOLE.replace("section: 5", "section: 5\nlang: sv")
    assert [fault.args for fault in site(swedish).built.faults] == [{"expected": "in Finnish"}]


@pytest.mark.parametrize(
    "text",
    [
        WHOLE + f"-- {FOLDER}/5-tie.sv.md --\n---\ntitle: Vägen\n---\nText.\n",
        WHOLE.replace("bilingual = true", "bilingual = false"),
        WHOLE.replace("kind: council", "kind: executive").replace("municipal-appeal", "rectification"),
        WHOLE.replace("{kind: municipal-appeal}", "{kind: prohibited, provision: Kuntalaki 410/2015 136 §}"),
        WHOLE.replace("section: 5", "section: 5\nallow: [{code: MI012, reason: Käännös on tulossa.}]"),
    ],
)  # fmt: skip
def test_where_nothing_is_missing_nothing_is_told(site: Make, text: str) -> None:
    """Translated, not bilingual, not the council, nothing to appeal, or allowed."""
    assert site(text).codes == []
