"""Names that are marked as personal in one place of a file, or of the one it translates, and stand without a mark in another.

Knows marks, fields and how a file may be called after a name. Must not know when names go. Quotes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sitegen.content.fields import Mistakes, Node
from sitegen.content.frontmatter import Source, place
from sitegen.diagnostics import Diagnostic
from sitegen.model.slugs import slug
from sitegen.model.spans import find_spans

# Two words or more, each with a capital: what is less may be anybody's, or no name.
_NAME = re.compile(r"[^\W\d_a-zåäö][\w'\u2019-]+(?: [^\W\d_a-zåäö][\w'\u2019-]+)+")
_FILE = re.compile(r"[^\s{}]+\.[A-Za-z0-9]{1,5}")
_SIGNS = re.compile(r"[*_`]")


def marked_names(text: str) -> frozenset[str]:
    """Return the names that are marked as personal in *text*, the whole of a file."""
    inner = (text[span.inner_start : span.inner_end] for span in find_spans(text) if span.kind == "personal")
    return frozenset(name for words in inner for name in _NAME.findall(_SIGNS.sub("", " ".join(words.split()))))


def repeated_in_fields(source: Source, names: frozenset[str], mistakes: Mistakes) -> None:
    """Note each value that says one of *names* without a mark (PD005), as words or as a file's name; not of what is personal as a whole."""
    todo: list[Node] = [source.node] if names else []
    seen: set[int] = set()
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            if not any(str(key.value) == "personal" for key, _ in node.value):
                todo += (value for _, value in node.value)
        elif isinstance(node, yaml.ScalarNode) and (_names_a_file_after(node.value, names) or [*_bare(node.value, names)]):
            mistakes.add("PD005", node)


def repeated_in_text(path: str, source: Source, names: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield each of *names* that stands without a mark in a file's Markdown (PD005)."""
    for offset in sorted(_bare(source.text, names)):
        line, column = place(source.text, offset)
        yield Diagnostic(path, source.line + line - 1, column, "PD005")


def _names_a_file_after(value: str, names: frozenset[str]) -> bool:
    return bool(_FILE.fullmatch(value)) and any(slug(name) in slug(value) for name in names)


def _bare(text: str, names: frozenset[str]) -> Iterator[int]:
    """Yield the offsets at which *names* stand in *text* outside every span."""
    spans: list[tuple[int, int]] | None = None
    for name in names:
        for found in re.finditer(r"(?<!\w)" + re.escape(name).replace(r"\ ", r"\s+"), text):
            spans = [(span.start, span.end) for span in find_spans(text)] if spans is None else spans
            if not any(start < found.start() < end for start, end in spans):
                yield found.start()
