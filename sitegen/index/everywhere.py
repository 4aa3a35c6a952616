"""Everywhere: each address that the site has on any day.

Knows what pages and files content makes, hidden content too, so that no judgement on an address waits for a day.
Must not know which of them are on view.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

from msgspec import Struct

from sitegen.config import Config
from sitegen.index.addresses import WORDS, Addresses, page_form
from sitegen.index.things import case_slugs, topics_of
from sitegen.model.asset import Asset
from sitegen.model.body import Outline
from sitegen.model.facts import AnyFacts, Board, Case, Item, Meeting, News
from sitegen.model.record import Record
from sitegen.model.references import references

HUBS = ("news", "boards", "meetings", "cases", "topics", "documents", "subscribe")
FEEDS = ("items", "agendas", "meetings", "news")
FIXED = ("/404.html", "/robots.txt", "/sitemap.xml", "/feeds/index.json", "/.well-known/sitegen.json")
PAGE = 50
NO_OUTLINE = Outline()

Told = Iterable[tuple[AnyFacts, str]]


class Made(Struct, frozen=True):
    """The addresses of what sitegen makes of facts: of lists that may grow long, and of all other pages and feeds."""

    lists: frozenset[str]
    others: frozenset[str]

    def has(self, address: str) -> bool:
        """Tell whether *address* is one of these; a page of a list, by its number, isn't."""
        return address in self.lists or address in self.others

    def number(self, address: str) -> int:
        """Return which page of a long list *address* is, counted from 1; 0 where it is none."""
        parent, dash, last = address.removesuffix("/").rpartition("-")
        if not dash or not last.isascii() or not last.isdigit():
            return 0
        above = parent.rpartition("/")[0] + "/"
        return int(last) if above in self.lists and parent in {f"{above}{words['list']}" for words in WORDS.values()} else 0


class FileAt(Struct, frozen=True):
    """A file beside a page: its address, its path in the site's folder, and the record and field that refer to it."""

    address: str
    path: str
    record: Record
    field: str


class Everywhere(Struct, frozen=True):
    """All addresses: those of records' pages and aliases, each with the first record that has it, what is made of
    facts, and all files. ``most`` is more pages than any list can have.
    """

    pages: dict[str, Record]
    aliases: dict[str, Record]
    made: Made
    files: frozenset[str]
    most: int

    def has(self, address: str) -> bool:
        """Tell whether the site has *address* on any day."""
        known = address in self.pages or address in self.aliases or self.made.has(address) or address in self.files
        return known or address + "index.html" in self.files or 0 < self.made.number(address) <= self.most


def everywhere(
    config: Config, addresses: Addresses, records: list[Record], files: Iterable[FileAt], assets: Iterable[Asset]
) -> Everywhere:
    """Return every address that *records* make, those of *files* and those of static/ among *assets*."""
    pages: dict[str, Record] = {}
    aliases: dict[str, Record] = {}
    for record in records:
        for address in own_addresses(addresses, record):
            pages.setdefault(address, record)
        for alias in record.facts.aliases:
            aliases.setdefault(page_form(alias), record)
    static = (f"/{asset.path.removeprefix('static/')}" for asset in assets if asset.path.startswith("static/"))
    made = made_of(config, addresses, [(record.facts, record.lang) for record in records])
    return Everywhere(pages, aliases, made, frozenset((*static, *(file.address for file in files))), len(records) // PAGE)


def own_addresses(addresses: Addresses, record: Record) -> Iterator[str]:
    """Yield the address of a record's page and, for an item that has a section, the one that it had before."""
    facts = record.facts
    yield addresses.of(facts, record.lang)
    if isinstance(facts, Item) and facts.section and facts.agenda:
        yield addresses.agenda(facts, record.lang)


def made_of(config: Config, addresses: Addresses, told: Told) -> Made:
    """Return what is made of facts *told* in a language; boards, meetings and cases may have files of their own."""
    told = list(told)
    news_years = {facts.date.day.year for facts, _ in told if isinstance(facts, News)}
    years = {facts.date.year for facts, _ in told if isinstance(facts, Meeting | Item)}
    topics = {topic for facts, _ in told for topic in topics_of(facts)} | set(config.topics)
    boards = {(facts.board, lang) for facts, lang in told if isinstance(facts, Meeting | Item | Board)}
    sittings = {(facts.board, facts.folder, lang) for facts, lang in told if isinstance(facts, Meeting | Item)}
    cases = {(name, lang) for facts, lang in told for name in case_slugs(facts)}
    cases |= {(facts.slug, lang) for facts, lang in told if isinstance(facts, Case)}
    lists: set[str] = {addresses.meetings_of(board, lang) for board, lang in boards}
    others: set[str] = {*FIXED, *(f"{addresses.meetings_of(board, lang)}{folder}/" for board, folder, lang in sittings)}
    for lang in config.languages:
        lists |= {addresses.hub(word, lang) for word in HUBS} | {addresses.topic(topic, lang) for topic in topics}
        lists |= {addresses.year("news", year, lang) for year in news_years}
        lists |= {addresses.year("meetings", year, lang) for year in years}
        others |= {addresses.home(lang), *(addresses.feed(name, lang) for name in FEEDS)}
        others |= {addresses.feed(f"topics/{topic}", lang) for topic in topics}
    for word, names in (("boards", boards), ("cases", cases)):
        others |= {f"{addresses.hub(word, lang)}{name}/" for name, lang in names}
        others |= {addresses.feed(f"{word}/{name}", lang) for name, lang in names}
    return Made(frozenset(lists), frozenset(others))


def files_beside(addresses: Addresses, records: list[Record], outlines: dict[str, Outline]) -> Iterator[FileAt]:
    """Yield each file that a record refers to and that may be published, below the page of the original."""
    by_path = {record.path: record for record in records}
    for record in records:
        home = ""
        for reference in references(record.facts, outlines.get(record.path, NO_OUTLINE)):
            if not home:
                original = by_path.get(record.original, record)
                home = addresses.of(original.facts, original.lang)
            if not _is_withheld(record.facts, reference.field):
                file = unquote(reference.file)
                path = posixpath.normpath(posixpath.join(posixpath.dirname(record.path), file))
                yield FileAt(home + quote(posixpath.basename(file)), path, record, reference.field)


def _is_withheld(facts: AnyFacts, field: str) -> bool:
    """Tell whether *field* names an attachment that isn't public."""
    if not isinstance(facts, Item | Meeting) or not field.startswith("attachments."):
        return False
    return not facts.attachments[int(field.split(".")[1])].public
