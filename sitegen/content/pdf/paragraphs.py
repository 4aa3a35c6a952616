"""Paragraphs, found again among the lines of a page.

Knows where lines lie and how a typesetter breaks them. Lines are taken in the file's own order, which is the order of
reading, column by column, in what word processors and typesetters write. Must not know other pages but by their words.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from statistics import median

from msgspec import Struct

from sitegen.content.pdf.hyphens import is_broken, join, without_soft, words_of
from sitegen.content.pdf.lines import Leaf, Line
from sitegen.content.pdf.running import without_running

# A line that begins with one of these begins a paragraph: a bullet, a dash, a number of a list or a heading.
_OPENS = re.compile(r"(?:[•●▪◦‣·∙○■□➢✓–—-]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zåäö][.)])\s")
# Lines further apart than this, by their height, are no lines of one text where a document doesn't show otherwise.
WIDEST_LEADING = 1.5
_ENDS = (".", "!", "?", ":", ";", "”", '"', ")")


class _Usual(Struct, frozen=True):
    """What is usual in a document: the words that it writes on one line, how far apart lines are by their height, how far they reach."""

    known: Container[str]
    leading: float
    edge: float


def pages_of(leaves: tuple[Leaf, ...]) -> list[list[str]]:
    """Return the paragraphs of each page, without what runs in its margins and with broken words mended.

    The end of a word that a page's end breaks stands on the page where the word began.
    """
    pages = [list(_blocks(lines)) for lines in without_running(leaves)]
    blocks = [block for page in pages for block in page]
    known = words_of("\n".join(line.text for block in blocks for line in block))
    leading = _middle((above.base - line.base) / above.height for block in blocks for above, line in pairwise(block))
    usual = _Usual(known, min(leading, WIDEST_LEADING), max((line.right for block in blocks for line in block), default=0.0))
    found = [list(_paragraphs(page, usual)) for page in pages]
    for page, following in pairwise(found):
        if page and following and is_broken(page[-1]):
            word, _, rest = following[0].partition(" ")
            page[-1] = join(page[-1], word, known)
            following[:1] = [rest] if rest else []
    return [[without_soft(text) for text in page] for page in found]


def _middle(steps: Iterable[float]) -> float:
    """Return the middle one of the steps down."""
    return median([step for step in steps if step > 0] or [0.0])


def _paragraphs(blocks: list[list[Line]], usual: _Usual) -> Iterator[str]:
    """Yield the paragraphs of one page."""
    before = ""
    for block in blocks:
        for number, group in enumerate(_groups(block, usual)):
            text = ""
            for line in group:
                text = join(text, line.text, usual.known)
            if before and not (number == 0 and _goes_on(before, text)):
                yield before
                before = ""
            before = join(before, text, usual.known)
    if before:
        yield before


def _goes_on(before: str, text: str) -> bool:
    """Tell whether a sentence goes on over the end of a column or past a figure."""
    return is_broken(before) or (not before.endswith(_ENDS) and text[:1].islower() and before[-1].isalnum())


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines of one size that stand below each other, at about the same left edge."""
    block: list[Line] = []
    for line in lines:
        if block and not _is_below(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_below(above: Line, line: Line) -> bool:
    """Tell whether *line* may belong to the same text as the one *above* it, by its place and its size."""
    high = max(above.height, line.height)
    if abs(above.height - line.height) > 0.15 * high or abs(above.left - line.left) > 6 * high:
        return False
    return -0.3 * high < above.base - line.base < 2.2 * high


def _groups(block: list[Line], usual: _Usual) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph of a block."""
    step = _middle(above.base - line.base for above, line in pairwise(block))
    edge = max(line.right for line in block)
    group = block[:1]
    for above, line in pairwise(block):
        if not is_broken(above.text) and (_is_row(above, line, usual) or _begins(above, line, step, edge)):
            yield group
            group = []
        group.append(line)
    yield group


def _is_row(above: Line, line: Line, usual: _Usual) -> bool:
    """Tell whether two lines are a table's rows: wider apart than lines of the text, the first short or the second a beginning."""
    is_wide = above.base - line.base > 1.15 * usual.leading * above.height
    return is_wide and (above.right < usual.edge - 3 * above.height or not line.text[0].islower())


def _begins(above: Line, line: Line, step: float, edge: float) -> bool:
    """Tell whether *line* begins a paragraph: by a wider gap, an indent or a bullet, or by what was left free *above* it."""
    if above.base - line.base > 1.15 * step or _OPENS.match(line.text):
        return True
    if line.left - above.left > 0.8 * line.height and not _OPENS.match(above.text):
        return True
    letter = (line.right - line.left) / len(line.text)
    return edge - above.right > (len(line.text.split(maxsplit=1)[0]) + 2) * letter
