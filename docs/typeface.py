"""Cuts the typeface down to what the site needs: ``python docs/typeface.py FOLDER``, with Adobe's release of Source Sans 3.052 in FOLDER.

Needs fonttools and brotli. Writes sitegen/fonts/. A changed font may not bear the reserved name (OFL 1.1, condition 3).
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = Path(__file__).parent.parent / "sitegen/fonts"
FAMILY = "Sitegen Sans"
# Finnish, Swedish, English and the Sámi languages of Finland, with punctuation and signs; then the rest of Latin Extended-A.
SAMI = [0x10C, 0x10D, 0x110, 0x111, 0x14A, 0x14B, 0x160, 0x161, 0x166, 0x167, 0x17D, 0x17E]
SIGNS = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x2030, 0x2032]
SIGNS += [0x2033, 0x2039, 0x203A, 0x2082, 0x2083, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265]
MAIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), *SAMI, *SIGNS]
REST = [one for one in (*range(0x100, 0x180), 0x218, 0x219) if one not in SAMI]
WEB = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "liga")
PAPER = (*WEB, "pnum", "lnum", "case", "frac", "sups", "subs", "zero")


def cut(source: Path, name: str, style: str, letters: list[int], features: tuple[str, ...]) -> None:
    """Write the font *name* with those letters and features of *source*; a variable one keeps the weights 400 to 700."""
    font = TTFont(source)
    if "fvar" in font:
        narrowed = io.BytesIO()
        instancer.instantiateVariableFont(font, {"wght": (400, 700)}).save(narrowed)
        narrowed.seek(0)
        font = TTFont(narrowed)
    kept = [0, 1, 2, 3, 4, 6, 13, 14, 16, 17, 25]
    options = subset.Options(layout_features=list(features), hinting=False, glyph_names=False, name_IDs=kept)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    full = f"{FAMILY} {style}"
    words = {1: FAMILY, 16: FAMILY, 3: f"{full} 3.052", 4: full, 6: full.replace(" ", ""), 25: "SitegenSans"}
    for record in font["name"].names:
        record.string = words.get(record.nameID, record.toUnicode())
    font.flavor = "woff2" if name.endswith(".woff2") else None
    font.recalcTimestamp = False
    font.save(FONTS / name)


if __name__ == "__main__":
    release = Path(sys.argv[1])
    cut(release / "VF/SourceSans3VF-Upright.ttf", "text.woff2", "Regular", MAIN, WEB)
    cut(release / "VF/SourceSans3VF-Upright.ttf", "text-extended.woff2", "Regular", REST, WEB)
    for file, style in (("Regular", "Regular"), ("Bold", "Bold"), ("It", "Italic"), ("BoldIt", "Bold Italic")):
        cut(release / f"TTF/SourceSans3-{file}.ttf", f"{style.lower().replace(' ', '-')}.ttf", style, MAIN + REST, PAPER)
    # In italics one weight is enough, and a page with some stays light: a browser makes the bold ones.
    cut(FONTS / "italic.ttf", "text-italic.woff2", "Italic", MAIN, WEB)
