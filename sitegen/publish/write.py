"""Publishing: everything drawn is staged first; only then does the site change, and then wholly.

Knows the order of the stages. Must not know how one is done, nor what is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from sitegen.errors import PublishError, cannot_write
from sitegen.publish.changes import Changes, compare, refuse_collisions, respelled, stale_copies
from sitegen.publish.journal import Journal, prepare, seal, sealed
from sitegen.publish.output import MARK, STAGING, claim, listing
from sitegen.publish.replay import replay
from sitegen.publish.room import make_room
from sitegen.publish.staging import Staging, discard


def open_output(output: Path, seen: Mapping[str, int] | None = None) -> Mapping[str, int]:
    """Claim *output*, complete what a killed run began there and return what then stands (``listing``).

    What ``glance`` saw is taken as *seen*. Raises NotOurs, or PublishError if it can't be made, mended or read.
    """
    claim(output)
    if seen is not None:
        return seen
    recover(output)
    return listing(output)


def glance(output: Path) -> dict[str, int] | None:
    """Return what stands in *output* (``listing``), None where more is to be done than to look: another process may do this."""
    try:
        return listing(output) if (output / MARK).is_file() and not (output / STAGING).exists() else None
    except PublishError:
        return None


def recover(output: Path) -> None:
    """Carry through the commit that a killed run had begun, or remove what it had only staged."""
    try:
        journal = sealed(output)
    except OSError as error:
        raise cannot_write(output, error) from error
    if journal:
        replay(output, journal)
    else:
        discard(output)


def publish(
    output: Path,
    standing: Mapping[str, int],
    kept: AbstractSet[str],
    drawn: Iterable[tuple[str, bytes]],
) -> Changes:
    """Make *output* hold the files *kept* as they stand, those *drawn* as given, and nothing else.

    *standing* is what ``open_output`` returned and holds all of *kept*, which may grow while *drawn* is taken, else
    ValueError is raised.
    *drawn* is taken one by one and to its end before anything changes: whatever it raises, and a
    PublishError for want of room or leave, finds the old site untouched. A file that stands as drawn
    isn't rewritten. What a kill or a failing disk breaks off in the middle, the next ``open_output``
    completes; after a power cut, files may be shorter than they were drawn.
    """
    staging = Staging(output, standing)
    try:
        for path, data in drawn:
            staging.put(path, data)
        if missing := kept - standing.keys():
            raise ValueError(f"kept, but not standing: {min(missing)}")
        changes = compare(standing, list(staging.staged), staging.same | kept)
        if changes.new:
            refuse_collisions(output, staging.staged.keys() | staging.same | kept)
        if not changes:
            return changes
        journal = _ready(output, staging, changes)
    except BaseException:
        if staging.is_open:
            discard(output)
        raise
    replay(output, journal)
    return changes


def _ready(output: Path, staging: Staging, changes: Changes) -> Journal:
    """Do all that may fail and then seal the journal of *changes*."""
    spellings = respelled(changes.new, changes.removed)
    stale = stale_copies(changes, spellings)
    journal = Journal(
        respelled=spellings,
        stale=tuple(sorted(stale)),
        placed=tuple((staging.staged[path], path) for path in (*changes.new, *changes.changed)),
        removed=tuple(path for path in changes.removed if path not in stale),
    )
    try:
        staging.open()
        prepare(output, journal)
        make_room(output, changes)
        seal(output)
    except OSError as error:
        raise cannot_write(output, error) from error
    return journal
