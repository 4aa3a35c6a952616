"""Which files of a site's content there are, and which of them can't be read as content.

Knows folders, names and links. Reads no file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.content.places import KNOWN
from sitegen.diagnostics import N_, Diagnostic

OTHER_MARKDOWN = (".md", ".markdown", ".mdown")
# A name that isn't UTF-8 comes with surrogates; line ends would break every message that names the file.
UNUSABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


def scan(root: Path) -> tuple[list[str], list[Diagnostic]]:
    """Return the paths below *root*/content of all Markdown files, sorted, and what can't be read there.

    What begins with a dot is passed over: no editor's or system's file is content.
    """
    markdown: list[str] = []
    faults: list[Diagnostic] = []
    if not (root / "content").is_dir():
        return [], [Diagnostic("site.toml", 1, 1, "CF006")]
    folders = ["content"]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except OSError as error:
            faults.append(_unreadable(folder, error))
            continue
        for entry in entries:
            path = f"{folder}/{entry.name}"
            fault = _fault(root, path, entry)
            if fault:
                faults.append(fault)
            elif entry.is_dir(follow_symlinks=False):
                folders.append(path)
            elif entry.name.endswith(".md"):
                markdown.append(path)
    return sorted(markdown), faults


def _unreadable(path: str, error: OSError) -> Diagnostic:
    return Diagnostic(path, 1, 1, "FI008", {"problem": error.strerror or type(error).__name__})


def _fault(root: Path, path: str, entry: os.DirEntry[str]) -> Diagnostic | None:
    """Return why an entry of a folder can't be content, or None where it can, or is no Markdown."""
    is_markdown = entry.name.lower().endswith(OTHER_MARKDOWN)
    is_folder = entry.is_dir(follow_symlinks=False)
    if UNUSABLE.search(entry.name) and (is_markdown or is_folder):
        shown = "".join(_shown(path))
        return Diagnostic(shown, 1, 1, "FI007", {"name": shown.rpartition("/")[2]})
    if is_folder or not (is_markdown or entry.is_symlink()):
        return None
    try:
        if entry.is_symlink() and not Path(os.path.realpath(root / path)).is_relative_to(os.path.realpath(root)):
            return Diagnostic(path, 1, 1, "FI004", {"file": entry.name})
        if entry.is_symlink() and entry.is_dir():
            return Diagnostic(path, 1, 1, "FI008", {"problem": N_("a link to a folder")})
        if is_markdown and not entry.is_file():
            return Diagnostic(path, 1, 1, "FI008", {"problem": N_("not a file")})
    except OSError as error:
        return _unreadable(path, error)
    return Diagnostic(path, 1, 1, "FI005", {"places": KNOWN}) if is_markdown and not entry.name.endswith(".md") else None


def _shown(name: str) -> Iterator[str]:
    """Yield the characters of *name* so that any terminal can show them."""
    for character in name:
        yield f"\\x{ord(character) & 0xFF:02x}" if UNUSABLE.match(character) else character
