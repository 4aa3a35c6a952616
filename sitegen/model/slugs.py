"""Slugs: what words become in an address.

Knows letters. Knows nothing of where addresses lead.
"""

from __future__ import annotations

from functools import lru_cache

from slugify import slugify


@lru_cache(maxsize=65536)
def slug(words: str) -> str:
    """Return *words* in lower case, folded to ASCII, any other run of characters as one hyphen; maybe empty."""
    return str(slugify(words))
