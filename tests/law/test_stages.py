"""The table of statuses in docs/content.md, row by row, and the days on which it turns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sitegen.law.stages import (
    Rules,
    Shown,
    Stage,
    shown_item,
    stage_of,
)
from sitegen.law.today import Today
from sitegen.model.facts import Item, Meeting
from sitegen.model.parts import Appeal, Attachment, Note, Publicity, Vote, Withdrawal
from sitegen.model.record import Record

DAY = date(2026, 3, 2)
PUBLISHED = date(2026, 3, 9)
BEFORE, AFTER = date(2026, 3, 8), date(2026, 3, 10)
RULES = Rules("municipality", False)
TEXT = "## Ehdotus\n\nHyväksytään.\n\n## Päätös\n\nHyväksyttiin.\n"
ITEM = Item(
    title="Tie", board="hallitus", folder="2026-03-02", date=DAY, section="5", agenda="1", plain="Tie kunnostetaan.",
    summary="Tien kunto", case="7/00.00.00/2026", resolution="approved", votes=(Vote("Pohja"),), appeal=Appeal("rectification"),
    attachments=(Attachment("Kartta", "kartta.pdf"),), corrections=(Note(DAY, "Oikaistu."),), aliases=("/vanha/",),
)  # fmt: skip


def meeting(status: Any, **more: Any) -> Meeting:
    """Return a meeting of that status."""
    return Meeting(board="hallitus", folder="2026-03-02", date=DAY, status=status, **more)


def changed(**more: Any) -> Item:
    """Return the item with other facts."""
    return Item(**{**{name: getattr(ITEM, name) for name in ITEM.__struct_fields__}, **more})


def shown(item: Item, of: Meeting | None, day: date = AFTER, rules: Rules = RULES) -> Shown:
    """Return an item as it may be seen on *day*."""
    return shown_item(Record("a.md", "fi", item, "digest"), item, of, rules, Today(day), lambda path: TEXT)


@pytest.mark.parametrize(
    ("of", "day", "stage"),
    [
        (None, BEFORE, "minutes"),
        (meeting(None), AFTER, None),
        (meeting("planned"), AFTER, None),
        (meeting("agenda"), AFTER, "agenda"),
        (meeting("agenda", published=PUBLISHED), AFTER, "agenda"),
        (meeting("minutes"), AFTER, "held"),
        (meeting("minutes", published=PUBLISHED), AFTER, "held"),
        (meeting("approved"), AFTER, "held"),
        (meeting("approved", published=PUBLISHED), BEFORE, "held"),
        (meeting("approved", published=PUBLISHED), PUBLISHED, "minutes"),
        (meeting("approved", published=PUBLISHED), AFTER, "minutes"),
        (meeting("cancelled"), AFTER, "cancelled"),
        (meeting("cancelled", published=PUBLISHED), AFTER, "cancelled"),
    ],
)
def test_the_status_of_a_meeting_decides_what_is_drawn(of: Meeting | None, day: date, stage: Stage | None) -> None:
    """Each row of the table; minutes are on view from their day of publication on, that day included."""
    assert stage_of(ITEM, of, RULES, Today(day)) == stage


@pytest.mark.parametrize("site_shows", [False, True])
@pytest.mark.parametrize("meeting_shows", [None, False, True])
@pytest.mark.parametrize("of", ["minutes", "approved"])
def test_what_is_not_inspected_is_shown_only_where_it_is_wanted(of: str, meeting_shows: bool | None, site_shows: bool) -> None:
    """The meeting's own word stands over the site's; once on view, nothing is marked as not inspected."""
    rules = Rules("municipality", site_shows)
    wanted = site_shows if meeting_shows is None else meeting_shows
    sitting = meeting(of, show_uninspected=meeting_shows, published=PUBLISHED)
    assert stage_of(ITEM, sitting, rules, Today(BEFORE)) == ("uninspected" if wanted else "held")
    assert stage_of(ITEM, sitting, rules, Today(AFTER)) == ("minutes" if of == "approved" else "uninspected" if wanted else "held")
    assert stage_of(ITEM, meeting("agenda", show_uninspected=True), rules, Today(AFTER)) == "agenda"


def test_an_item_inspected_at_once_has_its_own_day() -> None:
    """It is on view from that day, whatever the rest of its meeting waits for; not before the meeting was held."""
    item = changed(published=date(2026, 3, 3))
    for of in (meeting("minutes"), meeting("approved"), meeting("approved", published=PUBLISHED)):
        assert stage_of(item, of, RULES, Today(DAY)) == "held"
        assert stage_of(item, of, RULES, Today(date(2026, 3, 3))) == "minutes"
        assert shown(item, of).on_view == date(2026, 3, 3)
    assert stage_of(item, meeting("agenda"), RULES, Today(AFTER)) == "agenda"


@pytest.mark.parametrize("of", [meeting("agenda"), meeting("cancelled"), meeting("minutes")])
def test_before_inspection_nothing_is_told_of_how_a_matter_was_handled(of: Meeting) -> None:
    """Neither by the text nor by any fact; what was proposed stays."""
    one = shown(ITEM, of)
    facts = one.record.facts
    assert one.text == "## Ehdotus\n\nHyväksytään.\n"
    assert isinstance(facts, Item)
    assert (facts.title, facts.summary, facts.case, facts.attachments) == (ITEM.title, ITEM.summary, ITEM.case, ITEM.attachments)
    assert (facts.plain, facts.resolution, facts.votes, facts.appeal, facts.corrections) == ("", None, (), None, ())
    assert (one.on_view, one.last_day) == (None, None)


def test_a_planned_meetings_items_are_hidden() -> None:
    """No page, no text."""
    one = shown(ITEM, meeting("planned"))
    assert (one.state, one.text) == ("hidden", "")


def test_without_a_meetings_file_nothing_is_said_of_appeal() -> None:
    """All is shown, and no day is reckoned."""
    one = shown(ITEM, None)
    assert (one.state, one.stage, one.text, one.on_view, one.last_day) == ("open", "minutes", None, None, None)


@pytest.mark.parametrize(
    ("appeal", "organisation", "last"),
    [
        (Appeal("rectification"), "municipality", date(2026, 3, 30)),
        (Appeal("municipal-appeal"), "joint-authority", date(2026, 4, 15)),
        (Appeal("rectification"), "county", date(2026, 3, 30)),
        (Appeal("other", 10, "Laki 1 §", "Oikeus"), "municipality", date(2026, 3, 26)),
        (Appeal("prohibited", provision="Kuntalaki 136 §"), "municipality", None),
        (Appeal("none", reason="Ei päätöstä"), "municipality", None),
        (None, "municipality", None),
    ],
)
def test_the_last_day_to_appeal_is_reckoned_from_the_day_on_view(appeal: Appeal | None, organisation: str, last: date | None) -> None:
    """Seven days for notice, then the remedy's own, or those that the item states."""
    one = shown(changed(appeal=appeal), meeting("approved", published=PUBLISHED), rules=Rules(organisation, False))
    assert (one.on_view, one.last_day) == (PUBLISHED, last)


