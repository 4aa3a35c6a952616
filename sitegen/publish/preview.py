"""What publishing would change, with nothing written.

Knows what stands in an output. Must not change anything, not even by claiming or mending the folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from sitegen.errors import NotOurs, cannot_write
from sitegen.publish.changes import Changes, compare
from sitegen.publish.output import MARK, listing


def look_at_output(output: Path) -> dict[str, int]:
    """Return what stands in *output* (``listing``), nothing where there is no such folder.

    Raises NotOurs where a build would, PublishError if it can't be read.
    """
    if not output.exists():
        return {}
    standing = listing(output)
    if standing and MARK not in standing:
        raise NotOurs(output, f"it is neither empty nor made by sitegen (it has no {MARK})")
    return standing


def compare_drawn(
    output: Path, standing: Mapping[str, int], kept: AbstractSet[str], drawn: Iterable[tuple[str, bytes]]
) -> Changes:
    """Return what ``publish`` would do with the same; raises PublishError where a standing file can't be read."""
    differing: list[str] = []
    same: set[str] = set()
    for path, data in drawn:
        if standing.get(path) == len(data) and _read(output / path) == data:
            same.add(path)
        else:
            differing.append(path)
    return compare(standing, differing, same | kept)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_write(path, error) from error
