"""The page on feeds and calendars: what they are, and all of them but the feeds of cases, which their own pages offer.

Knows which of them a reader may want. Knows nothing of what they hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.outputs.boards import ended
from sitegen.outputs.calendars import calendar_title
from sitegen.outputs.feeds import INDEX, Feed, board_feeds, main_feeds, topic_feeds
from sitegen.outputs.meetings import by_board
from sitegen.outputs.shell import hub, hub_title, list_shell
from sitegen.outputs.sittings import calendar_of_all, meets, sittings_on_topics
from sitegen.outputs.views import Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class SubscribeLine(Struct, frozen=True):
    """What can be followed, by a ``feed``, a ``calendar`` or both: its title, what it tells, their addresses.

    ``words`` is the language of the title, where nobody has translated it. A feed of the whole site is there as
    ``atom`` and ``json`` too.
    """

    title: str
    about: str = ""
    feed: str = ""
    atom: str = ""
    json: str = ""
    calendar: str = ""
    words: str = ""


class SubscribeView(Shell, frozen=True, kw_only=True):
    """The page on feeds and calendars: those of the whole site, of each board that still decides and of each topic.

    What all boards' or all topics' feeds have in common isn't said in ``about``. ``cases`` leads to the list of cases,
    ``all_appeals`` is the address of the page of open appeals, ``index`` the address of the list of all feeds for programs.
    """

    main: tuple[SubscribeLine, ...]
    boards: tuple[SubscribeLine, ...]
    topics: tuple[SubscribeLine, ...]
    meetings: SubscribeLine | None
    appeals: SubscribeLine
    all_appeals: str
    cases: Ref
    index: str


def subscribe_pages(site: Site) -> Iterator[Plan]:
    """Yield the page on feeds and calendars in every language of the site."""
    others = {lang: site.addresses.hub("subscribe", lang) for lang in site.config.languages}
    for lang, address in others.items():
        base = list_shell(site, lang, address, hub_title("subscribe", lang), others)
        all_meetings = calendar_of_all(site, lang)
        view = SubscribeView(
            **base | {"feeds": ()},
            main=tuple(_main(site, feed) for feed in main_feeds(site, lang)),
            boards=tuple(_boards(site, lang)),
            topics=tuple(_topics(site, lang)),
            meetings=SubscribeLine(hub_title("meetings", lang), calendar=all_meetings) if all_meetings else None,
            appeals=SubscribeLine(calendar_title(lang), calendar=site.addresses.calendar("appeals", lang)),
            all_appeals=site.addresses.hub("appeals", lang),
            cases=hub(site, "cases", lang),
            index=INDEX,
        )
        yield Plan(file_of(address), draw_subscribe, view, "subscribe.html", lang)


def _main(site: Site, feed: Feed) -> SubscribeLine:
    """Return the line on a feed of the whole site."""
    atom, json = (site.addresses.feed(feed.name, feed.lang, form) for form in ("atom", "json"))
    return SubscribeLine(feed.title, feed.about, feed.address, atom, json)


def _boards(site: Site, lang: str) -> Iterator[SubscribeLine]:
    """Yield the line on each board that still decides, with the calendar of its meetings."""
    held = by_board(site)
    feeds = {feed.name: feed for feed in board_feeds(site, lang)}
    for name, board in site.boards.items():
        feed = feeds.get(f"boards/{name}")
        if feed and not ended(site, board.facts):
            has_met = name in held and meets(board.facts)
            yield _line(feed, site.addresses.calendar(feed.name, lang) if has_met else "")


def _topics(site: Site, lang: str) -> Iterator[SubscribeLine]:
    """Yield the line on each topic, with the calendar of the meetings on it."""
    calendars = {f"topics/{topic}" for topic in sittings_on_topics(site)}
    for feed in topic_feeds(site, lang):
        yield _line(feed, site.addresses.calendar(feed.name, lang) if feed.name in calendars else "")


def _line(feed: Feed, calendar: str = "") -> SubscribeLine:
    return SubscribeLine(feed.title, feed=feed.address, calendar=calendar, words=feed.words)


def draw_subscribe(pen: Pen, view: SubscribeView) -> bytes:
    """Draw the page on feeds and calendars."""
    return pen.page("subscribe.html", view.lang, view.address, view)
