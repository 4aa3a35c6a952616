"""The legal content of a decision: what the publication log holds the SHA-256 of.

It is what an item says while its minutes are on view (kuntalaki 140 §), in a form that depends on no page, template,
day or version of the program. Personal and secret words are never a part of it: by a digest over known words and one
unknown name the name could be guessed, and the digest would change on the day on which the name goes.

Knows facts and marks. Must not know HTML, the day, or where files are.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct

from sitegen.model.facts import Item, Meeting
from sitegen.model.parts import Attachment, Contact
from sitegen.model.publication import FORM
from sitegen.model.spans import find_spans

PERSONAL = "[personal]"
# Where an item stands and how it is found, what the author tells sitegen, and what each line of the log says by itself.
NOT_CONTENT = frozenset({"aliases", "allow", "topics", "id", "sort", "personal_until", "withdrawn", "published"})
OF_THE_MEETING = ("number", "inspected", "chair", "secretary")

_encode = msgspec.json.Encoder(order="sorted").encode


class Decision(Struct, frozen=True):
    """An item as its minutes show it, with its Markdown as written, the board's name and the meeting.

    ``files`` are the SHA-256 of its files and of the documents that it names, by what the item calls them.
    """

    lang: str
    item: Item
    text: str
    board: str
    meeting: Meeting | None
    files: dict[str, str]


def content_digest(decision: Decision) -> str:
    """Return the SHA-256 of the legal content of *decision*, which is the same before and after its personal data go."""
    return sha256(canonical(decision)).hexdigest()


def canonical(decision: Decision) -> bytes:
    """Return the legal content of *decision* as JSON: keys in order, and without any field that says nothing.

    Thus a field that the program learns later changes no digest of what doesn't use it.
    """
    facts = _plain(decision.item)
    meeting = _plain(decision.meeting) if decision.meeting else {}
    told = {
        "form": FORM,
        "lang": decision.lang,
        "item": {name: value for name, value in facts.items() if name not in NOT_CONTENT},
        "text": without_hidden(decision.text.strip()),
        "board": without_hidden(decision.board),
        "meeting": {name: meeting[name] for name in OF_THE_MEETING if name in meeting},
        "files": decision.files,
    }
    return _encode({name: value for name, value in told.items() if value})


def without_hidden(text: str) -> str:
    """Return *text* with one fixed word for each span that is personal or secret, from the first day."""
    parts: list[str] = []
    end = 0
    for span in find_spans(text):
        parts += (text[end : span.start], PERSONAL if span.kind == "personal" else f"[secret: {span.ground}]")
        end = span.end
    return "".join((*parts, text[end:]))


def _plain(value: Any) -> Any:
    """Return *value* as JSON has it, with nothing hidden and nothing that is its default."""
    if isinstance(value, str):
        return without_hidden(value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Contact) and value.personal:
        return PERSONAL
    if isinstance(value, Attachment) and value.personal:
        return [PERSONAL, value.number, value.kind]
    if isinstance(value, Struct):
        return {
            field.name: _plain(own)
            for field in msgspec.structs.fields(value)
            if (own := getattr(value, field.name)) != field.default or field.default is NODEFAULT
        }
    return value
