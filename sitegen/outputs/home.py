"""The front page: what was decided lately, what can still be appealed, what comes next, what is being prepared.

Knows the newest of everything. Knows nothing of feeds' contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.model.facts import Item
from sitegen.outputs.appeals import OpenAppeal, appeal_lines, open_appeals
from sitegen.outputs.decisions import decided_at
from sitegen.outputs.lists import entries
from sitegen.outputs.preparing import Prepared, being_prepared, coming_of
from sitegen.outputs.shell import NAMES, feed_in_every_form
from sitegen.outputs.sittings import calendar_of_all
from sitegen.outputs.views import EntryView, Language, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

DECISIONS, MEETINGS, PREPARED, NEWS, APPEALS = 5, 5, 6, 6, 5


class HomeView(Shell, frozen=True, kw_only=True):
    """The front page: newest decisions, open appeal times and coming meetings (both soonest first), what is being prepared, newest news.

    ``all_decisions``, ``all_appeals``, ``all_meetings`` and ``all_news`` are the addresses of the pages that have them all,
    ``calendar`` is that of the calendar of all meetings, if there are any.
    """

    decisions: tuple[EntryView, ...]
    appeals: tuple[OpenAppeal, ...]
    meetings: tuple[EntryView, ...]
    prepared: tuple[Prepared, ...]
    calendar: str
    news: tuple[EntryView, ...]
    all_decisions: str
    all_appeals: str
    all_meetings: str
    all_news: str


def home_pages(site: Site) -> Iterator[Plan]:
    """Yield the front page in every language of the site."""
    decided, appeals, coming = _decided(site), open_appeals(site)[:APPEALS], coming_of(site, site.meetings)
    for lang in site.config.languages:
        address = site.addresses.home(lang)
        view = HomeView(
            address=address, lang=lang, title=site.config.told(lang).title, description=site.config.told(lang).description,
            canonical=site.config.url + address, feeds=tuple(feed_in_every_form(site, name, lang) for name in ("items", "news")),
            languages=tuple(Language(o, NAMES[o], site.addresses.home(o)) for o in site.config.languages if o != lang),
            decisions=entries(site, decided, lang),
            appeals=appeal_lines(site, appeals, lang), meetings=entries(site, coming[:MEETINGS], lang),
            prepared=tuple(being_prepared(site, coming, lang)[:PREPARED]), news=entries(site, site.news[: -NEWS - 1 : -1], lang),
            all_decisions=site.addresses.hub("decisions", lang), all_appeals=site.addresses.hub("appeals", lang),
            all_meetings=site.addresses.hub("meetings", lang), all_news=site.addresses.hub("news", lang),
            calendar=calendar_of_all(site, lang),
        )  # fmt: skip
        yield Plan(file_of(address), draw_home, view, "home.html", lang)


def _decided(site: Site) -> list[Thing[Item]]:
    """Return the newest decisions, the newest meeting's first."""
    return list(islice(decided_at(site, reversed(site.meetings)), DECISIONS))


def draw_home(pen: Pen, view: HomeView) -> bytes:
    """Draw the front page."""
    return pen.page("home.html", view.lang, view.address, view)
