"""Sanitising: of HTML only what Markdown makes, and a little more, may pass.

Knows nh3 and the lists of what is allowed. Must not know links: their schemes are judged when they are
counted, since every address begins with a place that hides its scheme from nh3.
"""

from __future__ import annotations

import re
from html import unescape

import nh3

_TAGS = set(
    "h1 h2 h3 h4 h5 h6 p br hr div blockquote pre ul ol li dl dt dd table caption thead tbody tfoot tr th td figure figcaption "
    "details summary a img em strong code sup sub abbr b i u s del ins mark small kbd samp var q cite time span".split()
)
_DROPPED_WHOLE = set("script style iframe object noscript noembed noframes template textarea title svg math select".split())
_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title"},
    "a": {"href", "aria-label"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "details": {"open"},
    "time": {"datetime"},
}
_CLASSES = {
    "th": {"left", "center", "right"},
    "td": {"left", "center", "right"},
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"page-number"},
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_DROPPED_WHOLE,
    attributes=_ATTRIBUTES,
    allowed_classes=_CLASSES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)
_REFERENCE = re.compile(r"&#(?:0*([0-9]{1,3})(?![0-9])|[xX]0*([0-9a-fA-F]{1,2})(?![0-9a-fA-F]));?")
_START_TAG = re.compile(r"""<([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")


def sanitise(html: str) -> str:
    """Return *html* with nothing in it that isn't allowed, well-formed whatever it was.

    A control character that is written as a character reference becomes a replacement character: ours can't be forged.
    """
    if "&#" in html:
        html = _REFERENCE.sub(_without_control, html)
    return _CLEANER.clean(html)


def what_is_taken(raw: str) -> str:
    """Return the first tag of a piece of raw HTML that sanitising changes, as ``<tag>``; empty where it changes none."""
    if raw.startswith(("<?", "<![", "<!D", "<!d")):
        return raw[:2]
    kept = _start_tags(sanitise(raw))
    for tag in _start_tags(raw):
        if tag not in kept:
            return f"<{tag[0]}>"
        kept.remove(tag)
    return ""


def _without_control(reference: re.Match[str]) -> str:
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    return reference[0] if number >= ord(" ") or chr(number) in "\t\n" else "\N{REPLACEMENT CHARACTER}"


def _start_tags(html: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(tag.lower(), _attributes(rest)) for tag, rest in _START_TAG.findall(html)]


def _attributes(text: str) -> list[tuple[str, str]]:
    return sorted((name.lower(), unescape(value.strip("\"'"))) for name, value in _ATTRIBUTE.findall(text))
