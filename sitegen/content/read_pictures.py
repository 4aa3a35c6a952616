"""Pictures: whether each can be shown, and how large it is.

Knows which files browsers show as pictures, and how they are decoded. Knows nothing of the copies that are made of them.
"""

from __future__ import annotations

import posixpath
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from io import BytesIO
from pathlib import Path

import msgspec
from msgspec import Struct, structs
from PIL import Image, ImageOps, UnidentifiedImageError

from sitegen.content.assets import bytes_at
from sitegen.diagnostics import N_, Diagnostic
from sitegen.model.asset import Asset
from sitegen.model.body import NO_OUTLINE, Outline
from sitegen.model.picture import Picture
from sitegen.model.record import Record
from sitegen.model.references import Reference, fault_at, path_of, references
from sitegen.work import in_order

# What a file's name ends in, and the format that is written at its address.
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF", ".gif": "GIF"}
VECTORS = (".svg",)
NO_PICTURE = N_("it is none of JPEG, PNG, WebP, AVIF and GIF")
DAMAGED = N_("it is damaged, or its end is missing")
# A picture of more colours is no drawing.
FEW_COLOURS = 4096
CHUNK = 8

_encode = msgspec.msgpack.Encoder().encode


class Look(Struct, frozen=True):
    """What came of looking at a picture: the picture, unless it can't be shown, and the code and arguments of its fault."""

    picture: Picture | None = None
    code: str = ""
    args: dict[str, str] = {}


_decode_look = msgspec.msgpack.Decoder(Look).decode


class Looked(Struct, frozen=True):
    """All files with what is known of those that are pictures, their faults, and what is to be remembered, by key."""

    assets: dict[str, Asset]
    faults: list[Diagnostic]
    looks: dict[str, bytes]


def look_at_pictures(
    root: Path, records: list[Record], outlines: dict[str, Outline], assets: dict[str, Asset],
    program: str, remembered: Callable[[], dict[str, bytes]], executor: Executor | None,
) -> Looked:
    """Look at every file among *assets* that *records* and their texts show as a picture, unless what it is is *remembered*.

    A picture is decoded whole, so that none fails when copies are made of it (IM001, IM002); of one that moves only
    the beginning is shown (IM003).
    """
    shown = list(_shown(records, outlines, assets))
    keys = {path: f"{program}:{_ending(path)}:{assets[path].digest}" for path in {path for _, _, path in shown}}
    known = remembered() if keys else {}
    missing = sorted({key: path for path, key in keys.items() if key not in known}.items())
    looks = {key: known[key] for key in keys.values() if key in known} | dict(_look_at(root, missing, executor))
    found = {path: _decode_look(looks[key]) for path, key in keys.items()}
    pictures = {path: structs.replace(assets[path], picture=look.picture) for path, look in found.items() if look.picture}
    faults = [_fault(record, reference, found[path]) for record, reference, path in shown if found[path].code]
    return Looked(assets | pictures, faults, looks)


def decoded(data: bytes) -> Image.Image:
    """Return the picture in *data*, decoded and upright; raises what Pillow raises where it can't be."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.filterwarnings("ignore", category=UserWarning)
        image = Image.open(BytesIO(data), formats=tuple(dict.fromkeys(FORMATS.values())))
        image.load()
        return ImageOps.exif_transpose(image)


def _shown(
    records: list[Record], outlines: dict[str, Outline], assets: dict[str, Asset]
) -> Iterator[tuple[Record, Reference, str]]:
    """Yield each reference that shows a file as a picture of pixels, with its record and the file's path."""
    for record in records:
        for reference in references(record.facts, outlines.get(record.path, NO_OUTLINE)):
            path = path_of(record.path, reference.file) if reference.image else ""
            if path in assets and _ending(path) not in VECTORS:
                yield record, reference, path


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].lower()


def _look_at(root: Path, missing: list[tuple[str, str]], executor: Executor | None) -> Iterator[tuple[str, bytes]]:
    """Yield the look at each of the *missing* by its key, in the executor's processes where they are many."""
    chunks = [(root, missing[at : at + CHUNK]) for at in range(0, len(missing), CHUNK)]
    done = map(_look_chunk, chunks) if executor is None or len(chunks) < 2 else in_order(executor, _look_chunk, chunks)
    for looks in done:
        yield from looks


def _look_chunk(work: tuple[Path, list[tuple[str, str]]]) -> list[tuple[str, bytes]]:
    root, chunk = work
    return [(key, _encode(_look(_ending(path), bytes_at(root, path)))) for key, path in chunk]


def _look(ending: str, data: bytes) -> Look:
    """Return what a file is, whatever its bytes are; no word of a decoder's is told, for it may name an address in memory."""
    if ending not in FORMATS:
        return Look(code="IM001", args={"problem": NO_PICTURE})
    try:
        image = decoded(data)
        moves = _moves(data)
        colours = image.convert("RGB").getcolors(FEW_COLOURS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        return Look(code="IM002", args={"most": str((Image.MAX_IMAGE_PIXELS or 0) // 1_000_000)})
    except UnidentifiedImageError:
        return Look(code="IM001", args={"problem": NO_PICTURE})
    except Exception:
        # Decoders raise nearly anything at bytes that nobody meant to be a picture.
        return Look(code="IM001", args={"problem": DAMAGED})
    picture = Picture(image.width, image.height, drawing=colours is not None)
    return Look(picture, "IM003" if moves else "")


def _moves(data: bytes) -> bool:
    """Tell whether a picture has more than one frame."""
    with Image.open(BytesIO(data), formats=tuple(dict.fromkeys(FORMATS.values()))) as image:
        return bool(getattr(image, "is_animated", False))


def _fault(record: Record, reference: Reference, look: Look) -> Diagnostic:
    """Return the fault of a picture at the reference to it; the name of a file may be as personal as what it shows."""
    args = {"file": "…" if record.marked else reference.file, **look.args}
    return fault_at(record, reference, look.code, args)
