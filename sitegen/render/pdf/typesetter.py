"""The typesetter: typst, which sets data as a PDF by the template minutes.typ.

Knows typst and its traps, and the typeface. typst reads files: it is shown a folder with the pictures and nothing else, so that
nothing else of the site can come into a PDF. typst has threads, so that a process which has set something must not be forked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import typst

from sitegen.render.fonts import FOLDER
from sitegen.work import note_threads

# PDF/A-2a: it can be kept for ever (ISO 19005-2). PDF/UA-1: it can be read by all (ISO 14289-1).
STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
# Characters that no typeface here has, or that a PDF/A may not hold, are told in these words.
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed|the PDF contains the codepoint `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"__typst_py_bytes__\.typ:(\d+):\d+|┌─ \S*?:(\d+):\d+")
# An escaped tab, but not the letter t behind an escaped backslash.
_TAB = re.compile(r"(?<!\\)((?:\\\\)*)\\t")
_TRIES = 5
# What the typeface may not have. Where typst doesn't say clearly what can't be shown, none of these is.
_OUTSIDE = re.compile("[^\0-\x7e\xa0-\u017f\u2010-\u2265\N{REPLACEMENT CHARACTER}]")


class TypesettingFault(Exception):
    """What typst couldn't set: the problem, and the line of the template at which it arose."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem, line)
        self.problem, self.line = problem, line


class Typesetter:
    """Sets one PDF after the other."""

    def __init__(self) -> None:
        self._compiler = typst.Compiler(font_paths=[FOLDER], ignore_system_fonts=True)

    def set(self, template: str, data: dict[str, Any], day: date, pictures: Mapping[str, bytes]) -> bytes:
        """Return *data* as a PDF of that *day*, whatever characters it has; raises TypesettingFault.

        *pictures* are those that the data show, by their names. A character that can't be shown becomes U+FFFD. If a drawing
        (SVG) can't be read, words stand for all of them.
        """
        with TemporaryDirectory(prefix="sitegen-") as folder:
            for name, picture in pictures.items():
                Path(folder, name).write_bytes(picture)
            text = _json(data)
            try:
                return self._shown(template, text, day, folder)
            except TypesettingFault:
                without = _json(_without_drawings(data))
                if without == text:
                    raise
                return self._shown(template, without, day, folder)

    def _shown(self, template: str, text: str, day: date, folder: str) -> bytes:
        """Return the PDF of *text*, with what can't be shown replaced as often as typst finds more of it."""
        for left in reversed(range(_TRIES)):
            try:
                return self._compiled(template, text, day, folder)
            except typst.TypstError as error:
                unshown = {character for found in _UNSHOWN.findall(error.diagnostic) for character in _plain("".join(found))}
                fewer = text.translate({ord(one): "\N{REPLACEMENT CHARACTER}" for one in unshown if one > "\x7f"})
                if fewer == text or left == 0:
                    fewer = _OUTSIDE.sub("\N{REPLACEMENT CHARACTER}", text)
                if fewer == text:
                    place = _PLACE.search(error.diagnostic)
                    raise TypesettingFault(error.message, int(place[1] or place[2]) if place else 1) from None
                text = fewer
        return self._compiled(template, text, day, folder)

    def _compiled(self, template: str, text: str, day: date, folder: str) -> bytes:
        note_threads()
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
        made = self._compiler.compile(
            input=template.encode(), format="pdf", sys_inputs={"data": text}, pdf_standards=STANDARDS, timestamp=moment, root=folder,
        )  # fmt: skip
        assert isinstance(made, bytes)
        return made


def _json(data: dict[str, Any]) -> str:
    """Return *data* in JSON with a space for each tab, which no typeface has."""
    return _TAB.sub(r"\1 ", msgspec.json.encode(data).decode())


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _without_drawings(value: Any) -> Any:
    """Return data in which each drawing is told in its words."""
    if isinstance(value, dict):
        if value.get("k") == "image" and value["path"].endswith(".svg"):
            return {"k": "picture", "c": value["c"]}
        return {name: _without_drawings(one) for name, one in value.items()}
    return [_without_drawings(one) for one in value] if isinstance(value, list) else value
