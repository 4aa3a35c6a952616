"""A file of the site's folder that is published as it is.

Knows its path, size and digest. Knows nothing of who refers to it.
"""

from __future__ import annotations

from msgspec import Struct

from sitegen.model.picture import Picture


class Asset(Struct, frozen=True):
    """A file: its path from the site's folder, its size in bytes and its digest; ``name`` where it's published under another.

    ``picture`` is what is known of it where something shows it as one.
    """

    path: str
    size: int
    digest: str
    name: str = ""
    picture: Picture | None = None
