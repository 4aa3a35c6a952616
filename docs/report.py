"""Makes the PDF of content/documents/vesihuollon-varautumisselvitys, whose text the build reads from it: ``python docs/report.py``."""

from __future__ import annotations

from pathlib import Path

import typst

ROOT = Path(__file__).parent.parent
PDF = ROOT / "content/documents/vesihuollon-varautumisselvitys/varautumisselvitys.pdf"

PDF.write_bytes(typst.compile(ROOT / "docs/report.typ", font_paths=[ROOT / "sitegen/fonts"], ignore_system_fonts=True))
