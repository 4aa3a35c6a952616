"""The manifest: each file of a site, what it is, what it was made from, and its digest.

Knows its form. Must not know how files are drawn.
"""

from __future__ import annotations

import json
from pathlib import Path

from sitegen.build import Built
from sitegen.cli.failures import ManifestError
from sitegen.render.plan import Plan


def write_manifest(built: Built, file: Path) -> None:
    """Write one JSON object a file of the site to *file*, in order of path; raises ManifestError."""
    rows = [
        {"path": plan.path, "kind": kind_of(plan), "source": plan.source, "sha256": built.manifest[plan.path].sha256.hex()}
        for plan in sorted(built.plans, key=lambda plan: plan.path)
    ]
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    try:
        file.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    except OSError as error:
        raise ManifestError(file, error.strerror or str(error)) from error


def kind_of(plan: Plan) -> str:
    """Return what kind of file a plan is for, by the name of what draws it: ``news``, ``item``, ``copy``."""
    return plan.draw.__name__.removeprefix("draw_")
