"""Feeds: which there are, and how much each holds.

Knows that a feed is of the whole site, a board, a case or a topic. Knows neither what an entry says nor XML.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Literal

from msgspec import Struct, json, structs

from sitegen.index.addresses import FeedForm, file_of
from sitegen.index.everywhere import FEEDS
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.locale import words
from sitegen.model.facts import Board, Case
from sitegen.outputs.assets import TextView, draw_text
from sitegen.outputs.atom import draw_atom
from sitegen.outputs.entries import FeedEntry, Told, guid, without_personal
from sitegen.outputs.json_feed import draw_json
from sitegen.outputs.names import topic_title
from sitegen.outputs.notices import court_notices, withdrawals
from sitegen.outputs.rss import FeedView, draw_feed
from sitegen.outputs.shell import main_feed
from sitegen.outputs.told import agendas, decisions, minutes, news
from sitegen.outputs.topics import topics
from sitegen.render.plan import Draw, Plan

LEAST = 30
RECENT = timedelta(days=30)
INDEX = "/feeds/index.json"
# The kinds of feeds whose entries leave out the whole text.
IN_SHORT = ("topic", "appeals")

Kind = Literal["items", "agendas", "meetings", "news", "appeals", "board", "case", "topic"]


class Feed(Struct, frozen=True):
    """A feed of the site: ``title`` says what it is of, ``about`` what it tells; ``page`` shows the same on the site.

    ``words`` is the language of the title, where nobody has translated it.
    """

    kind: Kind
    name: str
    lang: str
    title: str
    about: str
    address: str
    page: str
    words: str = ""


class Listed(Struct, frozen=True):
    """A feed as programs find it in the index; ``url`` is its whole address."""

    title: str
    url: str
    kind: Kind
    lang: str


def feeds(site: Site) -> Iterator[Plan]:
    """Yield every feed, in every language that it tells in."""
    for lang in site.config.languages:
        told = _entries(site, lang)
        no_notice = words(lang).gettext("A feed is not an official notice, and no time to appeal runs from it.")
        for feed in all_feeds(site, lang):
            title = f"{site.config.told(lang).title}: {feed.title}"
            entries = told.get(feed.name, ())
            view = FeedView(title, f"{feed.about} {no_notice}", lang, feed.address, feed.page, feed.kind not in IN_SHORT, entries)
            yield Plan(file_of(feed.address), draw_feed, view)
            if feed.kind in FEEDS:
                yield from _other_forms(site, feed, view)


def _other_forms(site: Site, feed: Feed, view: FeedView) -> Iterator[Plan]:
    """Yield a feed of the whole site as Atom and as JSON Feed, with the entries of its *view*."""
    forms: dict[FeedForm, Draw] = {"atom": draw_atom, "json": draw_json}
    known, author = guid(f"feed/{feed.name}", feed.lang), site.config.told(feed.lang).organisation.name
    for form, draw in forms.items():
        address = site.addresses.feed(feed.name, feed.lang, form)
        yield Plan(file_of(address), draw, structs.replace(view, address=address, guid=known, author=author))


def feed_index(site: Site) -> Iterator[Plan]:
    """Yield the list of all feeds, for programs."""
    listed = [
        Listed(feed.title, site.config.url + feed.address, feed.kind, feed.lang)
        for lang in site.config.languages
        for feed in all_feeds(site, lang)
    ]
    yield Plan(file_of(INDEX), draw_text, TextView(json.format(json.encode(listed)).decode() + "\n"))


def _entries(site: Site, lang: str) -> dict[str, tuple[FeedEntry, ...]]:
    """Return the entries of each feed in *lang* by its name; feeds share the entries that they have in common."""
    sources = (decisions, news, agendas, minutes, withdrawals, court_notices)
    told = chain.from_iterable(source(site, lang) for source in sources)
    by_feed: dict[str, list[Told]] = defaultdict(list)
    # Sorting leaves what has the same time in its order: a meeting's decisions stay in that of the meeting.
    for one in sorted(told, key=lambda one: one.moment, reverse=True):
        for name in one.feeds:
            by_feed[name].append(one)
    chosen = {name: newest(group) for name, group in by_feed.items()}
    made = {one: one.make() for one in dict.fromkeys(chain.from_iterable(chosen.values()))}
    return {name: tuple(made[one] for one in group) for name, group in chosen.items()}


def newest(told: list[Told]) -> list[Told]:
    """Return at least 30 of *told*, all from the 30 days before the newest, and always whole meetings; newest first."""
    since = (date.fromisoformat(told[0].moment[:10]) - RECENT).isoformat()
    groups = {one.group for number, one in enumerate(told) if number < LEAST or one.moment[:10] >= since}
    return [one for one in told if one.group in groups]


def all_feeds(site: Site, lang: str) -> Iterator[Feed]:
    """Yield every feed in *lang*: those of the whole site, of boards, of topics and of cases."""
    return chain(main_feeds(site, lang), board_feeds(site, lang), topic_feeds(site, lang), case_feeds(site, lang))


def main_feeds(site: Site, lang: str) -> Iterator[Feed]:
    """Yield the feeds of the whole site in *lang*; they exist even while there is nothing to tell."""
    _ = words(lang).gettext
    abouts: dict[Kind, tuple[str, str]] = {
        "items": (_("What the decision-making bodies have decided."), site.addresses.home(lang)),
        "agendas": (_("Meetings to come and what they will decide on."), site.addresses.hub("meetings", lang)),
        "meetings": (_("Meetings whose minutes can be read."), site.addresses.hub("meetings", lang)),
        "news": (_("News and what is being prepared."), site.addresses.hub("news", lang)),
        "appeals": (_("New decisions that can be appealed, each with its last day."), site.addresses.hub("appeals", lang)),
    }
    for name, (about, page) in abouts.items():
        link = main_feed(site, name, lang)
        yield Feed(name, name, lang, link.title, about, link.address, page)


def board_feeds(site: Site, lang: str) -> Iterator[Feed]:
    """Yield the feed of each board that is told of in *lang*."""
    about = words(lang).gettext("What this body has decided.")
    versions = (thing.versions.get(lang) for thing in site.boards.values())
    return (_feed_of(site, v, "board", f"boards/{v.facts.board}", about) for v in versions if v)


def case_feeds(site: Site, lang: str) -> Iterator[Feed]:
    """Yield the feed of each case that is told of in *lang*."""
    about = words(lang).gettext("Decisions and news on this case.")
    versions = (thing.versions.get(lang) for thing in site.cases.values())
    return (_feed_of(site, v, "case", f"cases/{v.facts.slug}", about) for v in versions if v)


def _feed_of(site: Site, version: Version[Board] | Version[Case], kind: Kind, name: str, about: str) -> Feed:
    lang, title = version.lang, without_personal(version.facts.title, version.words)
    spoken = version.words if version.words != lang else ""
    return Feed(kind, name, lang, title, about, site.addresses.feed(name, lang), version.address, spoken)


def topic_feeds(site: Site, lang: str) -> Iterator[Feed]:
    """Yield the feed of each topic, in every language of the site, for each topic's page offers it."""
    about = words(lang).gettext("Decisions and news on this topic, in short.")
    for topic in topics(site):
        name = f"topics/{topic}"
        page = site.addresses.topic(topic, lang)
        yield Feed("topic", name, lang, topic_title(site, topic, lang), about, site.addresses.feed(name, lang), page)
