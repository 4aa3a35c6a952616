"""Packing: a file's copies for browsers that can unpack them, made once so that no server packs at each request.

Knows which files grow smaller by it. Knows no output by name.
"""

from __future__ import annotations

import gzip

import brotli  # type: ignore[import-untyped]

from sitegen.model.packed import copies_of

TEXTS = (".atom", ".css", ".html", ".ics", ".js", ".json", ".md", ".svg", ".ttf", ".txt", ".vcf", ".xml")
# What fits into one packet anyway gains nothing.
SMALLEST = 200


def copies_due(path: str, size: int) -> tuple[str, ...]:
    """Return the paths of the packed copies that belong beside a file of *size* bytes at *path*."""
    return copies_of(path) if size >= SMALLEST and path.endswith(TEXTS) else ()


def packed(path: str, data: bytes) -> dict[str, bytes]:
    """Return the packed copies of the file at *path* by their paths: Brotli (RFC 7932) and gzip (RFC 1952), without a time.

    The same bytes give the same copies.
    """
    due = copies_due(path, len(data))
    return dict(zip(due, (brotli.compress(data), gzip.compress(data, 9, mtime=0)), strict=True)) if due else {}
