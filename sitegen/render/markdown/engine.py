"""The engine: a text's Markdown becomes a tree, and pieces of the tree become HTML.

Knows how Python-Markdown is put together. One engine draws one text at a time; each thread has its own.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.util import ETX, STX
from msgspec import Struct

from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.render.markdown.blocks import PLACE, HashHeadings, HtmlBlocks, NumberedLists, Prose, SetextHeadings, Tables
from sitegen.render.markdown.footnotes import Footnotes, take_notes
from sitegen.render.markdown.inline import PERSONAL_TAG, PersonalProcessor, SparingProcessor
from sitegen.render.places import NOWHERE, has_mark

# Python-Markdown sometimes forgets to put a piece of mangled HTML back in its place.
_LEFT_OVER = re.compile(f"{STX}[^{STX}{ETX}]*{ETX}?")


class Parsed(Struct, frozen=True):
    """A text's tree: its blocks, the list of its footnotes and the pieces of raw HTML in it."""

    blocks: tuple[Element, ...]
    notes: Element | None
    raw: tuple[str, ...]


class Engine:
    """Python-Markdown with the contract's extensions, for texts in one language."""

    def __init__(self, lang: str) -> None:
        """Label footnotes in *lang*."""
        self._notes = Footnotes(lang)
        extensions = [TableExtension(), self._notes, DefListExtension(), AttrListExtension(), SaneListExtension()]
        self._md = md = Markdown(extensions=extensions, output_format="html")
        md.preprocessors.register(HtmlBlocks(md), "html_block", 20)
        blocks = md.parser.blockprocessors
        blocks.register(Prose(md.parser), "prose", 110)
        blocks.register(Tables(md.parser), "table", 75)
        blocks.register(HashHeadings(md.parser), "hashheader", 70)
        blocks.register(SetextHeadings(md.parser), "setextheader", 60)
        blocks.register(NumberedLists(md.parser), "olist", 40)
        # After code and escapes, before whatever gives brackets a meaning.
        md.inlinePatterns.register(PersonalProcessor(md), "personal", 178)
        md.treeprocessors.register(SparingProcessor(md), "inline", 20)

    def parse(self, text: str) -> Parsed:
        """Return the tree of *text*; what an engine parsed before can't be drawn any more."""
        md = self._md.reset()
        # A text that made it raise would leave its lists open for the next one; its own reset forgets them.
        md.parser.state.clear()
        lines = text.split("\n")
        for preprocessor in md.preprocessors:
            lines = preprocessor.run(lines)
        md.parser.parseDocument(lines)
        root = md.parser.root
        for treeprocessor in md.treeprocessors:
            changed = treeprocessor.run(root)
            root = root if changed is None else changed
        notes = take_notes(root, self._notes)
        for tree in (root,) if notes is None else (root, notes):
            _enclose_personal(tree)
            _place_addresses(tree)
        return Parsed(tuple(root), notes, tuple(map(str, md.htmlStash.rawHtmlBlocks)))

    def draw(self, elements: Iterable[Element]) -> str:
        """Return the HTML of *elements* of the text parsed last, not yet sanitised."""
        return self._draw(None, elements)

    def draw_inside(self, element: Element) -> str:
        """Return the HTML of what *element* holds, not yet sanitised."""
        return self._draw(element.text, element)

    def _draw(self, text: str | None, elements: Iterable[Element]) -> str:
        holder = _transparent(Element(""))
        holder.text = text
        holder.extend(elements)
        html = self._md.serializer(holder)
        for postprocessor in self._md.postprocessors:
            html = postprocessor.run(html)
        return _LEFT_OVER.sub("", html).strip()


class _Engines(threading.local):
    """Each thread's engines: two threads with one Markdown instance draw wrong pages without a word."""

    def __init__(self) -> None:
        self.by_lang: dict[str, Engine] = {}


_ENGINES = _Engines()


def engine_for(lang: str) -> Engine:
    """Return this thread's engine for texts in *lang*."""
    if lang not in _ENGINES.by_lang:
        _ENGINES.by_lang[lang] = Engine(lang)
    return _ENGINES.by_lang[lang]


def _enclose_personal(root: Element) -> None:
    """Replace the elements of personal spans by control characters around what they hold."""
    for element in list(root.iter(PERSONAL_TAG)):
        _transparent(element)
        element.text = PERSONAL_START + element.attrib.pop(PLACE, "") + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + PERSONAL_END
        else:
            element.text += PERSONAL_END


def _transparent(element: Element) -> Element:
    """Let *element* be drawn without a tag, by what it holds alone: the serialiser's meaning of no tag."""
    element.tag = None  # type: ignore[assignment]
    return element


def _place_addresses(root: Element) -> None:
    """Let every address begin with a place, so that the sanitiser leaves its scheme for us to judge."""
    for tag, name in (("a", "href"), ("img", "src")):
        for element in root.iter(tag):
            if not has_mark(element.get(name) or ""):
                element.set(name, NOWHERE + (element.get(name) or ""))
