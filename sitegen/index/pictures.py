"""Copies of pictures: which there are of each, and at which addresses.

Knows sizes and formats as values. Knows no file, and nothing of how a copy is made.
"""

from __future__ import annotations

from sitegen.index.addresses import copy_of
from sitegen.model.asset import Asset
from sitegen.model.picture import Copies, Figure, Picture

# A phone's column, a phone's with dense pixels or a screen's, a screen's with dense pixels.
WIDTHS = (480, 960, 1600)
# A copy that is hardly narrower than the next saves nobody anything.
_WORTH = 1.2


def figure(address: str, asset: Asset) -> Figure:
    """Return what a page needs to show the picture at *address*."""
    picture = asset.picture
    if picture is None:
        return Figure(address)
    widest = widest_of(picture)
    if picture.drawing:
        # AVIF blurs letters and lines, and a narrower copy has so many shades between its colours that it's the larger file.
        formats, widths = ["webp"], [widest]
    else:
        formats, widths = ["avif", "webp"], [width for width in WIDTHS if width * _WORTH < widest] + [widest]
    copies = tuple(Copies(f"image/{one}", tuple((copy_of(address, width, one), width) for width in widths)) for one in formats)
    return Figure(address, widest, scaled(picture, widest), copies)


def widest_of(picture: Picture) -> int:
    """Return how wide a picture is shown at most: never wider than it is."""
    return min(picture.width, WIDTHS[-1])


def scaled(picture: Picture, width: int) -> int:
    """Return the height of a picture's copy of that *width*."""
    return max(1, round(picture.height * width / picture.width))
