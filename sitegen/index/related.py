"""Related reading: what else may interest who reads an item, a news item or a document.

Knows cases, topics and the terms of texts. Chooses only among what isn't newer than the thing itself, and weighs nothing by what came
later: something new changes no page of the past. Each thing is looked at once, oldest first, and a term that many before it
share leads to none of them any more: the cost grows as the site does.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.index.site import Site, Step
from sitegen.index.things import Thing, case_slugs, day_of, topics_of
from sitegen.model.facts import Document, Item, News, is_secret
from sitegen.model.terms import terms_of_title, unpacked

MOST = 4
# What so many things share is common from then on.
RARE = 6
# So many of the newest things of a case or a topic are looked at.
RECENT = 6
# A case outweighs all else; of terms their number comes first, then how rare they are, and shared topics.
_CASE, _TERM, _TOPIC = 100_000, 1_000, 10
_COMMON: list[int] = []


def related(site: Site, thing: Thing[Any]) -> list[Thing[Any]]:
    """Return up to four things that may interest the reader of *thing*, those that its author named first, then the closest.

    Things of the same case are named for a document only: an item's page and a news item's list them all. Nor is a document named
    that is attached to the item.
    """
    found: dict[str, list[Thing[Any]]] | None = site.memo.get(("related", ""))
    if found is None:
        found = site.memo["related", ""] = _all_related(site)
    chosen, facts = found.get(thing.identity, []), thing.facts
    if not (chosen and isinstance(facts, Item) and facts.attachments):
        return chosen
    attached = {one.document for one in facts.attachments}
    return [one for one in chosen if not (isinstance(one.facts, Document) and one.facts.slug in attached)]


def _all_related(site: Site) -> dict[str, list[Thing[Any]]]:
    """Return what is related to each thing, by its identity."""
    past = _Past()
    # A document without a day is older than nothing.
    chosen = {step.identity: past.closest(step) for step in site.steps if day_of(step.facts) != date.min and not is_secret(step.facts)}
    by_name = {name: one for one in site.news for name in one.facts.names}
    for one in site.news:
        named = {by_name[name].identity: by_name[name] for name in one.facts.related if name in by_name and by_name[name] is not one}
        if named:
            both = named | {other.identity: other for other in chosen[one.identity]}
            chosen[one.identity] = list(both.values())[: max(MOST, len(named))]
    return chosen


class _Past:
    """Everything older than the thing that is asked for, found by what it may share with it."""

    def __init__(self) -> None:
        self._steps: list[tuple[Step, frozenset[str], frozenset[str]]] = []
        self._by_term: dict[int, list[int]] = {}
        self._news_by_topic: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=RECENT))
        self._by_case: defaultdict[str, deque[int]] = defaultdict(lambda: deque(maxlen=RECENT))

    def closest(self, step: Step) -> list[Thing[Any]]:
        """Return the things closest to *step*, which isn't older than any before, and count it among the past."""
        number = len(self._steps)
        cases, topics = frozenset(case_slugs(step.facts)), frozenset(topics_of(step.facts))
        shared = self._sharing_terms(number, step)
        # A shared topic is reason enough between news: who reads one of a topic may want the last one.
        for topic in topics if isinstance(step.facts, News) else ():
            shared = dict.fromkeys(self._news_by_topic[topic], 0) | shared
            self._news_by_topic[topic].append(number)
        for case in cases:
            if isinstance(step.facts, Document):
                shared |= {other: shared.get(other, 0) + _CASE for other in self._by_case[case]}
            self._by_case[case].append(number)
        self._steps.append((step, cases, topics))
        weights = sorted(self._weighed(shared, cases, topics), reverse=True)
        return [self._steps[other][0] for _, other in weights[:MOST]]

    def _sharing_terms(self, number: int, step: Step) -> dict[int, int]:
        """Return the weight of the rare terms that each thing shares with *step*."""
        shared: dict[int, int] = {}
        by_term, original = self._by_term, step.original
        for term in {*terms_of_title(original.facts.title), *unpacked(original.outline.terms)}:
            others = by_term.setdefault(term, [])
            if others is _COMMON:
                continue
            for other in others:
                shared[other] = shared.get(other, 0) + _TERM + RARE - len(others)
            others.append(number)
            if len(others) > RARE:
                by_term[term] = _COMMON
        return shared

    def _weighed(self, shared: dict[int, int], cases: frozenset[str], topics: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Yield the whole weight of each thing that is close enough to be named."""
        for other, weight in shared.items():
            _, its_cases, its_topics = self._steps[other]
            is_close = weight >= 3 * _TERM or not topics.isdisjoint(its_topics)
            if is_close and (weight >= _CASE or cases.isdisjoint(its_cases)):
                yield weight + _TOPIC * len(topics & its_topics), other
