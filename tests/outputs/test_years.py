"""A year of meetings as a calendar."""

from __future__ import annotations

from datetime import date

from sites import Make
from walk import Page

SITE = """\
    -- content/minutes/hallitus/2026-03-02/meeting.md --
    ---
    status: approved
    ---
    -- content/minutes/valtuusto/2026-03-02/meeting.md --
    ---
    status: approved
    ---
    -- content/minutes/hallitus/2026-03-30/meeting.md --
    ---
    status: planned
    ---
    -- content/minutes/hallitus/2026-11-01/meeting.md --
    ---
    status: cancelled
    ---
    -- content/minutes/hallitus/2027-01-04/meeting.md --
    ---
    status: planned
    ---
    """


def test_each_month_with_meetings_is_a_table_of_its_days(site: Make) -> None:
    """Weeks run from Monday to Sunday; every day of the month stands in one cell, below its weekday, and no other month's does."""
    page = Page("kokoukset/2026/index.html", site(SITE).files["kokoukset/2026/index.html"])
    assert page.texts("//main//h2") == ["Maaliskuu 2026", "Marraskuu 2026"]
    for table, (year, month, length) in zip(page.all("//table"), ((2026, 3, 31), (2026, 11, 30)), strict=True):
        assert [th.text_content().strip() for th in table.xpath(".//th[@scope='col']")] == ["ma", "ti", "ke", "to", "pe", "la", "su"]
        rows = [[td.text_content().split(",")[0].strip() for td in row.xpath("./td")] for row in table.xpath(".//tbody/tr")]
        found = {int(text): place for row in rows for place, text in enumerate(row) if text}
        assert found == {day: date(year, month, day).weekday() for day in range(1, length + 1)}


def test_a_day_with_meetings_leads_to_them(site: Make) -> None:
    """Days with meetings are links to the first meeting of that day in the list; each meeting stands there once, by day."""
    built = site(SITE)
    page = Page("kokoukset/2026/index.html", built.files["kokoukset/2026/index.html"])
    days = ["2026-03-02", "2026-03-30", "2026-11-01"]
    assert page.all("//table//a/@href") == [f"#{day}" for day in days]
    assert page.texts("//table//a")[0] == "2 , 2 kokousta"
    assert page.all("//li[@id]/@id") == days
    assert page.all("//p[@class='entry-title']/a/@href") == [
        f"../../kokoukset/{one}/" for one in ("hallitus/2026-03-02", "valtuusto/2026-03-02", "hallitus/2026-03-30", "hallitus/2026-11-01")
    ]  # fmt: skip
    assert "2027" in page.texts("//nav[@class='years']//a")


def test_no_day_of_the_calendar_is_today(site: Make) -> None:
    """The page is the same on every day on which no meeting's minutes turn."""
    first = site(SITE, as_of="2026-03-02").files["kokoukset/2026/index.html"]
    assert site(SITE, as_of="2026-03-12").files["kokoukset/2026/index.html"] == first
