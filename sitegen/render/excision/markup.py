"""HTML without what leads to a page.

A line of a list or a row of a table that leads there is cut as a whole; in running text, which is somebody's decision or
account, only the link goes and its words stay. Knows HTML. Must not know which page is meant.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from itertools import accumulate

from msgspec import Struct

from sitegen.render.excision.reach import Leads
from sitegen.render.words import plain

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# A line, and what may stand around it; the end of the line before may be left unsaid (HTML, 13.1.2.4).
LINES = {"li": frozenset({"ul", "ol", "menu"}), "tr": frozenset({"table", "thead", "tbody", "tfoot"})}
PROSE = "prose"

# Where a piece of the HTML begins and ends, and what takes its place.
Edit = tuple[int, int, str]


class Cut(Struct, frozen=True):
    """What is left of HTML, and the words of the links that went with their lines."""

    html: str
    words: tuple[str, ...] = ()


class _Element(Struct):
    """An element that is open: its tag, where it begins, where its content does, and what is known of it."""

    tag: str
    start: int
    inner: int
    is_prose: bool = False
    leads: bool = False
    said: list[str] = []


def without_links(html: str, leads: Leads, bare: bool = False) -> Cut:
    """Return *html* without the lines, rows, links and pictures that lead where *leads* says.

    What stands in an element of the class ``prose`` is running text. *Bare* HTML, as feeds have it, marks none: there a
    line goes if it says nothing but the link.
    """
    parser = _Finder(html, leads, bare)
    parser.feed(html)
    parser.finish()
    # A line may hold other cuts: the longest of those that begin at one place comes first.
    edits = sorted([*parser.cuts, *parser.short_edits()], key=lambda edit: (edit[0], -edit[1]))
    parts, end = [], 0
    for start, stop, text in edits:
        if start >= end:
            parts += [html[end:start], text]
        end = max(end, stop)
    return Cut("".join((*parts, html[end:])), tuple(parser.words))


def without_words(text: str, words: tuple[str, ...]) -> str:
    """Return a list in a sentence, its parts set off by semicolons, without the parts that read just like one of *words*."""
    for one in words:
        text = re.sub(rf"; {re.escape(one)}(?=; |\Z)|(?<![^ ]){re.escape(one)}(?:; |\Z)", "", text, count=1)
    return text


class _Finder(HTMLParser):
    """Finds what is to be cut: ranges of the HTML, which may lie within each other."""

    def __init__(self, html: str, leads: Leads, bare: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.cuts: list[Edit] = []
        self.words: list[str] = []
        self._short: tuple[int, int, str] | None = None
        self._html, self._leads, self._bare = html, leads, bare
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._open: list[_Element] = []

    def finish(self) -> None:
        """Take what is still open as closed by the end."""
        self.close()
        self._close(0, len(self._html), len(self._html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a line also ends the one before it."""
        start = self._position()
        given = dict(attrs)
        link = given.get("href") or given.get("src")
        if tag in VOID:
            if link and self._leads(link):
                self.cuts.append((start, self._after(start), ""))
            if tag == "meta" and given.get("name") == "description":
                self._short = start, self._after(start), given.get("content") or ""
            return
        if tag in LINES:
            self._end_line(tag, start)
        is_prose = PROSE in (given.get("class") or "").split()
        leads = tag == "a" and bool(link) and self._leads(str(link))
        self._open.append(_Element(tag, start, self._after(start), is_prose, leads, []))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take ``<a/>`` for ``<a>``, as HTML does."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost such element and all within it."""
        depth = next((d for d in range(len(self._open) - 1, -1, -1) if self._open[d].tag == tag), None)
        if depth is not None:
            start = self._position()
            self._close(depth + 1, start, start)
            self._close(depth, start, self._html.find(">", start) + 1 or len(self._html))

    def _end_line(self, tag: str, at: int) -> None:
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].tag in LINES[tag]:
                return
            if self._open[depth].tag == tag:
                self._close(depth, at, at)
                return

    def _close(self, depth: int, inner_end: int, end: int) -> None:
        """Close all elements from *depth* on, the innermost first."""
        while len(self._open) > depth:
            element = self._open.pop()
            if element.tag == "a" and element.leads:
                self._close_link(element, inner_end, end)
            elif element.said and (not self._bare or self._is_all(element, inner_end)):
                self.cuts.append((element.start, end, ""))
                self.words += element.said

    def _close_link(self, link: _Element, inner_end: int, end: int) -> None:
        """Cut the tags of a link, and tell the line that it stands in, unless that is somebody's text."""
        self.cuts += [(link.start, link.inner, ""), (inner_end, end, "")]
        line = next((one for one in reversed(self._open) if one.tag in LINES), None)
        if line and not any(one.is_prose for one in self._open):
            line.said.append(plain(self._html[link.inner : inner_end]))

    def short_edits(self) -> list[Edit]:
        """Return what changes in the page's description, which may list what its lines say."""
        if self._short is None:
            return []
        start, end, said = self._short
        left = without_words(said, tuple(self.words))
        tag = f'<meta name="description" property="og:description" content="{escape(left)}">' if left else ""
        return [(start, end, tag)] if left != said else []

    def _is_all(self, line: _Element, inner_end: int) -> bool:
        """Tell whether the links that a line was told of are all that it says."""
        return plain(self._html[line.inner : inner_end]) == " ".join(line.said)

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _after(self, start: int) -> int:
        return start + len(self.get_starttag_text() or "")
