"""Every text that a file can give: its bytes, what is packed in them, a PDF's words; and every way to write a string.

Knows forms of files and of writing. Must not know what is looked for, nor why.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes

import brotli  # type: ignore[import-untyped]
import pikepdf
import pypdfium2

from sitegen.model.slugs import slug

GZIP, SQLITE, PDF = b"\x1f\x8b", b"SQLite format 3\0", b"%PDF-"
ZLIB = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


def texts_of(name: str, data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file and, where they are packed, what is packed in them; its name is read too."""
    yield name.encode()
    yield unquote_to_bytes(name)
    yield data
    if data.startswith(GZIP):
        yield from texts_of("", gzip.decompress(data))
    elif data.startswith(ZLIB):
        with suppress(zlib.error):
            yield from texts_of("", zlib.decompress(data))
    elif data.startswith(PDF):
        yield words_of_pdf(data).encode()
    elif name.endswith(".br"):
        yield from texts_of("", brotli.decompress(data))
    assert not name.endswith(".zst"), "no test can read this yet"


@lru_cache(256)
def words_of_pdf(data: bytes) -> str:
    """Return the text of a PDF file, words whole, and every string in it: bookmarks, words for pictures, what it says of itself."""
    document = pypdfium2.PdfDocument(data)
    # A hyphen at the end of a line comes out as a character that stands in no text.
    pages = [page.get_textpage().get_text_range().replace("\ufffe", "") for page in document]
    return "\n".join([*pages, *document.get_metadata_dict().values(), *_strings_of_pdf(data)])


def _strings_of_pdf(data: bytes) -> Iterator[str]:
    """Yield every string of a PDF file that isn't on its pages, and its metadata."""
    with pikepdf.open(BytesIO(data)) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Stream) and one.get("/Type") == "/Metadata":
                yield one.read_bytes().decode("utf-8", "replace")
            yield from _strings_in(one)


def _strings_in(one: Any) -> Iterator[str]:
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array):
        for each in one:
            yield from () if getattr(each, "is_indirect", False) else _strings_in(each)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key in [*one]:
            each = one[key]
            yield from () if getattr(each, "is_indirect", False) else _strings_in(each)


def ways_to_write(string: str) -> set[bytes]:
    """Return *string* as it is, as HTML, XML, JSON, addresses and file names write it, in small letters; never a way of few letters."""
    plain = {unicodedata.normalize(form, " ".join(string.split())) for form in ("NFC", "NFD")}
    written = {*plain, *(escape(one) for one in plain), *(quote(one) for one in plain), *(quote(one, safe="") for one in plain)}
    written |= {json.dumps(one)[1:-1] for one in plain} | {slug(string), slug(string).replace("-", "_")}
    return {one.casefold().encode() for one in written if len(one) >= min(len(string), 6)}


def holding(files: dict[str, bytes], strings: Iterable[str]) -> dict[str, list[str]]:
    """Return which of *strings* stand in which of *files*, in whatever form; a file's name counts as a part of it."""
    ways = {string: ways_to_write(string) for string in strings}
    found: dict[str, list[str]] = {}
    for name, data in files.items():
        texts = [folded for text in texts_of(name, data) for folded in _folded(text)]
        held = sorted(string for string, written in ways.items() if any(way in text for way in written for text in texts))
        if held:
            found[name] = held
    return found


def _folded(text: bytes) -> Iterator[bytes]:
    """Yield *text* in small letters, with white space as it is and in runs of one."""
    folded = text.decode("utf-8", "surrogateescape").casefold().encode("utf-8", "surrogateescape")
    yield folded
    yield b" ".join(folded.split())


def all_in(folder: Path) -> dict[str, bytes]:
    """Return every file below *folder* by its path from there, journals and locks too; what SQLite packs is unpacked beside it."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    for name in [name for name, data in files.items() if data.startswith(SQLITE)]:
        files |= {f"{name}:{table}": rows for table, rows in _rows(folder / name)}
    return files


def _rows(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each table of a database with all of its values on end; a value may lie over several of the file's pages."""
    database = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        values = (value for row in database.execute(f"SELECT * FROM {table}") for value in row)  # noqa: S608
        yield table, b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)
    database.close()
