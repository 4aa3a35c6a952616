"""Failures: what keeps the command from its work although the content may be in order.

Knows what can fail around a build, in which code it is told and with which exit status. A failure that is not here is a
fault of the program, and ends in a traceback.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from pathlib import Path

from sitegen.cli import console
from sitegen.cli.console import Form
from sitegen.cli.messages import Told, worded
from sitegen.codes.code import N_
from sitegen.codes.failures import FAILURES
from sitegen.diagnostics import CODES
from sitegen.errors import PublishError

FAULTY, WRONG_USE, NOT_WRITTEN = 1, 2, 3

# What systems say; whoever reads Finnish is told in Finnish.
REASONS = (
    N_("No space left on device"), N_("Permission denied"), N_("Read-only file system"), N_("Disk quota exceeded"),
    N_("File too large"), N_("File name too long"), N_("Is a directory"), N_("Not a directory"), N_("File exists"),
    N_("Input/output error"), N_("Operation not permitted"), N_("No such file or directory"),
    N_("database or disk is full"), N_("database is locked"), N_("unable to open database file"),
    N_("attempt to write a readonly database"), N_("disk I/O error"),
    N_("Connection refused"), N_("timed out"), N_("Name or service not known"),
)  # fmt: skip


class ManifestError(Exception):
    """The site was published, but its manifest at *path* could not be written, for the *reason* that the system gave."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


@contextmanager
def failures_told(source: Path, form: Form = "text", aside: bool = True) -> Iterator[None]:
    """Print a failure of the work within and raise SystemExit with its status; *source* is the site's folder."""
    try:
        yield
    except (PublishError, ManifestError, sqlite3.Error, BrokenExecutor, OSError) as error:
        if isinstance(error, OSError) and error.errno == errno.EPIPE:
            raise
        told = tell_failure(error, source)
        console.show([told], source, form, aside)
        raise SystemExit(FAULTY if told.code in CODES else NOT_WRITTEN) from None


def tell_failure(error: Exception, source: Path) -> Told:
    """Return a failure in the user's words."""
    match error:
        case PublishError():
            return _worded(error.code, error.path, error.reason)
        case ManifestError():
            return _worded("WR008", error.path, error.reason)
        case OSError():
            return _system_failure(error, source)
        case sqlite3.Error():
            return _worded("WR006", source / ".sitegen", str(error))
    return _worded("WR007", source, "")


def _system_failure(error: OSError, source: Path) -> Told:
    """Return what an operation of the system that failed means: a file of the site that can't be read, or one to write."""
    path = Path(error.filename) if isinstance(error.filename, str) else source
    reason = error.strerror or str(error)
    inside = path.relative_to(source) if path.is_relative_to(source) else path
    if inside.parts[:1] in (("content",), ("static",), ("templates",), ("site.toml",)):
        return worded(CODES["FI008"], {"problem": reason}, str(inside))
    return _worded("WR001", path, reason)


def _worded(code: str, path: Path, reason: str) -> Told:
    return worded(FAILURES[code], {"reason": reason}, str(path))
