"""The frame around every page of a language: menu, languages, assets.

Knows the hubs and plain pages. Knows no page's own content.
"""

from __future__ import annotations

from collections.abc import Sized

from sitegen.index.site import Site
from sitegen.outputs.found import icons
from sitegen.outputs.glossary import glossary
from sitegen.outputs.shell import NAMES, hub, ref
from sitegen.outputs.views import Frame, Language


def frames(site: Site, assets: dict[str, str]) -> dict[str, Frame]:
    """Return the frame of each language's pages; *assets* are addresses by name."""
    config = site.config
    return {
        lang: Frame(
            title=config.told(lang).title, url=config.url, organisation=config.told(lang).organisation,
            home=site.addresses.home(lang), timezone=config.timezone, icons=icons(site), assets=assets,
            opensearch=site.addresses.opensearch(lang) if config.search else "",
            menu=tuple(hub(site, word, lang) for word, things in _menu(site) if things),
            pages=tuple(ref(page, lang) for page in site.pages if page.facts.in_menu),
            appeals=hub(site, "appeals", lang), accessibility=hub(site, "accessibility", lang),
            corrections=hub(site, "corrections", lang), subscribe=hub(site, "subscribe", lang),
            search=hub(site, "search", lang) if config.search else None,
            languages=tuple(Language(one, NAMES[one], site.addresses.home(one)) for one in config.languages),
            glossary=glossary(site, lang),
        )
        for lang in config.languages
    }  # fmt: skip


def _menu(site: Site) -> list[tuple[str, Sized]]:
    """Return the lists that the menu leads to, each with what it holds: an empty one isn't offered."""
    return [
        ("news", site.news), ("decisions", site.items), ("boards", site.boards), ("meetings", site.meetings),
        ("cases", site.cases), ("topics", site.by_topic), ("documents", site.documents),
    ]  # fmt: skip
