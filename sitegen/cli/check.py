"""``sitegen check``.

Knows in which forms faults are told. Must not know what can be wrong.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from sitegen.build import Options, find_faults
from sitegen.cli import console
from sitegen.cli.console import FORMS, Form
from sitegen.cli.days import Day, today
from sitegen.cli.failures import FAULTY, failures_told
from sitegen.cli.language import _
from sitegen.cli.memory import memory
from sitegen.cli.messages import counted, tell
from sitegen.cli.options import source_option
from sitegen.cli.progress import Progress
from sitegen.cli.published import judge_published
from sitegen.cli.workers import workers
from sitegen.content.read_pdf import pdf_faults
from sitegen.diagnostics import is_error


@click.command(help=_("Tell all that is wrong with the content, and write nothing."))
@source_option
@click.option("--published", metavar=_("URL|DIR"), help=_("Tell only whether the site published there is overdue; the content isn't read."))
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help=_("For people, for programs, or for GitHub."))
@click.option("--as-of", type=Day(), help=_("The day to check for; today by default."))
def command(source: Path, published: str | None, form: Form, as_of: date | None) -> None:
    """Tell all that is wrong with the content, or whether what is published is overdue."""
    day = as_of or today(source)
    if published is not None:
        judge_published(published, day, source, form)
        return
    with failures_told(source, form, aside=False), memory(source) as folder, workers(os.cpu_count() or 1) as executor:
        progress = Progress(console.is_watched(), each=False)
        try:
            options = Options(source, source / "output", day, memory=folder)
            faults = find_faults(options, executor, progress, pdf_faults)
        finally:
            progress.end()
        console.show_faults(faults, source, form, aside=False)
    if form == "text":
        console.say(counted([tell(fault) for fault in faults]) or _("nothing is wrong"))
    if any(is_error(fault) for fault in faults):
        raise SystemExit(FAULTY)
