"""Pictures of words: the card that stands for a page where it is shared, and the site's small icon.

Knows the typeface and Pillow. Must not know which pages there are. The same words give the same bytes.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from sitegen.render.fonts import font

SIZE = (1200, 630)
MARGIN, WIDTH, BOTTOM = 80, 1040, 470
BAND, INK, ACCENT = "#0f3550", "#ffffff", "#58b5a4"
# The largest size at which the words fit is taken.
SIZES = (92, 80, 68, 58, 48)
SMALL, LINE = 36, 1.16
COLOURS = 16


def card(title: str, foot: str) -> bytes:
    """Return a PNG of 1200 × 630 pixels that says *title*, as large as it fits, and *foot* below it."""
    picture = Image.new("RGB", SIZE, BAND)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((MARGIN, MARGIN, MARGIN + 120, MARGIN + 10), fill=ACCENT)
    size, lines = _set(title)
    for number, line in enumerate(lines):
        draw.text((MARGIN, MARGIN + 40 + number * size * LINE), line, INK, _font("bold.ttf", size))
    small = _font("regular.ttf", SMALL)
    draw.text((MARGIN, SIZE[1] - MARGIN - SMALL), _cut(foot, small), INK, small)
    # Few colours make a small file, and are enough for the edges of letters.
    return _bytes(picture.quantize(COLOURS, dither=Image.Dither.NONE), "PNG")


def icon() -> bytes:
    """Return an ICO of 32 × 32 pixels: a section sign."""
    picture = Image.new("RGBA", (32, 32))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, 31, 31), 6, BAND)
    draw.text((16, 16), "§", INK, _font("bold.ttf", 28), anchor="mm")
    return _bytes(picture, "ICO")


def _bytes(picture: Image.Image, form: str) -> bytes:
    file = BytesIO()
    picture.save(file, form, optimize=True)
    return file.getvalue()


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # The other engine isn't in every build of Pillow.
    return ImageFont.truetype(BytesIO(font(name)), size, layout_engine=ImageFont.Layout.BASIC)


def _set(title: str) -> tuple[int, list[str]]:
    """Return the size at which *title* fits, and its lines; what fits at none is cut."""
    for size in SIZES:
        face = _font("bold.ttf", size)
        lines = _lines(title, face)
        if MARGIN + 40 + len(lines) * size * LINE <= BOTTOM and all(face.getlength(line) <= WIDTH for line in lines):
            return size, lines
    room = int((BOTTOM - MARGIN - 40) / (SIZES[-1] * LINE))
    rest = " ".join(lines[room - 1 :])
    return SIZES[-1], [_cut(line, face) for line in (*lines[: room - 1], rest)]


def _lines(title: str, face: ImageFont.FreeTypeFont) -> list[str]:
    """Return *title* in lines that are no wider than need be; a word stays whole."""
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


def _cut(line: str, face: ImageFont.FreeTypeFont) -> str:
    """Return *line*, cut with an ellipsis where it is too wide."""
    if face.getlength(line) <= WIDTH:
        return line
    while line and face.getlength(line + "…") > WIDTH:
        line = line[:-1]
    return line.rstrip() + "…"
