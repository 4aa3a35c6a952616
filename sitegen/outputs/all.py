"""All outputs, in one tuple.

To add one, write a function from the site to plans and put its name here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from sitegen.index.site import Site
from sitegen.outputs.appeals import appeals_pages
from sitegen.outputs.boards import board_pages
from sitegen.outputs.calendars import calendars
from sitegen.outputs.cases import case_lists, case_pages
from sitegen.outputs.corrections import correction_pages
from sitegen.outputs.decisions import decision_lists
from sitegen.outputs.documents import document_lists, document_pages
from sitegen.outputs.feeds import feed_index, feeds
from sitegen.outputs.files import beside, static
from sitegen.outputs.found import cards, favicons, opensearch
from sitegen.outputs.home import home_pages
from sitegen.outputs.items import item_pages
from sitegen.outputs.meeting_calendars import meeting_calendars
from sitegen.outputs.meetings import meeting_lists, meeting_pages
from sitegen.outputs.news import news_lists, news_pages
from sitegen.outputs.papers import item_papers, minutes_papers
from sitegen.outputs.plain import gone_pages, moved_pages, not_found, plain_pages
from sitegen.outputs.search import search_index, search_pages
from sitegen.outputs.sitemap import robots, sitemap
from sitegen.outputs.statement import statements
from sitegen.outputs.subscribe import subscribe_pages
from sitegen.outputs.topics import topic_pages
from sitegen.outputs.vcards import vcards
from sitegen.outputs.years import meeting_years
from sitegen.render.plan import Plan

Output = Callable[[Site], Iterator[Plan]]

OUTPUTS: tuple[Output, ...] = (
    # What takes long to draw is planned first: other processes draw it while the rest is planned.
    search_index,
    item_papers,
    minutes_papers,
    home_pages,
    news_pages,
    news_lists,
    decision_lists,
    board_pages,
    meeting_pages,
    meeting_lists,
    meeting_years,
    item_pages,
    case_pages,
    case_lists,
    topic_pages,
    document_pages,
    document_lists,
    appeals_pages,
    correction_pages,
    feeds,
    feed_index,
    calendars,
    meeting_calendars,
    subscribe_pages,
    statements,
    plain_pages,
    gone_pages,
    moved_pages,
    not_found,
    vcards,
    search_pages,
    beside,
    static,
    cards,
    favicons,
    opensearch,
    robots,
)


def plans_of(site: Site) -> Iterator[Plan]:
    """Yield the plans of everything that the site consists of; the sitemap names those before it."""
    plans = []
    for plan in chain.from_iterable(output(site) for output in OUTPUTS):
        plans.append(plan)
        yield plan
    yield from sitemap(site, plans)
