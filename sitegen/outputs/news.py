"""News: each page and the lists by year.

Knows news and what may interest its reader next. Knows nothing of feeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.comments import Said
from sitegen.index.links import asset_address, resolve, source_of, targets
from sitegen.index.pictures import figure
from sitegen.index.related import related
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version, case_slugs
from sitegen.locale import words
from sitegen.model.facts import News
from sitegen.model.parts import Image, Participate
from sitegen.model.picture import Figure, Targets
from sitegen.model.schemes import where_to
from sitegen.outputs.borrowed import Borrowed, borrowed
from sitegen.outputs.lists import Listing, entries, listed
from sitegen.outputs.names import contacts, topic_refs
from sitegen.outputs.shell import hub, hub_title, main_feed, plain, ref, shell
from sitegen.outputs.views import ContactView, EntryView, Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

WORDS_A_MINUTE = 150
PARAGRAPHS = re.compile(r"\n[ \t]*\n")


class Outward(Struct, frozen=True):
    """A link that an author gave: its words, and an address of this site or elsewhere."""

    title: str
    address: str


class CommentView(Struct, frozen=True):
    """A reader's comment: ``name`` tells it from the others of the page, ``lang`` is its language where it isn't the page's."""

    name: str
    author: str
    day: date
    clock: str
    paragraphs: tuple[str, ...]
    lang: str


class NewsView(Shell, frozen=True, kw_only=True):
    """A news item's page.

    ``minutes`` is the reading time. ``image`` says what ``picture`` shows, both are None where there is none. ``decision`` leads
    to the meeting that decides, where this site has it; ``decision_board`` and ``decision_day`` say it in words. ``ended`` tells that
    the last day to take part is over, and then nothing says how; ``decided`` that the day of the decision is, unless its meeting
    was cancelled. ``steps`` are all else that belongs to the same cases, ``related`` what else may interest. ``comment_to`` is where
    comments are sent, an e-mail address or an address on the web, if the page ``takes_comments`` and there is one.
    """

    day: date
    clock: str
    kind: str
    subtitle: str
    lead: str
    updated: date | None
    archived: bool
    minutes: int
    image: Image | None
    picture: Figure | None
    contacts: tuple[ContactView, ...]
    links: tuple[Outward, ...]
    participate: Participate | None
    ended: bool
    decision: Ref | None
    decision_board: Ref | None
    decision_day: date | None
    decided: bool
    topics: tuple[Ref, ...]
    cases: tuple[Ref, ...]
    steps: tuple[EntryView, ...]
    related: tuple[EntryView, ...]
    takes_comments: bool
    comment_to: str
    comments: tuple[CommentView, ...]
    back: Ref
    borrowed: Borrowed
    body: str
    targets: Targets


def news_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of every news item in each of its languages."""
    for thing in site.news:
        for version in thing.versions.values():
            view = _view(site, thing, version)
            yield Plan(file_of(version.address), draw_news, view, "news.html", version.lang, version.source)


def _view(site: Site, thing: Thing[News], version: Version[News]) -> NewsView:
    news, lang = version.facts, version.lang
    back = hub(site, "news", lang)
    year = Ref(str(news.date.day.year), site.addresses.year("news", news.date.day.year, lang))
    slugs = case_slugs(news)
    address = asset_address(site, version, news.image.file) if news.image else ""
    asset = site.assets.get(source_of(version, news.image.file)) if news.image else None
    picture = figure(address, asset) if asset and address else None
    steps = {step.identity: step for name in slugs for step in site.by_case[name] if step is not thing}
    sitting, until = news.decision, news.participate.until if news.participate else None
    decision_day = sitting.date if sitting else None
    board = site.boards.get(sitting.board) if sitting else None
    meeting = next((m for m in site.meetings if sitting and (m.facts.board, m.facts.date) == (sitting.board, sitting.date)), None)
    return NewsView(
        **shell(
            site, thing, version, (back, year), description=plain(news.lead or version.outline.excerpt),
            feeds=(main_feed(site, "news", lang),),
        ),
        day=news.date.day, clock=news.date.clock, kind=news.kind, subtitle=news.subtitle, lead=news.lead,
        updated=news.updated, archived=news.archived, minutes=max(1, round(version.outline.words / WORDS_A_MINUTE)),
        image=news.image if picture else None, picture=picture,
        contacts=contacts(news.contacts, version.address),
        links=tuple(Outward(link.title, _outward(site, version, link.url)) for link in news.links),
        participate=news.participate, ended=site.day.is_over(until),
        decision=ref(meeting, lang, "-") if meeting else None,
        decision_board=ref(board, lang) if board else None, decision_day=decision_day,
        decided=site.day.is_over(decision_day) and not (meeting and meeting.facts.status == "cancelled"),
        topics=topic_refs(site, news.topics, lang),
        cases=tuple(ref(site.cases[name], lang) for name in slugs), steps=entries(site, list(steps.values()), lang),
        related=entries(site, related(site, thing), lang),
        takes_comments=news.comments, comment_to=(site.config.comments or site.config.organisation.feedback) if news.comments else "",
        comments=tuple(_comments(site.comments.get(thing.identity, []), lang)), back=back,
        borrowed=borrowed(thing, version), body=version.body, targets=targets(site, version),
    )  # fmt: skip


def _comments(all_said: list[Said], lang: str) -> Iterator[CommentView]:
    """Yield comments as a page in *lang* shows them; of two files of one name the second has its number too."""
    names: set[str] = set()
    for number, said in enumerate(all_said, start=1):
        one = said.facts
        name = one.name if one.name not in names else f"{one.name}-{number}"
        names.add(name)
        paragraphs = tuple(part.strip() for part in PARAGRAPHS.split(one.text) if part.strip())
        yield CommentView(name, one.author, one.date.day, one.date.clock, paragraphs, said.lang if said.lang != lang else "")


def _outward(site: Site, version: Version[News], url: str) -> str:
    """Return where a link of the front matter leads."""
    return resolve(site, version, url) if where_to(url) == "site" else url


def draw_news(pen: Pen, view: NewsView) -> bytes:
    """Draw a news item's page."""
    return pen.page("news.html", view.lang, view.address, view, body=pen.prose_on(view.address, view.body, view.targets))


def news_lists(site: Site) -> Iterator[Plan]:
    """Yield the list of all news and those of each year, in every language of the site."""
    years = sorted({thing.facts.date.day.year for thing in site.news}, reverse=True)
    langs = site.config.languages
    for lang in langs:
        title = hub_title("news", lang)
        feeds = (main_feed(site, "news", lang),)
        refs = tuple(Ref(str(year), site.addresses.year("news", year, lang)) for year in years)
        others = {one: site.addresses.hub("news", one) for one in langs}
        yield from listed(site, Listing("news", title, others[lang], others, (), feeds, refs), lang, site.news)
        for year in years:
            others = {one: site.addresses.year("news", year, one) for one in langs}
            named = words(lang).gettext("News of %(year)s") % {"year": year}
            listing = Listing("news", named, others[lang], others, (hub(site, "news", lang),), feeds, refs)
            yield from listed(site, listing, lang, [t for t in site.news if t.facts.date.day.year == year])
