"""All that a build reads of a site's folder, as one digest.

Knows the folders that a site is made from. Knows nothing of what their files mean.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from sitegen.model.publication import LOG

FOLDERS = ("content", "static", "templates")


def digest_inputs(root: Path, known: str) -> str:
    """Return a digest of the names and bytes of site.toml, the log and every file in the site's folders, and of what is *known*.

    Raises OSError where a file can't be read, and for links, which only a whole build can judge.
    """
    found = blake2b(known.encode(), digest_size=16)
    base = str(root)
    log = [LOG] if os.path.lexists(f"{base}/{LOG}") else []
    for path in ["site.toml", *log, *sorted(path for folder in FOLDERS for path in _files(base, folder))]:
        with open(f"{base}/{path}", "rb", buffering=0) as file:
            data = file.read()
        found.update(f"{path}\0{len(data)}\0".encode())
        found.update(data)
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
