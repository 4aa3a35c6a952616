"""Words: what a reader sees of HTML, as plain text.

Knows the HTML that sanitising lets through. Personal data never get into plain text: an ellipsis stands for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.render.places import without_marks

EXCERPT_LENGTH = 300

_BREAK = re.compile(r"<(?:br|hr|/(?:p|div|li|d[dt]|t[dhr]|h[1-6]|blockquote|pre|caption|figcaption|summary))>")
_TAG = re.compile(r'<[^>"]*(?:"[^"]*"[^>"]*)*>')
_REFERENCE = re.compile(r'<sup id="fnref[^>]*>.*?</sup>')
_PERSONAL = re.compile(f"{PERSONAL_START}.*?(?:{PERSONAL_END}|\\Z)", re.DOTALL)
_WORD = re.compile(r"\w\S*")
_PARAGRAPH = re.compile(r"<p(?: [^>]*)?>(.*?)</p>", re.DOTALL)


def plain(html: str) -> str:
    """Return the visible text of *html*, on one line and without personal data and references to footnotes."""
    if "<" in html:
        html = _without_tags(_REFERENCE.sub("", html))
    if PERSONAL_START in html:
        html = _PERSONAL.sub("…", html)
    return " ".join(unescape(without_marks(html)).split())


def count_words(htmls: Iterable[str]) -> int:
    """Return how many words, numbers included, a reader sees in *htmls*."""
    return sum(len(_WORD.findall(unescape(_without_tags(html)))) for html in htmls)


def _without_tags(html: str) -> str:
    return _TAG.sub("", _BREAK.sub(" ", html))


def excerpt(htmls: Iterable[str]) -> str:
    """Return the plain text of the first paragraphs of *htmls*, cut after a word; of at most 300 characters."""
    words: list[str] = []
    length = 0
    for html in htmls:
        for paragraph in _PARAGRAPH.finditer(html):
            for word in plain(paragraph[1]).split():
                length += len(word) + 1
                # The last space isn't written, but the ellipsis is.
                if length > EXCERPT_LENGTH:
                    return " ".join(words) + "…"
                words.append(word)
    return " ".join(words)
