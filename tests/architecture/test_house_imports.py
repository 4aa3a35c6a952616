"""Imports point down only, as in the drawing of the house."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent.parent
# The rooms of sitegen/ from the roof down. A room may import those of the storeys below it and never its neighbours,
# but for the last storey: facts and words stand on one floor, with nothing below them to meet in.
STOREYS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("cli",),
    ("serve", "logbook", "withdrawal"),
    ("build",),
    ("outputs",),
    ("render", "importers"),
    ("index", "content"),
    ("publish", "law", "config"),
    ("errors", "model", "locale", "diagnostics", "codes", "work"),
)
GROUND = len(STOREYS) - 1
LEVEL = {room: level for level, rooms in enumerate(STOREYS) for room in rooms}


def module_name(path: str) -> str:
    """Return the dotted name of the module at *path*; a package's is that of its folder."""
    return ".".join(PurePosixPath(path).with_suffix("").parts).removesuffix(".__init__")


def targets(path: str, node: ast.Import | ast.ImportFrom) -> set[str]:
    """Return the dotted names that an import may mean, those of its module's attributes included."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    base = node.module or ""
    if node.level:
        folder = PurePosixPath(path).parents[node.level - 1]
        base = ".".join([*folder.parts, *base.split(".")]).rstrip(".")
    return {base} | {f"{base}.{alias.name}" for alias in node.names}


def imports(path: str, source: str) -> Iterator[tuple[int, set[str]]]:
    """Yield each import's line and what it may mean."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node.lineno, targets(path, node)


def room(name: str) -> str:
    """Return the room of a dotted name; empty for what is not sitegen's, or is its version."""
    top, _, rest = name.partition(".")
    return rest.partition(".")[0] if top == "sitegen" and rest != "__version__" else ""


def upward_imports(program: Mapping[str, str]) -> list[str]:
    """Return each import that points up or sideways, or at a room that the drawing doesn't have."""
    faults = []
    for path, source in program.items():
        here = room(module_name(path))
        if here and here not in LEVEL:
            faults.append(f"{path}: '{here}' has no place in the house")
            continue
        for line, names in imports(path, source):
            for there in sorted({room(name) for name in names} - {"", here}):
                level = LEVEL.get(there, -1)
                if not here or level < LEVEL[here] or level == LEVEL[here] != GROUND:
                    faults.append(f"{path}:{line}: '{here}' may not import '{there}'")
    return faults


def cycles(program: Mapping[str, str]) -> list[str]:
    """Return one circle of modules that import each other, if there is any."""
    modules = {module_name(path) for path in program}
    graph = {
        module_name(path): {name for _, names in imports(path, source) for name in names & modules}
        - {module_name(path)}
        for path, source in program.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" <- ".join(error.args[1])]
    return []


def hidden_imports(program: Mapping[str, str]) -> list[str]:
    """Return each import that stands inside a function."""
    return [
        f"{path}:{inner.lineno}: an import inside '{node.name}'"
        for path, source in program.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def test_the_drawing_shows_every_room(program: dict[str, str]) -> None:
    """Who reads docs/architecture.md sees each room that stands, on its storey."""
    house = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").partition("```\n")[2].partition("```")[0]
    drawn = [set(re.findall(r"[a-z]+(?=/|\.py)", line)) for line in house.splitlines()]
    rooms = {room(module_name(path)) for path in program} - {"", "__main__"}
    standing = [storey & rooms for storey in map(set, STOREYS) if storey & rooms]
    assert [storey - line for storey, line in zip(standing, drawn, strict=True)] == [set()] * len(standing)


def test_imports_point_down_only(program: dict[str, str]) -> None:
    """A module imports its own room and the storeys below, as house.md draws them."""
    assert upward_imports(program) == []


def test_an_import_upward_or_sideways_is_found() -> None:
    """The rule sees a stage that imports its neighbour, a storey above, or what is not in the drawing."""
    found = upward_imports(
        {
            "sitegen/law/days.py": "from sitegen.content.schema import Field\nfrom sitegen.model import facts\n",
            "sitegen/index/cases.py": "import sitegen.content\nfrom sitegen import config\n",
            "sitegen/render/pages.py": "from ..importers import casem\nfrom . import markdown\n",
            "sitegen/model/body.py": "from sitegen.diagnostics import Span\nfrom sitegen import __version__\n",
            "sitegen/helpers.py": "",
        }
    )
    assert found == [
        "sitegen/law/days.py:1: 'law' may not import 'content'",
        "sitegen/index/cases.py:1: 'index' may not import 'content'",
        "sitegen/render/pages.py:1: 'render' may not import 'importers'",
        "sitegen/helpers.py: 'helpers' has no place in the house",
    ]


def test_no_modules_import_each_other_in_a_circle(program: dict[str, str]) -> None:
    """Any module can be read without first knowing one that needs it."""
    assert cycles(program) == []


def test_a_circle_of_imports_is_found() -> None:
    """The rule sees two modules of one package that need each other."""
    days, appeals = "from sitegen.law import appeals\n", "from .days import next_day\n"
    assert len(cycles({"sitegen/law/days.py": days, "sitegen/law/appeals.py": appeals})) == 1


def test_every_import_stands_at_the_top(program: dict[str, str]) -> None:
    """What a module needs is seen in its first lines."""
    assert hidden_imports(program) == []


def test_an_import_inside_a_function_is_found() -> None:
    """The rule sees an import in a function's body, however deep."""
    source = "class A:\n    def f(self) -> None:\n        if self:\n            import os\n"
    assert hidden_imports({"sitegen/config.py": source}) == ["sitegen/config.py:4: an import inside 'f'"]
