"""Atom (RFC 4287), by feedgen: the view of a feed becomes bytes.

Knows what Atom asks for beyond RSS. Knows neither what an entry says nor which there are.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from feedgen.feed import FeedGenerator

from sitegen.outputs.entries import FeedEntry
from sitegen.outputs.entry_text import body_of, in_full, in_short
from sitegen.outputs.rss import FeedView, in_xml
from sitegen.render.pen import Pen

# What has told nothing yet was never updated; Atom wants a time all the same.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def draw_atom(pen: Pen, view: FeedView) -> bytes:
    """Draw a feed; its titles are plain texts."""
    url = pen.kit.url
    feed = FeedGenerator()
    feed.id(view.guid)
    feed.title(in_xml(view.title))
    feed.subtitle(in_xml(view.description))
    feed.language(view.lang)
    feed.author({"name": in_xml(view.author)})
    feed.generator("sitegen")
    feed.link(href=url + view.address, rel="self", type="application/atom+xml")
    feed.link(href=url + view.page, rel="alternate", type="text/html")
    feed.updated(max((_updated(entry) for entry in view.entries), default=NEVER))
    for entry in view.entries:
        _add(feed.add_entry(order="append"), pen, entry, view)
    drawn: bytes = feed.atom_str(pretty=True)
    return drawn


def _add(drawn: Any, pen: Pen, entry: FeedEntry, view: FeedView) -> None:
    """Fill in an entry of feedgen's."""
    body = body_of(pen, entry, view.lang)
    drawn.id(entry.guid)
    drawn.title(in_xml(entry.title))
    drawn.link(href=pen.kit.url + entry.address)
    drawn.updated(_updated(entry))
    if entry.published:
        drawn.published(_updated(entry))
    drawn.category([{"term": in_xml(category)} for category in entry.categories])
    drawn.summary(in_xml(in_short(entry, body, view.lang)))
    content = in_full(entry, body, pen.kit.url) if view.full else ""
    if content:
        drawn.content(in_xml(content), type="html")


def _updated(entry: FeedEntry) -> datetime:
    """Return when an entry was last changed: what is told later is an entry of its own."""
    # feedgen reads a text as a time in any form that people write, which takes longer than all else of an entry.
    return datetime.fromisoformat(entry.published or entry.updated)
