"""A year of meetings as a calendar: its months, their weeks, and the meetings of each day.

Knows the calendar of a year. Must not know which day it is: no day is marked.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.locale import words
from sitegen.model.facts import Meeting
from sitegen.outputs.lists import entry
from sitegen.outputs.shell import hub, list_shell, main_feed
from sitegen.outputs.views import EntryView, Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

WEEKS = Calendar()


class DayView(Struct, frozen=True):
    """A day on which meetings are held, and they."""

    day: date
    meetings: tuple[EntryView, ...]


class MonthView(Struct, frozen=True):
    """A month that has meetings: its ``first`` day, its weeks from Monday to Sunday, and its days with meetings.

    A day of a week is None where it is another month's.
    """

    first: date
    weeks: tuple[tuple[date | None, ...], ...]
    days: tuple[DayView, ...]


class YearView(Shell, frozen=True, kw_only=True):
    """A year of meetings, from January on; ``years`` lead to the other ones."""

    months: tuple[MonthView, ...]
    years: tuple[Ref, ...]


def meeting_years(site: Site) -> Iterator[Plan]:
    """Yield the calendar of each year that has meetings, in every language of the site."""
    by_year = [(year, list(held)) for year, held in groupby(site.meetings, key=lambda thing: thing.facts.date.year)]
    for lang in site.config.languages:
        years = year_refs(site, lang)
        feeds = (main_feed(site, "meetings", lang), main_feed(site, "agendas", lang))
        for year, held in by_year:
            others = {one: site.addresses.year("meetings", year, one) for one in site.config.languages}
            title = words(lang).gettext("Meetings of %(year)s") % {"year": year}
            base = list_shell(site, lang, others[lang], title, others, hub(site, "meetings", lang)) | {"feeds": feeds}
            view = YearView(**base, months=_months(site, held, lang), years=years)
            yield Plan(file_of(others[lang]), draw_year, view, "year.html", lang)


def year_refs(site: Site, lang: str) -> tuple[Ref, ...]:
    """Return links to the calendars of all years, the newest first."""
    years = sorted({thing.facts.date.year for thing in site.meetings}, reverse=True)
    return tuple(Ref(str(year), site.addresses.year("meetings", year, lang)) for year in years)


def _months(site: Site, held: list[Thing[Meeting]], lang: str) -> tuple[MonthView, ...]:
    return tuple(_month(site, first, list(group), lang) for first, group in groupby(held, key=lambda one: one.facts.date.replace(day=1)))


def _month(site: Site, first: date, held: list[Thing[Meeting]], lang: str) -> MonthView:
    weeks = WEEKS.monthdatescalendar(first.year, first.month)
    days = groupby(held, key=lambda thing: thing.facts.date)
    return MonthView(
        first,
        tuple(tuple(day if day.month == first.month else None for day in week) for week in weeks),
        tuple(DayView(day, tuple(entry(site, thing, lang) for thing in group)) for day, group in days),
    )


def draw_year(pen: Pen, view: YearView) -> bytes:
    """Draw a year of meetings."""
    return pen.page("year.html", view.lang, view.address, view)
