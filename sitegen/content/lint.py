"""What one file says that it shouldn't: identity codes anywhere, and in its fields private data outside contacts.

Knows fields, and which of them are contacts. Doubts about texts are found when their bodies are made. Quotes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sitegen.content.fields import Many, Mistakes, Node, Person
from sitegen.content.frontmatter import Source, place
from sitegen.content.hidden import veiled
from sitegen.content.parts import CONTACT
from sitegen.content.schema import KINDS
from sitegen.diagnostics import Diagnostic
from sitegen.law.lint import doubts
from sitegen.law.traces import identity_codes
from sitegen.model.facts import AnyFacts, is_secret

# Nothing is found in fewer characters, nor where neither a digit nor the sign of an address is, nor in a day alone.
_SHORTEST = 9
_WORTH_A_LOOK = re.compile(r"(?![0-9]{4}-[0-9]{2}-[0-9]{2}\Z)(?s:.)*?(?:[0-9@]|at[)\]])")
# Where a number or an address is in its place.
_CONTACTS = frozenset(
    field.name
    for group in KINDS.values()
    for field in group.fields.values()
    if isinstance(field.type, Many) and (field.type.of is CONTACT or isinstance(field.type.of, Person))
)


def is_withheld(facts: AnyFacts | None, private: bool) -> bool:
    """Tell whether a file's text and fields, but for its public heading, are of a secret item or may be, in a *private* folder."""
    return private and (facts is None or is_secret(facts))


def judge_words(source: Source, lang: str, withheld: bool, mistakes: Mistakes) -> None:
    """Note identity codes in front matter (PD001), and what is doubtful in it; of what is *withheld* the title alone is read."""
    todo: list[tuple[str, Node, bool]] = list(_entries(source.node, contact=False))
    if withheld:
        todo = [entry for entry in todo if entry[0] == "title"]
    seen = set()
    while todo:
        _, node, contact = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if len(node.value) >= _SHORTEST and _WORTH_A_LOOK.match(node.value):
                _judge_value(node, lang, contact, mistakes)
        else:
            todo += _entries(node, contact)


def _entries(node: Node, contact: bool) -> Iterator[tuple[str, Node, bool]]:
    """Yield the nodes within *node*, by name where they have one, and whether they are a contact's."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            yield name, value, contact or name in _CONTACTS
    elif isinstance(node, yaml.SequenceNode):
        yield from (("", value, contact) for value in node.value)


def _judge_value(node: yaml.ScalarNode, lang: str, contact: bool, mistakes: Mistakes) -> None:
    if identity_codes(veiled(node.value)):
        mistakes.add("PD001", node)
    told = set()
    for doubt in () if contact else doubts(node.value, lang):
        said = doubt.code, *doubt.args.values()
        if said not in told:
            told.add(said)
            mistakes.add(doubt.code, node, **doubt.args)


def identified(path: str, source: Source) -> Iterator[Diagnostic]:
    """Yield each identity code in a file's Markdown, but for what is secret: that is judged by where the folder may be seen."""
    for offset in identity_codes(veiled(source.text)):
        line, column = place(source.text, offset)
        yield Diagnostic(path, source.line + line - 1, column, "PD001")
