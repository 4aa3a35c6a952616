"""What is withdrawn: the thing that an address, or a file, means, and all that is its own.

Knows records and addresses. Knows no disk and no page's content.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.errors import NotWithdrawable, Unusable
from sitegen.index.addresses import Addresses, page_form
from sitegen.index.everywhere import Everywhere, everywhere, own_addresses
from sitegen.index.whole import names_of
from sitegen.model.facts import Document, Facts, Item, Meeting, News, Withdrawable
from sitegen.model.nearest import nearest
from sitegen.model.parts import Withdrawal
from sitegen.model.record import Record


class Target(Struct, frozen=True):
    """A thing to withdraw: the record of its original, those of all its languages, and the addresses of its pages.

    ``former`` are those that only lead on to them, ``apart`` those below them that are another's. ``papers`` are the PDFs
    that tell of it: an item's meeting's, which hold its text, those that list a document among attachments.
    """

    record: Record
    records: tuple[Record, ...]
    addresses: frozenset[str]
    former: frozenset[str]
    apart: frozenset[str]
    papers: frozenset[str] = frozenset()

    @property
    def withdrawn(self) -> Withdrawal | None:
        """What its file already says of a withdrawal."""
        facts = self.record.facts
        return facts.withdrawn if isinstance(facts, Withdrawable) else None

    @property
    def sources(self) -> frozenset[str]:
        """The paths of all its files."""
        return frozenset(record.path for record in self.records)


def find_target(config: Config, records: list[Record], lost: list[Diagnostic], wanted: str) -> Target:
    """Return what *wanted* means: an address of the site, with or without its url, or the path of a file from its folder.

    *lost* are the faults of files of which nothing is known. Raises NotWithdrawable; Unusable where one of those may be meant.
    """
    try:
        return _find(config, records, wanted)
    except NotWithdrawable as error:
        is_path, parts = wanted.endswith(".md"), set(wanted.split("/"))
        meant = [fault for fault in lost if (fault.path == wanted if is_path else names_of(fault.path) & parts)]
        if error.why == "unknown" and meant:
            raise Unusable(meant) from None
        raise


def _find(config: Config, records: list[Record], wanted: str) -> Target:
    addresses = Addresses(config.language)
    known = everywhere(config, addresses, records, (), ())
    by_path = {record.path: record for record in records}
    if wanted.endswith(".md"):
        found = by_path.get(wanted)
        if found is None:
            raise NotWithdrawable("unknown", wanted, nearest(wanted, list(by_path)))
    else:
        found = _at(known, _address(config, wanted))
    original = by_path.get(found.original, found)
    _refuse_kind(original.facts, wanted)
    own = tuple(record for record in records if original.path in (record.path, record.original))
    pages = frozenset(address for record in own for address in own_addresses(addresses, record))
    former = frozenset(alias for alias, one in known.aliases.items() if one in own and not _is_taken(known, alias))
    others = {address for address, one in (known.aliases | known.pages).items() if one not in own}
    apart = frozenset(address for address in others if any(address.startswith(page) for page in pages))
    return Target(original, own, pages, former, apart, frozenset(_papers(config, addresses, records, original.facts)))


def _papers(config: Config, addresses: Addresses, records: list[Record], facts: Facts) -> Iterator[str]:
    """Yield the addresses of the PDFs that tell of a thing, in all languages: untranslated it stands in those of others too."""
    for one in (record.facts for record in records):
        is_told = isinstance(one, Item | Meeting) and (
            one is facts or (isinstance(facts, Document) and any(each.document == facts.slug for each in one.attachments))
        )
        if isinstance(one, Item | Meeting) and is_told:
            whole = Meeting(board=one.board, folder=one.folder, date=one.date)
            yield from (addresses.pdf(paper, lang) for paper in (one, whole) for lang in config.languages)


def _is_taken(known: Everywhere, alias: str) -> bool:
    """Tell whether another page stands at an alias: a fault in the content, which withdrawing must not act on."""
    return alias in known.pages or known.made.has(alias)


def _address(config: Config, wanted: str) -> str:
    """Return an address absolute from the site's root, however a person wrote or copied it."""
    path = wanted.strip().partition("#")[0].partition("?")[0].removeprefix(config.url)
    return page_form("/" + unquote(path).lstrip("/"))


def _at(known: Everywhere, address: str) -> Record:
    found = known.pages.get(address) or known.aliases.get(address)
    if found:
        return found
    if known.made.has(address) or known.made.number(address):
        raise NotWithdrawable("made", address)
    raise NotWithdrawable("unknown", address, nearest(address, list(known.pages)))


def _refuse_kind(facts: Facts, wanted: str) -> None:
    """Raise NotWithdrawable for what has no withdrawal of its own."""
    if isinstance(facts, News) and facts.draft:
        raise NotWithdrawable("draft", wanted)
    if not isinstance(facts, Withdrawable):
        raise NotWithdrawable(type(facts).__name__.lower(), wanted)
