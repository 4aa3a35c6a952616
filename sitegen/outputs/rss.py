"""RSS 2.0, by feedgen: a feed's view becomes bytes.

Knows feedgen's traps and what XML can't hold. Knows neither what an entry says nor which there are.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import Any

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from msgspec import Struct

from sitegen.outputs.entries import FeedEntry
from sitegen.outputs.entry_text import body_of, in_full, in_short
from sitegen.render.pen import Pen

# XML 1.0, 2.2: no other characters can be written, not even as references.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile(r"<|&(?=#|\w+;)")


class FeedView(Struct, frozen=True):
    """A feed in a language: ``address`` is its own, ``page`` that of the page it belongs to, on the site.

    ``full``: its entries carry their whole text. ``guid`` and ``author`` are what it is known by and whose it is, where that
    has a place.
    """

    title: str
    description: str
    lang: str
    address: str
    page: str
    full: bool
    entries: tuple[FeedEntry, ...]
    guid: str = ""
    author: str = ""


class _WithoutClock(BaseExtension):
    """Takes out the time of the build, which feedgen states where no other is given."""

    def extend_rss(self, feed: Any) -> Any:
        channel = feed[0]
        channel.remove(channel.find("lastBuildDate"))
        return feed


def draw_feed(pen: Pen, view: FeedView) -> bytes:
    """Draw a feed; its date is that of its newest entry."""
    url = pen.kit.url
    feed = FeedGenerator()
    feed.title(_title(view.title))
    feed.description(in_xml(view.description))
    feed.language(view.lang)
    feed.generator("sitegen")
    # feedgen's RSS link is the last one given.
    feed.link(href=url + view.address, rel="self", type="application/rss+xml")
    feed.link(href=url + view.page)
    published = max((entry.published for entry in view.entries), default="")
    if published:
        feed.lastBuildDate(datetime.fromisoformat(published))
    else:
        feed.register_extension("without_clock", _WithoutClock)
    for entry in view.entries:
        _add(feed.add_entry(order="append"), pen, entry, view)
    drawn: bytes = feed.rss_str(pretty=True)
    return drawn


def _add(drawn: Any, pen: Pen, entry: FeedEntry, view: FeedView) -> None:
    """Fill in an entry of feedgen's."""
    url = pen.kit.url
    body = body_of(pen, entry, view.lang)
    drawn.title(_title(entry.title))
    drawn.link(href=url + entry.address)
    drawn.guid(entry.guid)
    drawn.category([{"term": in_xml(category)} for category in entry.categories])
    if entry.published:
        drawn.pubDate(datetime.fromisoformat(entry.published))
    drawn.description(in_xml(escape(in_short(entry, body, view.lang), quote=False)))
    content = in_full(entry, body, url) if view.full else ""
    if content:
        drawn.content(in_xml(content))


def in_xml(text: str) -> str:
    """Return *text* without the characters that no XML can hold."""
    return _NOT_XML.sub("", text)


def _title(title: str) -> str:
    """Return *title* so that readers who take it for HTML and those who don't both show it, whatever stands in it.

    RSS 2.0 doesn't say which it is: ``&`` between words is the same to both, a tag or a reference must not be one.
    """
    return in_xml(_MARKUP.sub(lambda found: escape(found[0]), title))
