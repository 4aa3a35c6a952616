"""``sitegen withdraw``.

Knows what can be withdrawn by whom, and what is to be done afterwards. Must not know how a page is taken out.
"""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path

import click

from sitegen.build import Options
from sitegen.cli import console
from sitegen.cli.days import Day, today
from sitegen.cli.failures import FAULTY, failures_told, tell_failure
from sitegen.cli.interruption import heed_termination
from sitegen.cli.language import _, lang, ngettext
from sitegen.cli.memory import memory
from sitegen.cli.options import source_option, within
from sitegen.cli.progress import Progress
from sitegen.cli.workers import workers
from sitegen.codes.code import N_
from sitegen.content.withdrawing import unfit
from sitegen.errors import NotWithdrawable, Unusable
from sitegen.locale.dates import day, number
from sitegen.withdrawal.withdraw import Withdrawn, withdraw

MOST = 20

UNFIT = {
    "empty": N_("The reason is empty. Say in a sentence why the page is taken off the site: the public is told."),
    "unreadable": N_("The reason holds characters that can't be shown."),
    "personal": N_("The reason is shown to the public as long as the page stands: leave personal data, and the marks of them, out of it."),
}
INSTEAD = {
    "unknown": N_("There is no page at {wanted}."),
    "made": N_("{wanted} is made of other pages. Withdraw those that should not stand there."),
    "draft": N_("{wanted} is a draft, which is on no site: there is nothing to withdraw."),
    "board": N_("A board isn't withdrawn. Write its last day into its file: until."),
    "meeting": N_("A meeting isn't withdrawn. Write 'status: cancelled' into its file, or withdraw its items one by one."),
    "page": N_("A plain page isn't withdrawn. Change its file, or remove it and build."),
    "comment": N_("A comment isn't withdrawn. Remove its file and build."),
    "case": N_("A case isn't withdrawn: it is made of its steps. Withdraw those, or change its file and build."),
}


@click.command(
    help=_(
        "Take a page off the site at once, even while other content has faults. ADDRESS is where the page stands, with or without the "
        "site's own address, or the path of its file. An item, a news item or a document can be withdrawn. In its place a page "
        "stays that says when and why; the reason is shown to the public."
    )
)
@click.argument("address", metavar=_("ADDRESS"))
@click.option("--reason", required=True, metavar=_("TEXT"), help=_("Why it is taken off. The public is told: name nobody."))
@source_option
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path),
    help=_("The folder that was published into; 'output' in the site's folder by default."),
)  # fmt: skip
@click.option("--as-of", type=Day(), help=_("The day of the withdrawal; today by default."))
def command(address: str, reason: str, source: Path, output: Path | None, as_of: date | None) -> None:
    """Take a page off the site."""
    heed_termination()
    if why := unfit(reason):
        raise click.UsageError(_(UNFIT[why]))
    with failures_told(source), memory(source) as folder:
        options = Options(source, output or source / "output", as_of or today(source), memory=folder)
        done = _withdraw(options, within(source, address), reason)
        console.show_faults(done.built.faults, source)
        if done.failure:
            console.show([tell_failure(done.failure, source)], source)
    _tell(done, source)


def _withdraw(options: Options, wanted: str, reason: str) -> Withdrawn:
    """Withdraw a page; UsageError for what can't be, SystemExit where its own file can't be used."""
    progress = Progress(console.is_watched(), each=False)
    try:
        with workers(os.cpu_count() or 1) as executor:
            return withdraw(options, wanted, reason, executor, progress)
    except NotWithdrawable as error:
        text = _(INSTEAD[error.why]).format(wanted=error.wanted)
        near = _("Did you mean '{nearest}'?").format(nearest=error.nearest) if error.nearest else ""
        raise click.UsageError(f"{text} {near}".strip()) from None
    except Unusable as error:
        console.show_faults(error.faults, options.source)
        console.remark(_("Nothing was withdrawn: this has to be mended first."))
        raise SystemExit(FAULTY) from None
    finally:
        progress.end()


def _tell(done: Withdrawn, source: Path) -> None:
    """Print what was done, what is left to do, and what nobody can do."""
    file = source / done.path
    since = day(done.since, lang())
    if done.is_new:
        console.say(_("{file} says now that it was withdrawn on {day}.").format(file=file, day=since))
    else:
        console.say(_("{file} says already that it was withdrawn on {day}; it stays as it is.").format(file=file, day=since))
    if done.built.changes is None:
        console.say(_("The site couldn't be built anew: the page was taken out of the output as it stands."))
    changed, removed = len(done.changes.new) + len(done.changes.changed), len(done.changes.removed)
    counts = (
        ngettext("{count} file changed", "{count} files changed", changed).format(count=number(changed, lang())),
        ngettext("{count} removed", "{count} removed", removed).format(count=number(removed, lang())),
    )
    console.say(_("The output: {counts}.").format(counts=", ".join(counts)))
    if done.naming:
        console.say(_("These files of the output still hold the words of its title:"))
        for path in done.naming[:MOST]:
            console.say(f"    {path}")
        if len(done.naming) > MOST:
            console.say("    " + _("and {count} more").format(count=number(len(done.naming) - MOST, lang())))
    console.say(_("Publish the output as always, and commit the file, or the next build from elsewhere brings the page back:"))
    message = _("Withdraw {file}").format(file=Path(done.path).stem)
    console.say(f"    git add {shlex.quote(str(file))} && git commit -m {shlex.quote(message)}")
    console.say(_("Copies that readers, feed readers and search engines have made are out of reach, and so is the repository's history."))
