"""What a file hides: its personal and secret words, and whether they are marked as they should be.

Knows marks, and the facts that are hidden as wholes. Must not know when hidden words go, nor what stands in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from sitegen.content.fields import Mistakes
from sitegen.content.frontmatter import Source, place
from sitegen.diagnostics import Diagnostic
from sitegen.model.facts import AnyFacts, Item, Meeting, is_secret
from sitegen.model.spans import Span, find_spans, stray_marks

_READABLE = re.compile(r"[^\n]")
# What tells of a secret matter beyond its public heading (content.md).
SECRET_WORDS = ("plain", "summary", "votes", "elections", "disqualified", "dissent", "corrections")


class Hidden(Struct, frozen=True):
    """Whether a file holds personal data, and whether it holds what is or may be secret."""

    personal: bool = False
    secret: bool = False

    def __bool__(self) -> bool:
        return self.personal or self.secret


def hidden_in(facts: AnyFacts, text: str) -> Hidden:
    """Return what *facts*, inherited ones too, and their Markdown *text* hide."""
    personal = secret = False
    for value in _values(msgspec.to_builtins(facts, builtin_types=())):
        if isinstance(value, str):
            kinds = {span.kind for span in find_spans(value)}
            personal, secret = personal or "personal" in kinds, secret or "secret" in kinds
        else:
            personal = personal or value.get("personal") is True
            secret = secret or value.get("public") is False or value.get("level", "public") != "public"
    kinds = {span.kind for span in find_spans(text)}
    return Hidden(personal or "personal" in kinds, secret or "secret" in kinds)


def _values(value: Any) -> Iterator[Any]:
    """Yield every text and every mapping within *value*."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _values(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _values(one)


def veiled(text: str) -> str:
    """Return a Markdown *text* whose secret spans can't be read, with every line and column where it was."""
    for span in find_spans(text):
        if span.kind == "secret":
            veil = _READABLE.sub("x", text[span.start : span.end])
            text = text[: span.start] + veil + text[span.end :]
    return text


def judge_fields(source: Source, private: bool, mistakes: Mistakes) -> None:
    """Note the marks in front matter that aren't in their form, or hide what may not stand there (MI006, MI007, TX006)."""
    todo, seen = [source.node], set()
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if stray_marks(node.value):
                mistakes.add("TX006", node)
            for code in {code for span in find_spans(node.value) for code in _faults_of(span, private)}:
                mistakes.add(code, node)
        elif isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            todo += (value for _, value in node.value)


def judge_text(path: str, source: Source, private: bool) -> Iterator[Diagnostic]:
    """Yield what is wrong with the secret spans of a file's Markdown; its stray marks are found when a body is made."""
    for span in find_spans(source.text):
        line, column = place(source.text, span.start)
        for code in _faults_of(span, private):
            yield Diagnostic(path, source.line + line - 1, column, code)


def _faults_of(span: Span, private: bool) -> Iterator[str]:
    """Yield the codes of what is wrong with one span."""
    if span.kind == "secret" and not span.ground:
        yield "MI006"
    if span.kind == "secret" and not private:
        yield "MI007"


def secret_in_public(path: str, facts: AnyFacts, source: Source, original: AnyFacts | None) -> Iterator[Diagnostic]:
    """Yield what a public folder may not hold: of a secret item its text, words on it and attachments, of any the files withheld.

    What a translation inherits from its *original* is told there alone.
    """
    if not isinstance(facts, Item | Meeting):
        return
    secret = is_secret(facts)
    if secret and source.text:
        yield Diagnostic(path, source.line, 1, "MI007")
    for name in SECRET_WORDS if secret else ():
        if getattr(facts, name) and getattr(facts, name) != getattr(original, name, None):
            yield Diagnostic(path, code="MI007", field=name)
    for number, attachment in enumerate(facts.attachments if original is None else ()):
        if (secret or not attachment.public) and (attachment.file or (secret and attachment.document)):
            yield Diagnostic(path, code="MI007", field=f"attachments.{number}")
