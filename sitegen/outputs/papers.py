"""PDFs: each item and each meeting's whole minutes, or its agenda before those are on view, as a file to keep and to print.

Knows what of a page is put on paper: all that it says, less what changes by itself. A PDF is kept by those who fetch it, so it
holds days and no personal data, from the first day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, structs

from sitegen.config import Organisation
from sitegen.content.read_pictures import VECTORS
from sitegen.errors import Untypeset
from sitegen.index.addresses import file_of
from sitegen.index.links import apart, source_of, targets
from sitegen.index.pictures import scaled, widest_of
from sitegen.index.site import Site
from sitegen.index.things import Version
from sitegen.law.stages import DECIDED
from sitegen.locale import dates, words
from sitegen.model.asset import Asset
from sitegen.model.picture import Figure
from sitegen.outputs.decided import decided
from sitegen.outputs.entries import without_personal
from sitegen.outputs.files import CopyView, PictureCopy, draw_copy, draw_picture
from sitegen.outputs.items import ItemView, item_views
from sitegen.outputs.meetings import MeetingView, meeting_views
from sitegen.outputs.views import Explained
from sitegen.render.pdf.blocks import Block, blocks_of
from sitegen.render.pdf.typesetter import TypesettingFault
from sitegen.render.pen import Pen, TemplateFault
from sitegen.render.plan import Plan

TEMPLATE = "minutes.typ"
REGIONS = {"fi": "FI", "sv": "FI", "en": "GB"}
# What typst says of a fault may quote the text.
QUOTED = re.compile(r"`[^`]*`|\"[^\"]*\"")
# A page's status, and what of it stays true on paper; any other stays as it is.
LASTING = {"held": "agenda", "appealable": "minutes", "expired": "minutes"}


class Letterhead(Struct, frozen=True):
    """Whose paper it is; in templates it is ``site``. Paper opens no explanation, so its glossary is empty."""

    organisation: Organisation
    glossary: dict[str, Explained] = {}


class Picture(Struct, frozen=True):
    """A picture that a text shows: the address by which it does, and the copy of it that is on paper."""

    address: str
    copy: PictureCopy | CopyView

    @property
    def name(self) -> str:
        """What the copy is called while a PDF is set."""
        return f"{self.copy.digest}.{self.copy.format if isinstance(self.copy, PictureCopy) else 'svg'}".lower()


class ItemPaper(Struct, frozen=True):
    """An item as a PDF: its page without what changes by itself."""

    page: ItemView
    source: str
    site: Letterhead
    pictures: tuple[Picture, ...]


class MinutesPaper(Struct, frozen=True):
    """A meeting as a PDF: its page and those of its items, without what changes by itself."""

    page: MeetingView
    source: str
    site: Letterhead
    items: tuple[ItemPaper, ...]
    pictures: tuple[Picture, ...]


def item_papers(site: Site) -> Iterator[Plan]:
    """Yield the PDF of every item in each of its languages."""
    for views in item_views(site).values():
        for version, view in views:
            if view.pdf:
                paper = _item(site, version, view)
                yield Plan(file_of(view.pdf.address), draw_item_paper, paper, "pdf/item.html", "", version.source, early=True)


def minutes_papers(site: Site) -> Iterator[Plan]:
    """Yield the PDF of every meeting whose agenda or minutes are on view, in each of its languages."""
    for version, view in meeting_views(site):
        if view.pdf:
            key = version.facts.board, version.facts.folder
            views = {one.address: (one, page) for one, page in item_views(site).get(key, ())}
            items = tuple(_item(site, *views[thing.best(view.lang).address]) for thing in site.items.get(key, ()))
            paper = MinutesPaper(_meeting(view), version.source, _letterhead(site, version), items, _pictures(site, version))
            yield Plan(file_of(view.pdf.address), draw_minutes_paper, paper, "pdf/meeting.html", "", version.source, early=True)


def _item(site: Site, version: Version[Any], view: ItemView) -> ItemPaper:
    """Return an item's paper; made once, for it stands in its meeting's too."""
    found: ItemPaper | None = site.memo.get(("paper", version.address))
    if found is None:
        appeal = structs.replace(view.appeal, calendar="") if view.appeal else None
        page = structs.replace(
            view, pdf=None, status=LASTING.get(view.status, view.status), appeal=appeal, case=None, history=(), news=(), related=(),
            topics=(), previous=None, next=None, crumbs=(), feeds=(), languages=(), description="",
        )  # fmt: skip
        found = site.memo["paper", version.address] = ItemPaper(page, version.source, _letterhead(site, version), _pictures(site, version))
    return found


def _meeting(view: MeetingView) -> MeetingView:
    items = tuple(
        structs.replace(line, status=line.status if line.status == "withdrawn" else "", last_day=None, excerpt="")
        for line in view.items
    )
    return structs.replace(
        view, pdf=None, items=items, status="agenda" if view.status == "minutes" else view.status,
        previous=None, next=None, crumbs=(), feeds=(), languages=(), description="",
    )  # fmt: skip


def _letterhead(site: Site, version: Version[Any]) -> Letterhead:
    return Letterhead(site.config.told(version.lang).organisation)


def _pictures(site: Site, version: Version[Any]) -> tuple[Picture, ...]:
    """Return the pictures in *version*'s text that are files of this site and on view."""
    found = []
    for target, address in zip(version.outline.targets, targets(site, version), strict=True):
        if target.image and address:
            own = apart(target.address)[0]
            asset = site.assets.get(f"static{own}" if own.startswith("/") else source_of(version, own))
            copy = _copy(asset) if asset else None
            if copy:
                found.append(Picture(address.address if isinstance(address, Figure) else address, copy))
    return tuple(found)


