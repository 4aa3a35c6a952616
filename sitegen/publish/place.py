"""Where an output may lie.

Knows which of a site's folders are its source. Must not know what an output folder holds.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from sitegen.errors import Unsafe

PREVIEW = ".sitegen/preview"
_SOURCES = ("content", "templates", "static", ".sitegen")


def refuse_unsafe(source: Path, output: Path) -> None:
    """Raise Unsafe if *output* is or contains *source* or lies in what the site is made from.

    Links are followed, and capitals count as small letters, as they do on many disks.
    """
    root, place = _real(source), _real(output)
    if root.is_relative_to(place):
        raise Unsafe(output, f"the output may not be or contain the source {source}")
    if place == _real(source / PREVIEW):
        return
    for name in _SOURCES:
        folder = _real(source / name)
        if place.is_relative_to(folder) or folder.is_relative_to(place):
            raise Unsafe(output, f"the output may not lie over {source / name}")


def _real(path: Path) -> Path:
    return Path(unicodedata.normalize("NFC", str(path.resolve())).lower())
