"""The front page: what was decided lately, what can still be appealed, what comes next, what is being prepared.

Knows the newest of everything. Knows nothing of feeds' contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.model.facts import Item, Meeting
from sitegen.outputs.appeals import OpenAppeal, appeal_lines, open_appeals
from sitegen.outputs.decisions import decided_at
from sitegen.outputs.lists import entries
from sitegen.outputs.shell import NAMES, feed_in_every_form
from sitegen.outputs.sittings import calendar_of_all
from sitegen.outputs.views import EntryView, Language, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

DECISIONS, MEETINGS, NEWS, APPEALS = 8, 5, 6, 20


class HomeView(Shell, frozen=True, kw_only=True):
    """The front page: newest decisions, open appeal times (soonest first), coming meetings (soonest first), newest news.

    ``all_appeals`` is the address of the page of all open appeals, ``calendar`` that of the calendar of all meetings, if there are any.
    """

    decisions: tuple[EntryView, ...]
    appeals: tuple[OpenAppeal, ...]
    all_appeals: str
    meetings: tuple[EntryView, ...]
    calendar: str
    news: tuple[EntryView, ...]


def home_pages(site: Site) -> Iterator[Plan]:
    """Yield the front page in every language of the site."""
    decided, appeals, coming = _decided(site), open_appeals(site)[:APPEALS], _coming(site)
    for lang in site.config.languages:
        address = site.addresses.home(lang)
        view = HomeView(
            address=address, lang=lang, title=site.config.title, description=site.config.description,
            canonical=site.config.url + address, feeds=tuple(feed_in_every_form(site, name, lang) for name in ("items", "news")),
            languages=tuple(Language(o, NAMES[o], site.addresses.home(o)) for o in site.config.languages if o != lang),
            decisions=entries(site, decided, lang),
            appeals=appeal_lines(site, appeals, lang), all_appeals=site.addresses.hub("appeals", lang),
            meetings=entries(site, coming, lang), calendar=calendar_of_all(site, lang),
            news=entries(site, site.news[: -NEWS - 1 : -1], lang),
        )  # fmt: skip
        yield Plan(file_of(address), draw_home, view, "home.html", lang)


def _decided(site: Site) -> list[Thing[Item]]:
    """Return the newest decisions, the newest meeting's first."""
    return list(islice(decided_at(site, reversed(site.meetings)), DECISIONS))


def _coming(site: Site) -> list[Thing[Meeting]]:
    """Return the meetings of the day and later, soonest first; the page changes on the day after each."""
    coming: list[Thing[Meeting]] = []
    for meeting in reversed(site.meetings):
        if site.day.is_over(meeting.facts.date):
            break
        coming.append(meeting)
    return coming[: -MEETINGS - 1 : -1]


def draw_home(pen: Pen, view: HomeView) -> bytes:
    """Draw the front page."""
    return pen.page("home.html", view.lang, view.address, view)
