"""Reading one file: bytes become a record and faults.

Knows front matter, places and the schema. Knows no other file but the original of a translation, and no day.
"""

from __future__ import annotations

import re
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml
from msgspec import structs

from sitegen.content.fields import Mistakes
from sitegen.content.frontmatter import Source, Unreadable, decode, take_apart, text_below
from sitegen.content.groups import Group
from sitegen.content.places import KNOWN, Place, day_of, place_of, sorting_number
from sitegen.content.rules import broken_rules
from sitegen.content.schema import KINDS
from sitegen.diagnostics import Diagnostic
from sitegen.model.facts import AnyFacts
from sitegen.model.record import Reading, Record
from sitegen.model.slugs import slug

MARK = re.compile(r"\{[^{}\n]*\.\s*(?:personal|secret)|personal\s*:|public\s*:\s*false|level\s*:\s*[\"']?(?:partial|secret)", re.IGNORECASE)


def digest(data: bytes) -> str:
    """Return the digest by which *data* is known: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def read_file(root: Path, path: str, default_lang: str, original: AnyFacts | None = None) -> Reading:
    """Read the file at *path* below *root*; for a translation, *original* holds the facts that it inherits.

    Never raises for anything in the file: faults are in the Reading.
    """
    place = place_of(path)
    if place is None:
        return Reading(None, (Diagnostic(path, 1, 1, "FI005", {"places": KNOWN}),))
    try:
        text = decode((root / path).read_bytes())
        source = take_apart(text)
    except Unreadable as fault:
        return Reading(None, (Diagnostic(path, fault.line, fault.column, fault.code, fault.args_),))
    mistakes = Mistakes()
    facts, lang = _facts(place, source, mistakes, original)
    marked = bool(MARK.search(text))
    faults = [
        Diagnostic(path, m.node.start_mark.line + source.offset, m.node.start_mark.column + 1, m.code, m.args)
        for m in mistakes
    ]
    if facts is None:
        return Reading(None, tuple(faults))
    faults += broken_rules(path, facts, marked)
    text_digest = digest(source.text.encode()) if source.text else ""
    record = Record(path, place.lang or lang or default_lang, facts, text_digest, source.line, marked, place.original)
    return Reading(record, tuple(faults))


def text_of(root: Path, path: str) -> str:
    """Return the Markdown below the front matter of the file at *path*, which has been read before."""
    return text_below(decode((root / path).read_bytes()))


def _facts(
    place: Place, source: Source, mistakes: Mistakes, original: AnyFacts | None
) -> tuple[AnyFacts | None, str]:
    """Return a file's facts, and the language that its front matter names; None where they can't be told."""
    group = KINDS[place.kind]
    if source.node is None:
        node: Any = yaml.MappingNode("", [], yaml.Mark("", 0, 0, 0, None, None))
    else:
        node = source.node
    if not isinstance(node, yaml.MappingNode):
        mistakes.add("FM003", node)
        return None, ""
    values = group.values(node, "", mistakes, demand=not place.original)
    if values is None or (not place.original and any(f.required and f.name not in values for f in group.fields.values())):
        return None, ""
    lang = values.get("lang", "")
    named = group.named(values)
    if place.original:
        return (None if original is None else _translated(group, original, named, mistakes, node)), lang
    stated = _path_facts(place, named, mistakes, node)
    return (None if stated is None else group.fact(**{**named, **stated})), lang  # type: ignore[return-value]


def _translated(
    group: Group, original: AnyFacts, named: dict[str, Any], mistakes: Mistakes, node: yaml.Node
) -> AnyFacts:
    """Return the facts of the original in the translation's words; another fact is a mistake (AD007)."""
    changes: dict[str, Any] = {}
    for field in group.fields.values():
        name = field.attribute or field.name
        if name not in named:
            continue
        if field.words or name in ("aliases", "allow"):
            changes[name] = named[name]
        elif named[name] != getattr(original, name):
            mistakes.add("AD007", _key(node, field.name), name=field.name, original="")
    if "aliases" not in changes:
        changes["aliases"] = ()
    return structs.replace(original, **changes)


def _path_facts(place: Place, named: dict[str, Any], mistakes: Mistakes, node: yaml.Node) -> dict[str, Any] | None:
    """Return the facts that the path states; None where path and front matter don't tell enough, or disagree."""
    facts: dict[str, Any] = dict(place.facts)
    if place.kind == "news" and named.get("slug"):
        facts["slug"] = named["slug"]
    if not all(value for name, value in facts.items() if name in ("slug", "board")):
        mistakes.add("FI007", node, name=place.stem)
        return None
    if place.kind in ("meeting", "item"):
        return _meeting_facts(place, facts, named, mistakes, node)
    return facts


def _meeting_facts(
    place: Place, facts: dict[str, Any], named: dict[str, Any], mistakes: Mistakes, node: yaml.Node
) -> dict[str, Any] | None:
    """Return board, folder and day of a meeting or an item, from the path, else from the front matter."""
    if facts:
        facts["date"] = day_of(facts["folder"])
        if facts["date"] is None:
            mistakes.add("FM007", node, name="date", found=place.facts["folder"])
            return None
    for name in ("board", "date"):
        said = slug(named[name]) if name == "board" and name in named else named.get(name)
        if said is None and name not in facts:
            mistakes.add("FM005", node, name=name)
            return None
        if said is not None and facts.setdefault(name, said) != said:
            found, path_says = (str(value) for value in (said, facts[name]))
            mistakes.add("AD001", _key(node, name), name=name, path_says=path_says, found=found)
    day: date = facts["date"]
    facts.setdefault("folder", day.isoformat())
    if place.kind == "item":
        facts["sort"] = sorting_number(place.stem)
    return facts


def _key(node: yaml.Node, name: str) -> yaml.Node:
    """Return the node of the field *name*, or the whole front matter's where it isn't written."""
    return next((value for key, value in node.value if key.value == name), node)
