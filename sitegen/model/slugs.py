"""Slugs: what words become in an address.

Knows letters. Knows nothing of where addresses lead.
"""

from __future__ import annotations

from functools import lru_cache

from slugify import slugify

# Disks take names of 255 bytes; a slug also names feeds and files with endings of their own.
LONGEST = 200


def may_name(part: str) -> bool:
    """Tell whether a file or folder may have the name *part*, a slug or a part of an address."""
    return 0 < len(part.encode()) <= LONGEST and not part.startswith(".")


@lru_cache(maxsize=65536)
def slug(words: str) -> str:
    """Return *words* in lower case, folded to ASCII, any other run of characters as one hyphen; maybe empty."""
    return str(slugify(words))
