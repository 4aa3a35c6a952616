"""The manifest: each file of a site, what it is, what it was made from, and its digest.

Knows its form. Must not know how files are drawn.
"""

from __future__ import annotations

import json
from pathlib import Path

from sitegen.cli.failures import ManifestError
from sitegen.render.unchanged import Built


def write_manifest(built: Built, file: Path) -> None:
    """Write one JSON object a file of the site to *file*, in order of path; raises ManifestError."""
    rows = [
        {"path": path, "kind": kind, "source": source, "sha256": built.manifest[path].sha256.hex()}
        for path, (kind, source) in sorted(built.sources.items())
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    try:
        file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    except OSError as error:
        raise ManifestError(file, error.strerror or str(error)) from error
