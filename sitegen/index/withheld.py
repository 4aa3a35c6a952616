"""Files that may not be fetched, or not under their own name: attachments that are secret, withheld or personal.

Knows attachments and where their files are. Must not know pages, nor the day but through what is shown.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from sitegen.index.things import Seen
from sitegen.model.asset import Asset
from sitegen.model.facts import AnyFacts, Item, Meeting, is_secret
from sitegen.model.parts import Attachment
from sitegen.model.record import Record
from sitegen.model.references import path_of

_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


def withheld_files(records: Iterable[Record], seen: Iterable[Seen]) -> frozenset[str]:
    """Return the files that may not be on the site now, whoever refers to them, by their paths from the site's folder.

    Those of secret items and those that aren't public never are; personal ones are while an item or a meeting shows them.
    """
    records = list(records)
    personal = {path for record in records for path, one in _files(record.path, record.facts) if one.personal}
    shown = (one.shown.record for one in seen if one.shown.state == "open")
    return frozenset(closed_files(records) | (personal - {path for record in shown for path, _ in _files(record.path, record.facts)}))


def closed_files(records: Iterable[Record]) -> frozenset[str]:
    """Return the files that are on the site on no day: those of secret items and those that aren't public."""
    return frozenset(
        path for record in records for path, one in _files(record.path, record.facts) if is_secret(record.facts) or not one.public
    )


def guarded_files(records: Iterable[Record]) -> dict[str, str]:
    """Return the files that some attachment keeps to itself, on some day or always, each with the content file that says so.

    Nothing is made of what they hold.
    """
    return {
        path: record.path
        for record in records
        for path, one in _files(record.path, record.facts)
        if one.personal or not one.public or is_secret(record.facts)
    }


def renamed(assets: dict[str, Asset], records: Iterable[Record]) -> dict[str, Asset]:
    """Return *assets*, those of personal attachments under a name that says nothing: an author's may be the person's."""
    personal = {path for record in records for path, one in _files(record.path, record.facts) if one.personal and path in assets}
    return assets | {path: structs.replace(assets[path], name=_nameless(assets[path])) for path in personal}


def _files(source: str, facts: AnyFacts) -> Iterator[tuple[str, Attachment]]:
    """Yield the path of each attachment's file."""
    for attachment in facts.attachments if isinstance(facts, Item | Meeting) else ():
        if attachment.file:
            yield path_of(source, attachment.file), attachment


def _nameless(asset: Asset) -> str:
    ending = posixpath.splitext(asset.path)[1].lower()
    return asset.digest[:16] + (ending if _ENDING.fullmatch(ending) else "")
