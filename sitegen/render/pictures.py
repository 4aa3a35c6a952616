"""Pictures: the copies of one, and the HTML from which a browser chooses among them.

Knows Pillow and its traps. Knows no page, and nothing of which copies there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from markupsafe import escape
from PIL import Image, ImageCms

from sitegen.content.assets import bytes_at
from sitegen.content.read_pictures import decoded
from sitegen.model.picture import Figure

# How wide a picture stands on a page: as the column of text, which templates/site.css makes so wide.
SIZES = "(min-width: 44rem) 40rem, 92vw"
# A slower encoder saves a fifteenth of the bytes in twice the time; of several threads an encoder may not promise the same bytes.
_LOSSY: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 60, "speed": 7, "max_threads": 1},
    "WEBP": {"quality": 78, "method": 4},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "GIF": {},
}
_LOSSLESS = {**_LOSSY, "WEBP": {"lossless": True, "method": 4}}


def copy_of_picture(root: Path, path: str, digest: str, size: tuple[int, int], format: str, drawing: bool) -> bytes:
    """Return the picture at *path* below *root* in that size and format: upright, in sRGB, without any metadata.

    *digest* is the file's. What is transparent becomes white, as paper is: a page may be dark.
    """
    image = _ready(root, path, digest)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    written = BytesIO()
    image.save(written, format, **(_LOSSLESS if drawing else _LOSSY)[format])
    return written.getvalue()


@lru_cache(maxsize=1)
def _ready(root: Path, path: str, digest: str) -> Image.Image:
    """Return a picture that holds pixels and nothing else; kept while its copies are drawn, which come one after another."""
    image = decoded(bytes_at(root, path))
    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):
        # Pillow would cut sixteen bits off at the eighth, and show all but the darkest as white.
        image = image.point(lambda level: level / 256).convert("L")
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper.convert("RGB")
    elif image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    bare = Image.new("RGB", image.size)
    bare.paste(_in_srgb(image, profile))
    return bare


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return *image* in the colours that screens take for granted; a profile that can't be read counts as none."""
    try:
        if profile:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(own):
                return ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError):
        pass
    return image.convert("RGB")


def picture(figure: Figure, where: Callable[[str], str], attributes: str, lazy: bool) -> str:
    """Return the HTML of a picture, with its other *attributes*; addresses are written by *where*.

    A *lazy* one is fetched when it comes near the window. Its size is told, so that nothing moves when it has come.
    """
    size = f' width="{figure.width}" height="{figure.height}"' if figure.width and " width=" not in attributes else ""
    manner = ' loading="lazy" decoding="async"' if lazy else ' decoding="async"'
    image = f'<img src="{escape(where(figure.address))}"{attributes}{size}{manner}>'
    sources = "".join(
        f'<source type="{copies.type}" srcset="{_candidates(copies.files, where)}" sizes="{SIZES}">' for copies in figure.copies
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def _candidates(files: tuple[tuple[str, int], ...], where: Callable[[str], str]) -> str:
    return ", ".join(f"{escape(where(address))} {width}w" for address, width in files)


def with_pictures(html: str, mark: str, figure: Figure, where: Callable[[str], str]) -> str:
    """Return a body's *html* with the picture in place of the image whose address is *mark*."""
    written = re.compile(f'<img\\b([^>]*?) src="{mark}"([^>]*)>')
    return written.sub(lambda found: picture(figure, where, found[1] + found[2], lazy=True), html)
