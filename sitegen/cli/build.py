"""``sitegen build``.

Knows what may be asked of a build. Must not know how one works.
"""

from __future__ import annotations

import importlib
import os
import time
from datetime import date
from functools import partial
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.days import Day, today
from sitegen.cli.failures import FAULTY, failures_told
from sitegen.cli.interruption import heed_termination
from sitegen.cli.language import _
from sitegen.cli.manifest import write_manifest
from sitegen.cli.memory import memory
from sitegen.cli.messages import counted, tell
from sitegen.cli.options import source_option
from sitegen.cli.progress import Progress
from sitegen.cli.summary import done, foreseen
from sitegen.cli.workers import workers
from sitegen.diagnostics import is_error
from sitegen.publish.left_over import remove_overdue_preview
from sitegen.render.unchanged import Built, Options, ask

_File = partial(click.Path, path_type=Path)


@click.command(help=_("Build the site."))
@source_option
@click.option("--output", type=_File(file_okay=False), help=_("The folder to publish into; 'output' in the site's folder by default."))
@click.option("--as-of", type=Day(), help=_("The day to build for; today by default."))
@click.option("--drafts", is_flag=True, help=_("Build drafts too."))
@click.option(
    "--jobs", type=click.IntRange(1), metavar=_("NUMBER"),
    help=_("How many processes share the work; as many as the machine has cores by default."),
)  # fmt: skip
@click.option("--diff", is_flag=True, help=_("Tell what would be added (+), changed (~) and removed (-), and write nothing."))
@click.option("--manifest", type=_File(dir_okay=False), help=_("A file to list each file of the site in, as JSON."))
@click.option("--quiet", is_flag=True, help=_("Say nothing unless something is wrong."))
@click.option("--verbose", is_flag=True, help=_("Tell how long each stage took."))
def command(
    source: Path, output: Path | None, as_of: date | None, drafts: bool, jobs: int | None, diff: bool, manifest: Path | None,
    quiet: bool, verbose: bool,
) -> None:  # fmt: skip
    """Build the site."""
    start = time.perf_counter()
    heed_termination()
    output = output or source / "output"
    _refuse_contradictions(output, diff, manifest, quiet, verbose)
    with failures_told(source), memory(source) as folder:
        options = Options(source, output, as_of or today(source), drafts, folder)
        progress = Progress(console.is_watched() and not quiet, verbose)
        if not diff:
            remove_overdue_preview(folder, options.as_of)
        built = _build(options, jobs or os.cpu_count() or 1, diff, progress)
        _show_faults(built, source)
        if manifest:
            write_manifest(built, manifest)
    if diff:
        _show_changes(built)
    if not quiet:
        console.say(foreseen(built) if diff else done(built, time.perf_counter() - start))


def _build(options: Options, jobs: int, diff: bool, progress: Progress) -> Built:
    """Return what a build did, or with *diff* would do; what draws is loaded only where there may be something to draw."""
    asked = None if diff else ask(options)
    if asked and asked.built:
        return asked.built
    stages = importlib.import_module("sitegen.build")
    try:
        with workers(jobs) as executor:
            if asked is None:
                return stages.preview_changes(options, executor, progress)
            return stages.build_anew(options, asked.inputs, executor, progress)
    finally:
        progress.end()


def _refuse_contradictions(output: Path, diff: bool, manifest: Path | None, quiet: bool, verbose: bool) -> None:
    """Raise UsageError for options that can't stand together."""
    if quiet and verbose:
        raise click.UsageError(_("--quiet and --verbose can't stand together."))
    if diff and manifest:
        raise click.UsageError(_("--diff writes nothing, so it has no manifest."))
    if manifest and manifest.resolve().is_relative_to(output.resolve()):
        raise click.UsageError(_("The manifest can't stand in the output: what is no part of the site is removed from there."))


def _show_faults(built: Built, source: Path) -> None:
    """Print what is wrong and how much of it; raise SystemExit where nothing was published for it."""
    console.show_faults(built.faults, source)
    counts = counted([tell(fault) for fault in built.faults])
    if any(is_error(fault) for fault in built.faults):
        console.remark(_("{counts}; nothing was published").format(counts=counts))
        raise SystemExit(FAULTY)
    if counts:
        console.remark(counts)


def _show_changes(built: Built) -> None:
    """Print each file that a build would add, change or remove, in order of path."""
    if built.changes is None:
        return
    changes = built.changes
    signs = dict.fromkeys(changes.new, "+") | dict.fromkeys(changes.changed, "~") | dict.fromkeys(changes.removed, "-")
    for path, sign in sorted(signs.items()):
        console.show_change(sign, path)
