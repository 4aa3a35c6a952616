"""What a path and front matter both state: the facts of a file's place, which must agree with its fields.

Knows which facts a path tells. Knows no other file.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from sitegen.content.fields import Mistakes
from sitegen.content.places import Place, day_of, sorting_number
from sitegen.model.slugs import may_name, slug


def with_place(place: Place, named: dict[str, Any], mistakes: Mistakes, node: yaml.MappingNode) -> dict[str, Any] | None:
    """Return the fields *named* with the facts that the path states.

    None where both together don't tell enough, or the path can't be an address.
    """
    facts: dict[str, Any] = dict(place.facts)
    if place.kind == "news" and named.get("slug"):
        facts["slug"] = named["slug"]
    named_by = [facts[name] for name in ("slug", "board") if name in facts]
    if not all(may_name(part) for value in named_by for part in value.split("/")):
        mistakes.add("FI007", node, name=place.stem)
        return None
    judge_language(place, node, mistakes)
    if place.kind in ("meeting", "item") and not _meeting_facts(place, facts, named, mistakes, node):
        return None
    return {**named, **facts}


def judge_language(place: Place, node: yaml.MappingNode, mistakes: Mistakes) -> None:
    """Note a language in front matter that differs from the one in the file's name."""
    said = _written(node, "lang")
    if place.lang and isinstance(said, yaml.ScalarNode) and said.value.strip() not in ("", place.lang):
        mistakes.add("AD001", said, name="lang", path_says=place.lang, found=said.value.strip())


def _meeting_facts(
    place: Place, facts: dict[str, Any], named: dict[str, Any], mistakes: Mistakes, node: yaml.MappingNode
) -> bool:
    """Add board, folder and day of a meeting or an item, from the path, else from the front matter; tell whether all are known."""
    if facts:
        facts["date"] = day_of(facts["folder"])
        if facts["date"] is None:
            mistakes.add("FM007", node, name="date", found=place.facts["folder"])
            return False
    for name in ("board", "date"):
        said = slug(named[name]) if name == "board" and name in named else named.get(name)
        if not said and name not in facts:
            missing = "FI007" if said == "" else "FM005"
            mistakes.add(missing, _written(node, name) or node, name=named[name] if said == "" else name)
            return False
        if said is not None and facts.setdefault(name, said) != said:
            found, path_says = (str(value) for value in (said, facts[name]))
            mistakes.add("AD001", _written(node, name) or node, name=name, path_says=path_says, found=found)
    day: date = facts["date"]
    facts.setdefault("folder", day.isoformat())
    if place.kind == "item":
        facts["sort"] = sorting_number(place.stem)
    return True


def _written(node: yaml.MappingNode, name: str) -> yaml.Node | None:
    """Return the node of the field *name*, or None where it isn't written."""
    return next((value for key, value in node.value if key.value == name), None)
