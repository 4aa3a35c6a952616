"""Cards of contacts: who has one, and at which address.

Knows contacts. What readers keep holds no private person's data, so such a contact has no card on any day.
"""

from __future__ import annotations

from functools import lru_cache

from sitegen.law.redaction import REMOVED
from sitegen.model.body import PERSONAL_START
from sitegen.model.parts import Contact
from sitegen.model.slugs import slug
from sitegen.model.spans import find_spans

# No longer than a name, whatever an author puts in its place.
_LONGEST = 80
_GONE = frozenset(said for wordings in REMOVED.values() for said in wordings.values())


def card_addresses(page: str, people: tuple[Contact, ...]) -> tuple[str, ...]:
    """Return the address of each contact's card, below that of the *page*; empty for who has none."""
    return tuple(f"{page}{name}.vcf" if name else "" for name in _names(people)) if people else ()


@lru_cache(8192)
def _names(people: tuple[Contact, ...]) -> tuple[str, ...]:
    """Return the name of each contact's card; the second of one name has its place in the list too."""
    names: list[str] = []
    for one in people:
        name = slug(one.name or one.role)[:_LONGEST].strip("-") or "vcard"
        name = f"{name}-{len(names) + 1}" if name in names else name
        names.append(name if _has_card(one) else "")
    return tuple(names)


def _has_card(one: Contact) -> bool:
    """Tell whether there is something to keep of a contact, and nothing that isn't to be kept."""
    words = (one.name, one.role, one.email, one.phone)
    return bool((one.email or one.phone) and (one.name or one.role)) and not (one.personal or any(map(_is_personal, words)))


def _is_personal(text: str) -> bool:
    """Tell whether words in *text* are personal: marked, enclosed, or gone on their day."""
    return PERSONAL_START in text or bool(find_spans(text)) or any(said in text for said in _GONE)
