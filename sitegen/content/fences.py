"""Fields below the front matter: a line of hyphens too many would publish them as text, and what they hide with them.

Knows how fields are written and the names of each kind's. Must not know their values, nor what is wrong with those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen.content.frontmatter import FENCE, Source, place
from sitegen.content.groups import field_names
from sitegen.content.schema import KINDS
from sitegen.diagnostics import Diagnostic

_CODE = re.compile(r"^[ ]{0,3}(```|~~~).*?(?:^[ ]{0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
# A field on a line of its own, deeper in or at the head of a list's entry; else what may stand between fields.
_FIELD = re.compile(r"([ \t]*(?:- +)?)([\"']?)([a-z_]+)\2[ \t]*:(?:[ \t]|\Z)")
_BETWEEN = re.compile(r"\s|-(?:\s|\Z)|#(?!#)|[\]}]|[\"']?[\w-]+[\"']?[ \t]*:(?:\s|\Z)|\Z")


def misplaced_fields(path: str, source: Source, kind: str) -> Iterator[Diagnostic]:
    """Yield the first field (FM011) that stands in a file's Markdown, at its top or below another line of hyphens.

    A field within another counts only where one more such line follows: no list that begins a text is taken for it.
    """
    text = source.text
    codes = [code.span() for code in _CODE.finditer(text)]
    fences = [fence for fence in FENCE.finditer(text) if not any(start < fence.start() < end for start, end in codes)]
    for number, start in enumerate((0, *(fence.end() + 1 for fence in fences))):
        if found := _first_field(text, start, kind, closed=number < len(fences)):
            line, column = place(text, found[0])
            yield Diagnostic(path, source.line + line - 1, column, "FM011", {"name": found[1]})
            return


def _first_field(text: str, start: int, kind: str, closed: bool) -> tuple[int, str] | None:
    """Return the first field from *start* on, as long as the lines may be those of front matter."""
    while start < len(text):
        line, _, _ = text[start:].partition("\n")
        field = _FIELD.match(line)
        if field and field[3] in (_all_names(kind) if closed else () if field[1] else KINDS[kind].fields):
            return start + field.end(1), field[3]
        if not _BETWEEN.match(line):
            return None
        start += len(line) + 1
    return None


@cache
def _all_names(kind: str) -> frozenset[str]:
    return field_names([KINDS[kind]])
