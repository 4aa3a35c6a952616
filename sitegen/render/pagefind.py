"""Pagefind: what there is to find becomes the files of an index, by Pagefind's program.

Knows its messages and its files. Must not know what a page is. Pagefind makes the same bytes of the same records as long as
these have no filters, whose order in its files is another each time: what pages are chosen by are words too. It can't sort what is in
several indexes: a browser does, by the days of what it found.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import threading
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from msgspec import Struct
from pagefind_bin import get_executable

from sitegen.errors import Unsearchable
from sitegen.render.finnish import words_in

PROGRAM = "pagefind"
ENTRY = "pagefind-entry.json"
ENGINE = ("pagefind.js", "pagefind-worker.js", "wasm.")
FRAGMENT = "fragment/"
DAYS = "days.json"
SIGNATURE = b"pagefind_dcd"
# Pagefind takes any word for found that begins as the one looked for: with this at its end none is the beginning of another.
END = "_"
# More of one word says no more about a page.
OFTEN = 4

_WORD = re.compile(r"[^\W_]+")
_NO_LETTER = re.compile("[^a-z]")


class Record(Struct, frozen=True):
    """A page that can be found, or a part of one: what is shown of it, and by what it is chosen (``kind:news``) and sorted."""

    address: str
    title: str
    text: str
    note: str = ""
    day: str = ""
    chosen: tuple[str, ...] = ()


def index(records: Iterable[Record], lang: str) -> dict[str, bytes]:
    """Return the files that find *records*, whose words are in *lang*; the one that leads to all others is the last."""
    return _made(records, lang, ())


def engine(lang: str) -> dict[str, bytes]:
    """Return the files that a browser finds with, and an index of one record that nobody finds: Pagefind wants one to begin with."""
    return _made([Record("/", "", "")], lang, ENGINE)


def _made(records: Iterable[Record], lang: str, also: tuple[str, ...]) -> dict[str, bytes]:
    by_address = {one.address: one for one in records}
    made = _ask([_request(one, lang) for one in by_address.values()])
    files = {path: data for path, data in made.items() if "/" in path or path.endswith((".pf_meta", ENTRY)) or path.startswith(also)}
    days: dict[str, str] = {}
    for path, data in files.items():
        if path.startswith(FRAGMENT):
            record = by_address[_told(data)["url"]]
            files[path] = _packed(_fragment(record))
            days[path.removeprefix(FRAGMENT).partition(".")[0]] = record.day
    files[DAYS] = json.dumps(dict(sorted(days.items())), separators=(",", ":")).encode()
    return dict(sorted(files.items(), key=lambda pair: (pair[0] == ENTRY, pair[0])))


def records_of(files: Mapping[str, bytes]) -> list[Record]:
    """Return the records that *files*, made by ``index``, find; in order of address."""
    told = (_told(data) for path, data in files.items() if path.startswith(FRAGMENT))
    found = (
        Record(one["url"], one["meta"]["title"], one["content"], one["meta"]["note"], one["meta"]["day"], tuple(one["filters"]["is"]))
        for one in told
    )
    return sorted(found, key=lambda record: record.address)


def _request(record: Record, lang: str) -> dict[str, Any]:
    """Return a record as Pagefind is told of it; Finnish as base forms, which it takes as they are."""
    # What stands on a page of a document isn't found by the document's title: the document itself is.
    title = "" if "#" in record.address else record.title
    text = f"{title} {record.text}"
    if lang == "fi":
        title, text = _base_forms(title), _base_forms(text)
    chosen = " ".join(map(_sign, record.chosen)) or _sign("")
    # Its digest makes the fragment's name another when what is shown changes and no base form does.
    shown = blake2b(_fragment(record), digest_size=6).hexdigest()
    return {
        "type": "AddRecord", "index_id": 0, "url": record.address, "content": f"{text} {chosen}",
        "language": "und" if lang == "fi" else lang, "meta": {"title": title, "shown": shown},
    }  # fmt: skip


def _sign(choice: str) -> str:
    """Return the word by which pages that are chosen by *choice* are found: of letters alone, which Pagefind takes for one word."""
    return _NO_LETTER.sub(lambda found: f"q{chr(97 + ord(found[0]) % 26)}", choice) + f"q{END}"


def _base_forms(text: str) -> str:
    counts = Counter(found for word in _WORD.findall(text.lower()) for found in words_in(word))
    return " ".join(f"{word}{END}" for word, count in counts.items() for _ in range(min(count, OFTEN)))


def _fragment(record: Record) -> bytes:
    """Return what a browser is told of a record that it found."""
    meta = {"title": record.title, "note": record.note, "day": record.day}
    told = {"url": record.address, "content": record.text, "word_count": 0, "filters": {"is": record.chosen}, "meta": meta, "anchors": []}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _told(data: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(gzip.decompress(data).removeprefix(SIGNATURE))
    return told


def _packed(data: bytes) -> bytes:
    return gzip.compress(SIGNATURE + data, 6, mtime=0)


def _ask(requests: list[dict[str, Any]]) -> dict[str, bytes]:
    """Return the files that Pagefind makes of what it is told; raises Unsearchable where it can't."""
    try:
        return _answered(requests)
    except OSError as error:
        raise Unsearchable(Path(error.filename or PROGRAM), error.strerror or "No such file or directory") from None
    except (ValueError, LookupError):
        raise Unsearchable(Path(PROGRAM), "its answer can't be read") from None


def _answered(requests: list[dict[str, Any]]) -> dict[str, bytes]:
    payloads = [{"type": "NewIndex", "config": {}}, *requests, {"type": "GetFiles", "index_id": 0}]
    messages = (json.dumps({"message_id": number, "payload": one}) for number, one in enumerate(payloads))
    asked = b"".join(b64encode(message.encode()) + b"," for message in messages)
    for answer in _converse(asked, len(payloads)):
        if answer["type"] == "Error":
            raise Unsearchable(Path(PROGRAM), str(answer["message"]))
        if answer["type"] == "GetFiles":
            return {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    raise Unsearchable(Path(PROGRAM), "it ended without an answer")


def _converse(asked: bytes, count: int) -> Iterator[dict[str, Any]]:
    """Yield the *count* answers to what is *asked*; Pagefind answers while it is being asked, and only as long as it may be."""
    reading, writing = os.pipe()
    with subprocess.Popen([str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=writing) as pagefind:
        os.close(writing)
        writer = threading.Thread(target=_write, args=(pagefind.stdin, asked))
        writer.start()
        rest = b""
        try:
            while count and (piece := os.read(reading, 1 << 20)):
                *answers, rest = (rest + piece).split(b",") if b"," in piece else [rest + piece]
                count -= len(answers)
                yield from (json.loads(b64decode(answer))["payload"] for answer in answers)
        finally:
            pagefind.kill()
            writer.join()
            os.close(reading)


def _write(stream: IO[bytes] | None, data: bytes) -> None:
    """Write *data*; that nobody reads it any more is seen by who waits for the answers."""
    with suppress(OSError):
        assert stream
        stream.write(data)
        stream.flush()
