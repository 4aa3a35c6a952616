"""Inline Markdown: the same bytes as Python-Markdown's, sooner, and personal spans beside it.

Most of Python-Markdown's time goes to patterns tried on text that has nothing to match. Each of its patterns needs some
literal characters; where they are absent the pattern is not tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString

from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.render.markdown.blocks import PLACE
from sitegen.render.places import PLACE_MARK

PERSONAL_TAG = "personal"

# What a text must hold, one or the other, for the pattern of that name to match. Any other pattern is always tried.
_NEEDS = {
    "backtick": ("`", "`"),
    "escape": ("\\", "\\"),
    "personal": (PERSONAL_START, PERSONAL_START),
    "footnote": ("[^", "[^"),
    "reference": ("[", "["),
    "link": ("[", "["),
    "image_link": ("![", "!["),
    "image_reference": ("![", "!["),
    "short_reference": ("[", "["),
    "short_image_ref": ("![", "!["),
    "autolink": ("<", "<"),
    "automail": ("<", "<"),
    "linebreak": ("  \n", "  \n"),
    "html": ("<", "<"),
    "entity": ("&", "&"),
    "em_strong": ("*", "_"),
}
_ANY = re.compile(r"[`\\\[<&*_" + PERSONAL_START + "]|  \n")


class PersonalProcessor(InlineProcessor):
    """Makes an element of words that stand between the characters of personal data; the words are Markdown."""

    def __init__(self, md: Markdown) -> None:
        """Match the innermost pair."""
        super().__init__(f"{PERSONAL_START}({PLACE_MARK}?)([^{PERSONAL_START}{PERSONAL_END}]*){PERSONAL_END}", md)

    # Python-Markdown's own child of Pattern takes one argument more than Pattern, too.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        """Return the element and the bounds of what it replaces."""
        element = Element(PERSONAL_TAG, {PLACE: m.group(1)})
        element.text = m.group(2)
        return element, m.start(), m.end()


class SparingProcessor(InlineTreeprocessor):
    """Tries a pattern only on text that holds what the pattern needs."""

    def __init__(self, md: Markdown) -> None:
        """Take the patterns that *md* has now."""
        super().__init__(md)
        needs = {md.inlinePatterns.get_index_for_name(name): _NEEDS[name] for name in _NEEDS if name in md.inlinePatterns}
        self._all_known = len(needs) == len(md.inlinePatterns)
        self._tried = [(*needs.get(index, ("", "")), pattern) for index, pattern in enumerate(md.inlinePatterns)]

    # The base class calls this by its mangled name; no public method stands in its place.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or (self._all_known and not _ANY.search(data)):
            return data
        apply: Callable[..., tuple[str, bool, int]] = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        for index in range(patternIndex, len(self._tried)):
            this, that, pattern = self._tried[index]
            start, matched = 0, True
            while matched and (this in data or that in data):
                data, matched, start = apply(pattern, data, index, start)
        return data
