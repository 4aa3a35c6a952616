"""Blocks: the HTML of a page or a body as a tree of plain data, which minutes.typ sets.

Knows the HTML that sanitising and templates let through, and what PDF/UA-1 asks of it: no level of headings is skipped, no
picture is without words. Every text is data in it, so that nothing in it can be code to typst.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from sitegen.render.pdf.grid import laid_out

# A piece of running text: itself, or something that holds more of it. A block: a paragraph, a list, a table …
Inline = Any
Block = dict[str, Any]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
FLOWS = frozenset("div section article header footer main aside figure details form fieldset address".split())
PARAGRAPHS = frozenset("p figcaption summary caption".split())
BLOCKS = frozenset({*HEADINGS, *FLOWS, *PARAGRAPHS, "ul", "ol", "dl", "table", "blockquote", "pre", "hr"})
SKIPPED = frozenset("script style template nav svg form button input".split())
STYLES = {
    "em": "emph", "i": "emph", "cite": "emph", "var": "emph", "dfn": "emph", "strong": "strong", "b": "strong",
    "sub": "sub", "sup": "super", "s": "strike", "del": "strike", "u": "underline", "ins": "underline",
    "code": "code", "kbd": "code", "samp": "code", "q": "quote", "small": "small",
}  # fmt: skip
# What is nested more deeply than this is set as text: typst has a limit, and no reader follows. What only holds together weighs less.
LIGHT, HEAVY, DEEP = 1, 6, 36
MOST = 100_000
# A box of so many characters may go over two pages.
LONG = 1200
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-|\Z)", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARSER = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)


def blocks_of(html: str, pictures: Mapping[str, str], above: int = 0, name: str = "") -> list[Block]:
    """Return *html* as blocks, its headings below *above* levels of others; *name* is unlike those of other blocks of a PDF.

    *pictures* are the files of pictures, by their addresses as the HTML has them; of any other picture the words are told.
    """
    root = etree.fromstring(f"<html><body>{_NOT_XML.sub('', html)}</body></html>", _PARSER)
    return _Reader(root, pictures, above, name).flow(root[0])


class _Reader:
    """Reads one piece of HTML from top to bottom."""

    def __init__(self, root: Any, pictures: Mapping[str, str], above: int, name: str) -> None:
        self._pictures, self._above, self._level, self._name = pictures, above, above, name
        self._notes = {one.get("id"): one for one in root.iterfind(".//*[@class='footnotes']//li[@id]")}
        self._told: set[str] = set()
        self._depth = 0
        self._spaced = True

    def flow(self, element: Any) -> list[Block]:
        """Return what stands in *element*: its blocks, and running text between them as paragraphs."""
        found: list[Block] = []
        run: list[Inline] = []
        for node in _nodes(element):
            if isinstance(node, str) or node.tag not in BLOCKS:
                run += self._inline(node)
                continue
            found += self._paragraph(run)
            run = []
            found += self._block(node)
        return [*found, *self._paragraph(run)]

    def _paragraph(self, run: list[Inline], kind: str = "") -> list[Block]:
        """Return *run* as a paragraph, or nothing where it says nothing."""
        self._spaced = True
        if run and isinstance(run[-1], str):
            run = [*run[:-1], run[-1].rstrip(" ")]
        if not any(run):
            return []
        return [{"k": "p", "class": kind, "c": [one for one in run if one]}]

    def _block(self, element: Any) -> list[Block]:
        if _is_hidden(element):
            return []
        if self._depth >= DEEP:
            return self._paragraph([_SPACE.sub(" ", " ".join(element.itertext())).strip()])
        weight = LIGHT if element.tag in FLOWS else HEAVY
        self._depth += weight
        self._spaced = True
        found = self._read(element)
        self._depth -= weight
        spoken = _language(element)
        return [{"k": "lang", "lang": spoken, "c": found}] if spoken and found else found

    def _read(self, element: Any) -> list[Block]:
        """Return what a block says, whatever it is."""
        match element.tag:
            case tag if tag in HEADINGS:
                return self._heading(element, HEADINGS[tag])
            case tag if tag in PARAGRAPHS:
                return self._text(element)
            case "ul":
                return [{"k": "list", "c": items}] if (items := self._items(element)) else []
            case "ol":
                return [{"k": "enum", "start": _number(element, "start", 1), "c": items}] if (items := self._items(element)) else []
            case "dl":
                return [{"k": "terms", "c": terms}] if (terms := list(self._terms(element))) else []
            case "table":
                return self._table(element)
            case "blockquote":
                return [{"k": "quote", "c": inner}] if (inner := self._inside(element)) else []
            case "pre":
                return [{"k": "pre", "c": "".join(element.itertext()).strip("\n").expandtabs(4)}]
            case "hr":
                return [{"k": "rule"}]
        inner = self.flow(element)
        box = next((name[4:] for name in _classes(element) if name.startswith("box-")), "")
        is_long = len("".join(element.itertext())) > LONG
        return [{"k": "box", "class": box, "long": is_long, "c": inner}] if box and inner else inner

    def _text(self, element: Any) -> list[Block]:
        """Return a paragraph; what no paragraph may hold comes after it."""
        if any(child.tag in BLOCKS for child in element):
            return self.flow(element)
        run = [one for node in _nodes(element) for one in self._inline(node)]
        return self._paragraph(run, next(iter(_classes(element)), ""))

    def _heading(self, element: Any, level: int) -> list[Block]:
        """Return a heading; one within a list, a table or a quotation is a paragraph in bold."""
        run = self._paragraph([one for node in _nodes(element) for one in self._inline(node)])
        if not run:
            return []
        self._level = min(self._above + level, self._level + 1)
        return [{"k": "heading", "level": self._level, "c": run[0]["c"]}]

    def _inside(self, element: Any) -> list[Block]:
        """Return what stands in a list, a table or a quotation, where no heading may stand."""
        for child in element.iter(*HEADINGS):
            child.tag = "p"
            child.set("class", "heading")
        return self.flow(element)

    def _items(self, element: Any) -> list[list[Block]]:
        return [self._inside(child) for child in element if child.tag == "li" and not _is_hidden(child)]

    def _terms(self, element: Any) -> Iterator[list[Any]]:
        """Yield each group of terms with what is said of them; several short answers become one."""
        names: list[Inline] = []
        said: list[list[Block]] = []
        for child in element.iterdescendants("dt", "dd"):
            if child.getparent() is not element and (child.getparent().tag != "div" or child.getparent().getparent() is not element):
                continue
            if _is_hidden(child):
                continue
            if child.tag == "dt" and said:
                yield [names, _joined(said)]
                names, said = [], []
            if child.tag == "dt":
                run = self._paragraph([one for node in _nodes(child) for one in self._inline(node)])
                names += [*([{"k": "br"}] if names else []), *(run[0]["c"] if run else [])]
            else:
                said.append(self._inside(child))
        if names or said:
            yield [names, _joined(said)]

    def _table(self, element: Any) -> list[Block]:
        """Return a table with what it is called above it."""
        caption = element.find("caption")
        above = self._paragraph(self._words(caption), "caption") if caption is not None else []
        own = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        head, rows = ([row for row in own if (row.getparent().tag == "thead") is is_head] for is_head in (True, False))
        columns, cells, heads = laid_out(head, rows)
        told = [
            {"x": x, "y": y, "w": w, "h": h, "head": cell is not None and cell.tag == "th", "align": _align(cell),
             "c": self._inside(cell) if cell is not None else []}
            for x, y, w, h, cell in cells
        ]  # fmt: skip
        return [*above, {"k": "table", "columns": columns, "heads": heads, "c": told}] if told else above

    def _words(self, element: Any) -> list[Inline]:
        return [one for node in _nodes(element) for one in self._inline(node)]

    def _inline(self, node: Any) -> list[Inline]:
        """Return a piece of running text; white space that follows white space goes."""
        if isinstance(node, str):
            text = _SPACE.sub(" ", node)
            text = text.lstrip(" ") if self._spaced else text
            self._spaced = text.endswith(" ") if text else self._spaced
            return [text] if text else []
        if _is_hidden(node):
            return []
        if node.tag == "br":
            self._spaced = True
            return [{"k": "br"}]
        if node.tag == "img":
            self._spaced = False
            return self._picture(node)
        if self._depth >= DEEP * 2:
            return self._inline("".join(node.itertext()))
        self._depth += HEAVY
        found = self._marked(node, self._words(node)) if node.tag != "a" else self._link(node)
        self._depth -= HEAVY
        return found

    def _marked(self, node: Any, inner: list[Inline]) -> list[Inline]:
        """Return *inner* as its element marks it up."""
        if not inner:
            return []
        is_reference = node.tag == "sup" and isinstance(inner[0], dict) and inner[0]["k"] == "note"
        kind, spoken = STYLES.get(node.tag, ""), _language(node)
        if kind and not is_reference:
            inner = [{"k": kind, "c": inner}]
        return [{"k": "lang", "lang": spoken, "c": inner}] if spoken else inner

    def _link(self, node: Any) -> list[Inline]:
        """Return a link, or the footnote that it leads to."""
        names, href = _classes(node), node.get("href", "")
        if "footnote-backref" in names:
            return []
        if "footnote-ref" in names:
            return self._note(href.rpartition("#")[2])
        inner = self._marked(node, self._words(node))
        # What was said in place of personal data is no address.
        is_web = inner and "[" not in href and re.match(r"(?:https?://|mailto:|tel:)\S+\Z", href)
        return [{"k": "link", "url": href, "c": inner}] if is_web else inner

    def _note(self, name: str) -> list[Inline]:
        """Return a footnote where it is first referred to, and its number after that."""
        if name not in self._notes:
            return []
        again = name in self._told
        self._told.add(name)
        self._spaced = True
        note = {"k": "note", "id": f"{self._name}-{name}", "c": [] if again else self._inside(self._notes[name])}
        self._spaced = False
        return [note]

    def _picture(self, node: Any) -> list[Inline]:
        """Return a picture with its words, or those alone; one without words is an ornament, which paper can do without."""
        words, path = (node.get("alt") or "").strip(), self._pictures.get(node.get("src", ""), "")
        if not words:
            return []
        return [{"k": "image", "path": path, "c": words}] if path else [{"k": "picture", "c": words}]


def _joined(answers: list[list[Block]]) -> list[Block]:
    """Return *answers* in a row, with commas between them if each is one paragraph."""
    if all(len(one) == 1 and one[0]["k"] == "p" for one in answers):
        words = [piece for one in answers for piece in (", ", *one[0]["c"])][1:]
        return [{"k": "p", "class": "", "c": words}] if words else []
    return [block for one in answers for block in one]


def _nodes(element: Any) -> Iterator[Any]:
    """Yield the texts and the elements in *element*, in order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()


def _is_hidden(element: Any) -> bool:
    """Tell whether paper doesn't have *element*: what is for the screen, and footnotes, which stand where they are referred to."""
    if element.tag in SKIPPED or element.get("aria-hidden") == "true":
        return True
    return not {"on-screen", "footnotes"}.isdisjoint(_classes(element))


def _language(element: Any) -> str:
    found = _LANGUAGE.match(element.get("lang") or "")
    return found[1].lower() if found else ""


def _number(element: Any, name: str, otherwise: int) -> int:
    """Return a number of an attribute, within what typst can count with."""
    given = (element.get(name) or "").strip()
    return min(int(given), MOST) if re.fullmatch(r"[0-9]{1,9}", given, re.ASCII) else otherwise


def _align(cell: Any) -> str:
    names = _classes(cell) if cell is not None else []
    return next((name for name in ("right", "center") if name in names), "left")

