"""The console: everything that the command says.

Knows the user's language and the terminal. The only module that prints.
"""

from __future__ import annotations

import sys

import click

from sitegen.diagnostics import CODES, Diagnostic, is_error


def show_faults(faults: list[Diagnostic]) -> None:
    """Print faults, each with its place, code, message and hint."""
    for fault in faults:
        code = CODES[fault.code]
        severity = "error" if is_error(fault) else "warning"
        click.echo(f"{fault.path}:{fault.line}:{fault.column}: {severity}[{fault.code}] {code.message.format_map(fault.args)}")
        click.echo(f"    {code.hint.format_map(fault.args)}")


def say(text: str) -> None:
    """Print one line."""
    click.echo(text)


def is_terminal() -> bool:
    """Tell whether a person is watching."""
    return sys.stderr.isatty()
