"""Options that several commands have."""

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
