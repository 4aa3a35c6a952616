"""Field types: each reads one YAML node as one kind of value.

A type is the parser, the name of what is expected and the example that the manual shows. Every scalar is taken as the
text that was written, so ``12:30``, ``01`` and ``no`` mean what they say. Knows no kind of file.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml
from msgspec import Struct

from sitegen.content.frontmatter import CONTROL
from sitegen.diagnostics import N_
from sitegen.model.nearest import nearest
from sitegen.model.parts import Contact, When
from sitegen.model.spans import find_spans

Node = yaml.Node


class Mistake(Struct, frozen=True):
    """A fault at a node, before its file and line are known."""

    code: str
    node: Any
    args: dict[str, str]


class Mistakes(list[Mistake]):
    """The mistakes of one front matter, in the order found; *offset* is the line of the file at which its marks begin."""

    def __init__(self, offset: int = 0) -> None:
        super().__init__()
        self.offset = offset

    def add(self, code: str, node: Node, **args: str) -> None:
        """Note one mistake at *node*."""
        self.append(Mistake(code, node, args))

    def place(self, node: Node) -> tuple[int, int]:
        """Return the line and column of *node* in its file, counted from 1."""
        return node.start_mark.line + self.offset, node.start_mark.column + 1


def is_empty(node: Node) -> bool:
    """Tell whether nothing was written; an empty value counts as absent."""
    return not (node.value.strip() if isinstance(node, yaml.ScalarNode) else node.value)


def written(node: Node) -> str:
    """Return what stands at *node* in a few words, for a message."""
    if isinstance(node, yaml.ScalarNode):
        return str(node.value) if len(node.value) <= 60 else node.value[:60] + "…"
    return "[…]" if isinstance(node, yaml.SequenceNode) else "{…}"


class Type:
    """A kind of value; ``expected`` says in words what should be written, ``example`` shows it."""

    expected = ""
    example = ""

    def read(self, node: Node, name: str, mistakes: Mistakes) -> Any:
        """Return the value at *node*, or None after noting a mistake."""
        raise NotImplementedError

    def wrong(self, node: Node, name: str, mistakes: Mistakes) -> None:
        """Note that *node* is not of this type."""
        mistakes.add("FM006", node, name=name, expected=self.expected, found=written(node))


class Text(Type):
    """One line or several, as written."""

    expected = N_("a text")

    def __init__(self, example: str = "") -> None:
        self.example = example

    def read(self, node: Node, name: str, mistakes: Mistakes) -> str | None:
        """Return the text without white space around it."""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, name, mistakes)
            return None
        # An escape in a quoted text ("\x0e") writes what reading has refused in the file itself.
        if found := CONTROL.search(node.value):
            mistakes.add("FI006", node, character=f"U+{ord(found[0]):04X}")
            return None
        return str(node.value).strip()


class Name(Text):
    """A text that addresses, links and references are made of: nothing of it can be hidden, so a mark in it is a mistake."""

    def read(self, node: Node, name: str, mistakes: Mistakes) -> str | None:
        """Return the text; a mark of hidden words in it is a mistake."""
        text = super().read(node, name, mistakes)
        if text and find_spans(text):
            mistakes.add("TX006", node)
            return None
        return text


class Pattern(Text):
    """A text of one form."""

    def __init__(self, pattern: str, expected: str, example: str) -> None:
        self.pattern, self.expected, self.example = re.compile(pattern), expected, example

    def read(self, node: Node, name: str, mistakes: Mistakes) -> str | None:
        """Return the text where all of it is of the form."""
        if not isinstance(node, yaml.ScalarNode) or not self.pattern.fullmatch(node.value.strip()):
            self.wrong(node, name, mistakes)
            return None
        return str(node.value).strip()


class Number(Type):
    """A whole number, zero or more."""

    expected = N_("a whole number")
    example = "14"

    def read(self, node: Node, name: str, mistakes: Mistakes) -> int | None:
        """Return the number."""
        if not isinstance(node, yaml.ScalarNode) or not re.fullmatch(r"[0-9]{1,9}", node.value.strip()):
            self.wrong(node, name, mistakes)
            return None
        return int(node.value)


class Flag(Type):
    """Yes or no."""

    expected = N_("true or false")
    example = "true"
    WORDS = {"true": True, "yes": True, "kyllä": True, "ja": True, "false": False, "no": False, "ei": False, "nej": False}

    def read(self, node: Node, name: str, mistakes: Mistakes) -> bool | None:
        """Return whether it is so; ``yes``, ``kyllä`` and ``ja`` do as well as ``true``."""
        value = self.WORDS.get(node.value.strip().lower()) if isinstance(node, yaml.ScalarNode) else None
        if value is None:
            self.wrong(node, name, mistakes)
        return value


class Choice(Type):
    """One of a few known values."""

    expected = N_("one of the known values")

    def __init__(self, *values: str) -> None:
        self.values, self.example = values, values[0]

    def read(self, node: Node, name: str, mistakes: Mistakes) -> str | None:
        """Return the value where it is one of the known."""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, name, mistakes)
            return None
        value = node.value.strip()
        if value not in self.values:
            near = nearest(value, self.values)
            mistakes.add("FM010", node, name=name, found=written(node), nearest=near, values=", ".join(self.values))
            return None
        return str(value)


class Moment(Type):
    """A day, and the time of it where one is written."""

    expected = N_("a day, with a time where you like (2018-06-04 08:30)")
    example = "2026-06-04 08:30"
    FORM = re.compile(
        r"(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>\d{4}))"
        r"(?:[T ]\s*(?:klo |kl\. ?)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::00)?)?"
    )

    def read(self, node: Node, name: str, mistakes: Mistakes) -> Any:
        """Return the day and time."""
        found = self.FORM.fullmatch(node.value.strip()) if isinstance(node, yaml.ScalarNode) else None
        if found is None:
            self.wrong(node, name, mistakes)
            return None
        part = found.groupdict()
        try:
            day = date(int(part["y"] or part["y2"]), int(part["m"] or part["m2"]), int(part["d"] or part["d2"]))
        except ValueError:
            mistakes.add("FM007", node, name=name, found=written(node))
            return None
        if part["hour"] is None:
            return When(day)
        if int(part["hour"]) > 23 or int(part["minute"]) > 59:
            mistakes.add("FM007", node, name=name, found=written(node))
            return None
        return When(day, f"{int(part['hour']):02}:{part['minute']}")


class Day(Moment):
    """A day without a time."""

    expected = N_("a day (2018-06-04 or 4.6.2018)")
    example = "2026-06-04"

    def read(self, node: Node, name: str, mistakes: Mistakes) -> date | None:
        """Return the day."""
        when = super().read(node, name, mistakes)
        if when is None:
            return None
        if when.clock:
            self.wrong(node, name, mistakes)
            return None
        return when.day


class Clock(Type):
    """A time of day."""

    expected = N_("a time of day (08:30)")
    example = "08:30"

    def read(self, node: Node, name: str, mistakes: Mistakes) -> str | None:
        """Return the time as ``HH:MM``."""
        found = re.fullmatch(r"(?:klo |kl\. ?)?(\d{1,2})[:.](\d{2})", node.value.strip()) if isinstance(node, yaml.ScalarNode) else None
        if found is None:
            self.wrong(node, name, mistakes)
            return None
        if int(found[1]) > 23 or int(found[2]) > 59:
            mistakes.add("FM007", node, name=name, found=written(node))
            return None
        return f"{int(found[1]):02}:{found[2]}"


class Many(Type):
    """A list; one value alone counts as a list of one."""

    def __init__(self, of: Type) -> None:
        self.of = of
        self.expected, self.example = N_("a list"), f"[{of.example}]"

    def read(self, node: Node, name: str, mistakes: Mistakes) -> tuple[Any, ...] | None:
        """Return the values; those that are wrong are left out, their mistakes noted."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values = [self.of.read(one, name, mistakes) for one in nodes if not is_empty(one)]
        return tuple(value for value in values if value is not None)


class Person(Type):
    """A contact, or a role in words alone."""

    expected = N_("a contact (name, role, email, phone) or a role in words")
    example = "Suunnittelujohtaja"

    def __init__(self, group: Type) -> None:
        self.group = group

    def read(self, node: Node, name: str, mistakes: Mistakes) -> Contact | None:
        """Return the contact; words alone are its role."""
        if isinstance(node, yaml.ScalarNode):
            return Contact(role=node.value.strip())
        return self.group.read(node, name, mistakes)
