"""Related reading: what else may interest who reads this.

Knows cases and topics. Chooses only among what isn't newer than the thing itself, so that something new changes no
page of the past.
"""

from __future__ import annotations

from sitegen.index.site import Site
from sitegen.index.things import Thing, case_slugs, day_of
from sitegen.model.facts import News

MOST = 4
RECENT = 200


def news_by_name(site: Site) -> dict[str, Thing[News]]:
    """Return all news by slug and by year/slug; of two with one slug the newer has the bare one."""
    return {name: one for one in site.news for name in (one.facts.slug, f"{one.facts.date.day.year}/{one.facts.slug}")}


def related_news(site: Site, thing: Thing[News], by_name: dict[str, Thing[News]]) -> list[Thing[News]]:
    """Return up to four news items: those that the author named, then of the same case, then of shared topics."""
    news = thing.facts
    chosen = {one.identity: one for name in news.related if (one := by_name.get(name)) is not None}
    chosen.pop(thing.identity, None)
    for other in sorted(_candidates(site, thing), key=lambda one: _weight(news, one.facts), reverse=True):
        if len(chosen) >= MOST:
            break
        chosen.setdefault(other.identity, other)
    return list(chosen.values())[: max(MOST, len(news.related))]


def _candidates(site: Site, thing: Thing[News]) -> list[Thing[News]]:
    """Return news that share a case or a topic with *thing* and aren't newer, newest first."""
    news = thing.facts
    groups = [site.by_case[name] for name in case_slugs(news)] + [site.by_topic[name][-RECENT:] for name in news.topics]
    found: dict[str, Thing[News]] = {
        one.identity: one
        for group in groups
        for one in group
        if isinstance(one.facts, News) and one.identity != thing.identity and day_of(one.facts) <= news.date.day
    }
    return sorted(found.values(), key=lambda one: (day_of(one.facts), one.original.address), reverse=True)


def _weight(news: News, other: News) -> int:
    cases = len(set(case_slugs(news)) & set(case_slugs(other)))
    return 10 * cases + len(set(news.topics) & set(other.topics))
