"""What stands in the margin of page after page: running headers and footers, and page numbers.

Knows lines of all pages. Must not know what a text says: what repeats in the margin and tells no more is taken out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from sitegen.content.pdf.lines import Leaf, Line

# How much of a page's height its upper and its lower margin may take.
MARGIN = 0.12
# On how many of all pages words stand that are no part of the text: headers of left and right pages differ.
_SHARE = 0.3
_FEWEST = 2
_NUMBER = re.compile(r"\d+")
# A page number and what people put around it, its digits replaced by 0.
_COUNTS = re.compile(r"\W*(?:(?:s|sivu|sid|sida|p|page)\b)?\W*0\W*(?:(?:av|of)?\W*0\W*)?", re.IGNORECASE)

# A line's words without its numbers, and about how high on the page it stands.
_Place = tuple[str, int]


def without_running(leaves: Sequence[Leaf]) -> list[tuple[Line, ...]]:
    """Return each page's lines but those that run from page to page; the first of them stays if it has words.

    A line runs if it stands in the margin of several pages, at one height and with the same words, and each of its
    numbers is always the same or grows with the pages.
    """
    found: dict[_Place, list[tuple[int, Line]]] = defaultdict(list)
    for page, leaf in enumerate(leaves):
        for line in leaf.lines:
            if not MARGIN * leaf.height < line.base < (1 - MARGIN) * leaf.height:
                found[_NUMBER.sub("0", line.text), round(line.base / 4)].append((page, line))
    running: set[tuple[int, Line]] = set()
    for (words, _), lines in found.items():
        has_words = not _COUNTS.fullmatch(words)
        needed = max(_FEWEST, round(len(leaves) * _SHARE)) if has_words else _FEWEST
        if len({page for page, _ in lines}) >= needed and _numbers_run([line for _, line in lines]):
            running.update(lines[1:] if has_words else lines)
    return [tuple(line for line in leaf.lines if (page, line) not in running) for page, leaf in enumerate(leaves)]


def _numbers_run(lines: list[Line]) -> bool:
    """Tell whether each number in lines that are alike is the same in all, or grows from one to the next."""
    columns = zip(*([int(number) for number in _NUMBER.findall(line.text)] for line in lines), strict=True)
    return all(len(set(numbers)) == 1 or list(numbers) == sorted(set(numbers)) for numbers in columns)
