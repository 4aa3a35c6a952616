"""Where in a file a field stands: found when a fault is told, so that no record needs to carry places.

Knows front matter. Knows no kind of file.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from msgspec import structs

from sitegen.content.frontmatter import Unreadable, decode, take_apart
from sitegen.content.read import bytes_of
from sitegen.diagnostics import Diagnostic


def located(root: Path, faults: list[Diagnostic]) -> list[Diagnostic]:
    """Return *faults* in order of their places, those that only name a field with its line and column."""
    placed = (fault if fault.line or not fault.path.endswith(".md") else _placed(root, fault) for fault in faults)
    return sorted(placed, key=lambda one: (one.path, one.line, one.column, one.code, sorted(one.args.items())))


def _placed(root: Path, fault: Diagnostic) -> Diagnostic:
    """Return *fault* at its field, at the nearest field around it, or at the top of the file."""
    try:
        source = take_apart(decode(bytes_of(root, fault.path)))
    except Unreadable:
        return structs.replace(fault, line=1, column=1)
    node = source.node
    for part in fault.field.split(".") if fault.field and node is not None else ():
        inner = _part(node, part)
        if inner is None:
            break
        node = inner
    if node is None or not fault.field:
        return structs.replace(fault, line=1, column=1)
    return structs.replace(fault, line=node.start_mark.line + source.offset, column=node.start_mark.column + 1)


def _part(node: yaml.Node, name: str) -> yaml.Node | None:
    """Return the part of *node* that a field's name, or a number counted from 0, means."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    if isinstance(node, yaml.SequenceNode) and name.isdigit() and int(name) < len(node.value):
        return node.value[int(name)]
    return None
