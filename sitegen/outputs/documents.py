"""Documents: each page with its file and transcript, and the list of them.

Knows documents and what refers to them. Knows nothing of feeds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.index.addresses import WORDS, file_of
from sitegen.index.links import targets
from sitegen.index.related import related
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version, case_slugs
from sitegen.model.facts import Document, Item
from sitegen.model.picture import Targets
from sitegen.outputs.files import document_file
from sitegen.outputs.lists import Listing, entries, listed
from sitegen.outputs.names import topic_refs
from sitegen.outputs.shell import hub, hub_title, plain, ref, shell
from sitegen.outputs.views import EntryView, FileView, Ref, Shell
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class DocumentView(Shell, frozen=True, kw_only=True):
    """A document's page. ``pages`` are the numbers of its text's pages, each at ``page_anchor`` and the number.

    ``by_machine``: the text was read from the PDF, a section of the body for each page. ``unread`` is why there is none to be
    read: ``scanned``, ``locked``, ``broken`` or ``huge``. ``used_in`` are the items that it is attached to, ``related`` what else may
    interest.
    """

    day: date | None
    authors: tuple[str, ...]
    file: FileView | None
    topics: tuple[Ref, ...]
    cases: tuple[Ref, ...]
    used_in: tuple[EntryView, ...]
    related: tuple[EntryView, ...]
    pages: tuple[int, ...]
    page_anchor: str
    by_machine: bool
    unread: str
    body: str
    targets: Targets


def document_pages(site: Site) -> Iterator[Plan]:
    """Yield the page of every document in each of its languages."""
    users = _users(site)
    for thing in site.documents:
        for version in thing.versions.values():
            view = _view(site, thing, version, users.get(thing.facts.slug, []))
            yield Plan(file_of(version.address), draw_document, view, "document.html", version.lang, version.source)


def _users(site: Site) -> dict[str, list[Thing[Item]]]:
    """Return the items that each document is attached to, oldest first."""
    users: dict[str, list[Thing[Item]]] = {}
    for group in site.items.values():
        for item in group:
            for name in {one.document for one in item.facts.attachments if one.document}:
                users.setdefault(name, []).append(item)
    return {name: sorted(group, key=lambda i: (i.facts.date, i.original.address)) for name, group in users.items()}


def _view(site: Site, thing: Thing[Document], version: Version[Document], users: list[Thing[Item]]) -> DocumentView:
    document, lang = version.facts, version.lang
    return DocumentView(
        **shell(site, thing, version, (hub(site, "documents", lang),), description=plain(version.outline.excerpt)),
        day=document.date, authors=document.authors, file=document_file(site, version),
        topics=topic_refs(site, document.topics, lang),
        cases=tuple(ref(site.cases[name], lang) for name in case_slugs(document)), used_in=entries(site, users, lang),
        related=entries(site, [one for one in related(site, thing) if one not in users], lang),
        pages=version.outline.pages, page_anchor=f"{WORDS[version.words]['page']}-", by_machine=version.outline.pdf is not None,
        unread=version.pdf.problem if version.pdf else "", body=version.body,
        targets=targets(site, version),
    )  # fmt: skip


def draw_document(pen: Pen, view: DocumentView) -> bytes:
    """Draw a document's page."""
    body = pen.prose_on(view.address, view.body, view.targets)
    return pen.page("document.html", view.lang, view.address, view, body=body)


def document_lists(site: Site) -> Iterator[Plan]:
    """Yield the list of documents in every language."""
    others = {lang: site.addresses.hub("documents", lang) for lang in site.config.languages}
    for lang, address in others.items():
        yield from listed(site, Listing("documents", hub_title("documents", lang), address, others), lang, site.documents)
