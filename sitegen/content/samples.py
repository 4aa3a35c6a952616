"""New files: each kind with its fields in place, those that nobody has filled in as comments.

Knows the schema and YAML's quoting. Must not know where a file stands, nor the user's language: its words come through
the translator that is handed in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sitegen.codes.code import N_
from sitegen.content.fields import Choice, Many
from sitegen.content.groups import Field, Group
from sitegen.content.schema import KINDS

Translate = Callable[[str], str]

# What the path of such a file says already, or what is seldom wanted from the beginning.
_LEFT_OUT = {"meeting": ("board", "date"), "item": ("board", "date", "id")}
_SELDOM = ("allow", "aliases", "lang")
_OTHERS = N_("Other fields: remove the # in front of what you need, with all that is indented below it.")
_TEXT = N_("The text stands below the next line, as Markdown.")
_PLAIN = re.compile(r"[^\W_](?:[\w .,/§()-]*[\w.)])?")
_HEADINGS = {
    "fi": ("Tiivistelmä", "Selostus", "Ehdotus"),
    "sv": ("Sammanfattning", "Redogörelse", "Förslag"),
    "en": ("Summary", "Account", "Proposal"),
}


def sample(kind: str, given: Mapping[str, str], lang: str, translate: Translate) -> str:
    """Return a file of *kind* with the fields *given* filled in and all others explained; an item has its headings in *lang*.

    A field that is a group of others is given as YAML writes it: ``{kind: rectification}``.
    """
    left_out = (*_LEFT_OUT.get(kind, ()), *_SELDOM)
    fields = [field for field in KINDS[kind].fields.values() if field.name not in left_out]
    lines = ["---"]
    for field in fields:
        if field.name in given:
            value = given[field.name] if isinstance(field.type, Group) else _quoted(given[field.name])
            lines += [f"# {_explained(field, translate)}", f"{field.name}: {value}"]
    lines += ["", f"# {translate(_OTHERS)}", ""]
    for field in fields:
        if field.name not in given:
            lines += [f"# {_explained(field, translate)}", *(f"#{line}" for line in _example(field, translate))]
    headings = [f"## {heading}\n" for heading in _HEADINGS[lang]] if kind == "item" else []
    return "\n".join([*lines, "", f"# {translate(_TEXT)}", "---", "", *headings])


def _explained(field: Field, translate: Translate) -> str:
    """Return what a field is for, and its values where only some are known."""
    inner = field.type.of if isinstance(field.type, Many) else field.type
    values = f" ({', '.join(inner.values)})" if isinstance(inner, Choice) else ""
    return translate(field.doc) + values


def _example(field: Field, translate: Translate) -> Iterator[str]:
    """Yield the lines of a field with an example for its value."""
    inner = field.type.of if isinstance(field.type, Many) else field.type
    if not isinstance(inner, Group):
        yield f"{field.name}: {_value(field.type)}"
        return
    yield f"{field.name}:"
    first = "  - " if isinstance(field.type, Many) else "  "
    for part in inner.fields.values():
        head, *rest = _example(part, translate)
        comment = "" if rest else f"  # {_explained(part, translate)}"
        yield f"{first}{head}{comment}"
        first = " " * len(first)
        yield from (f"{first}{line}" for line in rest)


def _value(type_: Any) -> str:
    """Return the example of a type of one value, or of a list of such."""
    return str(type_.example) if type_.example not in ("", "[]") else "…" if type_.example == "" else "[…]"


def _quoted(value: str) -> str:
    """Return *value* as YAML reads it back, in quotes where it needs them."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
