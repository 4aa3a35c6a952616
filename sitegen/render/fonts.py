"""The typeface that comes with the program: Source Sans 3, cut down to the languages of the north and renamed as its licence asks.

Reads its files. Must not know what is set in it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "fonts"
# For browsers: text first, letters of other languages and slanted text only where a page has them.
WEB = ("text.woff2", "text-extended.woff2", "text-italic.woff2")


@cache
def font(name: str) -> bytes:
    """Return the bytes of one of the typeface's files."""
    return (FOLDER / name).read_bytes()
