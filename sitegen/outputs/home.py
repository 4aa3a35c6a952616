"""The front page: what was decided lately, what can still be appealed, what comes next, what is being prepared.

Knows the newest of everything. Knows nothing of feeds' contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.model.facts import Item, Meeting
from sitegen.outputs.lists import entries, entry
from sitegen.outputs.shell import NAMES, main_feed
from sitegen.outputs.views import EntryView, Language, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

DECISIONS, MEETINGS, NEWS, APPEALS = 8, 5, 6, 20


class OpenAppeal(Struct, frozen=True):
    """A decision that can still be appealed, and the last day to do so."""

    entry: EntryView
    last_day: date


class HomeView(Shell, frozen=True, kw_only=True):
    """The front page: newest decisions, open appeal times (soonest first), coming meetings (soonest first), newest news."""

    decisions: tuple[EntryView, ...]
    appeals: tuple[OpenAppeal, ...]
    meetings: tuple[EntryView, ...]
    news: tuple[EntryView, ...]


def home_pages(site: Site) -> Iterator[Plan]:
    """Yield the front page in every language of the site."""
    decided, appeals, coming = _decided(site), _appeals(site), _coming(site)
    for lang in site.config.languages:
        address = site.addresses.home(lang)
        view = HomeView(
            address=address, lang=lang, title=site.config.title, description=site.config.description,
            canonical=site.config.url + address, feeds=(main_feed(site, "items", lang), main_feed(site, "news", lang)),
            languages=tuple(Language(o, NAMES[o], site.addresses.home(o)) for o in site.config.languages if o != lang),
            decisions=entries(site, decided, lang),
            appeals=tuple(OpenAppeal(entry(site, item, lang), day) for day, item in appeals),
            meetings=entries(site, coming, lang), news=entries(site, site.news[: -NEWS - 1 : -1], lang),
        )  # fmt: skip
        yield Plan(file_of(address), draw_home, view, "home.html", lang)


def _decided(site: Site) -> list[Thing[Item]]:
    """Return the newest decisions, the newest meeting's first."""
    found: list[Thing[Item]] = []
    for meeting in reversed(site.meetings):
        items = site.items.get((meeting.facts.board, meeting.facts.folder), [])
        found += [item for item in items if item.original.stage in ("minutes", "uninspected")]
        if len(found) >= DECISIONS:
            break
    return found[:DECISIONS]


def _appeals(site: Site) -> list[tuple[date, Thing[Item]]]:
    """Return the decisions whose time to appeal runs, soonest first; the page changes on the day after the last."""
    found = []
    for items in site.items.values():
        for item in items:
            day = item.original.last_day
            if day and not site.day.has_come(day + timedelta(days=1)):
                found.append((day, item))
    found.sort(key=lambda pair: (pair[0], pair[1].original.address))
    return found[:APPEALS]


def _coming(site: Site) -> list[Thing[Meeting]]:
    """Return the meetings of the day and later, soonest first; the page changes on the day after each."""
    coming: list[Thing[Meeting]] = []
    for meeting in reversed(site.meetings):
        if site.day.has_come(meeting.facts.date + timedelta(days=1)):
            break
        coming.append(meeting)
    return coming[: -MEETINGS - 1 : -1]


def draw_home(pen: Pen, view: HomeView) -> bytes:
    """Draw the front page."""
    return pen.page("home.html", view.lang, view.address, view)
