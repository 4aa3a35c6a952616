"""The shape of addresses: the only module that knows it.

An address is absolute from the site's root and ends in ``/`` for a page. Addresses live for decades: what is changed
here moves pages that others link to.
"""

from __future__ import annotations

from typing import Literal

from sitegen.model.facts import AnyFacts, Board, Case, Comment, Document, Item, Meeting, News, Page, Resolution

WORDS: dict[str, dict[str, str]] = {
    "fi": {
        "news": "uutiset", "boards": "toimielimet", "meetings": "kokoukset", "cases": "asiat", "topics": "aiheet",
        "decisions": "paatokset", "documents": "asiakirjat", "appeals": "muutoksenhaku", "corrections": "korjaukset",
        "subscribe": "tilaa", "search": "haku", "accessibility": "saavutettavuusseloste", "calendar": "kalenteri",
        "agenda": "asia", "list": "sivu", "page": "sivu",
    },
    "sv": {
        "news": "nyheter", "boards": "organ", "meetings": "moten", "cases": "arenden", "topics": "amnen",
        "decisions": "beslut", "documents": "dokument", "appeals": "andringssokande", "corrections": "rattelser",
        "subscribe": "prenumerera", "search": "sok", "accessibility": "tillganglighetsutlatande", "calendar": "kalender",
        "agenda": "arende", "list": "sida", "page": "sida",
    },
    "en": {
        "news": "news", "boards": "bodies", "meetings": "meetings", "cases": "cases", "topics": "topics",
        "decisions": "decisions", "documents": "documents", "appeals": "appeals", "corrections": "corrections",
        "subscribe": "subscribe", "search": "search", "accessibility": "accessibility-statement", "calendar": "calendar",
        "agenda": "item", "list": "page", "page": "page",
    },
}  # fmt: skip

FeedForm = Literal["xml", "atom", "json"]

RESOLUTIONS: dict[str, dict[Resolution, str]] = {
    "fi": {
        "approved": "hyvaksytty", "approved-modified": "muutettu", "rejected": "hylatty", "noted": "tiedoksi",
        "tabled": "poydalle", "returned": "palautettu", "removed": "poistettu", "elected": "valittu",
    },
    "sv": {
        "approved": "godkant", "approved-modified": "andrat", "rejected": "avslaget", "noted": "antecknat",
        "tabled": "bordlagt", "returned": "aterremitterat", "removed": "struket", "elected": "valt",
    },
    "en": {
        "approved": "approved", "approved-modified": "changed", "rejected": "rejected", "noted": "noted",
        "tabled": "deferred", "returned": "returned", "removed": "removed", "elected": "elected",
    },
}  # fmt: skip


