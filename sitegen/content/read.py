"""Reading one file: bytes become a record and faults.

Knows front matter, places and the schema. Knows no other file but the original of a translation, and no day.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from sitegen.content.comments import judge_comment
from sitegen.content.fences import misplaced_fields
from sitegen.content.fields import Mistakes
from sitegen.content.frontmatter import Source, Unreadable, decode, take_apart, text_below
from sitegen.content.groups import field_names
from sitegen.content.hidden import Hidden, hidden_in, judge_fields, judge_text, secret_in_public
from sitegen.content.lint import identified, is_withheld, judge_words, named
from sitegen.content.places import KNOWN, Place, place_of
from sitegen.content.repeated import marked_names, repeated_in_fields, repeated_in_text
from sitegen.content.rules import broken_rules
from sitegen.content.schema import KINDS
from sitegen.content.stated import judge_language, with_place
from sitegen.content.translate import Original, translated
from sitegen.diagnostics import Diagnostic, discreet, is_error
from sitegen.law.traces import identity_codes
from sitegen.model.facts import AnyFacts
from sitegen.model.hiding import may_hide
from sitegen.model.record import Reading, Record

# A field's name may be quoted even where words are hidden; what else stands in its place may be such words.
NAMES = field_names(KINDS.values())


class Manner(Struct, frozen=True):
    """How a site's files are read: the language of those that name none, and whether the folder may hold secrets."""

    lang: str
    private: bool = False


def digest(data: bytes) -> str:
    """Return the digest by which *data* is known: 32 hexadecimal digits."""
    return blake2b(data, digest_size=16).hexdigest()


def read_file(root: Path, path: str, manner: Manner, original: AnyFacts | None = None) -> Reading:
    """Read the file at *path* below *root*; for a translation, *original* holds the facts that it inherits.

    Never raises for anything in the file: faults are in the Reading.
    """
    place = place_of(path)
    if place is None:
        return Reading(None, (Diagnostic(path, 1, 1, "FI005", {"places": KNOWN}),))
    try:
        text = decode(bytes_of(root, path))
        source = take_apart(text)
    except Unreadable as fault:
        return Reading(None, (Diagnostic(path, fault.line, fault.column, fault.code, fault.args_),))
    mistakes = Mistakes(source.offset)
    facts, lang = _facts(place, source, mistakes, original)
    lang = place.lang or lang or manner.lang
    withheld = is_withheld(facts, manner.private)
    # All of a secret item is hidden but its heading, wherever it is kept.
    names = frozenset() if is_withheld(facts, private=True) else marked_names(text + _original_text(root, place))
    if source.node is not None:
        judge_fields(source, manner.private, mistakes)
        judge_words(source, lang, withheld, mistakes)
        repeated_in_fields(source, names, mistakes)
    faults = [Diagnostic(path, *mistakes.place(one.node), one.code, one.args) for one in mistakes]
    faults += misplaced_fields(path, source, place.kind)
    faults += judge_text(path, source, manner.private)
    faults += [*named(path), *repeated_in_text(path, source, names)]
    faults += () if withheld else identified(path, source)
    faults += judge_comment(path, source, lang) if place.kind == "comment" else ()
    hidden = hidden_in(facts, source.text) if facts else Hidden()
    if facts:
        faults += broken_rules(path, facts, hidden.personal)
    if facts and not manner.private:
        faults += secret_in_public(path, facts, source, original if place.original else None)
    # Where something is wrong, what the facts hide may be less than what their author meant to.
    unsure = any(is_error(fault) for fault in faults) and (may_hide(text) or identity_codes(text) or _original_hides(root, place))
    hides = bool(hidden or unsure)
    if hides:
        faults = [discreet(fault, NAMES) for fault in faults]
    # What an identity code stands in goes no further: into no body, no memory and no other fault's words.
    if facts is None or any(fault.code == "PD001" for fault in faults):
        return Reading(None, tuple(faults))
    # A comment's text is one of its facts, and becomes no body.
    text_digest = digest(source.text.encode()) if source.text and place.kind != "comment" else ""
    record = Record(path, lang, facts, text_digest, source.line, hides, place.original)
    return Reading(record, tuple(faults))


def bytes_of(root: Path, path: str) -> bytes:
    """Return the bytes of the file at *path* below *root*; raises Unreadable where the system doesn't give them."""
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        raise Unreadable("FI008", problem=error.strerror or type(error).__name__) from None


def text_of(root: Path, path: str) -> str:
    """Return the Markdown below the front matter of the file at *path*, which has been read before."""
    return text_below(decode((root / path).read_bytes()))


def _original_text(root: Path, place: Place) -> str:
    """Return the whole of the file that is translated; empty where nothing is, or it can't be read."""
    try:
        return decode(bytes_of(root, place.original)) if place.original else ""
    except Unreadable:
        return ""


def _original_hides(root: Path, place: Place) -> bool:
    """Tell whether a translation's original may hide words, be they marked as they should or not."""
    text = _original_text(root, place)
    return may_hide(text) if text else bool(place.original)


def _facts(
    place: Place, source: Source, mistakes: Mistakes, original: AnyFacts | None
) -> tuple[AnyFacts | None, str]:
    """Return a file's facts, and the language that its front matter names; None where they can't be told."""
    group = KINDS[place.kind]
    node: Any = source.node
    if node is None:
        node = yaml.MappingNode("", [], yaml.Mark("", 0, 0, 0, None, 0))
    if not isinstance(node, yaml.MappingNode):
        mistakes.add("FM003", node)
        return None, ""
    if place.original and original is not None:
        judge_language(place, node, mistakes)
        return translated(group, Original(place.original, original), node, mistakes), ""
    values = group.values(node, "", mistakes, demand=not place.original)
    if place.original or values is None or any(f.required and f.name not in values for f in group.fields.values()):
        return None, ""
    stated = with_place(place, group.named(values), mistakes, node)
    if stated is not None and place.kind == "comment":
        stated["text"] = source.text.strip()
    return (None if stated is None else group.fact(**stated)), values.get("lang", "")  # type: ignore[return-value]
