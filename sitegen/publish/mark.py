"""The mark of an output: the next day on which the site should change.

Knows the mark's form. Must not know what day it is, nor who asks.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.diagnostics import N_
from sitegen.errors import NotReadable
from sitegen.publish.output import MARK


class _Mark(Struct, frozen=True):
    """The mark as a build that came to its end writes it."""

    next_change: date | None


def mark_in(folder: str) -> date | None:
    """Return the first day on which the site in *folder* should have changed, None where none will; raises NotReadable."""
    try:
        data = (Path(folder) / MARK).read_bytes()
    except OSError as error:
        raise NotReadable(folder, error.strerror or str(error)) from None
    except ValueError as error:
        raise NotReadable(folder, str(error)) from None
    return mark_of(data, folder)


def mark_of(data: bytes, where: str) -> date | None:
    """Return the day in the mark *data*, which was read at *where*; raises NotReadable where it is no finished one."""
    try:
        return msgspec.json.decode(data, type=_Mark).next_change
    except msgspec.MsgspecError:
        raise NotReadable(where, N_("this is no site that sitegen has finished")) from None
