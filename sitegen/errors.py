"""What ends a command other than faults in the content: the program could not do its work.

Knows each failure's code and what it carries. Must not know the words that the console shows for
a code, nor who raises it.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from sitegen.diagnostics import Diagnostic


class SitegenError(Exception):
    """A failure that is told in one sentence, without a traceback."""


class PublishError(SitegenError):
    """The output could not be written; *path* is what failed and *reason* the system's words for it."""

    code: ClassVar[str] = "WR001"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class NotOurs(PublishError):
    """The output folder holds files that sitegen did not put there."""

    code = "WR002"


class Locked(PublishError):
    """Another build held the site for longer than this one would wait."""

    code = "WR003"


class Unsafe(PublishError):
    """The output would lie over what the site is made from, or over what sitegen never touches."""

    code = "WR004"


class Collision(PublishError):
    """Two outputs are one file to a file system that doesn't tell capitals from small letters."""

    code = "WR005"


class Undrawable(PublishError):
    """A program that sitegen draws with could not do its part; the content has no fault that could be told."""


class Unsearchable(Undrawable):
    """Pagefind's program at *path* made no index; *reason* is the system's words or its own."""

    code = "SV001"


class Untypeset(Undrawable):
    """A PDF could not be made of what stands in the file at *path*; *reason* is the typesetter's words."""

    code = "PF001"


class NotReadable(SitegenError):
    """What is published at *where*, an address or a folder, can't be judged; *reason* is the system's words or ours."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where = where
        self.reason = reason


def cannot_write(path: Path, error: OSError) -> PublishError:
    """Return the failure of what *error* names, of a rename the place it led to, or else of *path*."""
    named = next((name for name in (error.filename2, error.filename) if isinstance(name, str)), None)
    return PublishError(Path(named) if named else path, error.strerror or str(error))


class NotWithdrawable(SitegenError):
    """What was named can't be withdrawn: *why* is ``unknown``, ``made``, ``draft`` or the kind of thing that it is."""

    def __init__(self, why: str, wanted: str, nearest: str = "") -> None:
        super().__init__(why, wanted)
        self.why, self.wanted, self.nearest = why, wanted, nearest


class Unusable(SitegenError):
    """The files in which the work would be done can't be used; *faults* tell why."""

    def __init__(self, faults: list[Diagnostic]) -> None:
        super().__init__(faults)
        self.faults = faults
