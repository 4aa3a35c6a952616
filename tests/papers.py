"""PDFs as a reader finds them: their words, their bookmarks, what they say of themselves, and whether all can read them.

Knows forms of PDF. Must not know what makes them.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
from msgspec import Struct
from outloud import check


class Paper(Struct):
    """A PDF: the words of each page, the bookmarks with their levels, its title and its language."""

    pages: list[str]
    bookmarks: list[tuple[int, str]]
    title: str
    lang: str
    links: list[str]

    @property
    def text(self) -> str:
        """The words of all pages, on one line."""
        return " ".join(" ".join(self.pages).split())


def read_paper(data: bytes) -> Paper:
    """Read a PDF; a word that goes over two lines is whole."""
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range().replace("\ufffe", "") for page in document]
    bookmarks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    with pikepdf.open(BytesIO(data)) as raw:
        notes = [note for page in raw.pages for note in page.obj.get("/Annots", [])]
        links = [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]
        return Paper(pages, bookmarks, document.get_metadata_dict()["Title"], str(raw.Root["/Lang"]), links)


def tags_in(data: bytes) -> list[str]:
    """Return the kinds of all structure elements of a tagged PDF, in no order."""
    with pikepdf.open(BytesIO(data)) as raw:
        found = (one for one in raw.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem")
        return [str(one["/S"]).lstrip("/") for one in found]


def barriers_in(path: Path, *milder: str) -> list[str]:
    """Return what keeps a PDF from being read by all (PDF/UA-1), as ``outloud`` finds it; *milder* names kinds of what hinders too."""
    result = check(str(path))
    found = [f"{one.rule}: {one.message}" for one in result.findings if one.severity in ("error", *milder)]
    return [*found, *([result.error] if result.error else [])]
