"""A withdrawal: the file says so, and the page goes from the output, by a build if there can be one and without one if not.

Knows the order of the steps. Must not know how a page is taken out of an output.
"""

from __future__ import annotations

from concurrent.futures import Executor
from contextlib import closing
from datetime import date

from msgspec import Struct

from sitegen.build import Built, Options, Tell, build
from sitegen.config import Config, read_config
from sitegen.content.bare import every_record
from sitegen.content.frontmatter import Unreadable
from sitegen.content.locate import located
from sitegen.content.read import bytes_of
from sitegen.content.reading import read_content
from sitegen.content.withdrawing import with_withdrawal
from sitegen.diagnostics import Diagnostic
from sitegen.errors import Undrawable, Unusable
from sitegen.index.withdrawal import Target, find_target
from sitegen.model.record import Record
from sitegen.publish.amend import paths_of, replace_file
from sitegen.publish.changes import Changes
from sitegen.publish.place import refuse_unsafe
from sitegen.render.excision.files import names, shown_title
from sitegen.render.program import program_digest
from sitegen.render.store import Store
from sitegen.render.unchanged import open_store
from sitegen.withdrawal.take_out import take_out


class Withdrawn(Struct, frozen=True):
    """What a withdrawal did: the file that says so, since when, and whether that is new; the build that was tried.

    ``changes`` are those of the output, by that build or without one; ``naming`` are its files that still say a title.
    ``failure`` is what kept that build from drawing, where no fault in the content did.
    """

    path: str
    since: date
    is_new: bool
    built: Built
    changes: Changes
    naming: list[str]
    failure: Undrawable | None = None


def withdraw(options: Options, wanted: str, reason: str, executor: Executor | None, tell: Tell) -> Withdrawn:
    """Take what *wanted* names out of the site at once, whatever is wrong elsewhere, and write *reason* into its file.

    Raises NotWithdrawable, Unusable where its own file can't be used, PublishError. The caller holds the site's lock.
    """
    refuse_unsafe(options.source, options.output)
    config, faults = read_config(options.source)
    if config is None:
        raise Unusable(faults)
    with closing(open_store(options)) as store:
        target = find_target(config, *known_records(options, config, store, executor), wanted)
    since, is_new = write_withdrawal(options, target, reason)
    built, failure = try_to_build(options, executor, tell)
    changes = built.changes
    if changes is None:
        with closing(open_store(options)) as store:
            records, _ = known_records(options, config, store, executor)
            changes = take_out(options, config, records, target, store)
    titles = tuple({shown_title(record.facts.title) for record in target.records} - {""})
    naming = paths_of(options.output, lambda data: names(data, titles)) if titles else []
    return Withdrawn(target.record.path, since, is_new, built, changes, naming, failure)


def try_to_build(options: Options, executor: Executor | None, tell: Tell) -> tuple[Built, Undrawable | None]:
    """Build the site; return what that did, and what the programs that draw it failed at."""
    try:
        return build(options, executor, tell), None
    except Undrawable as failure:
        return Built([]), failure


def known_records(
    options: Options, config: Config, store: Store, executor: Executor | None
) -> tuple[list[Record], list[Diagnostic]]:
    """Return a record of every file that can be told, and the faults of those that can't."""
    content = read_content(options.source, config, program_digest(), store.records, executor)
    records, lost = every_record(options.source, config.languages, content)
    return records, located(options.source, [fault for fault in content.faults if fault.path in lost])


def write_withdrawal(options: Options, target: Target, reason: str) -> tuple[date, bool]:
    """Write into *target*'s file that it's withdrawn, unless it is; return since when it is, and whether that is new."""
    path, before = target.record.path, target.withdrawn
    if before and before.date <= options.as_of:
        return before.date, False
    try:
        data = with_withdrawal(bytes_of(options.source, path), options.as_of, reason)
    except Unreadable as fault:
        raise Unusable([Diagnostic(path, fault.line, fault.column, fault.code, fault.args_)]) from None
    replace_file(options.source / path, data)
    return options.as_of, True
