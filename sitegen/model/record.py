"""A record: one file of content, read and checked, without its text.

Knows what is remembered of a file from one build to the next. Knows nothing of how it is read or stored.
"""

from __future__ import annotations

from msgspec import Struct

from sitegen.diagnostics import Diagnostic
from sitegen.model.facts import AnyFacts


class Record(Struct, frozen=True):
    """One file's facts, and where its text is.

    ``path`` is relative to the site's folder, with ``/``. ``text`` is the digest of its Markdown (empty where there is
    none), which begins on line ``line``. ``marked``: it holds personal or secret words, or may for all that its faults tell, so
    it's read anew at each build and never stored. ``original`` is the path of the file that this one translates.
    """

    path: str
    lang: str
    facts: AnyFacts
    text: str = ""
    line: int = 0
    marked: bool = False
    original: str = ""


class Reading(Struct, frozen=True):
    """What came of reading one file: its record, unless a fault is so grave that there is none, and its faults."""

    record: Record | None
    faults: tuple[Diagnostic, ...] = ()
