"""Whether a build would change anything: asked first, with nothing loaded that draws.

Knows what a build reads, the store and the output. Must not know what anything read means.
"""

from __future__ import annotations

from contextlib import closing
from datetime import date
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.content.read_inputs import UNREAD, Inputs, look_at_inputs, state_of_inputs
from sitegen.diagnostics import Diagnostic
from sitegen.publish.changes import Changes
from sitegen.publish.place import refuse_unsafe
from sitegen.publish.write import open_output
from sitegen.render.program import program_digest
from sitegen.render.store import Drawn, Store
from sitegen.render.templates import shipped_templates


class Options(Struct, frozen=True):
    """What to build, where to and for which day. ``memory`` is the folder of the store where it isn't the site's own."""

    source: Path
    output: Path
    as_of: date
    drafts: bool = False
    memory: Path | None = None


class Built(Struct, frozen=True):
    """What a build did: its faults and, unless one was an error, how the output changed."""

    faults: list[Diagnostic]
    changes: Changes | None = None
    drawn: int = 0
    next_change: date | None = None
    manifest: dict[str, Drawn] = {}
    sources: dict[str, tuple[str, str]] = {}


class Good(Struct, frozen=True):
    """What is remembered of a build without errors: the digest of all that it read, the days that it is good for, its warnings."""

    inputs: str
    since: date
    next_change: date | None
    sources: dict[str, tuple[str, str]]
    faults: list[Diagnostic] = []


class Asked(Struct, frozen=True):
    """What a build would read, and what the last one did where this one would do the same."""

    inputs: Inputs
    built: Built | None


def ask(options: Options) -> Asked:
    """Return whether the last build still stands; raises PublishError where the output can't be one. The caller holds the lock."""
    refuse_unsafe(options.source, options.output)
    inputs = _inputs(options)
    with closing(open_store(options)) as store:
        return Asked(inputs, _unchanged(options, inputs.digest, store))


def keep(options: Options, inputs: Inputs, built: Built, store: Store) -> None:
    """Remember a build that read *inputs*, unless an error kept it from publishing or a file was saved meanwhile."""
    if inputs.digest and built.changes is not None and _stands(options, inputs):
        good = Good(inputs.digest, options.as_of, built.next_change, built.sources, built.faults)
        store.keep_build(options.output, msgspec.msgpack.encode(good))


def open_store(options: Options) -> Store:
    """Return the store of what earlier builds made."""
    return Store(options.memory or options.source / ".sitegen")


def _inputs(options: Options) -> Inputs:
    """Return all that this build will read, and what reads it; empty where only a whole build can tell."""
    try:
        return look_at_inputs(options.source, _reader(options))
    except OSError:
        return UNREAD


def _stands(options: Options, inputs: Inputs) -> bool:
    """Tell whether nothing happened to the files since they were looked at (docs/decisions/0042)."""
    try:
        return inputs.state == state_of_inputs(options.source, _reader(options))
    except OSError:
        return False


def _reader(options: Options) -> str:
    """Return what reads the site's files: the program, its templates and the options."""
    shipped = b"".join(one.text.encode() for one in shipped_templates().values())
    return f"{program_digest()} {options.drafts} {blake2b(shipped).hexdigest()}"


def _unchanged(options: Options, inputs: str, store: Store) -> Built | None:
    """Return what the last build did, if this one would read the same, on a day that it was good for, and every file stands."""
    summary = store.last_build(options.output)
    good = msgspec.msgpack.decode(summary, type=Good) if summary else None
    if good is None or good.inputs != inputs or options.as_of < good.since:
        return None
    if good.next_change is not None and options.as_of >= good.next_change:
        return None
    outputs = store.outputs(options.output)
    if open_output(options.output) != {path: drawn.size for path, drawn in outputs.items()}:
        return None
    return Built(good.faults, Changes(kept=len(outputs)), 0, good.next_change, outputs, good.sources)
