"""Groups of fields: a mapping of known fields becomes a frozen fact.

The front matter of each kind of file is a group, and so is a contact or a vote within it. Knows no kind of file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import yaml
from msgspec import Struct

from sitegen.content.fields import Mistakes, Node, Type, is_empty, written
from sitegen.diagnostics import N_
from sitegen.model.nearest import nearest


class Field(Struct, frozen=True):
    """A field: its name, its type, what it is for (an English message id).

    ``words`` marks what a translation may say in its own language; ``attribute`` is the fact's name for it where
    it differs from the field's. A ``hidden`` field is read for the file itself and is no part of the facts.
    """

    name: str
    type: Any
    doc: str
    required: bool = False
    words: bool = False
    attribute: str = ""
    hidden: bool = False


class Group(Type):
    """A mapping of known fields to values."""

    expected = N_("fields with values")

    def __init__(self, fact: type[Struct], *fields: Field) -> None:
        self.fact = fact
        self.fields = {field.name: field for field in fields}
        self.example = "{" + ", ".join(f"{f.name}: {f.type.example or '…'}" for f in fields[:2]) + "}"

    def read(self, node: Node, name: str, mistakes: Mistakes) -> Any:
        """Return the fact, or None where a required field is missing or the node is no mapping."""
        values = self.values(node, name, mistakes)
        if values is None or any(f.required and f.name not in values for f in self.fields.values()):
            return None
        return self.fact(**self.named(values))

    def named(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return *values* by the names that the fact has for them."""
        fields = self.fields
        return {fields[name].attribute or name: value for name, value in values.items() if not fields[name].hidden}

    def values(self, node: Node, name: str, mistakes: Mistakes, demand: bool = True) -> dict[str, Any] | None:
        """Return what stands at *node* by field name; what is wrong is left out and noted.

        With *demand* a required field that is missing is a mistake.
        """
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, name, mistakes)
            return None
        values: dict[str, Any] = {}
        found = dict(self.entries(node, mistakes))
        for field, value in found.items():
            read = self.fields[field].type.read(value, field, mistakes)
            if read is not None:
                values[field] = read
        for one in self.fields.values() if demand else ():
            if one.required and one.name not in found:
                mistakes.add("FM005", _key(node, one.name), name=one.name)
        return values

    def entries(self, node: yaml.MappingNode, mistakes: Mistakes) -> Iterator[tuple[str, Node]]:
        """Yield each known field that is written at *node*, by name, with its value; note the unknown and the repeated."""
        seen: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else written(key)
            if name in seen:
                mistakes.add("FM004", key, name=name, other=str(mistakes.place(seen[name])[0]))
                continue
            seen[name] = key
            if name not in self.fields or not isinstance(key, yaml.ScalarNode):
                mistakes.add("FM002", key, name=name, nearest=nearest(name, list(self.fields)))
            elif not is_empty(value):
                yield name, value


def _key(node: yaml.MappingNode, name: str) -> Node:
    """Return the key of the field *name* where it is written, else the whole node."""
    return next((key for key, _ in node.value if key.value == name), node)


def field_names(groups: Iterable[Group]) -> frozenset[str]:
    """Return the names of all fields of *groups* and of those within them."""
    names: set[str] = set()
    for group in groups:
        names |= group.fields.keys()
        inner = (getattr(kind, "of", kind) for kind in (field.type for field in group.fields.values()))
        names |= field_names(one for kind in inner if isinstance(one := getattr(kind, "group", kind), Group))
    return frozenset(names)
