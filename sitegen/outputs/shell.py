"""The shell of a page: what every page has, made in one way.

Knows versions, languages and addresses. Knows no kind of page.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sitegen.index.site import Site
from sitegen.index.things import Thing, Version
from sitegen.locale import words
from sitegen.model.body import PERSONAL_START
from sitegen.outputs.views import FeedLink, Language, Ref
from sitegen.render.pen import PERSONAL

NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def ref(thing: Thing[Any], lang: str, title: str = "") -> Ref:
    """Return a link from a page in *lang* to the best version of *thing*."""
    version = thing.best(lang)
    return Ref(
        title or version.facts.title,
        version.address,
        version.lang if version.lang != lang else "",
        version.words if version.words != lang and not title else "",
    )


def hub(site: Site, word: str, lang: str) -> Ref:
    """Return a link to the list of everything of a kind."""
    return Ref(hub_title(word, lang), site.addresses.hub(word, lang))


@cache
def hub_title(word: str, lang: str) -> str:
    """Return what the list of everything of a kind is called."""
    _ = words(lang).gettext
    titles = {
        "news": _("News"), "decisions": _("Decisions"), "boards": _("Decision-making bodies"), "meetings": _("Meetings"),
        "cases": _("Cases"), "topics": _("Topics"), "documents": _("Documents"), "subscribe": _("Subscribe"), "search": _("Search"),
        "accessibility": _("Accessibility statement"),
        "appeals": _("Decisions that can still be appealed"), "corrections": _("Corrections and withdrawals"),
    }  # fmt: skip
    return titles[word]


def crumbs(site: Site, lang: str, *path: Ref) -> tuple[Ref, ...]:
    """Return the way from the front page through *path*."""
    return (Ref(_front_page(lang), site.addresses.home(lang)), *path)


@cache
def _front_page(lang: str) -> str:
    return words(lang).gettext("Front page")


def shell(site: Site, thing: Thing[Any], version: Version[Any], path: tuple[Ref, ...], **more: Any) -> dict[str, Any]:
    """Return the fields of Shell for *version*'s page; *more* stands over what is told by the version."""
    return {
        "address": version.address,
        "lang": version.lang,
        "title": version.facts.title,
        "canonical": site.config.url + version.address,
        "words": version.words if version.words != version.lang else "",
        "languages": tuple(
            Language(other.lang, NAMES[other.lang], other.address)
            for other in (thing.versions[lang] for lang in site.config.languages if lang in thing.versions)
            if other.lang != version.lang
        ),
        "crumbs": crumbs(site, version.lang, *path),
        "feeds": (main_feed(site, "items", version.lang),),
        **more,
    }


def list_shell(site: Site, lang: str, address: str, title: str, others: dict[str, str], *path: Ref) -> dict[str, Any]:
    """Return the fields of Shell for a list in *lang*; *others* are its addresses by language."""
    return {
        "address": address,
        "lang": lang,
        "title": title,
        "canonical": site.config.url + address,
        "languages": tuple(Language(one, NAMES[one], others[one]) for one in others if one != lang),
        "crumbs": crumbs(site, lang, *path),
        "feeds": (main_feed(site, "items", lang),),
    }


def main_feed(site: Site, name: str, lang: str) -> FeedLink:
    """Return one of the feeds of the whole site."""
    return FeedLink(_feed_title(name, lang), site.addresses.feed(name, lang))


def feed_in_every_form(site: Site, name: str, lang: str) -> FeedLink:
    """Return one of the feeds of the whole site, as RSS, Atom and JSON Feed."""
    forms = (site.addresses.feed(name, lang, form) for form in ("xml", "atom", "json"))
    return FeedLink(_feed_title(name, lang), *forms)


@cache
def _feed_title(name: str, lang: str) -> str:
    _ = words(lang).gettext
    titles = {
        "items": _("Decisions"), "agendas": _("Agendas"), "meetings": _("Minutes"), "news": _("News"),
        "appeals": _("Decisions that can be appealed"),
    }  # fmt: skip
    return titles[name]


def board_feed(site: Site, board: Thing[Any], lang: str) -> FeedLink:
    """Return the feed of one board."""
    return _feed_of(site, board, f"boards/{board.facts.board}", lang)


def case_feed(site: Site, case: Thing[Any], lang: str) -> FeedLink:
    """Return the feed of one case."""
    return _feed_of(site, case, f"cases/{case.facts.slug}", lang)


def _feed_of(site: Site, thing: Thing[Any], name: str, lang: str) -> FeedLink:
    version = thing.best(lang)
    spoken = version.words if version.words != lang else ""
    return FeedLink(version.facts.title, site.addresses.feed(name, version.lang), words=spoken)


def topic_feed(site: Site, topic: str, title: str, lang: str) -> FeedLink:
    """Return the feed of one topic."""
    return FeedLink(title, site.addresses.feed(f"topics/{topic}", lang))


def plain(text: str) -> str:
    """Return *text* without personal data, for descriptions, which others keep; an ellipsis stands for them, as in excerpts."""
    return PERSONAL.sub("…", text) if PERSONAL_START in text else text
