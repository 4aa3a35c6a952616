"""The known headings of an item: what each means.

Knows their names in three languages. Knows nothing of Markdown or HTML.
"""

from __future__ import annotations

import re
import unicodedata

from sitegen.model.body import SectionKind

_NAMES: dict[SectionKind, str] = {
    "summary": "tiivistelmä, sammanfattning, sammandrag, summary",
    "account": "selostus, asian yksityiskohtainen selostus, perustelut, redogörelse, motivering, account, grounds",
    "handling": "käsittely, behandling, handling, discussion",
    "decision": "päätös, beslut, decision",
    "execution": "täytäntöönpano, verkställighet, execution",
    "informed": "tiedoksi, för kännedom, for information",
    "earlier": "aikaisempi käsittely, tidigare behandling, earlier handling",
}
_KINDS: dict[str, SectionKind] = {name: kind for kind, names in _NAMES.items() for name in names.split(", ")}
_PROPOSALS = ("ehdotus", "förslag", "proposal")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def known_kind(title: str) -> SectionKind:
    """Return the meaning by which a heading with these words is known; empty for an unknown one."""
    words = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", title)).casefold().split()).rstrip(": ")
    return "proposal" if words.endswith(_PROPOSALS) else _KINDS.get(words, "")
