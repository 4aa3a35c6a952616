"""Files that content refers to: pictures, attachments, documents' files.

Knows which file a reference means and that it must stand in the site's folder. Knows nothing of what is made of it.
"""

from __future__ import annotations

from hashlib import blake2b, file_digest
from pathlib import Path

from sitegen.diagnostics import Diagnostic
from sitegen.model.asset import Asset
from sitegen.model.body import NO_OUTLINE, Outline
from sitegen.model.record import Record
from sitegen.model.references import Reference, fault_at, path_of, references


class Outside(Exception):
    """A reference that leaves the site's folder, by its path or by a link."""


def find_asset(root: Path, source: str, reference: str) -> Asset | None:
    """Return the file that *reference* in the file *source* means, or None where there is none.

    A reference is relative to the file that it stands in. Raises Outside where it leaves the site's folder.
    """
    path = path_of(source, reference)
    if path.startswith(("../", "/")) or path == "..":
        raise Outside
    full = root / path
    try:
        if not full.resolve().is_relative_to(root.resolve()):
            raise Outside
        return look_at(root, path) if full.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def bytes_at(root: Path, path: str) -> bytes:
    """Return the bytes of the file at *path* below *root*."""
    return (root / path).read_bytes()


def look_at(root: Path, path: str) -> Asset:
    """Return the size and digest of the file at *path* below *root*; its bytes pass through memory a piece at a time."""
    found = blake2b(digest_size=16)
    size = 0
    with (root / path).open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
            size += len(piece)
    return Asset(path, size, found.hexdigest())


def sha256_at(root: Path, path: str) -> str:
    """Return the SHA-256 of the file at *path* below *root*, in hexadecimal digits."""
    with (root / path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def collect_assets(
    root: Path, records: list[Record], outlines: dict[str, Outline]
) -> tuple[dict[str, Asset], list[Diagnostic]]:
    """Return every file that *records* and their texts refer to and those of static/, by path, and what is wrong.

    *outlines* are those of the records' whole texts, by path.
    """
    assets: dict[str, Asset] = {}
    faults: list[Diagnostic] = []
    for path in _static(root):
        try:
            assets[path] = look_at(root, path)
        except OSError as error:
            faults.append(Diagnostic(path, 1, 1, "FI008", {"problem": error.strerror or type(error).__name__}))
    for record in records:
        for reference in references(record.facts, outlines.get(record.path, NO_OUTLINE)):
            try:
                asset = find_asset(root, record.path, reference.file)
            except Outside:
                faults.append(_missing(record, reference, "FI004"))
                continue
            if asset is None:
                faults.append(_missing(record, reference, "FI003"))
            else:
                assets[asset.path] = asset
    return assets, faults


def _missing(record: Record, reference: Reference, code: str) -> Diagnostic:
    """Return the fault of a reference; the name of a file may be as personal as what it holds."""
    return fault_at(record, reference, code, {"file": "…" if record.marked else reference.file})


def _static(root: Path) -> list[str]:
    """Return the paths of all files in static/; a link that leaves the site's folder is passed over by the walk."""
    folder = root / "static"
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path.relative_to(root).as_posix() for path in found)
