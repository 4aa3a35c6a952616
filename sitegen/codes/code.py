"""A kind of fault.

Knows what is said of every kind. Knows no kind by name.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class Code(Struct, frozen=True):
    """A kind of fault: what is wrong, how it is mended and, for ``sitegen explain``, why it matters.

    The three texts are English message ids; ``{name}`` in the first two stands for an argument.
    """

    name: str
    severity: Severity
    message: str
    hint: str
    explanation: str


def N_(text: str) -> str:
    """Mark *text* for translation and return it as it is."""
    return text
