"""``sitegen serve``.

Knows how a preview is started and ended, and what is said of it. Must not know how it works.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from traceback import format_exception

import click

from sitegen.build import Built
from sitegen.cli import console
from sitegen.cli.days import Day, today
from sitegen.cli.failures import FAULTY, WRONG_USE, failures_told, tell_failure
from sitegen.cli.language import _, lang, ngettext
from sitegen.cli.messages import Told, place, tell
from sitegen.cli.options import source_option
from sitegen.config import read_config
from sitegen.diagnostics import Diagnostic
from sitegen.errors import Locked, PublishError
from sitegen.publish.lock import build_lock

try:
    from sitegen.serve.builder import Listener
    from sitegen.serve.overlay import Speech, Words
    from sitegen.serve.run import Preview, listen, serve
except ModuleNotFoundError as error:
    if (error.name or "").startswith("sitegen"):
        raise
    IS_INSTALLED = False
else:
    IS_INSTALLED = True

KNOWN = (PublishError, OSError, sqlite3.Error)


@click.command(help=_("Show the site while it is written, drafts included."))
@source_option
@click.option(
    "--port", type=click.IntRange(0, 65535), metavar=_("NUMBER"), default=8000,
    help=_("The preview's port; if it is taken, the next one."),
)  # fmt: skip
@click.option("--as-of", type=Day(), help=_("The day to show the site for; today by default."))
def command(source: Path, port: int, as_of: date | None) -> None:
    """Show the site while it is written, drafts included."""
    if not IS_INSTALLED:
        console.warn(_("The preview needs some more libraries. Install them with:"))
        console.say("python -m pip install starlette uvicorn watchfiles")
        raise SystemExit(WRONG_USE)
    missing = [fault for fault in read_config(source)[1] if fault.code == "CF001"]
    if missing:
        console.show_faults(missing, source)
        raise SystemExit(FAULTY)
    with failures_told(source):
        try:
            with build_lock(source / ".sitegen" / "serve", 0, lambda: None):
                _run(source, port, as_of)
        except Locked:
            console.warn(_("A preview of this site is running already: use that one, or end it first."))
            raise SystemExit(WRONG_USE) from None


def _run(source: Path, port: int, as_of: date | None) -> None:
    try:
        listening = listen(port)
    except OSError as error:
        console.warn(_("No port can be used: {reason}").format(reason=error.strerror))
        raise SystemExit(WRONG_USE) from None
    own = listening.getsockname()[1]
    if port not in (0, own):
        console.remark(_("Port {port} is taken, so the preview takes another one.").format(port=port))
    console.say(_("The preview is at http://127.0.0.1:{port}/").format(port=own))
    console.remark(_("It follows every save and shows drafts too. Nothing is published. Ctrl-C ends it."))
    preview = Preview(
        source,
        lambda: as_of or today(source),
        Speech(lang(), _words, partial(_failure, source)),
        Listener(partial(_built, source), partial(_failed, source), _waits),
    )
    with suppress(KeyboardInterrupt):
        serve(preview, listening)
    console.remark(_("The preview has ended."))


def _words(fault: Diagnostic) -> Words:
    return _told(tell(fault))


def _told(told: Told) -> Words:
    return Words(place(told), told.code, told.message, told.hint)


def _failure(source: Path, error: Exception) -> Words:
    """Return why a build came to no end; what is no failure of the system's is one of the program's."""
    if isinstance(error, KNOWN):
        return _told(tell_failure(error, source))
    problem = f"{type(error).__name__}: {error}"
    return Words("", "", _("The program has a fault: {problem}").format(problem=problem), _("The terminal tells more."))


def _built(source: Path, built: Built) -> None:
    console.show_faults(built.faults, source)
    if built.changes is None:
        console.remark(_("Not built. Once this is mended, the preview goes on."))
        return
    changes = built.changes
    count = len(changes.new) + len(changes.changed) + len(changes.removed)
    console.remark(ngettext("Built: {count} file changed.", "Built: {count} files changed.", count).format(count=count))


def _failed(source: Path, error: Exception) -> None:
    if isinstance(error, KNOWN):
        console.show([tell_failure(error, source)], source)
    else:
        console.warn("".join(format_exception(error)))


def _waits() -> None:
    console.remark(_("Another build of this site is running; waiting for it to end…"))
