"""Drawings and other markup among a site's files: whether a browser that opens one would run or fetch anything.

A file beside content is published as it is, at an address of the site: what it runs may do all that the site's own pages may. Knows
XML (SVG, XHTML) as browsers read it. Judges no picture of pixels.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from sitegen.content.assets import bytes_at
from sitegen.diagnostics import N_, Diagnostic
from sitegen.model.asset import Asset
from sitegen.model.body import NO_OUTLINE, Outline
from sitegen.model.record import Record
from sitegen.model.references import fault_at, path_of, references
from sitegen.model.schemes import where_to

XML = (".svg", ".xml", ".xhtml", ".xht")
# How HTML is read depends on more than its bytes: nobody can tell that it runs nothing.
HTML = (".html", ".htm", ".shtml")
PAGE = N_("it is a page of its own; write it as Markdown, or save it as PDF")
DAMAGED = N_("it isn't well-formed XML")
RUNS = N_("it holds a script, or a page within a drawing")
FETCHES = N_("it fetches something from another file or site")

_RUNNING = frozenset("script handler foreignobject iframe object embed applet frame meta base form".split())
_HREF = ("href", "src", "action", "formaction", "data")
_WITHIN = re.compile(r"#|data:image/(?:png|jpeg|gif|webp|avif)[;,]")
# What CSS fetches; an escape may spell any of it.
_FETCHING = re.compile(r"url\(\s*[\"']?\s*(?!#|data:image/|data:font/|\s|[\"'])|@import|image-set\(|\\", re.IGNORECASE)


def markup_faults(
    root: Path, records: list[Record], outlines: dict[str, Outline], assets: dict[str, Asset]
) -> Iterator[Diagnostic]:
    """Yield each reference to a file, one of *assets*, that would run or fetch something in a reader's browser (IM004)."""
    problems: dict[str, str] = {}
    for record in records:
        for reference in references(record.facts, outlines.get(record.path, NO_OUTLINE)):
            path = path_of(record.path, reference.file)
            ending = posixpath.splitext(path)[1].lower()
            if path not in assets or ending not in XML + HTML:
                continue
            if path not in problems:
                problems[path] = PAGE if ending in HTML else what_it_does(bytes_at(root, path))
            if problems[path]:
                args = {"file": "…" if record.marked else reference.file, "problem": problems[path]}
                yield fault_at(record, reference, "IM004", args)


def what_it_does(data: bytes) -> str:
    """Return why XML, whatever its bytes are, may not be opened by a reader, as a message id; empty where nothing speaks against it."""
    problems: list[str] = []
    styles: list[str] = []
    open_tags: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2].lower()
        open_tags.append(tag)
        if tag in _RUNNING or any(_runs(one, value) for one, value in attributes.items()):
            problems.append(RUNS)
        elif any(_fetches(tag, one, value) for one, value in attributes.items()):
            problems.append(FETCHES)

    def end(name: str) -> None:
        open_tags.pop()

    def said(text: str) -> None:
        if open_tags[-1] == "style":
            styles.append(text)

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, said
    parser.ProcessingInstructionHandler = lambda target, text: problems.append(FETCHES)
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError):
        return DAMAGED
    if _FETCHING.search("".join(styles)):
        problems.append(FETCHES)
    return min(problems, key=(RUNS, FETCHES).index, default="")


def _runs(name: str, value: str) -> bool:
    """Tell whether an attribute runs something, or makes another one do so while a drawing moves."""
    name = name.rpartition(" ")[2].lower()
    moves = name == "attributename" and value.strip().rpartition(":")[2].lower()
    leads = name in _HREF and not _WITHIN.match(value.strip()) and where_to(value.strip()) == "refused"
    return name.startswith("on") or leads or bool(moves and (moves in _HREF or moves.startswith("on")))


def _fetches(tag: str, name: str, value: str) -> bool:
    """Tell whether an attribute makes a browser fetch something; a link leads on only when somebody follows it."""
    name = name.rpartition(" ")[2].lower()
    if name in _HREF:
        return tag != "a" and not _WITHIN.match(value.strip())
    return bool(_FETCHING.search(value)) and (name == "style" or "(" in value)
