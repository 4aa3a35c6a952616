"""Reading all of a site's content, remembering what was read before.

Knows which files there are and which original a translation needs. Knows nothing of what the facts mean together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.content.places import place_of
from sitegen.content.read import digest, read_file
from sitegen.diagnostics import Diagnostic
from sitegen.model.facts import AnyFacts
from sitegen.model.record import Reading, Record
from sitegen.work import in_order

CHUNK = 50

_encode = encode_record = msgspec.msgpack.Encoder().encode
_decode_readings = msgspec.msgpack.Decoder(list[Reading]).decode
_decode_record = msgspec.msgpack.Decoder(Record).decode


class Content(Struct, frozen=True):
    """All that was read: records in order of path, faults, and the keys under which records are remembered.

    ``known`` are the keys of records that were remembered already.
    """

    records: list[Record]
    faults: list[Diagnostic]
    keys: dict[str, str]
    known: frozenset[str]


def read_content(
    root: Path, default_lang: str, program: str, remembered: Callable[[], dict[str, bytes]], executor: Executor | None
) -> Content:
    """Read every file in *root*/content, those whose record isn't *remembered* anew, in *executor*'s processes."""
    markdown = scan(root)
    originals, translations = _parted(markdown)
    digests = {path: digest((root / path).read_bytes()) for path in markdown}
    known = remembered()
    keys = {path: f"{program}:{default_lang}:{path}:{digests[path]}" for path in originals}
    readings = _read(root, default_lang, keys, known, executor, {})
    facts = {path: reading.record.facts for path, reading in readings.items() if reading.record}
    orphans = [path for path in translations if _original(path) not in digests]
    keys |= {
        path: f"{program}:{default_lang}:{path}:{digests[path]}:{digests[_original(path)]}"
        for path in translations
        if _original(path) in digests
    }
    readings |= _read(root, default_lang, {p: keys[p] for p in translations if p in keys}, known, executor, facts)
    faults = [Diagnostic(path, 1, 1, "AD006", {"original": _original(path)}) for path in orphans]
    faults += [fault for reading in readings.values() for fault in reading.faults]
    records = [readings[path].record for path in sorted(readings)]
    good = {path: keys[path] for path, reading in readings.items() if reading.record and not reading.faults}
    return Content([record for record in records if record], faults, good, frozenset(known))


def scan(root: Path) -> list[str]:
    """Return the paths below *root*/content of all Markdown files, sorted.

    What begins with a dot is passed over: no editor's or system's file is content. Folders that are links are not entered.
    """
    markdown: list[str] = []
    folders = ["content"]
    while folders:
        folder = folders.pop()
        if not (root / folder).is_dir():
            continue
        with os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif entry.name.endswith(".md"):
                    markdown.append(path)
    return sorted(markdown)


def _original(path: str) -> str:
    place = place_of(path)
    return place.original if place else ""


def _parted(paths: list[str]) -> tuple[list[str], list[str]]:
    """Return the originals and the translations among *paths*."""
    translations = [path for path in paths if path.count(".") > 1 and _original(path)]
    return sorted(set(paths) - set(translations)), translations


def _read(
    root: Path, lang: str, keys: dict[str, str], known: dict[str, bytes], executor: Executor | None, originals: dict[str, AnyFacts]
) -> dict[str, Reading]:
    """Return the reading of each path in *keys*, from memory where its key is *known*."""
    readings = {path: Reading(_decode_record(known[key])) for path, key in keys.items() if key in known}
    unread = [(path, originals.get(_original(path)) if originals else None) for path in keys if path not in readings]
    if executor is None or len(unread) <= CHUNK:
        readings |= {path: read_file(root, path, lang, original) for path, original in unread}
        return readings
    chunks = list(_chunks(unread))
    for chunk, answer in zip(chunks, in_order(executor, _read_chunk, ((root, lang, chunk) for chunk in chunks)), strict=True):
        readings |= dict(zip((path for path, _ in chunk), _decode_readings(answer), strict=True))
    return readings


def _chunks(unread: list[tuple[str, AnyFacts | None]]) -> Iterator[list[tuple[str, AnyFacts | None]]]:
    rest = iter(unread)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _read_chunk(work: tuple[Path, str, list[tuple[str, AnyFacts | None]]]) -> bytes:
    """Read some files in a worker; the readings come back encoded, which costs less than pickling them."""
    root, lang, chunk = work
    return _encode([read_file(root, path, lang, original) for path, original in chunk])
