"""Topics: what belongs to each, and the list of them.

Knows topics and their labels. Knows nothing of what feeds and calendars hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.outputs.lists import Listing, entry, listed
from sitegen.outputs.names import topic_title
from sitegen.outputs.shell import hub, hub_title, list_shell, topic_feed
from sitegen.outputs.sittings import sittings_on_topics
from sitegen.outputs.views import Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class TopicLine(Struct, frozen=True):
    """A topic in the list of topics, with the number of things on it, the ``newest`` of them and its day."""

    ref: Ref
    count: int
    newest: Ref | None
    day: date | None


class TopicsView(Shell, frozen=True, kw_only=True):
    """The list of topics."""

    topics: tuple[TopicLine, ...]


def topic_pages(site: Site) -> Iterator[Plan]:
    """Yield the pages of every topic and the list of topics, in every language of the site."""
    langs = site.config.languages
    hubs = {lang: site.addresses.hub("topics", lang) for lang in langs}
    with_calendar = frozenset(sittings_on_topics(site))
    for lang in langs:
        for topic in topics(site):
            others = {one: site.addresses.topic(topic, one) for one in langs}
            title = topic_title(site, topic, lang)
            feeds = (topic_feed(site, topic, title, lang),)
            calendar = site.addresses.calendar(f"topics/{topic}", lang) if topic in with_calendar else ""
            listing = Listing("topic", title, others[lang], others, (hub(site, "topics", lang),), feeds, calendar=calendar)
            yield from listed(site, listing, lang, site.by_topic.get(topic, []))
        lines = [_line(site, topic, lang) for topic in topics(site)]
        lines.sort(key=lambda line: (line.ref.title.casefold(), line.ref.address))
        view = TopicsView(**list_shell(site, lang, hubs[lang], hub_title("topics", lang), hubs), topics=tuple(lines))
        yield Plan(file_of(hubs[lang]), draw_topics, view, "topics.html", lang)


def _line(site: Site, topic: str, lang: str) -> TopicLine:
    steps = site.by_topic.get(topic, ())
    newest = entry(site, steps[-1], lang) if steps else None
    link = Ref(topic_title(site, topic, lang), site.addresses.topic(topic, lang))
    return TopicLine(link, len(steps), newest.ref if newest else None, newest.day if newest else None)


def topics(site: Site) -> list[str]:
    """Return the topics that anything names, or that site.toml lists."""
    return sorted(set(site.by_topic) | set(site.config.topics) | {t for c in site.cases.values() for t in c.facts.topics})


def draw_topics(pen: Pen, view: TopicsView) -> bytes:
    """Draw the list of topics."""
    return pen.page("topics.html", view.lang, view.address, view)
