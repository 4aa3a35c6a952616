"""Being found and shared: pictures for pages that are shared, the site's icons, the description of its search.

Knows which there are and where they stand. What a page says of itself to programs is in templates/parts/data.html.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.outputs.assets import TextView, draw_text
from sitegen.render.card import card, icon
from sitegen.render.pen import Pen, withheld
from sitegen.render.plan import Plan

ICONS = ("/favicon.svg", "/favicon.ico")
# A section sign in the program's typeface.
SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0f3550"/>\
<path fill="#fff" d="M15.3 28Q13.6 28 11.9 27.4Q10.3 26.7 9.2 25.4L11.9 23.1Q13.4 24.7 15.3 24.7Q16.2 24.7 16.7 24.3Q17.1 23.9 17.1 23.3\
Q17.1 22.7 16.5 22.3Q15.9 21.9 15 21.5Q14.1 21.1 13 20.6Q12 20.1 11.1 19.4Q10.1 18.8 9.6 17.8Q9 16.7 9 15.3Q9 14.1 9.6 13.1\
Q10.3 12 11.4 11.3Q11 10.8 10.8 10.2Q10.5 9.6 10.5 8.7Q10.5 6.6 12 5.3Q13.5 4 16.1 4Q17.9 4 19.3 4.6Q20.7 5.3 21.6 6L19.6 8.9\
Q18.9 8.2 18 7.8Q17.1 7.4 16.3 7.4Q14.6 7.4 14.6 8.6Q14.6 9.1 15.2 9.6Q15.8 10 16.8 10.4Q17.8 10.8 18.8 11.3Q19.9 11.8 20.9 12.5\
Q21.8 13.2 22.4 14.2Q23 15.2 23 16.6Q23 17.9 22.4 18.9Q21.7 20 20.5 20.7Q20.8 21.2 21 21.8Q21.2 22.4 21.2 23.1Q21.2 25.2 19.7 26.6\
Q18.2 28 15.3 28ZM12.8 14.9Q12.8 15.7 13.3 16.2Q13.8 16.7 14.6 17.1Q15.4 17.5 16.3 17.9Q17.2 18.3 18.1 18.8Q19.2 18.1 19.2 17\
Q19.2 16 18.4 15.4Q17.6 14.8 16.3 14.3Q15.1 13.8 13.9 13.1Q12.8 13.9 12.8 14.9Z"/></svg>
"""
# OpenSearch 1.1: a short name has at most 16 characters.
SHORT = 16


class CardView(Struct, frozen=True):
    """The words of a card: a title, and what stands below it."""

    title: str
    foot: str


class IconView(Struct, frozen=True):
    """The program's icon, which has no words."""


def cards(site: Site) -> Iterator[Plan]:
    """Yield the card of the site and of each board in each of its languages, unless the site has its own at that place."""
    views = {site.addresses.card("/"): CardView(site.config.title, urlsplit(site.config.url).netloc)}
    for board in site.boards.values():
        for version in board.versions.values():
            name = withheld(version.facts.title, version.lang)
            views[site.addresses.card(version.address)] = CardView(name, site.config.told(version.lang).title)
    for address, view in views.items():
        if not _is_own(site, address):
            yield Plan(file_of(address), draw_card, view)


def draw_card(pen: Pen, view: CardView) -> bytes:
    """Draw a card."""
    return card(view.title, view.foot)


def icons(site: Site) -> tuple[str, ...]:
    """Return the addresses of the site's icons: its own, if it has any, else the program's."""
    return tuple(address for address in ICONS if _is_own(site, address)) or ICONS


def favicons(site: Site) -> Iterator[Plan]:
    """Yield the program's icons, unless the site has one of its own."""
    if not any(_is_own(site, address) for address in ICONS):
        vector, bitmap = ICONS
        yield Plan(file_of(vector), draw_text, TextView(SVG))
        yield Plan(file_of(bitmap), draw_icon, IconView())


def draw_icon(pen: Pen, view: IconView) -> bytes:
    """Draw the icon for browsers that take no SVG."""
    return icon()


def opensearch(site: Site) -> Iterator[Plan]:
    """Yield the description of the site's search in each language (OpenSearch 1.1), by which a browser offers it."""
    for lang in site.config.languages if site.config.search else ():
        address = site.addresses.opensearch(lang)
        where = site.config.url + site.addresses.hub("search", lang)
        yield Plan(file_of(address), draw_text, TextView(_description(site.config.told(lang).title, where, lang)))


def _description(title: str, where: str, lang: str) -> str:
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{escape(_short(title))}</ShortName>
<Description>{escape(title)}</Description>
<Url type="text/html" template="{escape(where)}?q={{searchTerms}}"/>
<Language>{lang}</Language>
<InputEncoding>UTF-8</InputEncoding>
</OpenSearchDescription>
"""


def _short(title: str) -> str:
    """Return *title*, or as much of it as a short name may have: a whole word of it alone might be a genitive of nothing."""
    return title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + "…"


def _is_own(site: Site, address: str) -> bool:
    return f"static{address}" in site.assets
