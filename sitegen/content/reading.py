"""Reading all of a site's content, remembering what was read before.

Knows which files there are and which original a translation needs. Knows nothing of what the facts mean together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from sitegen.config import Config
from sitegen.content.frontmatter import Unreadable
from sitegen.content.places import place_of
from sitegen.content.read import Manner, bytes_of, digest, read_file
from sitegen.content.readable import scan
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

    ``known`` are the keys of records that were remembered already, ``unread`` the files of which there is no record.
    """

    records: list[Record]
    faults: list[Diagnostic]
    keys: dict[str, str]
    known: frozenset[str]
    unread: tuple[str, ...]


def read_content(
    root: Path, config: Config, program: str, remembered: Callable[[], dict[str, bytes]], executor: Executor | None,
    digests: Mapping[str, str] | None = None,
) -> Content:
    """Read every file in *root*/content, those whose record isn't *remembered* anew, in *executor*'s processes.

    *digests* are of files that were read already, by path: where the record of one is remembered, the file isn't read again.
    A file in a language that the site doesn't have is a fault and not among the records.
    """
    markdown, faults = scan(root)
    known = remembered()
    digests = dict(_digests(root, markdown, _of_known(digests or {}, known), faults))
    originals, translations = _parted(list(digests))
    base = f"{program}:{config.language}"
    keys = {path: f"{base}:{path}:{digests[path]}" for path in originals}
    manner = Manner(config.language, config.private)
    readings = _read(root, manner, keys, known, executor, {})
    facts = {path: reading.record.facts for path, reading in readings.items() if reading.record}
    for path in translations:
        if _original(path) in keys:
            keys[path] = f"{base}:{path}:{digests[path]}:{digests[_original(path)]}"
        elif _original(path) not in markdown or _original(path) in digests:
            faults.append(Diagnostic(path, 1, 1, "AD006", {"original": _original(path)}))
    readings |= _read(root, manner, {path: keys[path] for path in translations if path in keys}, known, executor, facts)
    faults += [fault for reading in readings.values() for fault in reading.faults]
    records = [_marked_as_original(record, readings) for path in sorted(readings) if (record := readings[path].record)]
    faults += [_foreign(record, config.languages) for record in records if record.lang not in config.languages]
    records = [record for record in records if record.lang in config.languages]
    good = {record.path: keys[record.path] for record in records if not readings[record.path].faults}
    faulty = {fault.path for fault in faults if fault.path.startswith("content/")}
    unread = tuple(sorted(faulty - {record.path for record in records}))
    return Content(records, faults, good, frozenset(known), unread)


def _marked_as_original(record: Record, readings: dict[str, Reading]) -> Record:
    """Return *record*, marked where it translates a file with faults that may hide more than could be read of it."""
    original = readings.get(record.original)
    hides = original is not None and original.faults and (original.record is None or original.record.marked)
    return structs.replace(record, marked=True) if hides else record


def _of_known(digests: Mapping[str, str], known: Mapping[str, bytes]) -> dict[str, str]:
    """Return those of *digests* that a *known* record was made of; any other file will be read, and may be another by then."""
    remembered = {part for key in known for part in key.rsplit(":", 2)[1:]}
    return {path: one for path, one in digests.items() if one in remembered}


def _digests(root: Path, paths: list[str], told: dict[str, str], faults: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    """Yield each path with the digest of its file, *told* or taken now; note those that can't be read."""
    for path in paths:
        try:
            yield path, told.get(path) or digest(bytes_of(root, path))
        except Unreadable as fault:
            faults.append(Diagnostic(path, fault.line, fault.column, fault.code, fault.args_))


def _foreign(record: Record, languages: tuple[str, ...]) -> Diagnostic:
    """Return the fault of a file whose language isn't the site's."""
    return Diagnostic(record.path, code="AD009", args={"lang": record.lang, "languages": ", ".join(languages)}, field="lang")


def _original(path: str) -> str:
    place = place_of(path)
    return place.original if place else ""


def _parted(paths: list[str]) -> tuple[list[str], list[str]]:
    """Return the originals and the translations among *paths*."""
    translations = [path for path in paths if path.count(".") > 1 and _original(path)]
    return sorted(set(paths) - set(translations)), translations


def _read(
    root: Path, manner: Manner, keys: dict[str, str], known: dict[str, bytes], executor: Executor | None, originals: dict[str, AnyFacts]
) -> dict[str, Reading]:
    """Return the reading of each path in *keys*, from memory where its key is *known*."""
    readings = {path: Reading(_decode_record(known[key])) for path, key in keys.items() if key in known}
    unread = [(path, originals.get(_original(path)) if originals else None) for path in keys if path not in readings]
    if executor is None or len(unread) <= CHUNK:
        readings |= {path: read_file(root, path, manner, original) for path, original in unread}
        return readings
    chunks = list(_chunks(unread))
    for chunk, answer in zip(chunks, in_order(executor, _read_chunk, ((root, manner, chunk) for chunk in chunks)), strict=True):
        readings |= dict(zip((path for path, _ in chunk), _decode_readings(answer), strict=True))
    return readings


def _chunks(unread: list[tuple[str, AnyFacts | None]]) -> Iterator[list[tuple[str, AnyFacts | None]]]:
    rest = iter(unread)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _read_chunk(work: tuple[Path, Manner, list[tuple[str, AnyFacts | None]]]) -> bytes:
    """Read some files in a worker; the readings come back encoded, which costs less than pickling them."""
    root, manner, chunk = work
    return _encode([read_file(root, path, manner, original) for path, original in chunk])
