"""Whole sites in a string, for tests of behaviour."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

from sitegen.build import Built, Options, build

# What instructions on appeal are made of; it stands above the first table of a site.toml.
APPEALED_TO = """\
organisation.court = "Esimerkin hallinto-oikeus"
organisation.court_email = "oikeus@oikeus.example"
organisation.court_address = "PL 1, 00000 Esimerkki"
organisation.registry.address = "Kylätie 1, 00000 Esimerkkilä"
"""
# Its last table is [site], so that tests can add settings at its end.
TOML = f"""\
{APPEALED_TO}[pdf]
enabled = false

[search]
enabled = false

[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
"""
FILE = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def no_news(stage: str, done: int, total: int) -> None:
    """Take no notice of progress."""


def unpack(text: str, folder: Path) -> Path:
    """Write the files of *text*, each below a line ``-- path --``, into *folder*, with a site.toml unless there is one."""
    parts = FILE.split(dedent(text))
    files = dict(zip(parts[1::2], parts[2::2], strict=True))
    for path, content in ({"site.toml": TOML} | files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


class Site:
    """A built site, and what it was built from."""

    def __init__(self, source: Path, output: Path, built: Built) -> None:
        self.source, self.output, self.built = source, output, built

    @property
    def codes(self) -> list[str]:
        """The codes of all faults, in the order told."""
        return [fault.code for fault in self.built.faults]

    @property
    def files(self) -> dict[str, bytes]:
        """All files of the output by path."""
        found = (path for path in sorted(self.output.rglob("*")) if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}

    def read(self, path: str) -> str:
        """Return the text of a file of the output; an address that ends in ``/`` means its page."""
        name = path.lstrip("/")
        return (self.output / (name + "index.html" if path.endswith("/") else name)).read_text(encoding="utf-8")

    def files_containing(self, text: str) -> list[str]:
        """Return the paths of the files of the output that hold *text*."""
        return [path for path, data in self.files.items() if text.encode() in data]


def rebuild(source: Path, output: Path, as_of: str = "2026-06-01", drafts: bool = False) -> Site:
    """Build the site in *source* into *output*, in this process."""
    built = build(Options(source, output, date.fromisoformat(as_of), drafts), None, no_news)
    return Site(source, output, built)


Make = Callable[..., Site]
