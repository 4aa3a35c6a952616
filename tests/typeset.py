"""PDFs for tests, set by typst as word processors and typesetters set them."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typst

FONTS = Path(__file__).parent.parent / "sitegen/fonts"


def paper(text: str, file: Path) -> Path:
    """Write the PDF of *text*, in typst's markup, to *file*."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "a.typ"
        source.write_text('#set text(font: "Sitegen Sans", lang: "fi")\n' + text, encoding="utf-8")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(typst.compile(source, font_paths=[FONTS], ignore_system_fonts=True))
    return file
