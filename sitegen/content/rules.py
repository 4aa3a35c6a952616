"""What one file must hold to be right by itself, beyond the types of its fields.

Knows facts. Knows no other file, no text and no day.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import CODES, Diagnostic
from sitegen.model.facts import AnyFacts, Document, Item, Meeting, News
from sitegen.model.parts import Appeal, Attachment
from sitegen.model.schemes import where_to
from sitegen.model.slugs import may_name, slug

NEEDS = {"other": ("days", "provision", "authority"), "prohibited": ("provision",), "none": ("reason",)}


def broken_rules(path: str, facts: AnyFacts, personal: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with *facts*; *personal* tells that the file holds personal data."""
    for number, allowance in enumerate(facts.allow):
        if CODES.get(allowance.code) is None or CODES[allowance.code].severity == "error":
            yield Diagnostic(path, code="AL001", field=f"allow.{number}.code", args={"code": allowance.code})
    for number, alias in enumerate(facts.aliases):
        bad = next((part for part in alias[1:].rstrip("/").split("/") if not may_name(part)), None)
        if bad is not None and alias != "/":
            yield Diagnostic(path, code="FI007", field=f"aliases.{number}", args={"name": bad})
    for number, topic in enumerate(getattr(facts, "topics", ())):
        if not may_name(topic):
            yield Diagnostic(path, code="FI007", field=f"topics.{number}", args={"name": topic})
    if isinstance(facts, Item):
        yield from _item(path, facts)
    if isinstance(facts, Item | Meeting):
        yield from _attachments(path, facts.attachments)
    elif personal and facts.personal_until is None:
        yield Diagnostic(path, code="MI008")
    if isinstance(facts, News):
        for number, link in enumerate(facts.links):
            if where_to(link.url) == "refused":
                yield Diagnostic(path, code="TX007", field=f"links.{number}.url")
    if isinstance(facts, News | Document):
        for number, case in enumerate(facts.cases):
            if not may_name(slug(case)):
                yield Diagnostic(path, code="FI007", field=f"cases.{number}", args={"name": case})


def _item(path: str, item: Item) -> Iterator[Diagnostic]:
    """Yield what is wrong with one item."""
    if not item.section and not item.agenda:
        yield Diagnostic(path, code="MI005")
    if item.case and not may_name(slug(item.case)):
        yield Diagnostic(path, code="FI007", field="case", args={"name": item.case})
    if item.appeal:
        yield from _appeal(path, item.appeal)
    if item.publicity.level != "public" and not item.publicity.ground:
        yield Diagnostic(path, code="MI006", field="publicity")
    if item.publicity.level == "public" and item.publicity.ground:
        yield Diagnostic(path, code="MI015", field="publicity")


def _attachments(path: str, attachments: tuple[Attachment, ...]) -> Iterator[Diagnostic]:
    """Yield what attachments lack: one that isn't public has no more than title and ground, so it has both."""
    for number, attachment in enumerate(attachments):
        field = f"attachments.{number}"
        if not attachment.public and not attachment.ground:
            yield Diagnostic(path, code="MI006", field=field)
        if attachment.public and attachment.ground:
            yield Diagnostic(path, code="MI015", field=field)
        if not attachment.public and attachment.document:
            yield Diagnostic(path, code="MI016", field=field)
        if not attachment.public and not attachment.title:
            yield Diagnostic(path, code="FM005", field=field, args={"name": "title"})
        if not attachment.file and not attachment.document and attachment.public:
            yield Diagnostic(path, code="FM005", field=field, args={"name": "file"})


def _appeal(path: str, appeal: Appeal) -> Iterator[Diagnostic]:
    """Yield what an appeal of its kind lacks (law.md, kuntalaki 141 §)."""
    for name in NEEDS.get(appeal.kind, ()):
        if not getattr(appeal, name):
            yield Diagnostic(path, code="MI004", field="appeal", args={"kind": appeal.kind, "name": name})
