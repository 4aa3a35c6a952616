"""The publication log: what was on view from when to when, in lines that are each bound to the one before.

Knows what a line says and how it is sealed. Knows no file, no clock, and not how content is boiled down to a digest.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Literal

import msgspec
from msgspec import Struct, structs

LOG = "publications.jsonl"
FORM: Literal[1] = 1
NOTHING_BEFORE = "0" * 64

_SEAL = b',"digest":"'
_encode = msgspec.json.Encoder().encode

What = Literal["on-view", "changed", "off-view"]


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line (julkaisulokin rivi): what was seen of an item, in one language, on the day of a run.

    ``form`` numbers the form of the legal content that ``content`` is the SHA-256 of, ``item`` is what feeds know the item
    by, ``published`` the day on view that the content states. ``previous`` is the ``digest`` of the line before, which is
    the SHA-256 of all that stands in the line before it: by the last one all lines can be told to be as they were written.
    """

    form: Literal[1]
    day: date
    event: What
    item: str
    lang: str
    address: str
    published: date | None = None
    content: str
    reason: str = ""
    previous: str
    digest: str = ""


class Log(Struct, frozen=True):
    """All lines of a log, oldest first; none where there is no log, or one that can't be trusted."""

    lines: tuple[Line, ...] = ()


NO_LOG = Log()


def seal(line: Line, previous: str) -> Line:
    """Return *line* bound to the line whose digest is *previous*, with the digest of what it says itself."""
    bound = structs.replace(line, previous=previous, digest="")
    return structs.replace(bound, digest=sha256(_said(bound)).hexdigest())


def written(line: Line) -> bytes:
    """Return a line that is sealed as it stands in the log, without its end."""
    return _encode(line)


def is_sealed(written: bytes) -> bool:
    """Tell whether no byte of a line, *written* without its end, has changed since it was sealed."""
    said, _, rest = written.rpartition(_SEAL)
    return rest == sha256(said).hexdigest().encode() + b'"}'


def _said(line: Line) -> bytes:
    """Return what a line without a digest says: all that stands before the digest once it is there."""
    return _encode(line).removesuffix(b"}")
