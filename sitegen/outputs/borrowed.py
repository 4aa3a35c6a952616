"""What a page says in another language than its own: words of its facts that nobody has translated.

Knows which facts are words. Knows no page and no template.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from sitegen.index.things import Thing, Version

# The facts of an item, a meeting, news or a board, and of their parts, that are told as they were written; a body and the title
# of a page say their language.
WORDS = frozenset({
    "plain", "summary", "proposer", "motion", "manner", "yes", "no", "post", "ground", "role", "authority", "provision", "reason",
    "text", "title", "kind", "place", "quorum", "breaks", "subtitle", "lead", "caption", "how", "formerly",
})  # fmt: skip


class Borrowed(Struct, frozen=True):
    """The ``texts`` on a page that are in ``lang``, since the thing's translation doesn't have them in its own."""

    lang: str
    texts: tuple[str, ...]


def borrowed(thing: Thing[Any], version: Version[Any]) -> Borrowed:
    """Return what *version*'s page tells in the original's words (WCAG 3.1.2)."""
    spoken = thing.original.words
    if spoken == version.lang:
        return Borrowed(spoken, ())
    told = {*_texts(version.facts)}
    if version.words == version.lang:
        told &= {*_texts(thing.original.facts)}
    return Borrowed(spoken, tuple(sorted(told)))


def language_of(text: str, original: Version[Any], version: Version[Any], lang: str) -> str:
    """Return the language of a text that *version* has, by itself or from its *original*; empty where that is *lang*."""
    spoken = original.words if text in {*_texts(original.facts)} else version.words
    return spoken if spoken != lang else ""


def tongue_of(fact: str, thing: Thing[Any], lang: str) -> str:
    """Return the language in which the best version for *lang* tells a fact, by its name; empty where that is *lang*."""
    version, original = thing.best(lang), thing.original
    borrows = version is not original and getattr(version.facts, fact) == getattr(original.facts, fact)
    spoken = original.words if borrows else version.words
    return spoken if spoken != lang else ""


def _texts(facts: Struct) -> Iterator[str]:
    """Yield the words among *facts* and the structs in them, each as often as it stands there."""
    for name in facts.__struct_fields__:
        value = getattr(facts, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Struct):
                yield from _texts(one)
            elif name in WORDS and isinstance(one, str) and one:
                yield one
