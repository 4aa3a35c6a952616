"""Copies of pictures: upright, in sRGB, without metadata, the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from sitegen.content.assets import look_at
from sitegen.model.picture import Copies, Figure
from sitegen.render.pictures import copy_of_picture, picture

FORMATS = ["AVIF", "WEBP", "JPEG", "PNG", "GIF"]
RED, WHITE, BLUE = (220, 30, 30), (255, 255, 255), (30, 30, 200)


def copy_of(folder: Path, image: Image.Image, size: tuple[int, int], format: str = "PNG", drawing: bool = False, **saved: Any) -> bytes:
    """Return a copy of *image*, which is *saved* as PNG."""
    image.save(folder / "kuva.x", "PNG", **saved)
    return copy_of_picture(folder, "kuva.x", look_at(folder, "kuva.x").digest, size, format, drawing)


def opened(data: bytes) -> Image.Image:
    """Return the picture in *data*, as it is written."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


def is_near(found: Any, wanted: tuple[int, int, int], by: int = 12) -> bool:
    """Tell whether a colour is another, but for what compressing costs."""
    return all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("format", FORMATS)
def test_a_copy_says_nothing_of_where_and_when(tmp_path: Path, format: str) -> None:
    """Metadata of the file, a place on the map among them, are in no copy of any format."""
    exif = Image.Exif()
    exif[0x010F] = "KameraMerkki"
    exif.get_ifd(0x8825).update({1: "N", 2: (60.0, 10.0, 5.0), 3: "E", 4: (24.0, 56.0, 7.0)})
    path = tmp_path / "kuva.jpg"
    Image.new("RGB", (40, 30), RED).save(path, "JPEG", exif=exif, comment=b"KameraMerkki", xmp=b"<x>KameraMerkki</x>", dpi=(72, 72))
    assert path.read_bytes().count(b"KameraMerkki") == 3
    made = copy_of_picture(tmp_path, "kuva.jpg", format, (20, 15), format, drawing=False)
    assert b"KameraMerkki" not in made
    found = opened(made)
    assert dict(found.getexif()) == {}
    assert not {"exif", "xmp", "icc_profile", "comment"} & {str(name).lower() for name in found.info}


@pytest.mark.parametrize("format", ["AVIF", "WEBP", "JPEG"])
def test_a_copy_stands_upright(tmp_path: Path, format: str) -> None:
    """What the camera noted of how it was held has been done: the top is where it was."""
    image = Image.new("RGB", (40, 20), RED)
    image.paste(BLUE, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    found = opened(copy_of(tmp_path, image, (20, 40), format, exif=exif)).convert("RGB")
    assert found.size == (20, 40)
    assert is_near(found.getpixel((10, 5)), BLUE, 40)
    assert is_near(found.getpixel((10, 35)), RED, 40)


def test_what_is_transparent_is_white(tmp_path: Path) -> None:
    """A page may be dark: black letters on nothing would vanish."""
    image = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    image.paste((*RED, 255), (0, 0, 5, 10))
    found = opened(copy_of(tmp_path, image, (10, 10))).convert("RGB")
    assert (found.getpixel((1, 5)), found.getpixel((8, 5))) == (RED, WHITE)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    """The middle of sixteen bits of grey is the middle of eight."""
    found = opened(copy_of(tmp_path, Image.new("I;16", (4, 4), 0x8000), (4, 4))).convert("RGB")
    assert is_near(found.getpixel((1, 1)), (128, 128, 128), 1)


def swapped() -> bytes:
    """Return a profile that calls blue what sRGB calls red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace(b"rXYZ", b"tXYZ").replace(b"bXYZ", b"rXYZ").replace(b"tXYZ", b"bXYZ")
    return profile.replace("sRGB".encode("utf-16-be"), "zRGB".encode("utf-16-be"))


def test_colours_are_those_of_srgb(tmp_path: Path) -> None:
    """A profile of other colours is applied."""
    found = opened(copy_of(tmp_path, Image.new("RGB", (4, 4), (255, 0, 0)), (4, 4), icc_profile=swapped())).convert("RGB")
    assert is_near(found.getpixel((1, 1)), (0, 0, 255), 3)


@pytest.mark.parametrize("profile", [b"not a profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_cannot_be_used_counts_as_none(tmp_path: Path, profile: bytes) -> None:
    """The picture is shown, in the colours that its numbers have without one."""
    found = opened(copy_of(tmp_path, Image.new("RGB", (4, 4), RED), (4, 4), icc_profile=profile)).convert("RGB")
    assert is_near(found.getpixel((1, 1)), RED, 1)


def test_ink_becomes_light(tmp_path: Path) -> None:
    """A picture that was made for a printing press is shown in a screen's colours."""
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "kuva.jpg", "JPEG")
    found = opened(copy_of_picture(tmp_path, "kuva.jpg", "ink", (8, 8), "PNG", drawing=False))
    assert is_near(found.getpixel((4, 4)), (255, 0, 0), 20)


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, format: str) -> None:
    """Neither the time nor what was drawn before shows."""
    image = Image.effect_noise((64, 48), 80).convert("RGB")
    first = copy_of(tmp_path, image, (32, 24), format)
    copy_of(tmp_path, Image.new("RGB", (8, 8), BLUE), (8, 8))
    assert copy_of(tmp_path, image, (32, 24), format) == first


def test_few_colours_are_kept_as_they_are(tmp_path: Path) -> None:
    """A drawing loses nothing: letters stay sharp."""
    image = Image.effect_noise((64, 48), 80).convert("P").convert("RGB")
    found = opened(copy_of(tmp_path, image, (64, 48), "WEBP", drawing=True))
    assert found.convert("RGB").tobytes() == image.tobytes()


def test_the_html_of_a_picture() -> None:
    """Its size stands there, and all but the first of a page are fetched when they come near; an author's width stays."""
    figure = Figure("/a/k.jpg", 800, 600, (Copies("image/webp", (("/a/k-jpg-480.webp", 480), ("/a/k-jpg-800.webp", 800))),))
    first = picture(figure, lambda address: ".." + address, ' alt="K"', lazy=False)
    assert '<source type="image/webp" srcset="../a/k-jpg-480.webp 480w, ../a/k-jpg-800.webp 800w" sizes="' in first
    assert first.endswith('<img src="../a/k.jpg" alt="K" width="800" height="600" decoding="async"></picture>')
    assert ' loading="lazy"' in picture(figure, str, ' alt="K"', lazy=True)
    assert ' height=' not in picture(figure, str, ' alt="K" width="300"', lazy=True)
    assert picture(Figure("/k.svg"), str, ' alt="K"', lazy=False) == '<img src="/k.svg" alt="K" decoding="async">'
