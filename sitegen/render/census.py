"""The census of a text's HTML: each link's target, each id, each personal span, each picture without words.

Knows sanitised HTML and the schemes that a link may have. Must not know where an address leads: what is of this site
gives way to its number in the census, and a page puts the address there.
"""

from __future__ import annotations

import re
from html import escape, unescape

from sitegen.model.body import LINK_END, LINK_START, PERSONAL_END, PERSONAL_START, Target
from sitegen.model.schemes import where_to
from sitegen.render.enclosure import enclosed, without_enclosure
from sitegen.render.places import Faults, line_and_column, split_mark, without_marks

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAG = re.compile(r'<([a-z][a-z0-9]*)((?: [^\s=>"]+="[^"]*")+)>')
_ATTRIBUTE = re.compile(r' ([^\s=>"]+)="([^"]*)"')
_ID = re.compile(r"[A-Za-z0-9_-]+")
# What a browser passes over in an address: tabs and line ends everywhere, the rest at both ends.
_IGNORED = re.compile(r"[\t\n\r]|\A[\x00-\x20]+|[\x00-\x20]+\Z")


class Census:
    """What is counted in one text, piece by piece of its HTML."""

    def __init__(self, text: str, faults: Faults, heading_ids: set[str]) -> None:
        """Begin with nothing counted; only a heading may have one of *heading_ids*."""
        self.targets: list[Target] = []
        self.ids: list[str] = []
        self.personal: set[int] = set()
        self._text = text
        self._faults = faults
        self._heading_ids = heading_ids

    def take(self, html: str) -> str:
        """Count a piece of sanitised HTML; return it with numbers in place of this site's addresses."""
        if PERSONAL_START in html or PERSONAL_END in html:
            places = enclosed(html)
            self.personal |= places or set()
            html = html if places is not None else without_enclosure(html)
        return without_marks(_TAG.sub(self._tag, html))

    def _tag(self, match: re.Match[str]) -> str:
        tag = match[1]
        written: dict[str, str] = dict(_ATTRIBUTE.findall(match[2]))
        kept = {name: self._attribute(tag, name, value) for name, value in written.items()}
        words = without_marks(kept.get("alt") or "")
        if tag == "img" and not unescape(words).strip():
            self._faults.note("TX001", self._place(written.get("src", "")))
        if tag == "img" and not kept.get("src"):
            return words
        attributes = "".join(f' {name}="{value}"' for name, value in kept.items() if value is not None)
        return f"<{tag}{attributes}>"

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        """Return what an attribute is worth on a page; None if it must go."""
        if name == "id":
            return self._id(tag, value)
        if name in ("href", "src"):
            return self._address(value, image=tag == "img")
        return value

    def _id(self, tag: str, value: str) -> str | None:
        if value in self.ids or not _ID.fullmatch(value) or (value in self._heading_ids and tag not in _HEADINGS):
            return None
        self.ids.append(value)
        return value

    def _address(self, value: str, image: bool) -> str | None:
        offset = self._place(value)
        address = without_marks(_IGNORED.sub("", split_mark(unescape(value))[1]))
        kind = where_to(address)
        if kind == "refused":
            self._faults.note("TX007", offset)
            return None
        if kind == "elsewhere":
            return escape(address)
        self.targets.append(Target(address, *line_and_column(self._text, max(offset, 0)), image=image))
        return f"{LINK_START}{len(self.targets) - 1}{LINK_END}"

    def _place(self, value: str) -> int:
        """Return where the author wrote an address: as its mark says, else where it is first found."""
        offset, address = split_mark(unescape(value))
        return offset if offset >= 0 else self._text.find(address)
