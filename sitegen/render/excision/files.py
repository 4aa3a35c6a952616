"""A file of the site without what leads to a page, by what kind of file it is.

Knows which kinds can be read. Knows no disk.
"""

from __future__ import annotations

import re
from html import unescape

from sitegen.content.read_pdf import words_of
from sitegen.model.spans import find_spans
from sitegen.render.excision.calendars import without_events
from sitegen.render.excision.feeds import without_entries
from sitegen.render.excision.json_feeds import without_items
from sitegen.render.excision.markup import without_links
from sitegen.render.excision.reach import Reach

_PDF = b"%PDF-"
_WORD = re.compile(r"\w+")
_HYPHENS = re.compile("[-\xad\u2010\u2011\ufffe\x02]")


def cleaned(path: str, data: bytes, reach: Reach) -> bytes:
    """Return the bytes of the file at *path* of the output without what leads to *reach*; of a kind that isn't known, as they are."""
    if not any(trace in data for trace in reach.traces()):
        return data
    leads = reach.leads_from("/" + path.removesuffix("index.html"))
    if path.endswith((".xml", ".atom")):
        return without_entries(data, leads)
    if path.endswith(".json"):
        return without_items(data, leads)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data
    if path.endswith(".html"):
        return without_links(text, leads).html.encode()
    return without_events(text, leads).encode() if path.endswith(".ics") else data


def names(data: bytes, titles: tuple[str, ...]) -> bool:
    """Tell whether a file says one of *titles*, be it written as text, HTML, HTML within XML or JSON, or in a PDF."""
    if data.startswith(_PDF):
        text = _unbroken(words_of(data))
        return any(_unbroken(title) in text for title in titles)
    if not any(_longest_word(title) in data for title in titles):
        return False
    try:
        text = unescape(unescape(data.decode().replace('\\"', '"')))
    except UnicodeDecodeError:
        return False
    return any(title in text for title in titles)


def _unbroken(text: str) -> str:
    """Return *text* on one line and without hyphens: in a PDF nobody can tell those of a word from those of a line's end."""
    return " ".join(_HYPHENS.sub("", text).split())


def _longest_word(title: str) -> bytes:
    """Return bytes that stand in every file that says *title*, however it is written."""
    return max(_WORD.findall(title), key=len, default="").encode()


def shown_title(title: str) -> str:
    """Return a title from front matter as pages say it, with its personal words and without their marks."""
    for span in reversed(find_spans(title)):
        title = title[: span.start] + title[span.inner_start : span.inner_end] + title[span.end :]
    return title.strip()
