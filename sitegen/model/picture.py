"""A picture: what is known of its file, and what a page needs to show it.

Knows sizes and addresses as values. Knows no file and no HTML.
"""

from __future__ import annotations

from msgspec import Struct


class Picture(Struct, frozen=True):
    """A picture's width and height in pixels, upright; one of few colours is a drawing (a chart, a map, a logo)."""

    width: int
    height: int
    drawing: bool = False


class Copies(Struct, frozen=True):
    """Copies of a picture in one format: its media type, and each copy's address and width, the narrowest first."""

    type: str
    files: tuple[tuple[str, int], ...]


class Figure(Struct, frozen=True):
    """A picture as a page shows it: its address, its size, and copies from which a browser chooses, the best format first.

    What isn't made of pixels (SVG) has neither size nor copies.
    """

    address: str
    width: int = 0
    height: int = 0
    copies: tuple[Copies, ...] = ()


# Where the links and pictures of a text lead; empty where to nothing on view.
Targets = tuple[str | Figure, ...]
