"""Looking at pictures: whatever the bytes are, what comes of it is a picture that can be drawn, or a fault."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sitegen.content.read_pictures import FORMATS, _look
from sitegen.diagnostics import CODES
from sitegen.render.pictures import copy_of_picture


def written(format: str, mode: str = "RGB", **more: object) -> bytes:
    """Return a small picture."""
    data = BytesIO()
    Image.effect_noise((24, 16), 90).convert(mode).save(data, format, **more)
    return data.getvalue()


def exif() -> Image.Exif:
    """Return what a camera notes of how it was held."""
    made = Image.Exif()
    made[0x0112] = 6
    made[0x010F] = "Kamera"
    return made


SOUND = [written(format, exif=exif()) if format != "GIF" else written(format) for format in ("JPEG", "PNG", "WEBP", "AVIF", "GIF")]


def drawn(folder: Path, data: bytes) -> bytes:
    """Return a copy of the picture in *data*."""
    (folder / "kuva").write_bytes(data)
    return copy_of_picture(folder, "kuva", str(hash(data)), (8, 8), "PNG", drawing=False)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixels_can_be_drawn(tmp_path: Path, mode: str) -> None:
    """Grey, few colours, transparent or of sixteen bits: what is taken for a picture becomes one."""
    image = Image.new("I;16", (24, 16), 900) if mode == "I;16" else Image.effect_noise((24, 16), 90).convert(mode)
    data = BytesIO()
    image.save(data, "PNG")
    found = _look(".png", data.getvalue())
    assert found.picture is not None
    assert (found.picture.width, found.picture.height, found.code) == (24, 16, "")
    assert drawn(tmp_path, data.getvalue())


@pytest.mark.parametrize("data", SOUND[:4], ids=["JPEG", "PNG", "WEBP", "AVIF"])
def test_its_size_is_that_of_the_upright_picture(data: bytes) -> None:
    """What lies on its side in the file is as wide as it is high there."""
    found = _look(".jpg", data)
    assert found.picture is not None
    assert (found.picture.width, found.picture.height) == (16, 24)


def test_a_damaged_note_of_the_camera_costs_no_picture(tmp_path: Path) -> None:
    """Browsers show such a picture, and so does the site."""
    broken = SOUND[0].replace(b"II*\x00", b"II*\xff").replace(b"MM\x00*", b"MM\xff*")
    assert broken != SOUND[0]
    assert _look(".jpg", broken).picture is not None
    assert drawn(tmp_path, broken)


@settings(max_examples=60)
@given(st.sampled_from(SOUND), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6), st.integers(0, 2000))
def test_any_bytes_are_a_picture_or_a_fault(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, changes: list[tuple[int, int]], end: int
) -> None:
    """A file that was damaged anywhere gives no traceback, and what is said of it quotes no decoder."""
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    damaged = damaged[: end % len(damaged) if end % 3 == 0 else len(damaged)]
    found = _look(".jpg", bytes(damaged))
    assert (found.picture is not None) != (found.code in ("IM001", "IM002"))
    if found.picture:
        assert drawn(tmp_path_factory.getbasetemp(), bytes(damaged))
    else:
        assert CODES[found.code].message.format_map({"file": "kuva.jpg", **found.args})
        assert "0x" not in str(found.args)


@pytest.mark.parametrize("ending", [".tif", ".heic", ".bmp", ".pdf", "", ".html"])
def test_what_browsers_do_not_show_is_no_picture(ending: str) -> None:
    """The name decides how a server calls a file, so it must be that of a picture."""
    assert _look(ending, SOUND[0]).code == "IM001"
    assert all(_look(known, SOUND[0]).picture for known in FORMATS)
