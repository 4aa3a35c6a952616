"""The whole site as checks see it: every record, hidden ones too, so that no fault waits for a day.

Knows records, the outlines of their whole texts and all addresses. Must not know the day.
"""

from __future__ import annotations

import re

from msgspec import Struct

from sitegen.config import Config
from sitegen.index.addresses import Addresses
from sitegen.index.everywhere import Everywhere, FileAt, everywhere, files_beside, own_addresses
from sitegen.model.asset import Asset
from sitegen.model.body import Outline
from sitegen.model.facts import News
from sitegen.model.record import Record
from sitegen.model.slugs import slug

_YEAR = re.compile(r"\d{4}")


class Whole(Struct, frozen=True):
    """All records that may ever be on view, by path, and what is known of them.

    ``drafts`` are the addresses and paths of drafts; ``unread`` names that files without a record may stand for.
    """

    config: Config
    addresses: Addresses
    records: dict[str, Record]
    outlines: dict[str, Outline]
    files: list[FileAt]
    everywhere: Everywhere
    drafts: frozenset[str]
    unread: frozenset[str]

    def may_be(self, name: str) -> bool:
        """Tell whether *name*, or a part of this address, may be that of a file that couldn't be read: that fault is told already."""
        return bool(self.unread) and not self.unread.isdisjoint(name.removesuffix(".md").split("/"))


def whole_site(
    config: Config, addresses: Addresses, assets: dict[str, Asset], records: list[Record], outlines: dict[str, Outline],
    drafts: bool, unread: tuple[str, ...],
) -> Whole:
    """Return the whole site; with *drafts* they count as any other record."""
    kept = [record for record in records if drafts or not _is_draft(record)]
    left_out = [record for record in records if not drafts and _is_draft(record)]
    files = list(files_beside(addresses, kept, outlines, assets))
    return Whole(
        config=config, addresses=addresses, records={record.path: record for record in kept}, outlines=outlines,
        files=files, everywhere=everywhere(config, addresses, kept, files, assets.values()),
        drafts=frozenset(name for r in left_out for name in (r.path, *own_addresses(addresses, r))),
        unread=frozenset(name for path in unread for name in names_of(path)),
    )  # fmt: skip


def _is_draft(record: Record) -> bool:
    return isinstance(record.facts, News) and record.facts.draft


def names_of(path: str) -> set[str]:
    """Return the names by which others may refer to the file at *path*: its own and its folder's, but no year."""
    folder, name = path.split("/")[-2:]
    stem = name.split(".")[0]
    return {one for one in (stem, slug(stem), slug(folder), folder) if one and not _YEAR.fullmatch(one)}
