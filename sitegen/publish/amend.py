"""Changing some files of an output as it stands, where the rest can't be drawn anew.

Knows that a change is staged as a whole and carried through like any publishing. Must not know what is in a file, nor why
it changes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from sitegen.errors import cannot_write
from sitegen.model.packed import copied, copies_of
from sitegen.publish.changes import Changes
from sitegen.publish.output import listing
from sitegen.publish.write import publish


def amend(
    output: Path,
    standing: Mapping[str, int],
    replaced: Mapping[str, bytes],
    removed: AbstractSet[str],
    clean: Callable[[str, bytes], bytes],
    pack: Callable[[str, bytes], Mapping[str, bytes]],
    on_change: Callable[[list[str]], None],
) -> Changes:
    """Put the files *replaced* in place, remove those *removed*, and make of every other one what *clean* makes of it.

    A packed copy that stands beside one of these becomes what *pack* gives for it, or goes.
    *standing* is what ``open_output`` returned. *on_change* is told of all paths that will differ, before any does. Raises
    what ``publish`` raises, with nothing changed.
    """
    drawn = dict(replaced)
    for path, data in contents(output, {path: size for path, size in standing.items() if copied(path) not in standing}):
        if path not in drawn and path not in removed and (kept := clean(path, data)) != data:
            drawn[path] = kept
    gone = {*removed, *(copy for path in (*drawn, *removed) for copy in copies_of(path) if copy in standing)}
    packed = {copy: data for path in drawn for copy, data in pack(path, drawn[path]).items() if copy in gone}

    def all_drawn() -> Iterator[tuple[str, bytes]]:
        yield from packed.items()
        yield from drawn.items()
        on_change(sorted({*packed, *drawn, *gone}))

    return publish(output, standing, standing.keys() - drawn.keys() - gone, all_drawn())


def paths_of(output: Path, says: Callable[[bytes], bool]) -> list[str]:
    """Return the paths of the files in *output* of which *says* is true, sorted; raises PublishError if one can't be read."""
    standing = listing(output) if output.is_dir() else {}
    return [path for path, data in contents(output, standing) if says(data)]


def contents(output: Path, standing: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """Yield each file of *standing* with its bytes, in order of path; links are passed over."""
    for path in sorted(path for path, size in standing.items() if size >= 0):
        try:
            yield path, (output / path).read_bytes()
        except OSError as error:
            raise cannot_write(output / path, error) from error


def replace_file(path: Path, data: bytes) -> None:
    """Make *data* what the file at *path*, which stands, holds: wholly or not at all; raises PublishError.

    A link stays a link, and the file keeps its permissions.
    """
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{place.name}.sitegen")
    try:
        beside.write_bytes(data)
        shutil.copymode(place, beside)
        beside.replace(place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise cannot_write(path, error) from error
