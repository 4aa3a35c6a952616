"""Reading the publication log: whether every line is as it was written, and follows the one before.

Knows the file. Knows nothing of the site that the lines tell of.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from sitegen.diagnostics import N_, Diagnostic
from sitegen.model.publication import LOG, NO_LOG, NOTHING_BEFORE, Line, Log, is_sealed

NOT_JSON = N_("it is no JSON object")
MERGED = N_("git left the mark of a merge here; keep the lines of one branch alone")
NO_LINE = N_("a field is missing, unknown, or has a value that it can't have")

_MERGE_MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
_decode = msgspec.json.Decoder(Line).decode


def read_log(root: Path) -> tuple[Log, list[Diagnostic]]:
    """Return the log in the site's folder *root*, and what is wrong with it: a log with a fault has no lines.

    Each line that can't be read is told (LG004), and the first one that was changed or doesn't follow the one before (LG001).
    """
    try:
        written = bytes_of_log(root)
    except OSError as error:
        return NO_LOG, [Diagnostic(LOG, 1, 1, "FI008", {"problem": error.strerror or type(error).__name__})]
    lines: list[Line] = []
    faults: list[Diagnostic] = []
    # Whatever follows the last end of line was never written whole.
    *whole, rest = written.split(b"\n")
    for number, one in enumerate([*whole, rest] if rest else whole, 1):
        try:
            line = _decode(one)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            faults.append(Diagnostic(LOG, number, 1, "LG004", {"problem": _problem(one, error)}))
        else:
            if not faults and not (is_sealed(one) and _follows(line, lines) and number <= len(whole)):
                faults.append(Diagnostic(LOG, number, 1, "LG001"))
            lines.append(line)
    return (NO_LOG, faults) if faults else (Log(tuple(lines)), [])


def _problem(line: bytes, error: Exception) -> str:
    """Return why *line* can't be read."""
    if line.startswith(_MERGE_MARKS):
        return MERGED
    return NO_LINE if isinstance(error, msgspec.ValidationError) else NOT_JSON


def bytes_of_log(root: Path) -> bytes:
    """Return the log's bytes, empty where there is none; raises OSError. Git may have given its lines another end."""
    try:
        with open(root / LOG, "rb") as file:
            return file.read().replace(b"\r\n", b"\n")
    except FileNotFoundError:
        return b""


def _follows(line: Line, lines: list[Line]) -> bool:
    """Tell whether *line* is bound to the last of *lines*, and no older."""
    if not lines:
        return line.previous == NOTHING_BEFORE
    return line.previous == lines[-1].digest and line.day >= lines[-1].day
