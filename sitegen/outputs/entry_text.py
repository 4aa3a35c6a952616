"""What an entry of a feed says, in short and in full, whatever the form of the feed.

Knows how an entry's text is put together, without personal data. Knows neither XML nor JSON.
"""

from __future__ import annotations

import re
from html import escape

from sitegen.locale import words
from sitegen.model.body import Prose, Section
from sitegen.outputs.decided import decided
from sitegen.outputs.entries import FeedEntry, without_personal
from sitegen.render.pen import Pen
from sitegen.render.words import excerpt, plain

_HEADING_ID = re.compile(r'(<h[1-6][^>]*?) id="[^"]*"')


def body_of(pen: Pen, entry: FeedEntry, lang: str) -> Prose:
    """Return an entry's body with whole addresses and without personal data, in headings' ids too."""
    body = pen.prose(entry.body, entry.targets, lambda target: pen.kit.url + target)
    return Prose(
        tuple(Section(_safe(one.html, lang), _safe(one.title, lang), "", one.kind) for one in body.sections),
        _safe(body.footnotes, lang),
    )


def _safe(html: str, lang: str) -> str:
    return _HEADING_ID.sub(r"\1", without_personal(html, lang))


def in_short(entry: FeedEntry, body: Prose, lang: str) -> str:
    """Return what an entry says in short, as plain text: what was decided before what it is about."""
    found = decided(body)
    said = entry.lead or plain(found.decision)
    if found.proposal and not entry.lead:
        said += " " + words(lang).gettext("The proposal: %(text)s") % {"text": plain(found.proposal)}
    said = said or entry.summary or "; ".join(line.title for line in entry.lines)
    said = said or excerpt(section.html for section in body.sections)
    return " ".join(part for part in (entry.note, said) if part) or entry.title


def in_full(entry: FeedEntry, body: Prose, url: str) -> str:
    """Return an entry's whole text as HTML."""
    parts = [f"<p>{escape(text)}</p>" for text in (entry.note, entry.lead) if text]
    if entry.lines:
        lines = (f'<li><a href="{escape(url + line.address)}">{escape(line.title)}</a></li>' for line in entry.lines)
        parts.append(f"<ul>{''.join(lines)}</ul>")
    for section in body.sections:
        parts += [f"<h2>{section.title}</h2>" if section.title else "", section.html]
    days = f"<p>{escape(entry.days)}</p>" if entry.days else ""
    return "\n".join(part for part in (*parts, body.footnotes, days) if part)
