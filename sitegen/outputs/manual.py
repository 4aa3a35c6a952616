"""A developer's tool: ``python -m sitegen.outputs.manual`` writes the lists of docs/templates.md anew.

Knows the views and which template draws each, as the modules of this room say. What stands above its mark in the file is
written by hand and stays. Must not be imported by the program.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, get_args, get_type_hints

from msgspec import Struct

import sitegen.outputs
from sitegen.model.body import Prose
from sitegen.outputs.decided import Decided
from sitegen.outputs.views import Frame, Shell
from sitegen.render.templates import USES, shipped_templates

FILE = Path(__file__).parent.parent.parent / "docs" / "templates.md"
MARK = "<!-- Made by python -m sitegen.outputs.manual from here on: change the views, not this. -->"

# What a template is handed besides its view.
BESIDES: dict[str, type[Struct]] = {"body": Prose, "decided": Decided}
_OUTSIDE = ("root",)
_LINK = re.compile(r"[A-Z]\w+")


class Drawn(Struct, frozen=True):
    """A template, the view that it draws and the names of what it is handed besides."""

    template: str
    view: type[Struct]
    besides: tuple[str, ...]


def manual() -> str:
    """Return the lists of all templates, their views and the parts of these, as Markdown."""
    drawn = sorted((one for module in _modules() for one in drawn_in(module)), key=lambda one: one.template)
    lines = ["## The templates", "", *_templates()]
    for one in drawn:
        lines += _view(one)
    lines += ["## The parts of views", ""]
    for part in sorted(_parts(drawn), key=lambda part: part.__name__):
        lines += [f"### {part.__name__}", "", *_said(part), *_fields(part)]
    return "\n".join([*lines, ""])


def with_lists(written: str) -> str:
    """Return the manual's text with its lists made anew; what stands above the mark stays as it is *written*."""
    return f"{written.partition(MARK)[0]}{MARK}\n\n{manual()}"


def drawn_in(module: ModuleType) -> Iterator[Drawn]:
    """Yield what each ``draw_…`` function of *module* hands to which template, as its text says."""
    for function in ast.parse(inspect.getsource(module)).body:
        if not isinstance(function, ast.FunctionDef) or not function.name.startswith("draw_"):
            continue
        view = get_type_hints(getattr(module, function.name))["view"]
        for call in ast.walk(function):
            match call:
                case ast.Call(func=ast.Attribute(attr="page"), args=[ast.Constant(value=str(template)), *_], keywords=more):
                    names = (keyword.arg for keyword in more)
                    yield Drawn(template, view, tuple(name for name in names if name and name not in _OUTSIDE))


def _modules() -> Iterator[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(sitegen.outputs.__path__))
    yield from (importlib.import_module(f"sitegen.outputs.{name}") for name in names if name != "manual")


def _templates() -> Iterator[str]:
    """Yield the list of shipped templates, with what each uses and the blocks that it opens."""
    yield "| template | uses | blocks |"
    yield "| --- | --- | --- |"
    for name, template in sorted(shipped_templates().items()):
        uses = ", ".join(f"`{use}`" for use in dict.fromkeys(USES.findall(template.text)))
        blocks = ", ".join(f"`{block}`" for block in dict.fromkeys(re.findall(r"\{%-?\s*block (\w+)", template.text)))
        yield f"| `{name}` | {uses} | {blocks} |"
    yield ""


def _view(one: Drawn) -> Iterator[str]:
    """Yield the section of one template."""
    yield f"### {one.template}"
    yield ""
    yield from [] if one.view is Shell else _said(one.view)
    for name in one.besides:
        yield f"Besides `page` it has `{name}`, a {_linked(BESIDES[name].__name__)}."
        yield ""
    if one.view is Shell:
        yield "`page` has what a [Shell](#shell) has."
        yield ""
    else:
        yield "`page` has what a [Shell](#shell) has, and besides:"
        yield ""
        yield from _fields(one.view)


def _said(cls: type[Struct]) -> Iterator[str]:
    yield inspect.cleandoc(cls.__doc__ or "").replace("``", "`")
    yield ""


def _fields(cls: type[Struct]) -> Iterator[str]:
    """Yield the table of the fields that *cls* has of its own."""
    yield "| name | type |"
    yield "| --- | --- |"
    for name, annotation in inspect.get_annotations(cls).items():
        yield f"| `{name}` | {_linked(str(annotation))} |"
    yield ""


def _linked(annotation: str) -> str:
    """Return a type's text with links to the parts that it names."""
    text = annotation.replace("|", "\\|")
    return _LINK.sub(lambda found: f"[{found[0]}](#{found[0].lower()})" if found[0] in _known() else found[0], text)


@cache
def _known() -> set[str]:
    return {part.__name__ for part in _parts([one for module in _modules() for one in drawn_in(module)])}


def _parts(drawn: list[Drawn]) -> list[type[Struct]]:
    """Return every class that the views name, themselves or through others, each once."""
    views = {one.view for one in drawn} - {Shell}
    found: list[type[Struct]] = []
    todo: list[Any] = [Frame, Shell, *BESIDES.values(), *(hint for view in views for hint in get_type_hints(view).values())]
    while todo:
        one = todo.pop()
        todo += get_args(one)
        if inspect.isclass(one) and issubclass(one, Struct) and one not in found:
            found.append(one)
            todo += get_type_hints(one).values()
    return found


if __name__ == "__main__":
    FILE.write_text(with_lists(FILE.read_text(encoding="utf-8")), encoding="utf-8")