def test_a_secret_item_is_a_mention_and_its_appeal() -> None:
    """Its place, its public heading and its ground; once on view also how it's appealed, and never how it ended (kuntalaki 140.1 §)."""
    item = changed(publicity=Publicity("secret", "JulkL 24.1 § 25 k"))
    for of, appeal in ((meeting("approved", published=PUBLISHED), ITEM.appeal), (meeting("agenda"), None)):
        one = shown(item, of)
        assert one.text == ""
        assert one.record.facts == Item(
            title="Tie", board="hallitus", folder="2026-03-02", date=DAY, section="5", agenda="1", aliases=("/vanha/",),
            publicity=item.publicity, appeal=appeal,
        )  # fmt: skip


def test_a_withdrawn_item_says_only_that_it_was() -> None:
    """From its day on, and not even its title; until then it is as it was."""
    item = changed(withdrawn=Withdrawal(PUBLISHED, "Virhe."))
    of = meeting("approved", published=DAY)
    assert shown(item, of, BEFORE).state == "open"
    one = shown(item, of, PUBLISHED)
    assert (one.state, one.text) == ("withdrawn", "")
    assert one.record.facts == Item(
        board="hallitus", folder="2026-03-02", date=DAY, section="5", agenda="1", aliases=("/vanha/",),
        withdrawn=item.withdrawn,
    )  # fmt: skip


def test_an_attachment_that_is_not_public_has_no_file() -> None:
    """Its title and its ground tell that there is one."""
    hidden = Attachment("Hakemus", "hakemus.pdf", "raportti", number="2", public=False, ground="JulkL 24.1 § 20 k")
    facts = shown(changed(attachments=(*ITEM.attachments, hidden)), None).record.facts
    assert isinstance(facts, Item)
    assert facts.attachments == (
        ITEM.attachments[0], Attachment("Hakemus", number="2", public=False, ground="JulkL 24.1 § 20 k")
    )  # fmt: skip
