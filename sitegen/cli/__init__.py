"""The command: thin commands over the stages.

The only rooms that know the clock, the machine's language and the terminal; ``console`` is the only one that prints.
"""

from __future__ import annotations

import gc
import importlib
from typing import Any

import click

from sitegen import __version__
from sitegen.cli import console
from sitegen.cli.interruption import INTERRUPTED, TERMINATED, Terminated
from sitegen.cli.language import _
from sitegen.codes.code import N_
from sitegen.locale.user import install_click_messages

# Before any decorator below asks click for its words.
install_click_messages()

# Facts and views are frozen trees without cycles, and a command is short: to look for cycles among them, as often as Python
# does unasked, takes a fifth of a large build, and once per fifty thousand still a quarter of a second at ten thousand items.
ALLOCATIONS = 2_000_000

COMMANDS = {
    "build": N_("Build the site."),
    "check": N_("Tell all that is wrong with the content, and write nothing."),
    "serve": N_("Show the site while it is written, drafts included."),
    "new": N_("Make a new file with its fields in place."),
    "log": N_("Log what is on view; with the address of an item, or the path of its file, tell what the log shows of it."),
    "withdraw": N_("Take a page off the site at once, and say there why."),
    "explain": N_("Tell what a fault means and how it is mended; without a code, list them all."),
}


class _Commands(click.Group):
    """Loads a command's module when it is asked for, so that no build pays for the preview's libraries."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of that name."""
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"sitegen.cli.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, with no need to load any."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, summary in COMMANDS.items()])

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for; an interruption ends it with its own status, once all is put in order."""
        console.speak_safely()
        gc.set_threshold(ALLOCATIONS)
        try:
            return super().invoke(context)
        except KeyboardInterrupt as interruption:
            console.remark(_("Interrupted."))
            context.exit(TERMINATED if isinstance(interruption, Terminated) else INTERRUPTED)


@click.command(cls=_Commands, help=_("Make a site of preparation news and board minutes."))
@click.version_option(__version__)
def main() -> None:
    """Make a site of preparation news and board minutes."""
