"""The page on feeds and calendars: what they are, and all of them but the feeds of cases, which their own pages offer.

Knows which of them a reader may want. Knows nothing of what they hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, structs

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.outputs.boards import ended
from sitegen.outputs.calendars import calendar_title
from sitegen.outputs.feeds import INDEX, Feed, board_feeds, main_feeds, topic_feeds
from sitegen.outputs.shell import hub, hub_title, list_shell
from sitegen.outputs.views import Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class SubscribeLine(Struct, frozen=True):
    """A feed or a calendar to subscribe to, and what it tells."""

    ref: Ref
    about: str


class SubscribeView(Shell, frozen=True, kw_only=True):
    """The page on feeds: those of the whole site, of each board that still decides and of each topic.

    What all boards' or all topics' feeds have in common isn't said in ``about``. ``cases`` leads to the list of cases,
    ``appeals`` is the address of the page of open appeals, ``index`` the address of the list of all feeds for programs.
    """

    main: tuple[SubscribeLine, ...]
    boards: tuple[SubscribeLine, ...]
    topics: tuple[SubscribeLine, ...]
    calendars: tuple[SubscribeLine, ...]
    appeals: str
    cases: Ref
    index: str


def subscribe_pages(site: Site) -> Iterator[Plan]:
    """Yield the page on feeds in every language of the site."""
    others = {lang: site.addresses.hub("subscribe", lang) for lang in site.config.languages}
    over = {f"boards/{name}" for name, board in site.boards.items() if ended(site, board.facts)}
    for lang, address in others.items():
        base = list_shell(site, lang, address, hub_title("subscribe", lang), others)
        view = SubscribeView(
            **base | {"feeds": ()},
            main=_lines(main_feeds(site, lang)),
            boards=_lines(structs.replace(feed, about="") for feed in board_feeds(site, lang) if feed.name not in over),
            topics=_lines(structs.replace(feed, about="") for feed in topic_feeds(site, lang)),
            calendars=(SubscribeLine(Ref(calendar_title(lang), site.addresses.calendar("appeals", lang)), ""),),
            appeals=site.addresses.hub("appeals", lang),
            cases=hub(site, "cases", lang),
            index=INDEX,
        )
        yield Plan(file_of(address), draw_subscribe, view, "subscribe.html", lang)


def _lines(feeds: Iterator[Feed]) -> tuple[SubscribeLine, ...]:
    return tuple(SubscribeLine(Ref(feed.title, feed.address, words=feed.words), feed.about) for feed in feeds)


def draw_subscribe(pen: Pen, view: SubscribeView) -> bytes:
    """Draw the page on feeds."""
    return pen.page("subscribe.html", view.lang, view.address, view)
