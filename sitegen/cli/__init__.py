"""The command: thin commands over the stages.

The only rooms that know the clock, the machine's language and the terminal; ``console`` is the only one that prints.
"""

from __future__ import annotations

import importlib

import click

from sitegen.locale.user import install_click_messages

# Before any decorator below asks click for its words.
install_click_messages()

COMMANDS = {"build": "build", "check": "check", "explain": "explain", "new": "new", "serve": "serve"}


class _Commands(click.Group):
    """Loads a command's module when it is asked for, so that no build pays for the preview's libraries."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of that name."""
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"sitegen.cli.{COMMANDS[name]}")
        command: click.Command = module.command
        return command


@click.command(cls=_Commands)
@click.version_option(package_name="sitegen-minutes")
def main() -> None:
    """Make a site of preparation news and board minutes."""
