"""Documents' PDFs: read once, and remembered by their bytes; their text is a document's where its author wrote none.

Knows which PDFs nothing may be taken from: that of a document that hides anything or is to be rid of personal data one day, and
those that an attachment keeps to itself. Of them the pages are counted, and nothing is remembered of what they say.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from sitegen.content.read_pdf_apart import read_apart
from sitegen.index.things import Seen
from sitegen.index.withheld import guarded_files
from sitegen.model.asset import Asset
from sitegen.model.body import Outline
from sitegen.model.facts import Document
from sitegen.model.record import Record
from sitegen.model.references import path_of
from sitegen.render.store import Store
from sitegen.render.transcript import make_transcript, without_text
from sitegen.work import in_order

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Outline).decode


class _Pdf(Struct, frozen=True):
    """A PDF to be read: the key that it's remembered under, where it is and, if its text is wanted, the language of that."""

    key: str
    file: Path
    lang: str = ""


def see_pdfs(
    seen: list[Seen], records: Iterable[Record], assets: dict[str, Asset], root: Path, program: str, store: Store,
    executor: Executor | None, faulty: frozenset[str],
) -> tuple[list[Seen], dict[str, Outline]]:
    """Return *seen* with what is known of documents' PDFs, and by path the outlines of those that stand for a text.

    No text is taken from the PDF of a *faulty* file: what that should hide isn't known.
    """  # fmt: skip
    found = {number: asset for number, one in enumerate(seen) if (asset := _asset(one, assets))}
    if not found:
        return seen, {}
    guarded = guarded_files(records)
    wanted: dict[int, _Pdf] = {}
    for number, asset in found.items():
        record = seen[number].shown.record
        lang = record.lang if _may_be_read(seen[number]) and record.path not in faulty and asset.path not in guarded else ""
        wanted[number] = _Pdf(f"{program}:pdf:{lang}:{asset.digest}", root / asset.path, lang)
    outlines = _outlines(wanted.values(), store, executor)
    seen, whole = list(seen), {}
    for number, one in wanted.items():
        outline = outlines[one.key]
        seen[number] = structs.replace(seen[number], pdf=outline.pdf, pdf_key=one.key)
        if one.lang:
            whole[seen[number].shown.record.path] = outline
            seen[number] = structs.replace(seen[number], outline=outline, body=one.key)
    return seen, whole


def _asset(seen: Seen, assets: dict[str, Asset]) -> Asset | None:
    """Return the PDF of a document that is on view."""
    facts = seen.shown.record.facts
    if not isinstance(facts, Document) or seen.shown.state != "open" or not facts.file.lower().endswith(".pdf"):
        return None
    return assets.get(path_of(seen.shown.record.path, facts.file))


def _may_be_read(seen: Seen) -> bool:
    """Tell whether a document has no text of its own, and nothing to hide: nobody can tell where that stands in a PDF.

    A translation has none of its original's text either.
    """
    record, outline = seen.shown.record, seen.outline
    has_text = outline.words or outline.targets
    guards = record.marked or (isinstance(record.facts, Document) and record.facts.personal_until is not None)
    return not (record.original or has_text or guards)


def _outlines(pdfs: Iterable[_Pdf], store: Store, executor: Executor | None) -> dict[str, Outline]:
    """Return each PDF's outline by its key; those that the store doesn't have are read and put there."""
    known = {one.key: (one, store.outline(one.key)) for one in pdfs}
    outlines = {key: _decode(outline) for key, (_, outline) in known.items() if outline is not None}
    missing = [one for one, outline in known.values() if outline is None]
    made = map(_read, missing) if executor is None or len(missing) < 2 else in_order(executor, _read, missing)
    for key, outline, prose in made:
        outlines[key] = _decode(outline)
        store.add_bodies([(key, outline, prose)])
    store.flush()
    return outlines


def _read(pdf: _Pdf) -> tuple[str, bytes, bytes]:
    """Read a PDF in a worker, encoded as the store keeps it."""
    leaves = read_apart(pdf.file)
    body = make_transcript(leaves, pdf.lang) if pdf.lang else without_text(leaves)
    return pdf.key, _encode(body.outline), _encode(body.prose)
