"""A PDF's lines, read by PDFium in a process of its own: ``python -m sitegen.content.read_pdf_lines FILE``.

The only module beside ``read_pdf`` that loads PDFium. Knows how PDFium tells characters. Must not know what the lines mean.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from ctypes import byref, c_double

import msgspec
import pypdfium2
from pypdfium2 import PdfiumError, raw

from sitegen.content.pdf.lines import SOFT_HYPHEN, Leaf, Leaves, Line

# More than any report has; beyond them, what would be read is an archive.
MOST_PAGES = 2000
MOST_CHARACTERS = 20_000
# PDFium's own mark for a hyphen after which a line breaks, whichever it was.
_BROKEN = (0x02, 0xFFFE)
_BREAKS = (0x0A, 0x0D)


def read_leaves(file: str) -> Leaves:
    """Return the pages of the PDF *file* with their lines; a page of more than MOST_CHARACTERS is cut there.

    Never raises for anything in the file.
    """
    try:
        with pypdfium2.PdfDocument(file) as document:
            count = len(document)
            if count > MOST_PAGES:
                return Leaves(count, "huge")
            leaves = tuple(_leaf(document[number]) for number in range(count))
    except PdfiumError as error:
        return Leaves(problem="locked" if error.err_code == raw.FPDF_ERR_PASSWORD else "broken")
    return Leaves(count, "" if any(leaf.lines for leaf in leaves) else "scanned", leaves)


def _leaf(page: pypdfium2.PdfPage) -> Leaf:
    text = page.get_textpage()
    leaf = Leaf(page.get_height(), tuple(_lines(text)))
    text.close()
    page.close()
    return leaf


def _lines(text: pypdfium2.PdfTextPage) -> Iterator[Line]:
    """Yield the lines of a page that hold more than space."""
    codes = [raw.FPDFText_GetUnicode(text, place) for place in range(min(text.count_chars(), MOST_CHARACTERS))]
    start = 0
    for place, code in enumerate([*codes, 0x0A]):
        if code in _BREAKS or code in _BROKEN:
            words = _decoded(codes[start:place]).strip()
            if words:
                yield _line(text, words + (SOFT_HYPHEN if code in _BROKEN else ""), start, place)
            start = place + 1


def _decoded(codes: list[int]) -> str:
    """Return the text of PDFium's codes, which may be halves of characters, without its control characters."""
    pairs = b"".join(code.to_bytes(2, "little") if code < 0x10000 else chr(code).encode("utf-16-le") for code in codes)
    return "".join(" " if char.isspace() else char for char in pairs.decode("utf-16-le", "replace") if char >= " " or char == "\t")


def _line(text: pypdfium2.PdfTextPage, words: str, start: int, end: int) -> Line:
    boxes = [box for place in (start, end - 1) if (box := _box(text, place))]
    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(text, start, byref(x), byref(y))
    left = min((box[0] for box in boxes), default=x.value)
    right = max((box[1] for box in boxes), default=x.value)
    height = max((box[3] - box[2] for box in boxes), default=1.0)
    return Line(words, *(round(value, 2) for value in (left, right, y.value, max(height, 1.0))))


def _box(text: pypdfium2.PdfTextPage, place: int) -> tuple[float, float, float, float] | None:
    """Return the left, right, lower and upper edge of a character's place in its font."""
    box = raw.FS_RECTF()
    if not raw.FPDFText_GetLooseCharBox(text, place, byref(box)):
        return None
    return box.left, box.right, box.bottom, box.top


if __name__ == "__main__":
    os.write(1, msgspec.msgpack.encode(read_leaves(sys.argv[1])))
