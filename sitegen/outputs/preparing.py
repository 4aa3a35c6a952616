"""What is being prepared: news that still ask for opinions, and the items of coming agendas.

Knows until when one can take part, and which meetings are still to come. Knows no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from sitegen.index.site import Site, Step
from sitegen.index.things import Thing
from sitegen.model.facts import Meeting, News
from sitegen.outputs.lists import entry
from sitegen.outputs.views import EntryView


class Prepared(Struct, frozen=True):
    """A matter that is being prepared, and the last day to take part where there is one."""

    entry: EntryView
    until: date | None = None


def coming_of(site: Site, meetings: list[Thing[Meeting]]) -> list[Thing[Meeting]]:
    """Return those of *meetings*, which stand by day, that are held on the day or later; on the day after each they are fewer."""
    coming: list[Thing[Meeting]] = []
    for meeting in reversed(meetings):
        if site.day.is_over(meeting.facts.date):
            break
        coming.append(meeting)
    return coming[::-1]


def being_prepared(site: Site, coming: list[Thing[Meeting]], lang: str) -> list[Prepared]:
    """Return the news in which one can still take part, soonest last day first, then the items that *coming* meetings decide."""
    found = still_open(site, site.news, lang)
    for meeting in coming:
        items = site.items.get((meeting.facts.board, meeting.facts.folder), ())
        found += [Prepared(entry(site, item, lang)) for item in items if item.original.stage == "agenda"]
    return found


def still_open(site: Site, steps: Iterable[Step], lang: str) -> list[Prepared]:
    """Return those of *steps* that are news in which one can still take part, soonest last day first."""
    asking = sorted(_open_news(site, steps), key=lambda one: (one[0], one[1].original.address))
    return [Prepared(entry(site, news, lang), until) for until, news in asking]


def _open_news(site: Site, steps: Iterable[Step]) -> Iterator[tuple[date, Step]]:
    """Yield the news whose last day to take part isn't over; without such a day nobody knows that they still ask."""
    for step in steps:
        news = step.facts
        until = news.participate.until if isinstance(news, News) and news.participate and not news.archived else None
        if until and not site.day.is_over(until):
            yield until, step
