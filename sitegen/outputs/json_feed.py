"""JSON Feed 1.1 (jsonfeed.org): the view of a feed becomes bytes.

Knows the names of its fields. Knows neither what an entry says nor which there are.
"""

from __future__ import annotations

from msgspec import Struct, json

from sitegen.outputs.entries import FeedEntry
from sitegen.outputs.entry_text import body_of, in_full, in_short
from sitegen.outputs.rss import FeedView
from sitegen.render.pen import Pen


class _Author(Struct, frozen=True):
    name: str


class _Item(Struct, frozen=True, omit_defaults=True):
    id: str
    url: str
    title: str
    summary: str
    content_html: str = ""
    content_text: str = ""
    date_published: str = ""
    tags: tuple[str, ...] = ()


class _Feed(Struct, frozen=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    authors: tuple[_Author, ...]
    items: tuple[_Item, ...]


def draw_json(pen: Pen, view: FeedView) -> bytes:
    """Draw a feed."""
    url = pen.kit.url
    feed = _Feed(
        "https://jsonfeed.org/version/1.1", view.title, url + view.page, url + view.address, view.description, view.lang,
        (_Author(view.author),), tuple(_item(pen, entry, view) for entry in view.entries),
    )  # fmt: skip
    return json.format(json.encode(feed)) + b"\n"


def _item(pen: Pen, entry: FeedEntry, view: FeedView) -> _Item:
    """Return an entry; one without its whole text says in short what it is about."""
    body = body_of(pen, entry, view.lang)
    short = in_short(entry, body, view.lang)
    html = in_full(entry, body, pen.kit.url) if view.full else ""
    return _Item(
        entry.guid, pen.kit.url + entry.address, entry.title, short, html, "" if html else short, entry.published, entry.categories,
    )  # fmt: skip
