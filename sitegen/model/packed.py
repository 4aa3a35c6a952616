"""Packed copies: what stands beside a file for browsers that can unpack it, ``x.html.br`` and ``x.html.gz`` beside ``x.html``.

Knows their names. Must not know how they are made.
"""

from __future__ import annotations

ENDINGS = (".br", ".gz")


def copies_of(path: str) -> tuple[str, ...]:
    """Return the paths of the packed copies that the file at *path* may have."""
    return tuple(path + ending for ending in ENDINGS)


def copied(path: str) -> str:
    """Return the path of the file of which *path* is a packed copy by its name; empty where it isn't."""
    return path[:-3] if path.endswith(ENDINGS) else ""
