"""Where a build remembers what it drew: in the site's folder, or nowhere for long.

Knows that one build at a time may use it. Must not know what is remembered.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.cli import console
from sitegen.cli.language import _
from sitegen.config import FILE
from sitegen.publish.lock import build_lock

WAIT = 60.0
_NO_LEAVE = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def memory(source: Path) -> Iterator[Path]:
    """Give the folder in which to remember, locked against other builds, and say so where it won't last.

    Where the site's folder can only be read, or is none, it is one that ends with the build. Raises Locked after WAIT seconds, PublishError
    where the folder can't be made.
    """
    folder = source / ".sitegen"
    is_site = (source / FILE).is_file()
    if is_site and _may_write(folder):
        with build_lock(folder, WAIT, _tell_of_wait):
            yield folder
    else:
        if is_site:
            console.warn(_("The site's folder can't be written to: nothing is remembered for the next build."))
        with TemporaryDirectory(prefix="sitegen-") as temporary:
            yield Path(temporary)


def _may_write(folder: Path) -> bool:
    """Tell whether *folder* can be made and written to; a full disk is not the question here."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        return error.errno not in _NO_LEAVE
    return os.access(folder, os.W_OK | os.X_OK)


def _tell_of_wait() -> None:
    console.remark(_("Another build of this site is running; waiting for it to end…"))
