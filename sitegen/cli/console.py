"""The console: everything that the command says.

Knows the terminal: its streams, its colours, and whether a person is watching. The only module that prints.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Literal

import click

from sitegen.cli.messages import Told, as_annotation, as_json, place, severity, tell, visible
from sitegen.cli.quoting import quote
from sitegen.diagnostics import Diagnostic

Form = Literal["text", "json", "github"]
FORMS: tuple[Form, ...] = ("text", "json", "github")

_COLOURS = {"error": "red", "warning": "yellow"}
_SIGNS = {"+": "green", "~": "yellow", "-": "red"}


def speak_safely() -> None:
    """Let a letter that the terminal's encoding doesn't have become ``?``: no message fails for it."""
    for stream in (sys.stdout, sys.stderr):
        # A stream that was closed before the command began is None.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str) -> None:
    """Print a line of what was asked for."""
    _echo(text)


def remark(text: str) -> None:
    """Print a line about the work, apart from what was asked for."""
    _echo(text, aside=True)


def warn(text: str) -> None:
    """Print a warning that belongs to no file."""
    _echo(click.style(text, fg="yellow"), aside=True)


def show_faults(faults: list[Diagnostic], source: Path, form: Form = "text", aside: bool = True) -> None:
    """Print faults found in the site in *source*, in one of the forms; *aside* from what was asked for, or as just that."""
    show([tell(fault) for fault in faults], source, form, aside)


def show(faults: list[Told], source: Path, form: Form = "text", aside: bool = True) -> None:
    """Print faults that are in words already."""
    if form == "json":
        _echo(as_json(faults), aside)
    for fault in faults:
        if form == "github":
            _echo(as_annotation(fault, source), aside)
        elif form == "text":
            _show_text(fault, source, aside)


def show_change(sign: str, path: str) -> None:
    """Print a file that would come (``+``), change (``~``) or go (``-``)."""
    _echo(click.style(f"{sign} {visible(path)}", fg=_SIGNS[sign]))


def rewrite(text: str, before: str) -> None:
    """Print *text* over the line of progress that reads *before*; an empty one takes it away."""
    end = "" if text else "\r"
    _echo(f"\r{text.ljust(len(before))}{end}", aside=True, newline=False)


def is_watched() -> bool:
    """Tell whether a person sees what is said about the work as it is said."""
    return isinstance(sys.stderr, TextIOWrapper) and sys.stderr.isatty()


def _show_text(fault: Told, source: Path, aside: bool) -> None:
    word = click.style(f"{severity(fault)}[{fault.code}]", fg=_COLOURS[fault.severity], bold=True)
    _echo(f"{click.style(place(fault), bold=True)}: {word} {fault.message}", aside)
    if fault.severity == "error":
        for line in quote(source, fault.path, fault.line, fault.column):
            _echo(f"    {line}", aside)
    if fault.hint:
        _echo(f"    {fault.hint}", aside)


def _echo(text: str, aside: bool = False, newline: bool = True) -> None:
    click.echo(text, err=aside, nl=newline, color=False if os.environ.get("NO_COLOR") else None)
