"""What every template may see: the frame of a language, the shell of a page, and the parts that pages share.

A view is frozen and plain: texts, numbers, days and addresses (absolute from the site's root; the filter ``url`` makes them
relative). docs/templates.md is made from these classes.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from sitegen.config import Organisation
from sitegen.model.parts import When


class Ref(Struct, frozen=True, array_like=True):
    """A link to a page of this site: its words, its address; ``lang`` only where its page isn't in this page's language.

    ``words`` is the language of the title, where it isn't this page's.
    """

    title: str
    address: str
    lang: str = ""
    words: str = ""


class FeedLink(Struct, frozen=True, array_like=True):
    """A feed that a page offers: what it brings, and its address; those of its other forms where the page offers them too.

    ``words`` is the language of the title, where it isn't this page's.
    """

    title: str
    address: str
    atom: str = ""
    json: str = ""
    words: str = ""


class Language(Struct, frozen=True, array_like=True):
    """A language that a page can be read in: its code, its name in itself, and the page's address in it."""

    lang: str
    name: str
    address: str


class Explained(Struct, frozen=True):
    """A word as the site's glossary explains it: the word, what it means, and a link to it in the glossary."""

    word: str
    text: str
    ref: Ref


class Frame(Struct, frozen=True):
    """What stands around every page of a language; in templates it is ``site``.

    ``url`` is where the site will stand, without a ``/`` at its end. ``organisation`` is whose it is, as site.toml says;
    its ``kind`` is ``municipality``, ``joint-authority`` or ``county``. ``icons`` are the addresses of the site's small pictures,
    ``opensearch`` that of the description of its search, empty where it has none. ``assets`` is the address of each style sheet,
    script and font, by its name (``site.css``). ``glossary`` is what the site explains of the words that templates use, by the codes
    of outputs/glossary.py.
    """

    title: str
    url: str
    organisation: Organisation
    home: str
    timezone: str
    icons: tuple[str, ...]
    opensearch: str
    assets: dict[str, str]
    menu: tuple[Ref, ...]
    pages: tuple[Ref, ...]
    appeals: Ref
    accessibility: Ref
    subscribe: Ref
    corrections: Ref
    search: Ref | None
    languages: tuple[Language, ...]
    glossary: dict[str, Explained]


class Shell(Struct, frozen=True, kw_only=True, array_like=True):
    """What every page has; in templates the view is ``page``.

    ``title`` is plain, for the heading and the window. ``canonical`` is absolute. ``languages`` are the page's other
    versions, ``crumbs`` the way to it from the front page. ``words`` is the language of the page's own
    words where nobody has translated them. ``indexed`` is false for pages that only say that something ended.
    """

    address: str
    lang: str
    title: str
    description: str = ""
    canonical: str = ""
    words: str = ""
    languages: tuple[Language, ...] = ()
    crumbs: tuple[Ref, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    indexed: bool = True


class ContactView(Struct, frozen=True, array_like=True):
    """Whom to ask; any part may be empty. ``card`` is the address of the contact as a vCard."""

    name: str
    role: str
    email: str
    phone: str
    card: str = ""


class FileView(Struct, frozen=True, array_like=True):
    """A file to fetch: its title, and its address, type (``PDF``) and size in bytes, which are empty where it isn't public.

    ``ground`` is the provision by which it isn't. ``pages`` is how many it has, 0 where that isn't known.
    """

    title: str
    number: str = ""
    kind: str = ""
    address: str = ""
    type: str = ""
    size: int = 0
    lang: str = ""
    ground: str = ""
    pages: int = 0


class EntryView(Struct, frozen=True, array_like=True):
    """A line of a list: a link, its day, what it is, and a few words on it.

    ``label`` is an item's or meeting's number (``§ 122``), what kind of news it is or what file a document is, ``kind`` is one of
    ``news``, ``item``, ``meeting``, ``document``, ``case`` and ``elsewhere``, which is on no page of this site. ``status`` and
    ``resolution`` are the codes of content.md, empty where there is none; a meeting is ``minutes`` until its approved minutes are
    on view, an item is as far as law/lifecycle.py says. ``last_day`` is an item's last day to appeal, ``moved_from`` when a meeting
    should have been. ``words`` is the language of the ``board`` or the kind of news, ``excerpt_words`` that of the ``excerpt``, where
    it isn't the page's. ``clock`` is when a meeting begins that is still to be held.
    """

    ref: Ref
    kind: str
    day: date | None = None
    label: str = ""
    board: str = ""
    excerpt: str = ""
    status: str = ""
    resolution: str = ""
    last_day: date | None = None
    moved_from: When | None = None
    words: str = ""
    excerpt_words: str = ""
    clock: str = ""
