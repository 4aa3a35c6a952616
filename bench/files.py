"""Text files with front matter, as both programs are given them.

Knows YAML and files; must not know what is written in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def write_markdown(path: Path, facts: dict[str, Any], text: str) -> None:
    """Write *facts* as front matter and *text* below it."""
    head = yaml.dump(facts, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
    write_text(path, f"---\n{head}---\n\n{text}")


def write_text(path: Path, text: str) -> None:
    """Write *text*, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
