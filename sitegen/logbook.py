"""The logbook: the publication log is carried on from what a build would show, and read again by address.

Knows which stages that takes. Nothing of the output is looked at: what ``build`` would publish on the day is what is logged.
"""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import closing
from functools import partial

from msgspec import Struct

from sitegen.build import Options, Tell, prove
from sitegen.config import read_config
from sitegen.content.assets import sha256_at
from sitegen.content.read import text_of
from sitegen.content.read_log import read_log
from sitegen.content.reading import read_content
from sitegen.diagnostics import Diagnostic
from sitegen.index.addresses import Addresses
from sitegen.index.history import History, history_of
from sitegen.index.publications import Readers, new_lines, on_view, reasons_of
from sitegen.model.publication import NO_LOG, Line, Log
from sitegen.publish.log import append_to_log
from sitegen.render.bodies import outline_of_item
from sitegen.render.program import program_digest
from sitegen.render.unchanged import open_store


class Logged(Struct, frozen=True):
    """What was logged: the faults in the content and, unless one was an error, the lines that were added and the whole log."""

    faults: list[Diagnostic]
    added: list[Line] | None = None
    log: Log = NO_LOG


def carry_on(options: Options, executor: Executor | None, tell: Tell) -> Logged:
    """Add to the log what went on view, changed or went off view since its last lines; an error leaves it as it was.

    Raises PublishError where it can't be written. The caller holds the site's lock.
    """
    root = options.source
    with closing(open_store(options)) as store:
        checked, faults = prove(options, store, executor, tell)
    if checked is None:
        return Logged(faults)
    readers = Readers(partial(text_of, root), partial(sha256_at, root), outline_of_item)
    now = on_view(checked.site, checked.records, checked.rules, readers)
    lines = new_lines(checked.log, now, reasons_of(checked.site, checked.records), options.as_of)
    append_to_log(root, lines)
    return Logged(faults, lines, Log((*checked.log.lines, *lines)))


def look_up(options: Options, address: str) -> tuple[History, list[Diagnostic]]:
    """Return what the log shows of the item at *address*, and what is wrong with the log or the settings.

    Faults in the content are nobody's concern here: of a file that can't be read only the addresses in the log are known.
    """
    root = options.source
    config, faults = read_config(root)
    log, log_faults = read_log(root)
    if config is None or log_faults:
        return History(), [*faults, *log_faults]
    with closing(open_store(options)) as store:
        records = read_content(root, config, program_digest(), store.records, None).records
    return history_of(log, records, Addresses(config.language), address.removeprefix(config.url)), []
