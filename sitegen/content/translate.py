"""Translations: the facts of the original in another language's words.

Knows which fields are words. A translation inherits every other fact, and one that differs is a mistake (AD007).
"""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct, structs

from sitegen.content.fields import Many, Mistakes, Node, Person, Type, is_empty
from sitegen.content.groups import Field, Group
from sitegen.model.parts import Contact
from sitegen.model.slugs import slug


class Original(Struct, frozen=True):
    """The file that is translated: its path, for messages, and its facts."""

    path: str
    facts: Any


def translated(group: Group, original: Original, node: yaml.MappingNode, mistakes: Mistakes) -> Any:
    """Return the original's facts in the words at *node*; its aliases and allowances are the translation's own."""
    changes: dict[str, Any] = {"aliases": (), "allow": ()}
    changes |= _changes(group, original, node, mistakes)
    return structs.replace(original.facts, **changes)


def _changes(group: Group, original: Original, node: yaml.MappingNode, mistakes: Mistakes) -> dict[str, Any]:
    """Return what *node* says in other words than the original, by the facts' names."""
    changes: dict[str, Any] = {}
    for name, value in group.entries(node, mistakes):
        field = group.fields[name]
        attribute = field.attribute or name
        if field.hidden:
            field.type.read(value, name, mistakes)
        elif name in ("aliases", "allow"):
            changes[attribute] = field.type.read(value, name, mistakes) or ()
        else:
            before = Original(original.path, getattr(original.facts, attribute))
            changes[attribute] = _said(field, before, value, mistakes)
    return changes


def _said(field: Field, before: Original, node: Node, mistakes: Mistakes) -> Any:
    """Return what a field of a translation comes to: its own words, around facts that must be the original's."""
    group = _group_of_words(field.type)
    if group is None:
        said = field.type.read(node, field.name, mistakes)
        if said is None or field.words or said == before.facts or (field.name == "board" and slug(said) == before.facts):
            return said if field.words and said is not None else before.facts
    elif not isinstance(field.type, Many):
        if before.facts is not None and isinstance(node, yaml.MappingNode):
            return _one(group, field.name, before, node, mistakes)
    else:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        nodes = [one for one in nodes if not is_empty(one)]
        if len(nodes) == len(before.facts):
            pairs = zip(nodes, before.facts, strict=True)
            return tuple(_one(group, field.name, Original(before.path, fact), one, mistakes) for one, fact in pairs)
    mistakes.add("AD007", node, name=field.name, original=before.path)
    return before.facts


def _one(group: Group, name: str, before: Original, node: Node, mistakes: Mistakes) -> Any:
    """Return one fact of the original in the words at *node*; words alone are a contact's role."""
    if isinstance(node, yaml.MappingNode):
        return structs.replace(before.facts, **_changes(group, before, node, mistakes))
    if isinstance(before.facts, Contact) and isinstance(node, yaml.ScalarNode):
        return structs.replace(before.facts, role=node.value.strip())
    group.wrong(node, name, mistakes)
    return before.facts


def _group_of_words(kind: Type) -> Group | None:
    """Return the group that a field reads, if some of its fields are words and others are facts; a link is all words."""
    inner = kind.of if isinstance(kind, Many) else kind
    inner = inner.group if isinstance(inner, Person) else inner
    return inner if isinstance(inner, Group) and any(field.words for field in inner.fields.values()) else None
