"""Files of a built site, as a web server gives them out.

Knows addresses, files and media types. Must not know how an answer is sent, nor what is added to it.
"""

from __future__ import annotations

from mimetypes import MimeTypes
from pathlib import Path, PurePosixPath

from sitegen.publish.output import belongs

TYPES = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
TEXTS = (
    "text/",
    "application/json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/manifest+json",
    "image/svg",
)

# Python's own table: what the machine's tables say differs from one to the next.
_known = MimeTypes().guess_type


def read(folder: Path, path: str) -> bytes | None:
    """Return the bytes of the file at *path*, relative to *folder*; None if there is none or it lies elsewhere."""
    try:
        place = (folder / path).resolve()
        return place.read_bytes() if belongs(path) and place.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError):
        return None


def path_of(address: str) -> str:
    """Return the path of the file at *address*; that of a folder is its index."""
    return address.removeprefix("/") + ("index.html" if address.endswith("/") else "")


def media_type(path: str, data: bytes) -> str:
    """Return the media type of a file, with its charset if it is text; a feed is told by its first element."""
    name = TYPES.get(PurePosixPath(path).suffix.lower()) or _known(path)[0] or "application/octet-stream"
    if name == "application/xml" and b"<rss" in data[:500]:
        name = "application/rss+xml"
    return f"{name}; charset=utf-8" if name.startswith(TEXTS) else name
