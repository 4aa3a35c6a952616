"""Calendars: which there are, and what their events say.

Knows the last days to appeal. Knows that calendars are kept by those who fetch them: no personal data, and nothing that turns by
itself. Knows nothing of iCalendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.index.addresses import file_of, item_name
from sitegen.index.appeals import AppealTime
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version
from sitegen.locale import words
from sitegen.model.facts import Item
from sitegen.outputs.appeals import open_appeals
from sitegen.outputs.deadlines import at_length
from sitegen.outputs.entries import guid, moment, without_personal
from sitegen.outputs.ics import CalendarView, Event, draw_calendar
from sitegen.outputs.names import board_short, item_label, topic_title
from sitegen.outputs.shell import hub_title
from sitegen.render.plan import Plan


def calendars(site: Site) -> Iterator[Plan]:
    """Yield the calendar of last days in every language, and the file of each last day beside the decision's pages."""
    appeals = open_appeals(site)
    for lang in site.config.languages:
        address = site.addresses.calendar("appeals", lang)
        view = CalendarView(
            lang, tuple(_last_day(site, time, item.best(lang), lang) for time, item in appeals),
            name=f"{site.config.told(lang).title}: {calendar_title(lang)}", about=f"{hub_title('appeals', lang)}. {_no_notice(lang)}",
            address=address, page=site.addresses.hub("appeals", lang),
        )  # fmt: skip
        yield Plan(file_of(address), draw_calendar, view)
    for time, item in appeals:
        yield from _files(site, time, item)


def _files(site: Site, time: AppealTime, item: Thing[Item]) -> Iterator[Plan]:
    """Yield a file of the one event, beside the page of each version of *item*."""
    for version in item.versions.values():
        view = CalendarView(version.lang, (_last_day(site, time, version, version.lang),))
        yield Plan(file_of(site.addresses.last_day(version.address, version.lang)), draw_calendar, view, source=version.source)


def calendar_title(lang: str) -> str:
    """Return what the calendar of last days is called."""
    return words(lang).gettext("Last days to appeal")


def _no_notice(lang: str) -> str:
    return words(lang).gettext("A calendar is not an official notice, and no time to appeal runs from it.")


def _last_day(site: Site, time: AppealTime, version: Version[Item], lang: str) -> Event:
    """Return the last day to appeal a decision, for a calendar in *lang*; minutes that go on view anew make a later version of it."""
    item, organisation = version.facts, site.config.organisation
    board = site.boards[item.board].best(lang).facts
    title = without_personal(f"{board_short(board)} {item_label(item, lang)} {item.title}", version.words)
    labels = (board.title, *(topic_title(site, topic, lang) for topic in item.topics))
    return Event(
        uid=guid(f"{item_name(item, version.identity)}/last-day", lang), start=time.last.isoformat(),
        known=moment(time.on_view, "", site.config.timezone), number=max(0, (time.on_view - item.date).days),
        title=words(lang).gettext("Last day to appeal: %(decision)s") % {"decision": title},
        lines=(*at_length(time, organisation, item.appeal, lang), _no_notice(lang)), address=version.address,
        categories=tuple(without_personal(label, lang) for label in labels),
    )  # fmt: skip
