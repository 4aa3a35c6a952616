"""A text made ready for Markdown: comments gone, pages begun, personal spans enclosed, places written in.

Knows the source text and the contract's additions to Markdown. Must not know trees or HTML but for a page's anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model.body import PERSONAL_END, PERSONAL_START, Mode
from sitegen.model.spans import code_ranges, find_spans, stray_marks
from sitegen.render.places import place_mark

_PAGE_IDS = {"fi": "sivu", "sv": "sida", "en": "page"}

_COMMENT = re.compile(r"<!--.*?--!?>", re.DOTALL)
_PAGE = re.compile(r"<!--\s*page:\s*([0-9]{1,6})\s*-->", re.IGNORECASE)
_LINK = re.compile(r"\]\(\s*<?")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\[\]^][^\[\]]*\]:[ ]*<?(?=\S)", re.MULTILINE)
_ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*["']?""", re.IGNORECASE)
# An address or a tag in angle brackets: part of it would be words, and part where a link leads.
_ANGLES = re.compile(r"<[A-Za-z/][^<>]*>")
_HASHES = re.compile(r"\n((?:[ >]|[*+:-][ ]|[0-9]+\.[ ])*)#{1,6}")
_UNDERLINE = re.compile(r"\n[ >]*(?:=+|-+)[ ]*(?=\n|\Z)")
# Python-Markdown calls itself for each level of a list or a quotation, and Python bears a thousand calls.
_NESTED = re.compile(
    r"\n(?:(?:[ \t]*(?:>|[*+-][ \t]|[0-9]+\.[ \t])){24}|(?:[> ]{4}|\t){24,}[> ]*(?=(?:[*+-]|[0-9]+\.)[ \t]))"
)
# An edit: what is between two offsets gives way to a text.
_Edit = tuple[int, int, str]


class Page(Struct, frozen=True):
    """The beginning of a document's page: its number and the place of its mark."""

    number: int
    offset: int


class Source(Struct, frozen=True):
    """A text that Markdown can be given; ``personal`` and ``strays`` are offsets in the text as it was written."""

    markdown: str
    personal: tuple[int, ...] = ()
    strays: tuple[int, ...] = ()
    pages: tuple[Page, ...] = ()


def prepare(text: str, mode: Mode, lang: str) -> Source:
    """Return *text* made ready for Markdown; only a document has pages."""
    comments = list(_comments(text)) if "<!--" in text else []
    pages = list(_pages(text, comments)) if mode == "document" else []
    found = find_spans(text)
    spans = [span for span in found if not _within(span.start, comments)]
    marks = [*stray_marks(text), *(span.inner_end + 1 for span in found if span not in spans)]
    angles = [found.span() for found in _ANGLES.finditer(text)] if "<" in text else []
    marks += [span.start for span in spans if _within(span.start, angles)]
    strays = [place for place in marks if not _within(place, comments)]
    edits: list[_Edit] = [(start, end, "") for start, end in comments]
    edits += [(page.offset, page.offset, _anchor(page.number, lang)) for page in pages]
    for span in spans:
        if span.kind == "personal":
            edits.append((span.start, span.inner_start, PERSONAL_START + place_mark(span.start)))
            edits.append((span.inner_end, span.end, PERSONAL_END))
        else:
            # Redaction has passed over it, so nobody may see it.
            edits.append((span.start, span.end, "…"))
            strays.append(span.start)
    edits += _place_edits(text)
    personal = tuple(span.start for span in spans if span.kind == "personal")
    return Source(_edited(text, edits), personal, tuple(strays), tuple(pages))


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each comment that isn't inline code; one on lines of its own takes their end along."""
    codes = code_ranges(text)
    for comment in _COMMENT.finditer(text):
        start, end = comment.span()
        if any(begin < start < until for begin, until in codes):
            continue
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end) + 1 or len(text)
        alone = not text[line_start:start].strip() and not text[end:line_end].strip()
        yield (line_start, line_end) if alone else (start, end)


def _pages(text: str, comments: list[tuple[int, int]]) -> Iterator[Page]:
    """Yield the pages of a document, begun by comments on lines of their own."""
    for start, end in comments:
        mark = _PAGE.fullmatch(text[start:end].strip())
        if mark and text[start - 1 : start] in ("", "\n") and text[end - 1] in "\n>":
            yield Page(int(mark[1]), start)


def _within(offset: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)


def page_id(number: int, lang: str) -> str:
    """Return the ``id`` at which a document's page begins."""
    return f"{_PAGE_IDS[lang]}-{number}"


def _anchor(number: int, lang: str) -> str:
    """Return the HTML block that begins a page."""
    return f'\n\n<div class="page-number" id="{page_id(number, lang)}">{number}</div>\n\n'


def _place_edits(text: str) -> Iterator[_Edit]:
    """Yield what writes places beside links and headings, and keeps nesting within what Markdown can bear."""
    above = "\n" + text
    if "](" in text:
        yield from ((m.end(), m.end(), place_mark(m.end())) for m in _LINK.finditer(text))
    if "]:" in text:
        yield from ((m.end(), m.end(), place_mark(m.end())) for m in _DEFINITION.finditer(text))
    if "<" in text:
        yield from ((m.end(), m.end(), place_mark(m.end())) for m in _ATTRIBUTE.finditer(text))
    if "#" in text:
        yield from ((m.end() - 1, m.end() - 1, place_mark(m.end(1) - 1)) for m in _HASHES.finditer(above))
    yield from _underline_edits(text)
    yield from ((m.end() - 1, m.end() - 1, "\\") for m in _NESTED.finditer(above))


def _underline_edits(text: str) -> Iterator[_Edit]:
    """Yield what writes its place behind each line that is underlined."""
    for underline in _UNDERLINE.finditer(text):
        begin = text.rfind("\n", 0, underline.start()) + 1
        end = begin + len(text[begin : underline.start()].rstrip(" "))
        if end > begin:
            yield end, end, place_mark(begin)


def _edited(text: str, edits: list[_Edit]) -> str:
    """Return *text* with *edits* made; an edit inside what another removes is not."""
    parts: list[str] = []
    done = 0
    for start, end, instead in sorted(edits, key=lambda edit: (edit[0], edit[1])):
        if start >= done:
            parts += (text[done:start], instead)
            done = end
    return "".join((*parts, text[done:]))
