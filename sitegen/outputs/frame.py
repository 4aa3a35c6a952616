"""The frame around every page of a language: menu, languages, style.

Knows the hubs and plain pages. Knows no page's own content.
"""

from __future__ import annotations

from collections.abc import Iterator, Sized
from hashlib import blake2b

from msgspec import Struct, structs

from sitegen.index.site import Site
from sitegen.outputs.shell import NAMES, hub, ref
from sitegen.outputs.views import Frame, Language
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan

STYLE = "site.css"


class TextView(Struct, frozen=True):
    """A text that is an output as it is."""

    text: str


def style_address(style: str) -> str:
    """Return the style sheet's address, which changes with it so that no browser keeps an old one."""
    return f"/assets/{blake2b(style.encode(), digest_size=4).hexdigest()}-{STYLE}"


def frames(site: Site, style: str) -> dict[str, Frame]:
    """Return the frame of each language's pages; *style* is the style sheet's text."""
    config = site.config
    return {
        lang: Frame(
            title=config.title, url=config.url,
            organisation=structs.replace(config.organisation, name=config.organisation.name or config.title),
            home=site.addresses.home(lang), style=style_address(style),
            menu=tuple(hub(site, word, lang) for word, things in _menu(site) if things),
            pages=tuple(ref(page, lang) for page in site.pages if page.facts.in_menu),
            appeals=hub(site, "appeals", lang), corrections=hub(site, "corrections", lang), subscribe=hub(site, "subscribe", lang),
            languages=tuple(Language(one, NAMES[one], site.addresses.home(one)) for one in config.languages),
        )
        for lang in config.languages
    }  # fmt: skip


def _menu(site: Site) -> list[tuple[str, Sized]]:
    """Return the lists that the menu leads to, each with what it holds: an empty one isn't offered."""
    return [
        ("news", site.news), ("decisions", site.items), ("boards", site.boards), ("meetings", site.meetings),
        ("cases", site.cases), ("topics", site.by_topic), ("documents", site.documents),
    ]  # fmt: skip


def style_sheet(style: str) -> Iterator[Plan]:
    """Yield the style sheet."""
    yield Plan(style_address(style)[1:], draw_text, TextView(style))


def draw_text(pen: Pen, view: TextView) -> bytes:
    """Return the text's bytes."""
    return view.text.encode()
