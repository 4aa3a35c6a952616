"""For machines: the sitemap, robots.txt and the mark of the output.

Knows which pages may be indexed. Knows nothing of their contents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape

from msgspec import Struct, json

from sitegen.index.site import Site
from sitegen.outputs.assets import TextView, draw_text
from sitegen.outputs.views import Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class SitemapView(Struct, frozen=True):
    """One file of the sitemap: the addresses of a year's pages, or of the files for each year."""

    addresses: tuple[str, ...]
    index: bool = False


def sitemap(site: Site, pages: Iterable[Plan]) -> Iterator[Plan]:
    """Yield sitemap.xml, an index, and a sitemap for each year; pages that belong to no year are in their own.

    A page that only says that something ended or moved is in none (sitemaps.org, 0.9).
    """
    years: dict[str, list[str]] = defaultdict(list)
    for plan in pages:
        if isinstance(plan.view, Shell) and plan.view.indexed:
            day = getattr(plan.view, "day", None)
            years[str(day.year) if isinstance(day, date) else "lists"].append(plan.view.canonical)
    for year, addresses in sorted(years.items()):
        yield Plan(f"sitemap-{year}.xml", draw_sitemap, SitemapView(tuple(sorted(addresses))))
    files = tuple(f"{site.config.url}/sitemap-{year}.xml" for year in sorted(years))
    yield Plan("sitemap.xml", draw_sitemap, SitemapView(files, index=True))


def draw_sitemap(pen: Pen, view: SitemapView) -> bytes:
    """Draw one file of the sitemap."""
    outer, inner = ("sitemapindex", "sitemap") if view.index else ("urlset", "url")
    lines = "".join(f"<{inner}><loc>{escape(address)}</loc></{inner}>\n" for address in view.addresses)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{outer} xmlns="{NAMESPACE}">\n{lines}</{outer}>\n'.encode()


def robots(site: Site) -> Iterator[Plan]:
    """Yield robots.txt (RFC 9309), unless the site has one of its own."""
    if "static/robots.txt" not in site.assets:
        text = f"User-agent: *\nAllow: /\nSitemap: {site.config.url}/sitemap.xml\n"
        yield Plan("robots.txt", draw_text, TextView(text))


def mark(next_change: date | None) -> Plan:
    """Return the file by which the output is known to be sitegen's: the next day on which the same content changes."""
    text = json.encode({"next_change": next_change}).decode() + "\n"
    return Plan(".well-known/sitegen.json", draw_text, TextView(text))
