"""Cases: everything on one matter in time order, and the list of them.

Knows a case's steps across boards, news and documents. Knows nothing of feeds.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.index.addresses import file_of
from sitegen.index.links import targets
from sitegen.index.site import Site, Step
from sitegen.index.things import Thing, Version, day_of, topics_of
from sitegen.model.facts import Case, Item
from sitegen.model.parts import Note
from sitegen.model.picture import Targets
from sitegen.outputs.lists import Listing, by_day, elsewhere, entries, listed
from sitegen.outputs.names import topic_refs
from sitegen.outputs.preparing import Prepared, still_open
from sitegen.outputs.shell import case_feed, hub, hub_title, plain, shell
from sitegen.outputs.views import EntryView, Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class CaseView(Shell, frozen=True, kw_only=True):
    """A case's page: its steps, oldest first, what comes next, the news ``still_open`` to take part in, and how courts decided."""

    number: str
    next: str
    still_open: tuple[Prepared, ...]
    court: tuple[Note, ...]
    topics: tuple[Ref, ...]
    steps: tuple[EntryView, ...]
    body: str
    targets: Targets


def case_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of every case in each of its languages."""
    for name, thing in site.cases.items():
        steps = site.by_case.get(name, [])
        for version in thing.versions.values():
            view = _view(site, thing, version, steps)
            yield Plan(file_of(version.address), draw_case, view, "case.html", version.lang, version.source)


def _view(site: Site, thing: Thing[Case], version: Version[Case], steps: list[Step]) -> CaseView:
    case, lang = version.facts, version.lang
    topics = dict.fromkeys(topic for facts in (case, *(s.facts for s in steps)) for topic in topics_of(facts))
    items = [step for step in steps if isinstance(step.facts, Item)]
    return CaseView(
        **shell(
            site, thing, version, (hub(site, "cases", lang),), feeds=(case_feed(site, thing, lang),),
            description=plain(case.next or version.outline.excerpt),
        ),
        number=case.number, next=case.next, still_open=tuple(still_open(site, steps, lang)), court=case.court,
        topics=topic_refs(site, tuple(topics), lang), steps=by_day((*elsewhere(items, lang), *entries(site, steps, lang))),
        body=version.body, targets=targets(site, version),
    )  # fmt: skip


def draw_case(pen: Pen, view: CaseView) -> bytes:
    """Draw a case's page."""
    body = pen.prose_on(view.address, view.body, view.targets)
    return pen.page("case.html", view.lang, view.address, view, body=body)


def case_lists(site: Site) -> Iterator[Plan]:
    """Yield the list of cases in every language, by the day of each case's newest step."""
    cases = sorted(site.cases.values(), key=lambda thing: _newest(site, thing))
    others = {lang: site.addresses.hub("cases", lang) for lang in site.config.languages}
    for lang, address in others.items():
        yield from listed(site, Listing("cases", hub_title("cases", lang), address, others), lang, cases)


def _newest(site: Site, thing: Thing[Case]) -> tuple[object, ...]:
    steps = site.by_case.get(thing.facts.slug, [])
    return (day_of(steps[-1].facts).isoformat() if steps else "", thing.original.address)
