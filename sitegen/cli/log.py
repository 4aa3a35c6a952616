"""``sitegen log``.

Knows what may be asked of the publication log, and how the answers are put. Must not know how lines are made or read.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.days import Day, today
from sitegen.cli.failures import FAULTY, failures_told
from sitegen.cli.interruption import heed_termination
from sitegen.cli.language import _, lang, ngettext
from sitegen.cli.memory import memory
from sitegen.cli.messages import counted, tell
from sitegen.cli.options import source_option, within
from sitegen.cli.progress import Progress
from sitegen.cli.timeline import timeline
from sitegen.cli.workers import workers
from sitegen.content.read_log import read_log
from sitegen.locale.dates import day, number
from sitegen.logbook import Logged, carry_on, look_up
from sitegen.model.publication import LOG
from sitegen.render.unchanged import Options


@click.command(help=_("Log what is on view; with the address of an item, or the path of its file, tell what the log shows of it."))
@source_option
@click.argument("address", required=False, metavar=f"[{_('ADDRESS')}]")
@click.option("--as-of", type=Day(), help=_("The day to log; today by default."))
def command(source: Path, address: str | None, as_of: date | None) -> None:
    """Log what is on view, or tell what the log shows."""
    heed_termination()
    if address and as_of:
        raise click.UsageError(_("--as-of and an address can't stand together: nothing is logged when the log is read."))
    with failures_told(source), memory(source) as folder:
        options = Options(source, source / "output", as_of or today(source), memory=folder)
        if address:
            _tell(options, within(source, address))
        else:
            _log(options)


def _log(options: Options) -> None:
    """Carry the log on, and say what to do with it; UsageError for a day before its last line."""
    lines = read_log(options.source)[0].lines
    if lines and options.as_of < lines[-1].day:
        text = _("The log goes on from {last}: nothing can be added for {day}, which is before it.")
        raise click.UsageError(text.format(last=day(lines[-1].day, lang()), day=day(options.as_of, lang())))
    with workers(os.cpu_count() or 1) as executor:
        progress = Progress(console.is_watched(), each=False)
        try:
            logged = carry_on(options, executor, progress)
        finally:
            progress.end()
    console.show_faults(logged.faults, options.source)
    counts = counted([tell(fault) for fault in logged.faults])
    if logged.added is None:
        console.remark(_("{counts}; nothing was logged").format(counts=counts))
        raise SystemExit(FAULTY)
    if counts:
        console.remark(counts)
    console.say(_summary(logged))


def _summary(logged: Logged) -> str:
    """Return how many lines were added and what to commit, with the digest by which all lines can be told to be there."""
    if not logged.log.lines:
        return _("No minutes are on view: there is nothing to log.")
    digest = logged.log.lines[-1].digest
    if not logged.added:
        return _("Nothing to add to {file}; its last line is {digest}").format(file=LOG, digest=digest)
    count = len(logged.added)
    text = ngettext(
        "{count} line added to {file}: commit it; its last line is {digest}",
        "{count} lines added to {file}: commit it; its last line is {digest}",
        count,
    )
    return text.format(count=number(count, lang()), file=LOG, digest=digest)


def _tell(options: Options, address: str) -> None:
    """Print what the log shows of the item at an address; UsageError where no item is or was."""
    history, faults = look_up(options, address)
    if faults:
        console.show_faults(faults, options.source)
        raise SystemExit(FAULTY)
    if not history.is_known:
        near = _("Did you mean '{nearest}'?").format(nearest=history.nearest) if history.nearest else ""
        text = _("No item is or was at {address}.").format(address=address)
        raise click.UsageError(f"{text} {near}".strip())
    for line in timeline(history.lines):
        console.say(line)

