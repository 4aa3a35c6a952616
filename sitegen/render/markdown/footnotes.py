"""Footnotes, numbered and labelled in the language of their text.

Knows Python-Markdown's footnotes. Differs from them in this: ids are ``fn-1`` and ``fnref-1`` whatever an author's label
is, labels aren't English, and a note that nothing refers to has no link back.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FootnoteExtension

BACK = {
    "fi": "Takaisin viitteeseen {} tekstissä",
    "sv": "Tillbaka till hänvisning {} i texten",
    "en": "Back to reference {} in the text",
}


class Footnotes(FootnoteExtension):
    """The footnotes of one text at a time."""

    def __init__(self, lang: str) -> None:
        """Label links back in *lang*."""
        super().__init__(BACKLINK_TITLE=BACK[lang], SEPARATOR="-")

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802
        """Return a note's ``id``."""
        return f"fn-{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802
        """Return the ``id`` of a place that refers to the note; with *found*, of the next such place."""
        return str(self.unique_ref(f"fnref-{self._number(id)}", found))

    def findFootnotesPlaceholder(self, root: Element) -> None:  # noqa: N802
        """Find nothing: notes stand at the end, no text can call them elsewhere."""

    def _number(self, label: str) -> int:
        return list(self.footnotes).index(label) + 1


def take_notes(root: Element, footnotes: Footnotes) -> Element | None:
    """Take the list of notes out of a parsed text and return it; None where it has none."""
    if not footnotes.footnotes:
        return None
    block = root[-1]
    root.remove(block)
    for paragraph in block.findall("ol/li/p"):
        for link in paragraph.findall("a[@class='footnote-backref']"):
            if link.get("href", "")[1:] in footnotes.used_refs:
                link.set("aria-label", link.get("title", ""))
            else:
                paragraph.remove(link)
    notes = block[-1]
    notes.tail = None
    return notes