def _copy(asset: Asset) -> PictureCopy | CopyView | None:
    """Return the copy of a picture that is on paper, as large as the largest on a page; None for what typst can't read."""
    if asset.path.lower().endswith(VECTORS):
        return CopyView(asset.path, asset.digest)
    if asset.picture is None:
        return None
    width, format = widest_of(asset.picture), "PNG" if asset.picture.drawing else "JPEG"
    return PictureCopy(asset.path, asset.digest, width, scaled(asset.picture, width), format, asset.picture.drawing)


def _drawn(pen: Pen, one: Picture) -> bytes:
    return draw_picture(pen, one.copy) if isinstance(one.copy, PictureCopy) else draw_copy(pen, one.copy)


def draw_item_paper(pen: Pen, view: ItemPaper) -> bytes:
    """Set an item as a PDF."""
    page = view.page
    part = {"label": _label(page), "case": page.case_number, "blocks": _item_blocks(pen, view)}
    kind = _kind(page.status in DECIDED, page.lang)
    return _set(pen, view, kind, f"{page.reference}: {page.title}", [part])


def draw_minutes_paper(pen: Pen, view: MinutesPaper) -> bytes:
    """Set a meeting as a PDF: what is told of it, its items, and the instructions on appeal, each once."""
    page = view.page
    body = pen.prose(page.body, page.targets, lambda target: pen.kit.url + target)
    head = _blocks(pen, "pdf/meeting.html", page, view.site, view.pictures, 0, "meeting", body=body)
    parts = [{"label": "", "case": "", "blocks": head}]
    for one in view.items:
        blocks = _spoken(one.page, page.lang, _item_blocks(pen, one, within=True))
        parts.append({"label": _label(one.page), "case": one.page.case_number, "blocks": blocks})
    last: list[Block] = []
    for item in _appealed(view.items):
        last += _spoken(item, page.lang, _blocks(pen, "pdf/instructions.html", item, view.site, (), 1, "appeal"))
    parts += [{"label": "", "case": "", "blocks": last}] if last else []
    kind = _kind(page.status in ("approved", "") or any(one.page.status in DECIDED for one in view.items), page.lang)
    return _set(pen, view, kind, page.title, parts)


def _label(page: ItemView) -> str:
    """Return an item's number as it is cited."""
    return f"§ {page.section}" if page.section else words(page.lang).gettext("Item %(number)s") % {"number": page.agenda}


def _kind(is_decided: bool, lang: str) -> str:
    """Return what kind of paper it is."""
    return words(lang).pgettext("one document", "Minutes") if is_decided else words(lang).gettext("Agenda")


def _appealed(items: tuple[ItemPaper, ...]) -> Iterator[ItemView]:
    """Yield a view for each set of instructions: that of the first item that has it, which cites all that do."""
    groups: dict[Any, list[ItemView]] = {}
    for one in items:
        if one.page.appeal and one.page.appeal.last_day:
            groups.setdefault((one.page.lang, one.page.appeal, one.page.borrowed), []).append(one.page)
    for pages in groups.values():
        yield structs.replace(pages[0], reference=", ".join([pages[0].reference, *(_label(page) for page in pages[1:])]))


def _spoken(page: ItemView, lang: str, blocks: list[Block]) -> list[Block]:
    """Return an item's *blocks* for minutes in *lang*, which it may not have been translated into."""
    return [{"k": "lang", "lang": page.lang, "c": blocks}] if page.lang != lang else blocks


def _item_blocks(pen: Pen, view: ItemPaper, within: bool = False) -> list[Block]:
    page = view.page
    body = pen.prose(page.body, page.targets, lambda target: pen.kit.url + target)
    more = {"body": body, "decided": decided(body), "within": within, "label": _label(page)}
    return _blocks(pen, "pdf/item.html", page, view.site, view.pictures, int(within), page.address, **more)


def _blocks(
    pen: Pen, template: str, page: ItemView | MeetingView, site: Letterhead, pictures: tuple[Picture, ...], above: int, name: str,
    **more: Any,
) -> list[Block]:
    """Return what a template says, as blocks without personal data."""
    html = pen.html(template, page.lang, page.address, page, site=site, root=f"{pen.kit.url}/", **more)
    files = {pen.kit.url + one.address: one.name for one in pictures}
    return blocks_of(without_personal(html, page.lang), files, above, name)


def _set(pen: Pen, view: ItemPaper | MinutesPaper, kind: str, title: str, parts: list[dict[str, Any]]) -> bytes:
    """Set a PDF; raises TemplateFault where the site's own template can't be used, Untypeset where ours can't set this."""
    page, site = view.page, view.site
    day: date = page.day
    data = {
        "lang": page.lang, "region": REGIONS[page.lang], "title": without_personal(title, page.lang), "kind": kind,
        "organisation": site.organisation.name, "board": page.board.title, "day": dates.day(day, page.lang),
        "date": {"year": day.year, "month": day.month, "day": day.day}, "about": f"{kind}, {page.board.title}",
        "address": page.canonical, "picture": words(page.lang).gettext("Picture:"), "parts": parts,
        "whole": isinstance(view, MinutesPaper),
    }  # fmt: skip
    within = view.items if isinstance(view, MinutesPaper) else ()
    pictures = {one.name: one for paper in (view, *within) for one in paper.pictures}
    try:
        return pen.pdf(TEMPLATE, data, day, {name: _drawn(pen, one) for name, one in pictures.items()})
    except TypesettingFault as fault:
        if pen.kit.templates[TEMPLATE].path:
            raise TemplateFault(TEMPLATE, fault.line, QUOTED.sub("…", fault.problem)) from None
        raise Untypeset(Path(view.source or page.address), QUOTED.sub("…", fault.problem)) from None
