"""Files that are published as they are: attachments, pictures, a site's static folder, the style sheet.

Knows where each stands in the output. Knows nothing of the pages that name them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from sitegen.content.read_pictures import FORMATS
from sitegen.index.addresses import file_of
from sitegen.index.links import asset_address, source_of
from sitegen.index.pictures import figure, scaled, widest_of
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.locale import dates, words
from sitegen.model.asset import Asset
from sitegen.model.facts import Document, Item, Meeting
from sitegen.model.parts import Attachment
from sitegen.model.references import references
from sitegen.outputs.views import FileView
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class PictureCopy(Struct, frozen=True):
    """A copy of a picture of the site's folder: the picture's path and digest, and the copy's size and format.

    A ``drawing`` is written without loss where the format can.
    """

    path: str
    digest: str
    width: int
    height: int
    format: str
    drawing: bool


class CopyView(Struct, frozen=True):
    """A file of the site's folder, by its path and its digest."""

    path: str
    digest: str


def beside(site: Site) -> Iterator[Plan]:
    """Yield each file that something refers to, below the page of what refers to it; of pictures their copies too."""
    found: dict[tuple[str, str], _Beside] = {}
    for version in site.by_source.values():
        if version.state != "open":
            continue
        for reference in references(version.facts, version.outline):
            asset = site.assets.get(source_of(version, reference.file))
            address = asset_address(site, version, reference.file)
            if asset and address:
                one = found.setdefault((address, asset.path), _Beside(address, asset, version.source))
                one.shown = one.shown or reference.image
                one.linked = one.linked or not reference.image
                one.attached = one.attached or (bool(reference.field) and not reference.image)
    for one in found.values():
        yield from _plans(one)


class _Beside(Struct):
    """A file beside a page: whether the page shows it as a picture, links to it, or has it as an attachment."""

    address: str
    asset: Asset
    source: str
    shown: bool = False
    linked: bool = False
    attached: bool = False


def _plans(one: _Beside) -> Iterator[Plan]:
    """Yield the file itself and, where it's shown as a picture, its copies.

    An attachment is published as it was decided on, byte for byte. A picture that is only shown has no metadata at its
    own address either; where a text links to it, it has all its pixels there.
    """
    asset, picture = one.asset, one.asset.picture
    # What is published under another name is remembered without its own.
    source = one.source if asset.name else asset.path
    if picture is None or one.attached:
        yield Plan(unquote(file_of(one.address)), draw_copy, CopyView(asset.path, asset.digest), source=source)
    if picture is None or not one.shown:
        return
    format = FORMATS[posixpath.splitext(asset.path)[1].lower()]
    copies = [(address, width, kind.type[6:].upper()) for kind in figure(one.address, asset).copies for address, width in kind.files]
    if not one.attached:
        copies.append((one.address, picture.width if one.linked else widest_of(picture), format))
    for address, width, written in copies:
        view = PictureCopy(asset.path, asset.digest, width, scaled(picture, width), written, picture.drawing)
        yield Plan(unquote(file_of(address)), draw_picture, view, source=source)


def static(site: Site) -> Iterator[Plan]:
    """Yield each file of the site's static/ folder, at its own path."""
    for path, asset in sorted(site.assets.items()):
        if path.startswith("static/") and path not in site.withheld:
            yield Plan(path.removeprefix("static/"), draw_copy, CopyView(path, asset.digest), source=path)


def draw_copy(pen: Pen, view: CopyView) -> bytes:
    """Return the file's bytes."""
    return pen.file(view.path)


def draw_picture(pen: Pen, view: PictureCopy) -> bytes:
    """Draw a copy of a picture."""
    return pen.picture(view.path, view.digest, (view.width, view.height), view.format, view.drawing)


def file_type(name: str) -> str:
    """Return a file's type as people call it: ``PDF``."""
    return posixpath.splitext(name)[1][1:].upper()


def document_file(site: Site, version: Version[Document]) -> FileView | None:
    """Return a document's own file, or None where it has none."""
    address = asset_address(site, version, version.facts.file) if version.facts.file else ""
    if not address:
        return None
    size = site.assets[source_of(version, version.facts.file)].size
    pages = version.pdf.pages if version.pdf else 0
    return FileView(version.facts.title, address=address, type=file_type(address), size=size, lang=version.words, pages=pages)


def file_label(site: Site, version: Version[Document], lang: str) -> str:
    """Return what a document's file is, in words: its type, its size and how many pages it has; empty where it has none."""
    file = document_file(site, version)
    if file is None:
        return ""
    pages = words(lang).ngettext("%(num)s page", "%(num)s pages", file.pages) % {"num": file.pages} if file.pages else ""
    return ", ".join(part for part in (file.type, dates.file_size(file.size, lang), pages) if part)


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
        if file is None:
            return FileView(title, one.number, one.kind, target.address, lang=target.words)
        return FileView(title, one.number, one.kind, target.address, file.type, file.size, target.words, pages=file.pages)
    asset = site.assets.get(source_of(version, one.file)) if one.file else None
    title = one.title or posixpath.basename(one.file)
    address = asset_address(site, version, one.file) if asset else ""
    if not asset or not address:
        return FileView(title, one.number, one.kind, ground=one.ground)
    return FileView(title, one.number, one.kind, address, file_type(address), asset.size, one.lang or version.words)
