"""Sites to build from: copies of what the repository and the real material hold, and the command that builds them.

Knows where both stand. Must not know what is in them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
AS_OF = "2026-11-22"
COMMAND = (sys.executable, "-m", "sitegen")


def copied(source: Path, folder: Path) -> Path:
    """Return *folder* with a copy, free to be written to, of the site in *source*."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("content", "static", "templates"):
        # The templates of the repository are the program's, not the shipped site's.
        if (source / name).is_dir() and not (source == ROOT and name == "templates"):
            shutil.copytree(source / name, folder / name)
    for name in ("site.toml", "publications.jsonl"):
        if (source / name).exists():
            shutil.copy(source / name, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def files_of(output: Path) -> dict[str, bytes]:
    """Return every file below *output* by its path from there."""
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def run_build(source: Path, *options: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``sitegen build`` for the site in *source*, in its folder, and return how that ended."""
    command = [*COMMAND, "build", "--as-of", AS_OF, *options]
    clean = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LANGUAGE")}
    return subprocess.run(command, cwd=source, env=clean | environment, capture_output=True, text=True, check=False)
