"""Which links lead to a page, however they are written.

Knows addresses and how a browser reads a link. Knows no file.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urljoin

from msgspec import Struct

from sitegen.index.addresses import page_form

# Tells whether a link, as it is written, leads to what is being taken out.
Leads = Callable[[str], bool]


class Reach(Struct, frozen=True):
    """The pages at ``addresses``, with the files below them, on the site at ``url``; what is ``apart`` is another's."""

    url: str
    addresses: frozenset[str]
    apart: frozenset[str] = frozenset()

    def holds(self, address: str) -> bool:
        """Tell whether *address*, absolute from the root, is one of the pages or of the files below them."""
        return _is_below(address, self.addresses) and not _is_below(address, self.apart)

    def leads_from(self, address: str) -> Leads:
        """Return what tells whether a link in the file at *address* leads here."""
        base = self.url + address

        def leads(link: str) -> bool:
            try:
                target = urljoin(base, link.strip())
            except ValueError:
                return False
            path = target.partition("#")[0].partition("?")[0]
            return path.startswith(self.url + "/") and self.holds(page_form(unquote(path.removeprefix(self.url))))

        return leads

    def traces(self) -> tuple[bytes, ...]:
        """Return bytes of which every file that leads here holds some: the pages' last names."""
        return tuple({address.rstrip("/").rpartition("/")[2].encode() for address in self.addresses})


def _is_below(address: str, pages: frozenset[str]) -> bool:
    return any(address.startswith(page) for page in pages)
