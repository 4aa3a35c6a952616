"""XML without what leads to a page: entries of feeds, the lines within them, addresses of sitemaps.

Knows RSS 2.0, Atom and sitemaps.org as sitegen writes them. Must not know which page is meant.
"""

from __future__ import annotations

from html import escape as html_escape
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape

from msgspec import Struct

from sitegen.render.excision.markup import without_links, without_words
from sitegen.render.excision.reach import Leads


class Kind(Struct, frozen=True):
    """What goes as a whole: which of its children tells its address, which its whole text, and which says it in short.

    ``is_html``: what it says in short is HTML too.
    """

    link: str
    text: str = ""
    short: str = ""
    is_html: bool = False


KINDS = {
    "item": Kind("link", "content:encoded", "description", is_html=True),
    "entry": Kind("link", "content", "summary"),
    "url": Kind("loc"),
}
_CR = {"\r": "&#13;"}


class _Piece(Struct):
    """An element: where it begins, where its content begins and ends, where it ends itself, and its words."""

    start: int
    inner: int
    inner_end: int = 0
    end: int = 0
    text: str = ""


class _Block(Struct):
    """An entry, and its children by name."""

    kind: Kind
    piece: _Piece
    children: dict[str, _Piece] = {}


def without_entries(xml: bytes, leads: Leads) -> bytes:
    """Return *xml* without the entries that lead there, and the others' texts without such lines and links.

    What isn't well-formed is returned as it is.
    """
    try:
        blocks = _blocks(xml)
    except ExpatError:
        return xml
    edits: list[tuple[int, int, bytes]] = []
    for block in blocks:
        address = block.children.get(block.kind.link)
        if address and leads(address.text):
            edits.append((_with_gap(xml, block.piece.start), block.piece.end, b""))
        elif block.kind.text in block.children:
            edits += _within(block, leads)
    for start, end, text in sorted(edits, reverse=True):
        xml = xml[:start] + text + xml[end:]
    return xml


def _within(block: _Block, leads: Leads) -> list[tuple[int, int, bytes]]:
    """Return what changes in an entry that stays: lines of its text, and their words where it says them in short."""
    kind, whole = block.kind, block.children[block.kind.text]
    cut = without_links(whole.text, leads, bare=True)
    if cut.html == whole.text:
        return []
    edits = [(whole.inner, whole.inner_end, escape(cut.html, _CR).encode())]
    short = block.children.get(kind.short)
    if short and cut.words:
        said = tuple(html_escape(words, quote=False) if kind.is_html else words for words in cut.words)
        text = without_words(short.text, said)
        edits.append((short.inner, short.inner_end, escape(text, _CR).encode()))
    return edits


def _with_gap(xml: bytes, start: int) -> int:
    """Return the place at *start*, or that of the space that sets a block off from the one before."""
    while xml[start - 1 : start].isspace():
        start -= 1
    return start


def _blocks(xml: bytes) -> list[_Block]:
    """Return the blocks of *xml*; raises ExpatError where it isn't well-formed."""
    parser = ParserCreate()
    parser.buffer_text = True
    blocks: list[_Block] = []
    names: list[str] = []
    pieces: list[_Piece] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        names.append(name)
        # In Atom a link has its address in an attribute.
        pieces.append(_Piece(at, xml.index(b">", at) + 1, text=attributes.get("href", "")))
        if name in KINDS:
            blocks.append(_Block(KINDS[name], pieces[-1], {}))

    def data(text: str) -> None:
        pieces[-1].text += text

    def end(name: str) -> None:
        piece = pieces.pop()
        names.pop()
        piece.inner_end = parser.CurrentByteIndex
        piece.end = xml.index(b">", piece.inner_end) + 1
        if names and names[-1] in KINDS:
            blocks[-1].children[name] = piece

    parser.StartElementHandler = start
    parser.CharacterDataHandler = data
    parser.EndElementHandler = end
    parser.Parse(xml, True)
    return blocks
