"""Options that several commands have, and what they make of a file that is named."""

from __future__ import annotations

from pathlib import Path

import click

from sitegen.cli.language import _

source_option = click.option(
    "--source",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help=_("The site's folder; this one by default."),
)


def within(source: Path, wanted: str) -> str:
    """Return *wanted*, an address, as it is; of the path of a file that from the site's folder."""
    if not wanted.endswith(".md"):
        return wanted
    file, root = Path(wanted).resolve(), source.resolve()
    return file.relative_to(root).as_posix() if file.is_file() and file.is_relative_to(root) else wanted
