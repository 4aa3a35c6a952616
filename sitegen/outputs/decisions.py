"""Decisions: the list of all of them, and one of each way in which matters were decided.

Knows which items' decisions may be seen, and their resolutions. Knows nothing of feeds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from msgspec import structs

from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.law.stages import DECIDED
from sitegen.locale import words
from sitegen.model.facts import Item, Meeting, Resolution
from sitegen.outputs.lists import Listing, Way, listed
from sitegen.outputs.shell import hub, hub_title
from sitegen.render.plan import Plan

Decided = dict[Resolution, list[Thing[Item]]]


def decision_lists(site: Site) -> Iterator[Plan]:
    """Yield the list of all decisions and those of each resolution that occurs, in every language of the site.

    How many there are of each stands on the first page of the list of all alone: elsewhere the numbers would change
    many pages with each decision.
    """
    found = decisions(site)
    decided = _by_resolution(found)
    langs = site.config.languages
    for lang in langs:
        ways = _ways(site, found, decided, lang)
        others = {one: site.addresses.hub("decisions", one) for one in langs}
        yield from listed(site, Listing("decisions", hub_title("decisions", lang), others[lang], others, ways=ways), lang, found)
        above = (hub(site, "decisions", lang),)
        uncounted = tuple(structs.replace(one, count=0) for one in ways)
        for resolution, items in decided.items():
            others = {one: site.addresses.decided(resolution, one) for one in langs}
            title = resolution_title(resolution, lang)
            yield from listed(site, Listing("decisions", title, others[lang], others, above, ways=uncounted), lang, items)


def decisions(site: Site) -> list[Thing[Item]]:
    """Return the items whose decisions may be seen, oldest meeting first.

    Those of one meeting come in reverse, so that a list that begins with the newest has them in order.
    """
    return list(decided_at(site, reversed(site.meetings)))[::-1]


def decided_at(site: Site, meetings: Iterable[Thing[Meeting]]) -> Iterator[Thing[Item]]:
    """Yield the items of *meetings* whose decisions may be seen, in the order of the meetings and of each one's items."""
    for meeting in meetings:
        for item in site.items.get((meeting.facts.board, meeting.facts.folder), ()):
            if item.original.stage in DECIDED:
                yield item


def _by_resolution(items: list[Thing[Item]]) -> Decided:
    """Return *items* by how they were decided, in the order in which content.md names resolutions."""
    return {one: found for one in get_args(Resolution) if (found := [item for item in items if item.facts.resolution == one])}


def _ways(site: Site, found: list[Thing[Item]], decided: Decided, lang: str) -> tuple[Way, ...]:
    """Return the ways to the list of all decisions and to that of each resolution."""
    if not decided:
        return ()
    each = (Way(resolution_title(one, lang), site.addresses.decided(one, lang), len(items)) for one, items in decided.items())
    return Way(words(lang).gettext("All decisions"), site.addresses.hub("decisions", lang), len(found)), *each


@cache
def resolution_title(resolution: Resolution, lang: str) -> str:
    """Return what the list of all that was decided in one way is called."""
    _ = words(lang).gettext
    titles: dict[Resolution, str] = {
        "approved": _("Proposals approved"), "approved-modified": _("Proposals approved with changes"),
        "rejected": _("Rejected matters"), "noted": _("Matters noted for information"),
        "tabled": _("Matters left for a later meeting"), "returned": _("Matters returned for further preparation"),
        "removed": _("Matters removed from the agenda"), "elected": _("Elections made"),
    }  # fmt: skip
    return titles[resolution]
