"""What docs/measured.md says was measured can be measured again."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_every_test_that_the_table_names_is_there() -> None:
    """Each row names what measures it, and each test so named is in its file."""
    table = (ROOT / "docs/measured.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in table.splitlines() if line.startswith("| ")]
    assert len(rows) > 15
    for *_, measured_by in rows[1:]:
        assert "measure" in measured_by or "`" in measured_by, measured_by
    for path, name in re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", table):
        assert f"def {name}" in (ROOT / path).read_text(encoding="utf-8"), (path, name)
