"""Checks of comments: each is on one news item of this site.

Knows the names of all news, hidden ones and drafts too. Knows no text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.index.whole import Whole
from sitegen.model.facts import Comment, News
from sitegen.model.nearest import nearest


def comment_faults(whole: Whole) -> Iterator[Diagnostic]:
    """Yield each comment on a news item that there isn't (CO001), or that may be another (CO002)."""
    comments = [record for record in whole.records.values() if isinstance(record.facts, Comment)]
    years: dict[str, set[int]] = defaultdict(set)
    for record in whole.records.values() if comments else ():
        if isinstance(record.facts, News):
            for name in record.facts.names:
                years[name].add(record.facts.date.day.year)
    for record in comments:
        name = record.facts.news if isinstance(record.facts, Comment) else ""
        if len(years.get(name, ())) > 1:
            yield Diagnostic(record.path, code="CO002", args={"name": name, "nearest": f"{max(years[name])}/{name}"})
        elif name not in years and not whole.may_be(name) and not any(one.endswith(f"/{name}/") for one in whole.drafts):
            yield Diagnostic(record.path, code="CO001", args={"name": name, "nearest": nearest(name, sorted(years))})
