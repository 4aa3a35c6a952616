"""Modules and functions are small, typed and say what they promise."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

MODULE_LINES = 300
FUNCTION_LINES = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(source: str) -> Iterator[Function]:
    """Yield every function of a module's text, methods and inner ones included."""
    return (node for node in ast.walk(ast.parse(source)) if isinstance(node, Function))


def untyped(sources: Mapping[str, str]) -> list[str]:
    """Return each function that lacks the type of its result or of an argument."""
    return [
        f"{path}:{node.lineno}: '{node.name}' lacks a type"
        for path, source in sources.items()
        for node in functions(source)
        if node.returns is None or any(argument.annotation is None for argument in arguments(node))
    ]


def arguments(node: Function) -> Iterator[ast.arg]:
    """Yield the arguments that need a type: all but a method's first."""
    given = node.args
    named = [*given.posonlyargs, *given.args]
    yield from named[1:] if named and named[0].arg in ("self", "cls") else named
    yield from (argument for argument in (given.vararg, *given.kwonlyargs, given.kwarg) if argument)


def too_long(sources: Mapping[str, str]) -> list[str]:
    """Return each module and function that is longer than the house allows."""
    modules = [
        f"{path}: {count} lines" for path, source in sources.items() if (count := source.count("\n")) > MODULE_LINES
    ]
    return modules + [
        f"{path}:{node.lineno}: '{node.name}' has {count} lines"
        for path, source in sources.items()
        for node in functions(source)
        if (count := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    ]


def silent(sources: Mapping[str, str]) -> list[str]:
    """Return each module and public function without a docstring."""
    faults = []
    for path, source in sources.items():
        module = ast.parse(source)
        if source.strip() and ast.get_docstring(module) is None:
            faults.append(f"{path}: no docstring")
        for node in public_functions(module):
            if ast.get_docstring(node) is None:
                faults.append(f"{path}:{node.lineno}: '{node.name}' has no docstring")
    return faults


def public_functions(module: ast.Module) -> Iterator[Function]:
    """Yield a module's public functions and the public methods of its public classes."""
    classes = (node for node in module.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))
    for body in (module.body, *(owner.body for owner in classes)):
        for node in body:
            if isinstance(node, Function) and not node.name.startswith("_"):
                yield node


def silent_tests(sources: Mapping[str, str]) -> list[str]:
    """Return each test that doesn't state in a docstring the truth that it tests."""
    return [
        f"{path}:{node.lineno}: '{node.name}' has no docstring"
        for path, source in sources.items()
        if path.startswith("tests/")
        for node in functions(source)
        if node.name.startswith("test_") and ast.get_docstring(node) is None
    ]


def test_every_function_is_typed(everything: dict[str, str]) -> None:
    """Program, tests and benchmarks name the type of each argument and result."""
    assert untyped(everything) == []


def test_a_function_without_types_is_found() -> None:
    """The rule sees a missing result and a missing argument, of any kind but self and cls."""
    source = "class A:\n    def f(self, a: int): ...\ndef g(*a) -> None: ...\ndef h(self, *, b: int, **c: int) -> None: ...\n"
    assert [fault.split("'")[1] for fault in untyped({"sitegen/build.py": source})] == ["g", "f"]


def test_modules_and_functions_are_short(program: dict[str, str]) -> None:
    """A module has at most 300 lines and a function 60."""
    assert too_long(program) == []


def test_a_long_module_or_function_is_found() -> None:
    """The rule counts a module's lines and a function's, decorators apart."""
    source = "def f() -> None:\n" + "    pass\n" * 60 + "\n" * 240
    assert too_long({"sitegen/build.py": source}) == [
        "sitegen/build.py: 301 lines",
        "sitegen/build.py:1: 'f' has 61 lines",
    ]


def test_every_module_and_public_function_says_what_it_promises(program: dict[str, str]) -> None:
    """A docstring stands at the head of each module, public function and public method."""
    assert silent(program) == []


def test_a_missing_docstring_is_found() -> None:
    """The rule sees a module, a function and a method that say nothing; what is private may be silent."""
    source = "class A:\n    def f(self) -> int: ...\n    def _g(self) -> int: ...\ndef h() -> int: ...\ndef _i() -> int: ...\n"
    assert silent({"sitegen/build.py": source}) == [
        "sitegen/build.py: no docstring",
        "sitegen/build.py:4: 'h' has no docstring",
        "sitegen/build.py:2: 'f' has no docstring",
    ]


def test_every_test_states_its_truth(everything: dict[str, str]) -> None:
    """A test's docstring says what is true while it passes."""
    assert silent_tests(everything) == []


def test_a_test_without_its_truth_is_found() -> None:
    """The rule sees a test without a docstring and leaves fixtures alone."""
    source = "def test_it() -> None: ...\ndef site() -> None: ...\n"
    assert silent_tests({"tests/test_build.py": source}) == ["tests/test_build.py:1: 'test_it' has no docstring"]
