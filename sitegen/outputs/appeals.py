"""Open appeals: the decisions whose time to appeal runs on the day of the build, soonest last day first.

Knows which they are and what a line on each says. Knows nothing of calendars' and feeds' contents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.appeals import AppealTime, running
from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.model.facts import Item
from sitegen.outputs.deadlines import remedy
from sitegen.outputs.lists import entry
from sitegen.outputs.shell import hub_title, list_shell, main_feed
from sitegen.outputs.views import EntryView, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

# A decision that can still be appealed, with the time to do so.
Open = tuple[AppealTime, Thing[Item]]


class OpenAppeal(Struct, frozen=True):
    """A decision that can still be appealed, and the last day to do so.

    Its minutes are ``on_view`` since a day, and a resident has ``notice`` of it on another. ``remedy`` is what the appeal is called,
    ``calendar`` the address of a calendar file with the last day.
    """

    entry: EntryView
    last_day: date
    on_view: date
    notice: date
    remedy: str
    calendar: str


class AppealsView(Shell, frozen=True, kw_only=True):
    """The page of open appeals, soonest last day first; ``calendar`` is the address of the calendar of all their last days."""

    appeals: tuple[OpenAppeal, ...]
    calendar: str


def open_appeals(site: Site) -> list[Open]:
    """Return the decisions whose time to appeal runs, soonest last day first; one is gone on the day after its last."""
    items = (item for items in site.items.values() for item in items)
    found = [(time, item) for item in items if (time := running(item.original, site.day))]
    return sorted(found, key=lambda one: (one[0].last, one[1].original.address))


def appeal_lines(site: Site, appeals: Iterable[Open], lang: str) -> tuple[OpenAppeal, ...]:
    """Return a line for each of *appeals*, in a list in *lang*."""
    return tuple(_line(site, time, item, lang) for time, item in appeals)


def _line(site: Site, time: AppealTime, item: Thing[Item], lang: str) -> OpenAppeal:
    version = item.best(lang)
    return OpenAppeal(
        entry(site, item, lang), time.last, time.on_view, time.notice,
        remedy(site.config.organisation, version.facts.appeal, lang), site.addresses.last_day(version.address, version.lang),
    )  # fmt: skip


def appeals_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of open appeals in every language of the site."""
    appeals = open_appeals(site)
    others = {lang: site.addresses.hub("appeals", lang) for lang in site.config.languages}
    for lang, address in others.items():
        base = list_shell(site, lang, address, hub_title("appeals", lang), others)
        view = AppealsView(
            **base | {"feeds": (main_feed(site, "appeals", lang),)}, appeals=appeal_lines(site, appeals, lang),
            calendar=site.addresses.calendar("appeals", lang),
        )  # fmt: skip
        yield Plan(file_of(address), draw_appeals, view, "appeals.html", lang)


def draw_appeals(pen: Pen, view: AppealsView) -> bytes:
    """Draw the page of open appeals."""
    return pen.page("appeals.html", view.lang, view.address, view)
