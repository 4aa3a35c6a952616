"""Plain pages, and the pages that only say where something went.

Knows pages, aliases and what has ended. Knows nothing of feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.index.addresses import file_of
from sitegen.index.links import targets
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.locale import words
from sitegen.model.facts import AnyFacts, Document, Item, Withdrawable
from sitegen.model.parts import Withdrawal
from sitegen.model.picture import Targets
from sitegen.outputs.borrowed import language_of
from sitegen.outputs.names import bare_reference
from sitegen.outputs.shell import crumbs, hub, list_shell, main_feed, plain, shell
from sitegen.outputs.views import Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class PageView(Shell, frozen=True, kw_only=True):
    """A plain page."""

    lead: str
    updated: date | None
    body: str
    targets: Targets


class GoneView(Shell, frozen=True, kw_only=True):
    """A page that says that what stood here has ended or was withdrawn.

    ``reason_words`` is the language of the reason, where it isn't the page's.
    """

    withdrawn: Withdrawal | None
    reason_words: str


class MovedView(Shell, frozen=True, kw_only=True):
    """A page that leads on to another address."""

    target: str


def plain_pages(site: Site) -> Iterator[Plan]:
    """Yield every plain page in each of its languages."""
    for thing in site.pages:
        for version in thing.versions.values():
            page = version.facts
            view = PageView(
                **shell(site, thing, version, (), description=plain(page.lead or version.outline.excerpt)),
                lead=page.lead, updated=page.updated, body=version.body, targets=targets(site, version),
            )  # fmt: skip
            yield Plan(file_of(version.address), draw_page, view, "page.html", version.lang, version.source)


def gone_pages(site: Site) -> Iterator[Plan]:
    """Yield a page for each address whose content has expired or was withdrawn."""
    originals: dict[str, Version[Any]] = {}
    for version in site.gone:
        original = originals.setdefault(version.identity, version)
        yield Plan(file_of(version.address), draw_gone, _gone(site, original, version), "gone.html", version.lang, version.source)


def _gone(site: Site, original: Version[Any], version: Version[Any]) -> GoneView:
    facts: AnyFacts = version.facts
    lang, withdrawn = version.lang, None
    title = words(lang).gettext("This page has ended")
    if isinstance(facts, Withdrawable) and version.state == "withdrawn":
        title, withdrawn = bare_reference(site, version), facts.withdrawn
    base = list_shell(site, lang, version.address, title, {}, hub(site, _above(facts), lang))
    spoken = language_of(withdrawn.reason, original, version, lang) if withdrawn else ""
    return GoneView(**base | {"indexed": False}, withdrawn=withdrawn, reason_words=spoken)


def _above(facts: AnyFacts) -> str:
    """Return the list that a thing stood in."""
    return "meetings" if isinstance(facts, Item) else "documents" if isinstance(facts, Document) else "news"


def moved_pages(site: Site) -> Iterator[Plan]:
    """Yield a page for each earlier address, which leads on to today's."""
    for alias, version in site.aliases.items():
        lang, canonical = version.lang, site.config.url + version.address
        base = list_shell(site, lang, alias, version.facts.title or words(lang).gettext("This page has moved"), {})
        view = MovedView(**base | {"canonical": canonical, "indexed": False, "feeds": ()}, target=version.address)
        yield Plan(file_of(alias), draw_moved, view, "moved.html", lang, version.source)


def not_found(site: Site) -> Iterator[Plan]:
    """Yield 404.html, which a server shows at any address: its links are whole addresses."""
    lang = site.config.language
    view = Shell(
        address="/404.html", lang=lang, title=words(lang).gettext("Page not found"), crumbs=crumbs(site, lang), indexed=False,
        canonical=site.config.url + "/404.html", feeds=(main_feed(site, "items", lang),),
    )  # fmt: skip
    yield Plan("404.html", draw_not_found, view, "404.html", lang)


def draw_page(pen: Pen, view: PageView) -> bytes:
    """Draw a plain page."""
    return pen.page("page.html", view.lang, view.address, view, body=pen.prose_on(view.address, view.body, view.targets))


def draw_gone(pen: Pen, view: GoneView) -> bytes:
    """Draw a page that says that something ended."""
    return pen.page("gone.html", view.lang, view.address, view)


def draw_moved(pen: Pen, view: MovedView) -> bytes:
    """Draw a page that leads on."""
    return pen.page("moved.html", view.lang, view.address, view)


def draw_not_found(pen: Pen, view: Shell) -> bytes:
    """Draw the page for addresses at which nothing stands."""
    return pen.page("404.html", view.lang, view.address, view, root=pen.kit.url + "/")
