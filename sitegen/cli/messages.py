"""A fault in the user's words, as a person and as a program want it.

Knows the forms in which faults are told: text, JSON and GitHub's annotations. Must not know where they are printed,
nor what went wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.cli.language import _, ngettext
from sitegen.codes.code import Code, Severity
from sitegen.diagnostics import CODES, Diagnostic

_MESSAGE_IDS = ("expected", "other", "problem", "reason")
_TITLE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})


class Told(Struct, frozen=True):
    """A fault in words; line and column count from 1 and are 0 where there is no place."""

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    hint: str


class _Blanks(dict[str, str]):
    """What fills a message in; a blank that nothing fills shows its name."""

    def __missing__(self, name: str) -> str:
        return f"<{name}>"


def fill(text: str, args: dict[str, str]) -> str:
    """Return a message in the user's language with its blanks filled in; a blank without an argument reads ``<name>``."""
    return _(text).format_map(_Blanks(args))


def tell(fault: Diagnostic) -> Told:
    """Return a fault in the user's words."""
    return worded(CODES[fault.code], fault.args, fault.path, fault.line, fault.column)


def worded(code: Code, args: dict[str, str], path: str, line: int = 0, column: int = 0) -> Told:
    """Return a fault of kind *code* in the user's words; what was expected, and what the system says, are message ids."""
    args = {name: visible(_(value) if name in _MESSAGE_IDS else value) for name, value in args.items()}
    hint = "" if args.get("nearest") == "" else fill(code.hint, args)
    return Told(path, line, column, code.severity, code.name, fill(code.message, args), hint)


def visible(text: str) -> str:
    """Return *text* with a space for each character that can't be seen: a file's name, or a server, could command a terminal."""
    return text if text.isprintable() else "".join(one if one.isprintable() else " " for one in text)


def place(fault: Told) -> str:
    """Return where a fault is: ``content/news/x.md:3:1``, or the path alone."""
    path = visible(fault.path)
    return f"{path}:{fault.line}:{fault.column}" if fault.line else path


def severity(fault: Told) -> str:
    """Return the word for how grave a fault is."""
    return _("error") if fault.severity == "error" else _("warning")


def counted(faults: Iterable[Told]) -> str:
    """Return how many errors and warnings there are: ``3 errors, 1 warning``; empty where there is none."""
    graves = [fault.severity for fault in faults]
    errors, warnings = graves.count("error"), graves.count("warning")
    parts = []
    if errors:
        parts.append(ngettext("{count} error", "{count} errors", errors).format(count=errors))
    if warnings:
        parts.append(ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings))
    return ", ".join(parts)


def as_json(faults: list[Told]) -> str:
    """Return all faults as one JSON array."""
    return json.dumps(msgspec.to_builtins(faults), indent=2)


def as_annotation(fault: Told, source: Path) -> str:
    """Return the line by which GitHub marks a fault in a file; *source* is the site's folder within the repository."""
    is_file = "://" not in fault.path
    where = {"file": (source / fault.path).as_posix()} if is_file else {}
    if fault.line:
        where |= {"line": str(fault.line), "col": str(fault.column)}
    properties = ",".join(f"{name}={value.translate(_TITLE)}" for name, value in (where | {"title": fault.code}).items())
    message = fault.message if is_file else f"{fault.path}: {fault.message}"
    text = f"{message}\n{fault.hint}".strip()
    return f"::{fault.severity} {properties}::{text.translate(_DATA)}"
