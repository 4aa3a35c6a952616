"""Search: its page in each language, and what a browser fetches to find with: an engine, a bundle for each year, base forms.

Knows what is asked and answered on the page. Must not know what is found, nor how it is indexed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b

import msgspec
from msgspec import Struct, json

from sitegen.index.addresses import file_of
from sitegen.index.site import Site
from sitegen.model.facts import Resolution
from sitegen.outputs.assets import TextView, draw_text
from sitegen.outputs.findable import Findable, bundles, safe
from sitegen.outputs.names import topic_title
from sitegen.outputs.shell import hub, hub_title, list_shell, ref
from sitegen.outputs.topics import topics
from sitegen.outputs.views import Ref, Shell
from sitegen.render.finnish import LETTERS, text_of
from sitegen.render.pagefind import Record, engine, index
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan
from sitegen.render.program import program_digest
from sitegen.render.words import plain

LISTS = ("decisions", "news", "boards", "cases", "topics", "documents", "meetings")
KINDS = ("item", "news", "document", "meeting", "case", "board", "page")
# What a whole folder of another edition of the program must not be mixed with.
EDITION = 8

_PAGE = re.compile(r'<div class="page-number" id="[^"]*">(\d+)</div>')
_encode = msgspec.msgpack.Encoder().encode


class Choice(Struct, frozen=True):
    """A value that what is found can be narrowed to, what it is called, and the language of that where it isn't the page's."""

    value: str
    title: str
    words: str = ""


class SearchView(Shell, frozen=True, kw_only=True):
    """The page of search. ``index`` is the address of the list of bundles; ``lists`` are what can be browsed instead.

    ``kinds`` and ``resolutions`` are codes.
    """

    index: str
    lists: tuple[Ref, ...]
    kinds: tuple[str, ...]
    boards: tuple[Choice, ...]
    years: tuple[str, ...]
    topics: tuple[Choice, ...]
    resolutions: tuple[Resolution, ...]


class BundleView(Struct, frozen=True):
    """What is indexed together, in one language."""

    lang: str
    found: tuple[Findable, ...]


class EngineView(Struct, frozen=True):
    """What a browser finds with, in one language."""

    lang: str


def search_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of search in every language of the site, unless it is switched off."""
    if not site.config.search:
        return
    others = {lang: site.addresses.hub("search", lang) for lang in site.config.languages}
    held = {"decisions": site.items, "cases": site.cases, "topics": site.by_topic}
    held |= {"news": site.news, "boards": site.boards, "documents": site.documents, "meetings": site.meetings}
    for lang, address in others.items():
        told = [item.best(lang) for group in site.items.values() for item in group]
        boards = ((name, ref(board, lang)) for name, board in site.boards.items())
        view = SearchView(
            **list_shell(site, lang, address, hub_title("search", lang), others),
            index=f"{address}index.json", lists=tuple(hub(site, word, lang) for word in LISTS if held[word]), kinds=KINDS,
            boards=tuple(Choice(name, safe(board.title, lang), board.words) for name, board in boards),
            years=tuple(str(year) for year in sorted(_years(site), reverse=True)),
            topics=tuple(Choice(topic, topic_title(site, topic, lang)) for topic in topics(site)),
            resolutions=tuple(sorted({one.facts.resolution for one in told if one.facts.resolution})),
        )  # fmt: skip
        yield Plan(file_of(address), draw_search, view, "search.html", lang)


def _years(site: Site) -> set[int]:
    found = {thing.facts.date.day.year for thing in site.news} | {thing.facts.date.year for thing in site.meetings}
    return found | {thing.facts.date.year for thing in site.documents if thing.facts.date}


def search_index(site: Site) -> Iterator[Plan]:
    """Yield, for every language, the bundles and what else is needed to find with, and last the list of it all."""
    for lang in site.config.languages if site.config.search else ():
        address = site.addresses.hub("search", lang)
        digests: dict[str, str] = {}
        for name, found in bundles(site, lang):
            digests[f"{address}{name}/"] = blake2b(_encode(found), digest_size=EDITION).hexdigest()
            yield Plan(file_of(f"{address}{name}/").removesuffix("index.html"), draw_bundle, BundleView(lang, found), early=True)
        tools = {"engine": f"{address}engine/", "words": f"{address}words/" if lang == "fi" else ""}
        yield Plan(tools["engine"][1:], draw_engine, EngineView(lang))
        if tools["words"]:
            yield Plan(tools["words"][1:], draw_words, EngineView(lang))
        listed = {**tools, "edition": program_digest()[:EDITION], "bundles": digests}
        yield Plan(f"{address[1:]}index.json", draw_text, TextView(json.encode(listed).decode() + "\n"))


def draw_search(pen: Pen, view: SearchView) -> bytes:
    """Draw the page of search."""
    return pen.page("search.html", view.lang, view.address, view)


def draw_bundle(pen: Pen, view: BundleView) -> Mapping[str, bytes]:
    """Draw what finds a bundle's pages; a document is found down to its page."""
    return index((record for one in view.found for record in _records(pen, one, view.lang)), view.lang)


def _records(pen: Pen, one: Findable, lang: str) -> Iterator[Record]:
    prose = pen.written(one.body)
    htmls = [html for section in prose.sections for html in (section.title, section.html)]
    whole = safe("\n".join((*htmls, prose.footnotes)), lang)
    pages = _PAGE.split(whole) if one.page else [whole]
    yield Record(one.address, one.title, f"{one.lead} {plain(pages[0])}".strip(), one.note, one.day, one.chosen)
    for number, html in zip(pages[1::2], pages[2::2], strict=True):
        address = f"{one.address}#{one.page}-{number}"
        yield Record(address, one.title, plain(html), one.note, one.day, one.chosen)


def draw_engine(pen: Pen, view: EngineView) -> Mapping[str, bytes]:
    """Draw what a browser finds with."""
    return engine(view.lang)


def draw_words(pen: Pen, view: EngineView) -> Mapping[str, bytes]:
    """Draw what tells base forms: endings, and odd forms by their first letter, each in a file named by its code point."""
    forms = text_of("forms.txt").splitlines(keepends=True)
    texts = {f"{ord(letter)}.txt": "".join(line for line in forms if line[0] == letter) for letter in LETTERS}
    return {name: text.encode() for name, text in (texts | {"endings.txt": text_of("endings.txt")}).items()}
