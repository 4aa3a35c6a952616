"""Blocks: lists that aren't dates, tables without styles, headings that know their place.

Each class mends one thing that Python-Markdown's own, of which it is a child, does otherwise.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.blockprocessors import HashHeaderProcessor, ParagraphProcessor, SetextHeaderProcessor
from markdown.extensions.sane_lists import SaneOListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import HtmlBlockPreprocessor

from sitegen.render.places import split_mark

# No author can write this name: an attribute list turns the sign into another.
PLACE = "@place"

_MONTHS = (
    "(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:n|ta)"
    "|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_NUMBER = rf"(?![0-3]?[0-9]\.[ ]+(?:{_MONTHS})\b)[0-9]+\."


# Whatever has a meaning of its own begins a line, and never with a letter.
_PROSE = re.compile(r"(?:[^\W\d_].*(?:\n|\Z))+\Z")


class Prose(ParagraphProcessor):
    """Paragraphs whose lines all begin with a letter, which no other processor need look at."""

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether *block* is plain prose."""
        return bool(_PROSE.match(block))


class NumberedLists(SaneOListProcessor):
    """Lists that keep their first number; a day and a month at a line's start are prose."""

    def __init__(self, parser: BlockParser) -> None:
        """Match items as the base class does, but for dates."""
        super().__init__(parser)
        self.RE = re.compile(rf"^[ ]{{0,3}}{_NUMBER}[ ]+(.*)", re.IGNORECASE)
        self.CHILD_RE = re.compile(rf"^[ ]{{0,3}}(({_NUMBER}))[ ]+(.*)", re.IGNORECASE)
        self.INDENT_RE = re.compile(rf"^[ ]{{4,7}}(({_NUMBER})|[*+-])[ ]+.*", re.IGNORECASE)


class Tables(TableProcessor):
    """Tables whose alignment is a class and whose headings say that they head a column."""

    def __init__(self, parser: BlockParser) -> None:
        """Ask the base class for attributes, since a strict content security policy forbids styles."""
        super().__init__(parser, {"use_align_attribute": True})

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Draw the table that stands first in *blocks*."""
        super().run(parent, blocks)
        for cell in parent[-1].iter():
            if cell.tag == "th":
                cell.set("scope", "col")
            if align := cell.attrib.pop("align", None):
                cell.set("class", align)


class HashHeadings(HashHeaderProcessor):
    """Headings that begin with ``#`` and remember their place."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Draw the heading that stands first in *blocks*."""
        super().run(parent, blocks)
        _remember_place(parent[-1])


class SetextHeadings(SetextHeaderProcessor):
    """Headings that are underlined and remember their place."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Draw the heading that stands first in *blocks*."""
        super().run(parent, blocks)
        _remember_place(parent[-1])


class HtmlBlocks(HtmlBlockPreprocessor):
    """Raw HTML, looked for only where some can be."""

    def run(self, lines: list[str]) -> list[str]:
        """Return *lines* with blocks of HTML replaced by placeholders."""
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


def _remember_place(heading: Element) -> None:
    place, text = split_mark(heading.text or "")
    heading.text = text.strip()
    heading.set(PLACE, str(place))
