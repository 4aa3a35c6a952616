"""Spans: the marks by which an author says that words are personal or secret.

``[Maija Esimerkki]{.personal}`` marks personal data (henkilötieto) and
``[…]{.secret ground="JulkL 24.1 § 20 k"}`` what is withheld. A span stays within one paragraph, list item,
row or heading. Any other spelling or place is a stray mark: reading it as text would publish what
somebody meant to hide.

Knows marks and as much of Markdown as decides what is code and what is escaped. Must not know what becomes of a
span, nor HTML, nor whether the text is a body's or the front matter's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

SpanKind = Literal["personal", "secret"]

_WORDS = ("personal", "secret")

_UNIT_END = re.compile(r"\n(?=[ \t]*(?:\n|[-*+:][ \t]|[>|#]|\d+\.[ \t]|(?:=+|-+)[ \t]*(?:\n|\Z)))")
_TOKEN = re.compile(r"\\.|`+|[\[\]]", re.DOTALL)
_MARK = re.compile(r'\{\.(?:(personal)|(secret)(?: ground="([^"{}\n]*)")?)\}')
# What keyboards have in place of brackets, braces and dots, sign for sign.
_ODD = re.compile("[［］｛｝❴❵「」【】（）＜＞．․。]")
_PLAIN = str.maketrans("［］｛｝❴❵「」【】（）＜＞．․。", "[]{}{}{}[]()<>...")
# A brace that names either word, a class or a lone word in braces right after a bracket, either word as a class by any
# bracket or as where a link leads, and a tag that is called so or has such a class. A brace may be an entity.
_MARKLIKE = re.compile(
    r"(?:\{|&(?:#123|#x7b|lbrace|lcub);)[^{}]{0,1000}?(?<![^\W_])(?:personal|secret)(?![^\W_])"
    r"|(?<=\])\s?\\?\{+[ ]*:?\s*(?:\.|[^\W\d_]+\s*\})"
    r"|(?:[\]}>]\s?|[\[{(<]\s?)\.(?:personal|secret)(?![^\W_])"
    r"|\]\(\s*(?:personal|secret)\s*\)|\[/(?:personal|secret)\]"
    r"|<[^<>]{0,500}?\bclass\s*=[^<>]{0,200}?\b(?:personal|secret)\b|</?(?:personal|secret)[ />]",
    re.IGNORECASE,
)
# A class in an attribute list; one that is a slip away from a mark's word was meant to hide something.
_CLASS = re.compile(r"\{[^{}\n]{0,200}?\.([A-Za-z][\w-]{3,14})")
_SLIP = 0.8
_EMPTY = re.compile(r"\[(?:…|\.\.\.)?\]\Z")


class Span(Struct, frozen=True):
    """A marked span: ``text[start:end]`` with its mark, ``text[inner_start:inner_end]`` without."""

    kind: SpanKind
    start: int
    end: int
    inner_start: int
    inner_end: int
    ground: str = ""


def find_spans(text: str) -> list[Span]:
    """Return the spans of *text* in order; they don't nest, and a mark inside a span is a stray one."""
    if "]{." not in text:
        return []
    return [span for start, end in _units(text) for span in _spans_within(text, start, end)]


def stray_marks(text: str) -> list[int]:
    """Return the offsets of what looks like a mark of *text* but belongs to no span.

    In inline code a mark is stray only if it encloses words: ``[…]{.personal}`` is a mention of the mark.
    """
    plain = text.translate(_PLAIN) if _ODD.search(text) else text
    if "{" not in plain and not any(word in plain.lower() for word in _WORDS):
        return []
    marks = list(_MARKLIKE.finditer(plain))
    places = {mark.start() + max(mark[0].find("{"), mark[0].startswith("]")) for mark in marks}
    slips = (one for one in _CLASS.finditer(plain) if get_close_matches(one[1].lower(), _WORDS, 1, _SLIP))
    places |= {one.start() for one in slips}
    if not places:
        return []
    spans = {span.inner_end + 1 for span in find_spans(text)}
    codes = code_ranges(text)
    return [place for place in sorted(places) if place not in spans and not _is_mention(text, place, codes)]


def code_ranges(text: str) -> list[tuple[int, int]]:
    """Return the start and end of every piece of inline code in *text*, its backticks included."""
    if "`" not in text:
        return []
    return [piece for start, end in _units(text) for piece in _code_within(text, start, end)]


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each piece of *text* that a span may not leave."""
    start = 0
    for end in _UNIT_END.finditer(text):
        yield start, end.start()
        start = end.end()
    yield start, len(text)


def _spans_within(text: str, start: int, end: int) -> list[Span]:
    codes = dict(_code_within(text, start, end)) if "`" in text else {}
    opened: list[int] = []
    spans: list[Span] = []
    position = start
    while token := _TOKEN.search(text, position, end):
        position = codes.get(token.start(), token.end())
        if token.group() == "[":
            opened.append(token.start())
        elif token.group() == "]" and opened:
            begin = opened.pop()
            mark = _MARK.match(text, token.end(), end)
            if mark and _may_begin(text, begin):
                while spans and spans[-1].start > begin:
                    spans.pop()
                kind: SpanKind = "personal" if mark[1] else "secret"
                spans.append(Span(kind, begin, mark.end(), begin + 1, token.start(), mark[3] or ""))
    return spans


def _may_begin(text: str, bracket: int) -> bool:
    """Say whether *bracket* opens words, not a picture or a footnote."""
    return text[bracket - 1 : bracket] != "!" and text[bracket + 1] != "^"


def _code_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    while token := _TOKEN.search(text, position, end):
        position = token.end()
        if token.group()[0] == "`":
            close = re.compile(rf"(?<!`){token.group()}(?!`)").search(text, position, end)
            if close:
                yield token.start(), close.end()
                position = close.end()


def _is_mention(text: str, place: int, codes: list[tuple[int, int]]) -> bool:
    """Say whether the mark at *place* stands in inline code and encloses no words."""
    for start, end in codes:
        if start < place < end:
            before = text[start:place].rstrip(" \\")
            return not before.endswith("]") or bool(_EMPTY.search(before))
    return False
