"""Readers' comments: which news item each is on.

Knows comments and the names of news. Knows nothing of whether a news item still takes comments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from sitegen.index.things import Seen, Thing
from sitegen.model.facts import Comment, News


class Said(Struct, frozen=True):
    """A comment and its language."""

    facts: Comment
    lang: str


def comments_by_news(seen: Iterable[Seen], news: list[Thing[News]]) -> dict[str, list[Said]]:
    """Return the comments on each news item that is on view, by its identity, the oldest first."""
    named: dict[str, list[Said]] = defaultdict(list)
    for one in seen:
        record = one.shown.record
        if isinstance(record.facts, Comment):
            named[record.facts.news].append(Said(record.facts, record.lang))
    if not named:
        return {}
    return {
        thing.identity: sorted((said for name in thing.facts.names for said in named.get(name, ())), key=_by_time)
        for thing in news
        if any(name in named for name in thing.facts.names)
    }


def _by_time(said: Said) -> tuple[object, ...]:
    return said.facts.date.day, said.facts.date.clock, said.facts.name
