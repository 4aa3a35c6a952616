"""Contacts as cards (vCard 3.0, RFC 2426), to be kept in a telephone.

Knows whose cards there are, and icalendar, which writes them: vCard and iCalendar share their grammar (RFC 2425).
"""

from __future__ import annotations

from collections.abc import Iterator

from icalendar import Component, vN, vOrg, vText
from msgspec import Struct

from sitegen.index.addresses import file_of
from sitegen.index.cards import card_addresses
from sitegen.index.site import Site
from sitegen.index.things import Thing
from sitegen.model.facts import Board, News
from sitegen.model.parts import Contact
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan


class CardView(Struct, frozen=True):
    """A contact, whose organisation it is, and the address of the page that names it."""

    contact: Contact
    organisation: str
    page: str


class _Card(Component):
    name = "VCARD"


def vcards(site: Site) -> Iterator[Plan]:
    """Yield the card of each contact of news and boards, below each of their pages."""
    things: list[Thing[News] | Thing[Board]] = [*site.news, *site.boards.values()]
    for thing in things:
        for version in thing.versions.values():
            people, organisation = version.facts.contacts, site.config.told(version.lang).organisation.name
            for contact, address in zip(people, card_addresses(version.address, people), strict=True):
                if address:
                    yield Plan(file_of(address), draw_card, CardView(contact, organisation, version.address), source=version.source)


def draw_card(pen: Pen, view: CardView) -> bytes:
    """Draw a card; who has no name is known by the role."""
    one = view.contact
    called = _line(one.name or one.role)
    card = _Card()
    card.add("version", "3.0")
    card.add("fn", vText(called))
    card.add("n", vN(_parted(called) if one.name else ("", called, "", "", "")))
    card.add("org", vOrg((_line(view.organisation),)))
    for name, text, kinds in (("title", one.role, None), ("email", one.email, "INTERNET"), ("tel", one.phone, "WORK")):
        if text:
            card.add(name, vText(_line(text), params={"TYPE": kinds} if kinds else {}))
    card.add("url", pen.kit.url + view.page)
    return card.to_ical(sorted=False)


def _parted(name: str) -> tuple[str, str, str, str, str]:
    """Return a name as telephones sort it: the last word is the family's."""
    given, _, family = name.rpartition(" ")
    return family, given, "", "", ""


def _line(text: str) -> str:
    """Return *text* on one line: readers in Python and JavaScript end lines at more signs than the standard does."""
    return " ".join(text.split())
