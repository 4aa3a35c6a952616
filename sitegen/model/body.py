"""A body: what a file's Markdown became, with everything a check or a page needs of it.

Two control characters stand in its HTML for what only a page can know. ``LINK_START n LINK_END``
stands where the address of the body's *n*-th target belongs (counted from 0), and ``PERSONAL_START … PERSONAL_END``
encloses personal data (henkilötieto), which a page shows and a feed never does. Neither can be
written by an author: reading refuses control characters.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sitegen.model.pdf import Pdf

LINK_START = "\x02"
LINK_END = "\x03"
PERSONAL_START = "\x0e"
PERSONAL_END = "\x0f"

Mode = Literal["item", "document", "plain"]
SectionKind = Literal[
    "", "summary", "account", "proposal", "handling", "decision", "execution", "informed", "earlier"
]


class Fault(Struct, frozen=True):
    """Something wrong in a text; *line* and *column* count from 1 within that text."""

    code: str
    line: int
    column: int
    args: dict[str, str] = {}


class Target(Struct, frozen=True):
    """What a link or a picture points to, as the author wrote it; without a scheme, so of this site."""

    address: str
    line: int
    column: int
    image: bool = False


class Heading(Struct, frozen=True):
    """A section's heading: plain words, its ``id`` and, in an item, the meaning it is known by."""

    title: str
    id: str
    kind: SectionKind = ""


class Term(Struct, frozen=True):
    """What a definition list explains: the term's plain words, those of its explanation, and its ``id``; no personal data."""

    name: str
    text: str
    id: str


class Outline(Struct, frozen=True):
    """What checks and lists need of a body; small enough to be kept of every text.

    ``headings`` are those of the second level, in order: one for each section of the Prose but the
    one before the first heading. ``ids`` are all that a fragment may name, the headings' included.
    ``words`` counts words, ``excerpt`` is plain text of at most 300 characters and holds no personal data,
    ``pages`` the numbers of a document's pages, ``glossary`` what a plain text's definition lists explain. ``pdf`` is the file
    that a machine read instead of a text, ``terms`` are what the text is about (model/terms.py), without personal data.
    """

    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    words: int = 0
    excerpt: str = ""
    pages: tuple[int, ...] = ()
    glossary: tuple[Term, ...] = ()
    faults: tuple[Fault, ...] = ()
    pdf: Pdf | None = None
    terms: bytes = b""


NO_OUTLINE = Outline()


def has_stray_mark(outline: Outline) -> bool:
    """Tell whether a mark of hidden words is not in its form, so that what should be hidden isn't known."""
    return any(fault.code == "TX006" for fault in outline.faults)


class Section(Struct, frozen=True):
    """A second-level heading and what stands under it; the first section may have no heading.

    ``title`` is the heading's inline HTML, ``html`` what follows it.
    """

    html: str
    title: str = ""
    id: str = ""
    kind: SectionKind = ""


class Prose(Struct, frozen=True):
    """A body's HTML: its sections in the order written, and its footnotes."""

    sections: tuple[Section, ...] = ()
    footnotes: str = ""


class Body(Struct, frozen=True):
    """A text's outline and its HTML."""

    outline: Outline
    prose: Prose
