"""Lines of a PDF's page: their words and where they lie.

Knows what is measured of a line. Knows nothing of how it is read from a file.
"""

from __future__ import annotations

from msgspec import Struct

from sitegen.model.pdf import PdfProblem

# What stands at a line's end where a word was broken, or may have been.
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
HYPHENS = f"-\N{HYPHEN}{SOFT_HYPHEN}"


class Line(Struct, frozen=True, array_like=True):
    """A line: its words, its left and right edge, its base line counted from the page's foot, and its height, in points.

    A hyphen that ends it is written as a SOFT HYPHEN where nobody can tell what the author wrote.
    """

    text: str
    left: float
    right: float
    base: float
    height: float


class Leaf(Struct, frozen=True, array_like=True):
    """One page of a PDF: its height in points and its lines, in the order in which the file writes them."""

    height: float
    lines: tuple[Line, ...] = ()


class Leaves(Struct, frozen=True, array_like=True):
    """What was read of a PDF: how many pages it has, why nobody can search or hear it, and its pages."""

    count: int = 0
    problem: PdfProblem = ""
    leaves: tuple[Leaf, ...] = ()
