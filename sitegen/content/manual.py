"""A developer's tool: ``python -m sitegen.content.manual`` writes the lists of docs/content.md anew.

Knows the schema and the settings, and how they read as Markdown. What stands above its mark in the file is written by
hand and stays. Must not be imported by the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sitegen.content.fields import Choice, Many, Person
from sitegen.content.groups import Field, Group
from sitegen.content.schema import KINDS
from sitegen.model.settings import SETTINGS

FILE = Path(__file__).parent.parent.parent / "docs" / "content.md"
MARK = "<!-- Made by python -m sitegen.content.manual from here on: change the schema, not this. -->"

TITLES = {
    "news": ("News", "content/news/**/<slug>.md"),
    "board": ("Board", "content/minutes/<board>/board.md"),
    "meeting": ("Meeting", "content/minutes/<board>/<YYYY-MM-DD>/meeting.md"),
    "item": ("Item", "content/minutes/<board>/<YYYY-MM-DD>/<n>-<slug>.md"),
    "document": ("Document", "content/documents/<slug>/document.md"),
    "page": ("Page", "content/pages/**/<slug>.md"),
    "case": ("Case", "content/cases/<case>.md"),
    "comment": ("Comment", "content/comments/<news>/<anything>.md"),
}


def manual() -> str:
    """Return the lists of all settings, kinds of files and groups of fields, as Markdown."""
    return "\n".join([*_settings(), *_kinds(), *_groups(), ""])


def with_lists(written: str) -> str:
    """Return the manual's text with its lists made anew; what stands above the mark stays as it is *written*."""
    return f"{written.partition(MARK)[0]}{MARK}\n\n{manual()}"


def _settings() -> Iterator[str]:
    yield "## The settings: site.toml"
    yield ""
    rows = (
        (f"`{name}`", _required(setting.required), setting.expected, _code(setting.default), setting.doc)
        for name, setting in SETTINGS.items()
    )
    yield from _table(("setting", "", "value", "else", "what it is for"), rows)


def _kinds() -> Iterator[str]:
    for kind, group in KINDS.items():
        title, place = TITLES[kind]
        yield f"## {title}"
        yield ""
        yield f"`{place}`"
        yield ""
        yield from _fields(group)


def _groups() -> Iterator[str]:
    yield "## Fields within fields"
    yield ""
    for group in sorted(_inner(KINDS.values()), key=_name):
        yield f"### {_name(group)}"
        yield ""
        yield from _fields(group)


def _inner(groups: Iterable[Group]) -> list[Group]:
    """Return the groups that the fields of *groups* hold, themselves or through others, each once."""
    found: list[Group] = []
    todo = [_group(field.type) for group in groups for field in group.fields.values()]
    while todo:
        group = todo.pop()
        if group and group not in found:
            found.append(group)
            todo += [_group(field.type) for field in group.fields.values()]
    return found


def _group(type_: Any) -> Group | None:
    """Return the group that a type holds."""
    inner = type_.of if isinstance(type_, Many) else type_
    inner = inner.group if isinstance(inner, Person) else inner
    return inner if isinstance(inner, Group) else None


def _fields(group: Group) -> Iterator[str]:
    rows = (
        (f"`{field.name}`", _required(field.required), _value(field.type), _example(field), "yes" if field.words else "", field.doc)
        for field in group.fields.values()
    )
    yield from _table(("field", "", "value", "example", "translated", "what it is for"), rows)


def _value(type_: Any) -> str:
    """Return in words what a field takes."""
    if isinstance(type_, Many):
        return f"a list: {_value(type_.of)}"
    group = _group(type_)
    if group:
        link = f"[{_name(group)}](#{_name(group)})"
        return f"{link} or a role in words" if isinstance(type_, Person) else link
    if isinstance(type_, Choice):
        return " / ".join(f"`{value}`" for value in type_.values)
    return str(type_.expected)


def _example(field: Field) -> str:
    inner = field.type.of if isinstance(field.type, Many) else field.type
    if isinstance(inner, Group | Choice) or not inner.example:
        return ""
    return _code(f"{field.name}: {field.type.example}")


def _name(group: Group) -> str:
    return group.fact.__name__.lower()


def _required(required: bool) -> str:
    return "required" if required else ""


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(heads)
    yield _row(("---",) * len(heads))
    yield from map(_row, rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    FILE.write_text(with_lists(FILE.read_text(encoding="utf-8")), encoding="utf-8")
