"""The tests that look for hidden words find them in whatever form a file may hold them."""

from __future__ import annotations

import gzip
import json
import sqlite3
import zlib
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from holding import all_in, holding

NAME = "Aino Hyvönen & Pojat"


@pytest.mark.parametrize(
    "data",
    [
        NAME.encode(), NAME.upper().encode(), escape(NAME).encode(), quote(NAME).encode(), json.dumps(NAME).encode(),
        b"aino-hyvonen-pojat", "Aino\n  Hyvönen &\tPojat".encode(), "Aino Hyvo\u0308nen & Pojat".encode(),
        gzip.compress(NAME.encode(), mtime=0), zlib.compress(NAME.encode()),
        gzip.compress(zlib.compress(b"x" + escape(NAME).encode()), mtime=0),
    ],
)  # fmt: skip
def test_a_string_is_found_in_any_spelling(data: bytes) -> None:
    """As HTML, JSON and addresses write it, in capitals, over lines, in other letters for the same, and packed."""
    assert holding({"a": data, "b": b"Aino Pojat"}, [NAME, "Muu"]) == {"a": [NAME]}


def test_a_string_is_found_in_names() -> None:
    """A file's name is a part of what is on view."""
    names = ["x/aino-hyvonen-pojat.pdf", quote(NAME), "muu"]
    assert list(holding(dict.fromkeys(names, b""), [NAME])) == names[:2]


def test_a_string_is_found_in_a_pdf(shipped_source: Path) -> None:
    """Its words are packed and drawn sign by sign; its properties are read too."""
    data = (shipped_source / "content/minutes/maakuntahallitus/2026-06-01/hakijayhteenveto.pdf").read_bytes()
    assert b"Virkaa haki 14" not in data
    found = holding({"a.pdf": data}, ["Virkaa haki 14 henkilöä", "Lokkirannan maakuntaliitto", "Muu"])
    assert found == {"a.pdf": ["Lokkirannan maakuntaliitto", "Virkaa haki 14 henkilöä"]}


def test_a_string_is_found_in_a_store(tmp_path: Path) -> None:
    """A value that lies over several pages of SQLite's file isn't one run of bytes there."""
    with sqlite3.connect(tmp_path / "store.db") as database:
        database.execute("CREATE TABLE t (a)")
        database.execute("INSERT INTO t VALUES (?)", ["x" * 4086 * 3 + NAME * 500])
    database.close()
    assert holding(all_in(tmp_path), [NAME])["store.db:t"] == [NAME]
