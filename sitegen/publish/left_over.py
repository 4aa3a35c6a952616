"""What a preview left behind, which no build would ever change again.

Knows the preview's folder and how a running one is told from one that has ended. Must not know what stands in it.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from sitegen.errors import Locked, NotReadable
from sitegen.publish.lock import build_lock
from sitegen.publish.mark import mark_in


def remove_overdue_preview(memory: Path, as_of: date) -> None:
    """Remove the preview in *memory*, a site's ``.sitegen``, if by *as_of* it shows what should have gone; not while it runs."""
    preview = memory / "preview"
    if not preview.is_dir() or not _is_overdue(preview, as_of):
        return
    try:
        with build_lock(memory / "serve", 0, lambda: None):
            shutil.rmtree(preview)
    except Locked:
        return


def _is_overdue(preview: Path, as_of: date) -> bool:
    """Tell whether the day has come on which *preview* changes; one that was left half made may show anything."""
    try:
        change = mark_in(str(preview))
    except NotReadable:
        return True
    return change is not None and change <= as_of
