"""Everywhere: each address that the site has on any day.

Knows what pages and files content makes, hidden content too, so that no judgement on an address waits for a day.
Must not know which of them are on view.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from msgspec import Struct

from sitegen.config import Config
from sitegen.index.addresses import WORDS, Addresses, FeedForm, page_form
from sitegen.index.cards import card_addresses
from sitegen.index.pictures import figure
from sitegen.index.things import cases_of, topics_of
from sitegen.law.appeals import can_be_appealed
from sitegen.model.asset import Asset
from sitegen.model.body import NO_OUTLINE, Outline
from sitegen.model.facts import AnyFacts, Board, Case, Item, Meeting, News, Resolution
from sitegen.model.record import Record
from sitegen.model.references import path_of, references
from sitegen.model.slugs import slug

HUBS = ("news", "decisions", "boards", "meetings", "cases", "topics", "documents", "appeals", "corrections", "subscribe", "accessibility")
FEEDS = ("items", "agendas", "meetings", "news", "appeals")
FORMS: tuple[FeedForm, ...] = ("xml", "atom", "json")
CALENDARS = ("appeals",)
FIXED = (
    "/404.html", "/robots.txt", "/sitemap.xml", "/feeds/index.json", "/.well-known/sitegen.json", "/favicon.svg", "/favicon.ico",
)  # fmt: skip
PAGE = 50

Told = Iterable[tuple[AnyFacts, str]]


class Made(Struct, frozen=True):
    """The addresses of what sitegen makes of facts: of lists that may grow long, and of all other pages, feeds and calendars."""

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
    facts, and all files. ``doubles`` are pages whose address was another's first, ``most`` is more pages than any list
    can have.
    """

    pages: dict[str, Record]
    doubles: list[tuple[Record, str]]
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
    doubles: list[tuple[Record, str]] = []
    for record in records:
        for address in own_addresses(addresses, record):
            if pages.setdefault(address, record) is not record:
                doubles.append((record, address))
        for alias in record.facts.aliases:
            aliases.setdefault(page_form(alias), record)
    static = (f"/{asset.path.removeprefix('static/')}" for asset in assets if asset.path.startswith("static/"))
    made = made_of(config, addresses, [(record.facts, record.lang) for record in records])
    all_files = frozenset((*static, *(file.address for file in files)))
    return Everywhere(pages, doubles, aliases, made, all_files, len(records) // PAGE)


def own_addresses(addresses: Addresses, record: Record) -> tuple[str, ...]:
    """Return the address of a record's page, if it has one, and for an item that has a section the one that it had before."""
    facts = record.facts
    address = addresses.of(facts, record.lang)
    if isinstance(facts, Item) and facts.section and facts.agenda:
        return address, addresses.agenda(facts, record.lang)
    return (address,) if address else ()


def made_of(config: Config, addresses: Addresses, told: Told) -> Made:
    """Return what is made of facts *told* in a language; boards, meetings and cases may have files of their own."""
    names = _Names(config.topics)
    for facts, lang in told:
        names.add(facts, lang)
    lists = {addresses.meetings_of(board, lang) for board, lang in names.boards}
    others = {*FIXED, addresses.card("/"), *names.cards(addresses), *_meeting_calendars(config, addresses, names)}
    others |= {addresses.last_day(addresses.of(item, lang), lang) for item, lang in names.decisions}
    others |= {f"{addresses.meetings_of(board, lang)}{folder}/" for board, folder, lang in names.sittings}
    if config.pdf:
        others |= {addresses.pdf(facts, lang) for facts, lang in names.papers}
    for lang in config.languages:
        if config.search:
            others |= {addresses.hub("search", lang), f"{addresses.hub('search', lang)}index.json"}
        lists |= {addresses.hub(word, lang) for word in HUBS} | {addresses.topic(topic, lang) for topic in names.topics}
        lists |= {addresses.year(word, year, lang) for word, year in names.years if word == "news"}
        others |= {addresses.year(word, year, lang) for word, year in names.years if word == "meetings"}
        lists |= {addresses.decided(resolution, lang) for resolution in names.resolutions}
        others |= {addresses.home(lang), *(addresses.feed(name, lang, form) for name in FEEDS for form in FORMS)}
        others |= {addresses.calendar(name, lang) for name in CALENDARS}
        others |= {addresses.opensearch(lang)} if config.search else set()
        others |= {addresses.feed(f"topics/{topic}", lang) for topic in names.topics}
        for word, named in (("boards", names.boards), ("cases", names.cases)):
            hub = addresses.hub(word, lang)
            others |= {f"{hub}{name}/" for name, said in named if said == lang}
            others |= {addresses.feed(f"{word}/{name}", lang) for name, said in named if said == lang}
        others |= {addresses.card(f"{addresses.hub('boards', lang)}{name}/") for name, said in names.boards if said == lang}
    return Made(frozenset(lists), frozenset(others))


def _meeting_calendars(config: Config, addresses: Addresses, names: _Names) -> Iterator[str]:
    """Yield the addresses of the calendars of all meetings, of each board, on each topic and of each meeting; an office-holder has none."""
    held = [one for one in names.sittings if one[0] not in names.offices]
    boards = {board for board, _, _ in held}
    if held:
        yield from (addresses.calendar("meetings", lang) for lang in config.languages)
    yield from (addresses.calendar(f"boards/{board}", lang) for board, lang in names.boards if board in boards)
    treated = {topic for board, topic in names.treated if board not in names.offices}
    yield from (addresses.calendar(f"topics/{topic}", lang) for topic in treated for lang in config.languages)
    yield from (addresses.sitting(f"{addresses.meetings_of(board, lang)}{folder}/", lang) for board, folder, lang in held)


class _Names:
    """What facts name that has pages of its own: topics, resolutions, years, boards, meetings, cases; and what can be appealed."""

    def __init__(self, topics: Iterable[str]) -> None:
        self.topics = set(topics)
        self.resolutions: set[Resolution] = set()
        self.years: set[tuple[str, int]] = set()
        self.boards: set[tuple[str, str]] = set()
        self.offices: set[str] = set()
        self.sittings: set[tuple[str, str, str]] = set()
        self.cases: set[tuple[str, str]] = set()
        self.treated: set[tuple[str, str]] = set()
        self.decisions: list[tuple[Item, str]] = []
        self.asked: list[tuple[News | Board, str]] = []
        self.papers: list[tuple[Item | Meeting, str]] = []

    def add(self, facts: AnyFacts, lang: str) -> None:
        """Add what *facts*, told in *lang*, name."""
        if isinstance(facts, Item | Meeting):
            self.sittings.add((facts.board, facts.folder, lang))
            self.years.add(("meetings", facts.date.year))
        if isinstance(facts, Item):
            self.treated.update((facts.board, topic) for topic in topics_of(facts))
            # A meeting that no file describes has its minutes too.
            self.papers += [(facts, lang), (Meeting(board=facts.board, folder=facts.folder, date=facts.date), lang)]
        elif isinstance(facts, Meeting) and facts.status not in (None, "planned"):
            self.papers.append((facts, lang))
        if isinstance(facts, Item) and can_be_appealed(facts.appeal):
            self.decisions.append((facts, lang))
        if isinstance(facts, News | Board) and facts.contacts:
            self.asked.append((facts, lang))
        if isinstance(facts, Item | Meeting | Board):
            self.boards.add((facts.board, lang))
            if isinstance(facts, Board) and facts.kind == "office":
                self.offices.add(facts.board)
        elif isinstance(facts, News):
            self.years.add(("news", facts.date.day.year))
        elif isinstance(facts, Case):
            self.cases.add((facts.slug, lang))
        if isinstance(facts, Item) and facts.resolution:
            self.resolutions.add(facts.resolution)
        self.topics.update(topics_of(facts))
        for number in cases_of(facts):
            self.cases.add((slug(number), lang))

    def cards(self, addresses: Addresses) -> Iterator[str]:
        """Yield the address of each card of a contact."""
        for facts, lang in self.asked:
            yield from filter(None, card_addresses(addresses.of(facts, lang), facts.contacts))


def files_beside(
    addresses: Addresses, records: list[Record], outlines: dict[str, Outline], assets: dict[str, Asset]
) -> Iterator[FileAt]:
    """Yield each file that a record refers to and that may be published, below the page of the original."""
    by_path = {record.path: record for record in records}
    for record in records:
        home = ""
        for reference in references(record.facts, outlines.get(record.path, NO_OUTLINE)):
            if not home:
                original = by_path.get(record.original, record)
                home = addresses.of(original.facts, original.lang)
            if not _is_withheld(record.facts, reference.field):
                path = path_of(record.path, reference.file)
                name = (assets[path].name if path in assets else "") or posixpath.basename(path)
                address = home + quote(name)
                yield FileAt(address, path, record, reference.field)
                copies = figure(address, assets[path]).copies if reference.image and path in assets else ()
                yield from (FileAt(copy, path, record, reference.field) for one in copies for copy, _ in one.files)


def _is_withheld(facts: AnyFacts, field: str) -> bool:
    """Tell whether *field* names an attachment that isn't public."""
    if not isinstance(facts, Item | Meeting) or not field.startswith("attachments."):
        return False
    return not facts.attachments[int(field.split(".")[1])].public
