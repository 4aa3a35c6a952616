"""The history of an item: the lines of the publication log that tell of what is, or once was, at an address.

Knows addresses, aliases and items' names. Knows no file and no words.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sitegen.index.addresses import Addresses, identity, item_name, page_form
from sitegen.index.everywhere import own_addresses
from sitegen.model.facts import Item
from sitegen.model.nearest import nearest
from sitegen.model.publication import Line, Log
from sitegen.model.record import Record


class History(Struct, frozen=True):
    """The lines on an item in one language, oldest first, and whether its address is known; else the ``nearest`` that is."""

    lines: tuple[Line, ...] = ()
    is_known: bool = False
    nearest: str = ""


def history_of(log: Log, records: Iterable[Record], addresses: Addresses, written: str) -> History:
    """Return what *log* shows of the item at the address *written*: its page's, an alias of it, or one that it had before.

    The path of its file from the site's folder does as well.
    """
    items: dict[str, set[tuple[str, str]]] = {}
    for line in log.lines:
        items.setdefault(line.address, set()).add((line.item, line.lang))
    for record in records:
        facts = record.facts
        if isinstance(facts, Item):
            for address in (record.path, *own_addresses(addresses, record), *map(page_form, facts.aliases)):
                items.setdefault(address, set()).add((item_name(facts, identity(facts)), record.lang))
    address = written if written in items else page_form(f"/{written.lstrip('/')}")
    if address not in items:
        return History(nearest=nearest(address, sorted(items)))
    return History(tuple(line for line in log.lines if (line.item, line.lang) in items[address]), True)
