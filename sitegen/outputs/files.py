"""Files that are published as they are: attachments, pictures, a site's static folder, the style sheet.

Knows where each stands in the output. Knows nothing of the pages that name them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.links import asset_address, source_of
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.model.facts import Document, Item, Meeting
from sitegen.model.parts import Attachment
from sitegen.model.references import references
from sitegen.outputs.views import FileView
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class CopyView(Struct, frozen=True):
    """A file of the site's folder, by its path and its digest."""

    path: str
    digest: str


def beside(site: Site) -> Iterator[Plan]:
    """Yield each file that something refers to, below the page of what refers to it."""
    seen: set[tuple[str, str]] = set()
    for version in site.by_source.values():
        if version.state != "open":
            continue
        for reference in references(version.facts, version.outline):
            asset = site.assets.get(source_of(version, reference.file))
            address = asset_address(site, version, reference.file)
            path = unquote(file_of(address)) if address else ""
            if asset and path and (path, asset.path) not in seen:
                seen.add((path, asset.path))
                # What is published under another name is remembered without its own.
                yield Plan(path, draw_copy, CopyView(asset.path, asset.digest), source=version.source if asset.name else asset.path)


def static(site: Site) -> Iterator[Plan]:
    """Yield each file of the site's static/ folder, at its own path."""
    for path, asset in sorted(site.assets.items()):
        if path.startswith("static/") and path not in site.withheld:
            yield Plan(path.removeprefix("static/"), draw_copy, CopyView(path, asset.digest), source=path)


def draw_copy(pen: Pen, view: CopyView) -> bytes:
    """Return the file's bytes."""
    return pen.file(view.path)


def file_type(name: str) -> str:
    """Return a file's type as people call it: ``PDF``."""
    return posixpath.splitext(name)[1][1:].upper()


def document_file(site: Site, version: Version[Document]) -> FileView | None:
    """Return a document's own file, or None where it has none."""
    address = asset_address(site, version, version.facts.file) if version.facts.file else ""
    if not address:
        return None
    size = site.assets[source_of(version, version.facts.file)].size
    return FileView(version.facts.title, address=address, type=file_type(address), size=size, lang=version.words)


def attachment_views(site: Site, version: Version[Any], attachments: tuple[Attachment, ...]) -> tuple[FileView, ...]:
    """Return attachments as templates see them; one that isn't public has its title and ground, and nothing else."""
    return tuple(_attachment(site, version, one) for one in attachments)


def pdf_file(site: Site, facts: Item | Meeting, lang: str) -> FileView | None:
    """Return the PDF of an item or a meeting, its size not known yet; None where the site has none."""
    return FileView("", address=site.addresses.pdf(facts, lang), type="PDF") if site.config.pdf else None


def _attachment(site: Site, version: Version[Any], one: Attachment) -> FileView:
    document = next((d for d in site.documents if d.facts.slug == one.document), None) if one.document else None
    if document:
        target = document.best(version.lang)
        title = one.title or target.facts.title
        file = document_file(site, target)
        return FileView(title, one.number, one.kind, target.address, file.type if file else "", file.size if file else 0, target.words)
    asset = site.assets.get(source_of(version, one.file)) if one.file else None
    title = one.title or posixpath.basename(one.file)
    address = asset_address(site, version, one.file) if asset else ""
    if not asset or not address:
        return FileView(title, one.number, one.kind, ground=one.ground)
    return FileView(title, one.number, one.kind, address, file_type(address), asset.size, one.lang or version.words)
