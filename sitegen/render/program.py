"""The program, as a digest: what is remembered is good only for the program that made it.

Reads the program's own files and asks which versions of the libraries that draw are installed.
"""

from __future__ import annotations

import platform
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (
    "babel", "brotli", "feedgen", "icalendar", "jinja2", "lxml", "markdown", "msgspec", "nh3", "pagefind-bin", "pillow", "pypdfium2",
    "python-dateutil", "python-frontmatter", "python-slugify", "python-stdnum", "pyyaml", "typst",
)  # fmt: skip


@cache
def program_digest() -> str:
    """Return a digest of sitegen's own files, the versions of the libraries that read and draw, and Python's."""
    package = Path(__file__).parent.parent
    found = blake2b(digest_size=8)
    found.update(platform.python_version().encode())
    for name in LIBRARIES:
        found.update(f"{name} {version(name)}\0".encode())
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".mo", ".ttf", ".woff2", ".txt"):
            found.update(f"{path.relative_to(package).as_posix()}\0".encode() + path.read_bytes())
    return found.hexdigest()
