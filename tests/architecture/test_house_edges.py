"""Files, the clock, the environment and the console are touched at the edges only."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple


class Edge(NamedTuple):
    """Something of the outside world: who may touch it, and the names by which it is touched.

    *modules* may not be imported, a *function* not be called or imported by its bare name, and an *attribute* not be
    taken: of anything, or where it is written with a dot, of that name only.
    """

    name: str
    allowed: tuple[str, ...]
    modules: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()


FILES = Edge(
    name="files",
    allowed=(
        "sitegen/content/read*",
        "sitegen/content/assets.py",
        "sitegen/config.py",
        "sitegen/render/templates*",
        "sitegen/render/store*",
        "sitegen/render/fonts.py",
        # What was learned of Finnish comes with the program; the other one runs Pagefind's program.
        "sitegen/render/finnish.py",
        "sitegen/render/pagefind.py",
        # typst takes pictures as files only.
        "sitegen/render/pdf/typesetter.py",
        # The program reads its own files, to know whether it is the one that drew what stands.
        "sitegen/render/program.py",
        "sitegen/publish/*",
        "sitegen/serve/*",
        "sitegen/importers/*",
        "sitegen/cli/*",
        # Developers' tools, which the program doesn't import.
        "sitegen/locale/catalogues.py",
        "sitegen/locale/msgids.py",
        "sitegen/content/manual.py",
        "sitegen/outputs/manual.py",
    ),
    modules=frozenset("fileinput glob mmap os shutil sqlite3 subprocess tempfile zipfile".split()),
    functions=frozenset({"open"}),
    attributes=frozenset(
        "open read_text read_bytes write_text write_bytes mkdir rmdir unlink touch stat lstat exists is_file is_dir "
        "iterdir glob rglob symlink_to hardlink_to readlink expanduser Path.cwd Path.home".split()
    ),
)
CLOCK = Edge(
    name="the clock",
    allowed=("sitegen/cli/*",),
    attributes=frozenset("now utcnow today localtime gmtime time.time time.time_ns time.ctime time.strftime".split()),
)
ENVIRONMENT = Edge(
    name="the environment",
    allowed=("sitegen/cli/*",),
    modules=frozenset({"locale"}),
    functions=frozenset({"environ", "getenv"}),
    attributes=frozenset({"environ", "getenv", "setlocale"}),
)
CONSOLE = Edge(
    name="the console",
    allowed=("sitegen/cli/console.py",),
    functions=frozenset({"print", "input", "echo", "secho"}),
    attributes=frozenset({"echo", "secho", "stdout", "stderr"}),
)


def touches(edge: Edge, source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each touch of *edge* in a module's text."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                yield from (
                    (node.lineno, alias.name) for alias in names if alias.name.partition(".")[0] in edge.modules
                )
            case ast.ImportFrom(module=str(module), names=names, level=0):
                whole = module.partition(".")[0] in edge.modules
                touched = (a.name for a in names if a.name in edge.functions or f"{module}.{a.name}" in edge.attributes)
                yield from ((node.lineno, name) for name in ([module] if whole else touched))
            case ast.Call(func=ast.Name(id=name)) if name in edge.functions:
                yield node.lineno, name
            case ast.Attribute(attr=name) if {name, ast.unparse(node)} & edge.attributes:
                yield node.lineno, name


def trespasses(edge: Edge, program: Mapping[str, str]) -> list[str]:
    """Return each touch of *edge* in a module that may not touch it."""
    return [
        f"{path}:{line}: '{name}' touches {edge.name}"
        for path, source in program.items()
        if not any(fnmatchcase(path, pattern) for pattern in edge.allowed)
        for line, name in sorted(touches(edge, source))
    ]


def lines(faults: list[str]) -> list[int]:
    """Return the line that each fault names."""
    return [int(fault.split(":")[1]) for fault in faults]


def test_files_are_touched_at_the_edges_only(program: dict[str, str]) -> None:
    """Only what reads, stores, publishes, serves or imports knows that there is a disk."""
    assert trespasses(FILES, program) == []


def test_a_touch_of_files_elsewhere_is_found() -> None:
    """The rule sees open, a path's methods and the modules that reach the disk."""
    source = "import os.path\nfrom tempfile import mkdtemp\nopen('x')\npath.read_text()\nPath('x').open()\n'x'.replace('', 'y')\n"
    assert trespasses(FILES, {"sitegen/law/days.py": source, "sitegen/publish/write.py": source}) == [
        "sitegen/law/days.py:1: 'os.path' touches files",
        "sitegen/law/days.py:2: 'tempfile' touches files",
        "sitegen/law/days.py:3: 'open' touches files",
        "sitegen/law/days.py:4: 'read_text' touches files",
        "sitegen/law/days.py:5: 'open' touches files",
    ]


def test_the_clock_is_read_by_the_command_only(program: dict[str, str]) -> None:
    """The day is an argument everywhere below cli: the same input gives the same bytes tomorrow."""
    assert trespasses(CLOCK, program) == []


def test_a_look_at_the_clock_elsewhere_is_found() -> None:
    """The rule sees today, now and time.time however imported; a time of day is no clock, and neither is a wait."""
    harmless = "import time\nfrom datetime import time\ntime.sleep(1)\n"
    source = harmless + "from time import time\ndate.today()\ndatetime.now(UTC)\ntime.time()\n"
    assert lines(trespasses(CLOCK, {"sitegen/model/body.py": source})) == [4, 5, 6, 7]


def test_the_environment_is_read_by_the_command_only(program: dict[str, str]) -> None:
    """No variable and no locale of the machine changes what is built."""
    assert trespasses(ENVIRONMENT, program) == []


def test_a_look_at_the_environment_elsewhere_is_found() -> None:
    """The rule sees os.environ, getenv however imported, and the machine's locale."""
    source = "from os import getenv\nos.environ['HOME']\ngetenv('HOME')\nimport locale\n"
    assert lines(trespasses(ENVIRONMENT, {"sitegen/publish/write.py": source})) == [1, 2, 3, 4]


def test_only_the_console_prints(program: dict[str, str]) -> None:
    """Everything that a person reads in the terminal passes through cli/console.py."""
    assert trespasses(CONSOLE, program) == []


def test_a_print_elsewhere_is_found() -> None:
    """The rule sees print, click's echo and the bare streams."""
    source = "print('x')\nclick.echo('x')\nfrom click import secho\nsys.stderr.write('x')\n"
    assert lines(trespasses(CONSOLE, {"sitegen/cli/build.py": source})) == [1, 2, 3, 4]
