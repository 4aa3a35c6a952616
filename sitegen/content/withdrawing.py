"""Writing into a file's front matter that it was withdrawn, with every other byte as it was.

Knows front matter, its line ends and how YAML writes a text. Touches no disk and asks no day.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import yaml
from msgspec import Struct

from sitegen.content.frontmatter import CONTROL, Source, Unreadable, decode, split, take_apart
from sitegen.diagnostics import N_
from sitegen.law.traces import identity_codes
from sitegen.model.spans import find_spans, stray_marks

FIELD = "withdrawn"
# The shape alone: what looks like a personal identity code isn't published, even with a slip in it.
_IDENTITY_CODE = re.compile(r"(?<!\d)\d{6}[-+A-FU-Ya-fu-y]\d{3}[0-9A-Za-z](?![0-9A-Za-z])")
_NOT_TEXT = re.compile("[\ud800-\udfff]")
_BOM = "\ufeff"


class _Edit(Struct):
    """What takes the place of a part of a decoded file."""

    start: int
    end: int
    text: str


def unfit(reason: str) -> str:
    """Return why *reason* can't be shown to the public: ``empty``, ``unreadable``, ``personal``; empty where it can."""
    if not reason.strip():
        return "empty"
    if CONTROL.search(reason) or _NOT_TEXT.search(reason):
        return "unreadable"
    if _IDENTITY_CODE.search(reason) or identity_codes(reason) or find_spans(reason) or stray_marks(reason):
        return "personal"
    return ""


def with_withdrawal(raw: bytes, day: date, reason: str) -> bytes:
    """Return a file, as its bytes, that says it was withdrawn on *day*; what it said of that before is replaced.

    Raises Unreadable where its front matter can't be taken apart, or a field can't be added to it.
    """
    text = decode(raw)
    source = take_apart(text)
    field = f"{FIELD}: {{date: {day}, reason: {json.dumps(' '.join(reason.split()), ensure_ascii=False)}}}"
    edited = _applied(raw.decode(), _edit(text, source, field))
    if not _differs_in_field_alone(source, edited):
        raise Unreadable("FM008", source.offset, 1, problem=N_("no field can be added to it"))
    return edited.encode()


def _edit(text: str, source: Source, field: str) -> _Edit:
    """Return the edit that writes *field* into a decoded file."""
    first, last, _ = split(text)
    # YAML's marks count from the end of the opening fence's own characters.
    base = first - 1
    node = source.node
    if node is None:
        return _Edit(last, last, f"{field}\n")
    if not isinstance(node, yaml.MappingNode):
        raise Unreadable("FM003", source.offset, 1)
    for key, value in node.value:
        if key.value == FIELD:
            start, end = base + key.start_mark.index, base + _end(value)
            return _Edit(start, start + len(text[start:end].rstrip()), field)
    if node.flow_style:
        end = base + node.end_mark.index - 1
        comma = "" if text[:end].rstrip().endswith(("{", ",")) else ", "
        return _Edit(end, end, comma + field)
    return _Edit(last, last, f"{' ' * node.start_mark.column}{field}\n")


def _end(node: Any) -> int:
    """Return where a node's own text ends: YAML counts what comes after a block to the block."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    index: int = node.end_mark.index
    return index


def _applied(raw: str, edit: _Edit) -> str:
    """Return the text of a file, line ends and all, with *edit*, whose places count each line end as one character."""
    start = _place(raw, edit.start)
    end = _place(raw, edit.end)
    newline = re.search(r"\r\n|\r|\n", raw)
    return raw[:start] + edit.text.replace("\n", newline[0] if newline else "\n") + raw[end:]


def _place(raw: str, offset: int) -> int:
    at = len(_BOM) if raw.startswith(_BOM) else 0
    for _ in range(offset):
        at += 2 if raw.startswith("\r\n", at) else 1
    return at


def _differs_in_field_alone(before: Source, edited: str) -> bool:
    """Tell whether a file, as edited, says all that it said before and has the field once."""
    try:
        after = take_apart(decode(edited.encode()))
        return after.text == before.text and _others(after.node) == _others(before.node) and _count(after.node) == 1
    except (Unreadable, yaml.YAMLError):
        return False


def _others(node: Any) -> list[tuple[str, str]]:
    """Return all fields but this one, with what is written for each."""
    pairs = node.value if node is not None else []
    return [(key.value, yaml.serialize(value)) for key, value in pairs if key.value != FIELD]


def _count(node: Any) -> int:
    return sum(key.value == FIELD for key, _ in node.value)
