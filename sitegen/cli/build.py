"""``sitegen build``."""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

import click

from sitegen.build import Options, build
from sitegen.cli import console
from sitegen.diagnostics import is_error
from sitegen.publish.lock import build_lock


@click.command()
@click.option("--source", type=click.Path(path_type=Path), default=Path())
@click.option("--output", type=click.Path(path_type=Path))
@click.option("--as-of")
@click.option("--drafts", is_flag=True)
@click.option("--jobs", type=int, default=0)
@click.option("--quiet", is_flag=True)
@click.option("--verbose", is_flag=True)
def command(source: Path, output: Path | None, as_of: str | None, drafts: bool, jobs: int, quiet: bool, verbose: bool) -> None:
    """Build the site."""
    start = time.perf_counter()
    jobs = jobs or os.cpu_count() or 1
    options = Options(source, output or source / "output", date.fromisoformat(as_of) if as_of else date.today(), drafts)
    def tell(stage: str, done: int, total: int) -> None:
        if verbose:
            console.say(f"{time.perf_counter() - start:.2f} {stage} {done}/{total}")
    with build_lock(source / ".sitegen", 60, lambda: None):
        executor = ProcessPoolExecutor(jobs) if jobs > 1 else None
        try:
            built = build(options, executor, tell)
        finally:
            if executor:
                executor.shutdown()
    console.show_faults(built.faults)
    if any(is_error(fault) for fault in built.faults):
        raise SystemExit(1)
    if not quiet and built.changes:
        console.say(f"{len(built.plans)} files, {built.drawn} drawn, {len(built.changes.removed)} removed, {time.perf_counter() - start:.2f} s; {built.next_change}")
