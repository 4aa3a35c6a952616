"""Writing the publication log: lines are added at its end, and no run leaves half a line.

Knows the file. Must not know what a line says.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sitegen.errors import PublishError
from sitegen.model.publication import LOG, Line, written


def append_to_log(root: Path, lines: Sequence[Line]) -> None:
    """Add *lines*, which follow its last one, to the log in the site's folder *root*; raises PublishError.

    The whole log is written beside its place and renamed into it: it has all of *lines* or none.
    """
    if not lines:
        return
    place, beside = root / LOG, root / f".{LOG}"
    try:
        standing = place.read_bytes() if place.exists() else b""
        with beside.open("wb") as file:
            file.write(standing + b"".join(written(line) + b"\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise PublishError(place, error.strerror or str(error)) from error
