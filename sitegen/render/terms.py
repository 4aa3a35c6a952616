"""Terms: what the definition lists of a text explain, and the ids by which each can be named.

Knows the tree of a text. Must not know which words anybody asks for.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from sitegen.model.body import Term
from sitegen.render.headings import heading_ids
from sitegen.render.markdown.engine import Engine
from sitegen.render.sanitise import sanitise
from sitegen.render.words import plain


def find_terms(engine: Engine, blocks: Iterable[Element], taken: set[str]) -> tuple[Term, ...]:
    """Return each term that a definition list among *blocks* explains, and give it an id that isn't *taken*: its own or its slug."""
    pairs = [(name, definition) for block in blocks for found in block.iter("dl") for name, definition in _pairs(found)]
    names = [plain(sanitise(engine.draw_inside(name))) for name, _ in pairs]
    own = [name.get("id") or "" for name, _ in pairs]
    ids = heading_ids(names, own, taken - set(own))
    terms = []
    for (element, definition), name, id in zip(pairs, names, ids, strict=True):
        element.set("id", id)
        terms.append(Term(name, plain(sanitise(engine.draw_inside(definition))), id))
    return tuple(terms)


def _pairs(found: Element) -> Iterable[tuple[Element, Element]]:
    """Yield each name with the first definition below it; names in a row share one."""
    names: list[Element] = []
    for child in found:
        if child.tag == "dt":
            names.append(child)
        elif names:
            yield from ((name, child) for name in names)
            names = []
