"""RSS 2.0, by feedgen: a feed's view becomes bytes.

Knows feedgen's traps, what XML can't hold, and how an entry's text is put together. Knows nothing of which entries there are.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import Any

from feedgen.ext.base import BaseExtension
from feedgen.feed import FeedGenerator
from msgspec import Struct

from sitegen.locale import words
from sitegen.model.body import Prose, Section
from sitegen.outputs.decided import decided
from sitegen.outputs.entries import FeedEntry, without_personal
from sitegen.render.pen import Pen
from sitegen.render.words import excerpt, plain

# XML 1.0, 2.2: no other characters can be written, not even as references.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile(r"<|&(?=#|\w+;)")
_HEADING_ID = re.compile(r'(<h[1-6][^>]*?) id="[^"]*"')


class FeedView(Struct, frozen=True):
    """A feed in a language: ``address`` is its own, ``page`` that of the page it belongs to, on the site.

    ``full``: its entries carry their whole text.
    """

    title: str
    description: str
    lang: str
    address: str
    page: str
    full: bool
    entries: tuple[FeedEntry, ...]


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
    feed.description(_xml(view.description))
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
    body = _readable(pen.prose(entry.body, entry.targets, lambda target: url + target), view.lang)
    drawn.title(_title(entry.title))
    drawn.link(href=url + entry.address)
    drawn.guid(entry.guid)
    drawn.category([{"term": _xml(category)} for category in entry.categories])
    if entry.published:
        drawn.pubDate(datetime.fromisoformat(entry.published))
    drawn.description(_xml(escape(_description(entry, body, view.lang), quote=False)))
    content = _content(entry, body, url) if view.full else ""
    if content:
        drawn.content(_xml(content))


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)


def _title(title: str) -> str:
    """Return *title* so that readers who take it for HTML and those who don't both show it, whatever stands in it.

    RSS 2.0 doesn't say which it is: ``&`` between words is the same to both, a tag or a reference must not be one.
    """
    return _xml(_MARKUP.sub(lambda found: escape(found[0]), title))


def _readable(body: Prose, lang: str) -> Prose:
    """Return *body* without personal data, in headings' ids too."""
    return Prose(
        tuple(Section(_safe(one.html, lang), _safe(one.title, lang), "", one.kind) for one in body.sections),
        _safe(body.footnotes, lang),
    )


def _safe(html: str, lang: str) -> str:
    return _HEADING_ID.sub(r"\1", without_personal(html, lang))


def _description(entry: FeedEntry, body: Prose, lang: str) -> str:
    """Return what an entry says in short, as plain text: what was decided before what it is about."""
    found = decided(body)
    said = entry.lead or plain(found.decision)
    if found.proposal and not entry.lead:
        said += " " + words(lang).gettext("The proposal: %(text)s") % {"text": plain(found.proposal)}
    said = said or entry.summary or "; ".join(line.title for line in entry.lines)
    said = said or excerpt(section.html for section in body.sections)
    return " ".join(part for part in (entry.note, said) if part) or entry.title


def _content(entry: FeedEntry, body: Prose, url: str) -> str:
    """Return an entry's whole text as HTML."""
    parts = [f"<p>{escape(text)}</p>" for text in (entry.note, entry.lead) if text]
    if entry.lines:
        lines = (f'<li><a href="{escape(url + line.address)}">{escape(line.title)}</a></li>' for line in entry.lines)
        parts.append(f"<ul>{''.join(lines)}</ul>")
    for section in body.sections:
        parts += [f"<h2>{section.title}</h2>" if section.title else "", section.html]
    days = f"<p>{escape(entry.days)}</p>" if entry.days else ""
    return "\n".join(part for part in (*parts, body.footnotes, days) if part)