class Addresses:
    """Where everything stands, for a site whose pages in *default* have no language in their address."""

    def __init__(self, default: str) -> None:
        self.default = default

    def home(self, lang: str) -> str:
        """Return the front page's address."""
        return "/" if lang == self.default else f"/{lang}/"

    def hub(self, word: str, lang: str) -> str:
        """Return the address of a list of everything of a kind: ``news``, ``decisions``, ``boards``, ``meetings`` …"""
        return f"{self.home(lang)}{WORDS[lang][word]}/"

    def year(self, word: str, year: int, lang: str) -> str:
        """Return the address of a year of news or meetings."""
        return f"{self.hub(word, lang)}{year}/"

    def numbered(self, address: str, number: int, lang: str) -> str:
        """Return the address of a list's page *number*, counted from the oldest."""
        return f"{address}{WORDS[lang]['list']}-{number}/"

    def topic(self, slug: str, lang: str) -> str:
        """Return a topic's address."""
        return f"{self.hub('topics', lang)}{slug}/"

    def decided(self, resolution: Resolution, lang: str) -> str:
        """Return the address of the list of all that was decided in one way."""
        return f"{self.hub('decisions', lang)}{RESOLUTIONS[lang][resolution]}/"

    def meetings_of(self, board: str, lang: str) -> str:
        """Return the address of the list of a board's meetings."""
        return f"{self.hub('meetings', lang)}{board}/"

    def agenda(self, item: Item, lang: str) -> str:
        """Return the address that an item has, or had, before its section."""
        return f"{self.meetings_of(item.board, lang)}{item.folder}/{WORDS[lang]['agenda']}-{item.agenda}/"

    def of(self, facts: AnyFacts, lang: str) -> str:
        """Return the address of a thing's page; empty for a comment, which is a part of another's."""
        match facts:
            case Item():
                if not facts.section:
                    return self.agenda(facts, lang)
                return f"{self.meetings_of(facts.board, lang)}{facts.folder}/{facts.section}/"
            case Meeting():
                return f"{self.meetings_of(facts.board, lang)}{facts.folder}/"
            case Board():
                return f"{self.hub('boards', lang)}{facts.board}/"
            case News():
                return f"{self.year('news', facts.date.day.year, lang)}{facts.slug}/"
            case Case():
                return f"{self.hub('cases', lang)}{facts.slug}/"
            case Document():
                return f"{self.hub('documents', lang)}{facts.slug}/"
            case Page():
                return f"{self.home(lang)}{facts.slug}/"
            case Comment():
                return ""

    def pdf(self, facts: Item | Meeting, lang: str) -> str:
        """Return the address of an item, or of a meeting's whole agenda or minutes, as a PDF: beside its page."""
        address = self.of(facts, lang)
        item = f"-{address.split('/')[-2]}" if isinstance(facts, Item) else ""
        return f"{address}{facts.board}-{facts.folder}{item}.pdf"

    def feed(self, name: str, lang: str, form: FeedForm = "xml") -> str:
        """Return the address of a feed: ``items``, ``boards/<board>``, ``cases/<case>`` …; RSS is the form that each has."""
        return f"{self.home(lang)}feeds/{name}.{form}"

    def calendar(self, name: str, lang: str) -> str:
        """Return the address of a calendar: ``appeals``, ``meetings``, ``boards/<board>``, ``topics/<topic>``."""
        return f"{self.home(lang)}calendars/{name}.ics"

    def sitting(self, address: str, lang: str) -> str:
        """Return the address of the calendar file of the meeting whose page in *lang* is at *address*."""
        return f"{address}{WORDS[lang]['calendar']}.ics"

    def opensearch(self, lang: str) -> str:
        """Return the address of the description of the search, by which a browser offers it."""
        return f"{self.home(lang)}opensearch.xml"

    def card(self, address: str) -> str:
        """Return the address of the picture that stands for the page at *address*, and those below it, where they are shared."""
        return f"{address}share.png"

    def last_day(self, address: str, lang: str) -> str:
        """Return the address of the calendar file that has the last day to appeal what the page in *lang* at *address* tells of."""
        return f"{address}{WORDS[lang]['appeals']}.ics"


def file_of(address: str) -> str:
    """Return the path, within the output, of the file that a web server gives for *address*."""
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]


def page_form(path: str) -> str:
    """Return *path*, absolute from the root, as addresses are written: a page's ends in ``/`` and names no file."""
    address = path.removesuffix("index.html")
    return address if address.endswith("/") or "." in address.rpartition("/")[2] else address + "/"


def copy_of(address: str, width: int, ending: str) -> str:
    """Return the address of a copy of the picture at *address*, by its width and format: ``…/laituri-jpg-480.webp``."""
    stem, _, written = address.rpartition(".")
    return f"{stem}-{written}-{width}.{ending}"


def up(address: str) -> str:
    """Return the way from the page or file at *address* to the site's root: nothing, or some ``../``."""
    return "../" * (address.count("/") - 1)


def identity(facts: AnyFacts) -> str:
    """Return what a thing is known by within the site, whatever its language: ``item/<board>/<folder>/122``."""
    match facts:
        case Item():
            return f"item/{facts.board}/{facts.folder}/{facts.section or 'agenda-' + facts.agenda}"
        case Meeting():
            return f"meeting/{facts.board}/{facts.folder}"
        case Board():
            return f"board/{facts.board}"
        case News():
            return f"news/{facts.date.day.year}/{facts.slug}"
        case Case():
            return f"case/{facts.slug}"
        case Document():
            return f"document/{facts.slug}"
        case Page():
            return f"page/{facts.slug}"
        case Comment():
            return f"comment/{facts.news}/{facts.name}"


def item_name(item: Item, identity: str) -> str:
    """Return what an item's guid is made of: its *identity*, or the one it had: ``id: maakuntahallitus/2018-06-04/122``."""
    return f"item/{item.id}" if item.id else identity
