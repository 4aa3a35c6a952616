"""All that a build reads of a site's folder, as one digest, and whether anything happened to it since.

Knows the folders that a site is made from. Knows nothing of what their files mean.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from sitegen.model.publication import LOG

FOLDERS = ("content", "static", "templates")


class Inputs(Struct, frozen=True):
    """What a build reads: the digest of all of it, that of each file by its path, and the state that the files were in before.

    All three are empty where only a whole build can tell.
    """

    digest: str = ""
    files: dict[str, str] = {}
    state: str = ""


UNREAD = Inputs()


def look_at_inputs(root: Path, known: str) -> Inputs:
    """Return what there is to read of site.toml, the log and every file in the site's folders, and of what is *known*.

    Raises OSError where a file can't be read, and for links, which only a whole build can judge.
    """
    base = str(root)
    paths = _paths(base)
    state = _state(base, paths, known)
    files = {path: _digest(f"{base}/{path}") for path in paths}
    found = blake2b(known.encode(), digest_size=16)
    for path, digest in files.items():
        found.update(f"\0{path}\0{digest}".encode())
    return Inputs(found.hexdigest(), files, state)


def state_of_inputs(root: Path, known: str) -> str:
    """Return the state of the same files: it is another one once a file was saved, came, went or was put in another's place.

    It says nothing of what is in them, and compares only with a state of the same build. Raises OSError as looking does.
    """
    return _state(str(root), _paths(str(root)), known)


def _paths(base: str) -> list[str]:
    log = [LOG] if os.path.lexists(f"{base}/{LOG}") else []
    return ["site.toml", *log, *sorted(path for folder in FOLDERS for path in _files(base, folder))]


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:
        return blake2b(file.read(), digest_size=16).hexdigest()


def _state(base: str, paths: list[str], known: str) -> str:
    found = blake2b(known.encode(), digest_size=16)
    for path in paths:
        at = os.stat(f"{base}/{path}")
        # The time of a change of state can't be set by hand, as that of the content can.
        found.update(f"\0{path}\0{at.st_ino} {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns}".encode())
    return found.hexdigest()


def _files(root: str, folder: str) -> list[str]:
    """Return the paths of all files in a folder; raises OSError for a link."""
    paths: list[str] = []
    folders = [folder] if os.path.isdir(f"{root}/{folder}") else []
    while folders:
        here = folders.pop()
        with os.scandir(f"{root}/{here}") as entries:
            for entry in entries:
                if entry.is_symlink():
                    raise OSError(entry.path)
                if entry.is_dir():
                    folders.append(f"{here}/{entry.name}")
                else:
                    paths.append(f"{here}/{entry.name}")
    return paths
