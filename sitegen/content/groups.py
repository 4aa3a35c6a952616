"""Groups of fields: a mapping of known fields becomes a frozen fact.

The front matter of each kind of file is a group, and so is a contact or a vote within it. Knows no kind of file.
"""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct

from sitegen.content.fields import Mistakes, Node, Type, is_empty
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
        seen: dict[str, Node] = {}
        for key, value in node.value:
            if key.value in seen:
                mistakes.add("FM004", key, name=str(key.value), other=str(seen[key.value].start_mark.line + 2))
                continue
            seen[key.value] = key
            field = self.fields.get(key.value) if isinstance(key, yaml.ScalarNode) else None
            if field is None:
                near = nearest(str(key.value), list(self.fields))
                mistakes.add("FM002", key, name=str(key.value), nearest=near)
            elif not is_empty(value):
                read = field.type.read(value, field.name, mistakes)
                if read is not None:
                    values[field.name] = read
        if demand:
            self.demand(node, seen, values, mistakes)
        return values

    def demand(self, node: Node, seen: dict[str, Node], values: dict[str, Any], mistakes: Mistakes) -> None:
        """Note each required field that was not written, or written empty."""
        empty = {key.value for key, value in node.value if is_empty(value)}
        for field in self.fields.values():
            if field.required and (field.name not in seen or field.name in empty):
                mistakes.add("FM005", seen.get(field.name, node), name=field.name)
