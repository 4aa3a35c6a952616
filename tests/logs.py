"""Publication logs for tests: lines that were sealed as ``sitegen log`` seals them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import structs

from sitegen.model.publication import FORM, LOG, NOTHING_BEFORE, Line, seal, written

BLANK = Line(
    form=FORM, day=date(2026, 3, 9), event="on-view", item="item/kunnanhallitus/2026-03-02/5", lang="fi",
    address="/kokoukset/kunnanhallitus/2026-03-02/5/", published=date(2026, 3, 9), content="a" * 64, previous="",
)  # fmt: skip


def chain(*changes: dict[str, Any]) -> list[Line]:
    """Return lines that follow each other; each is BLANK with *changes*, its day given as text."""
    lines: list[Line] = []
    for change in changes:
        given = {name: date.fromisoformat(value) if name in ("day", "published") else value for name, value in change.items()}
        lines.append(seal(structs.replace(BLANK, **given), lines[-1].digest if lines else NOTHING_BEFORE))
    return lines


def as_bytes(lines: Sequence[Line]) -> bytes:
    """Return *lines* as the log holds them."""
    return b"".join(written(line) + b"\n" for line in lines)


def write_log(source: Path, *changes: dict[str, Any]) -> list[Line]:
    """Write a log of such lines into the site's folder *source*, and return them."""
    lines = chain(*changes)
    (source / LOG).write_bytes(as_bytes(lines))
    return lines
