"""A missing tool skips a test on a desk and fails it where all tests must run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

CONFTEST = Path(__file__).parent.parent / "conftest.py"
ASKING = "def test_it(require_tool):\n    require_tool('no-such-tool')\n"


def closing_line(folder: Path, variables: dict[str, str]) -> str:
    """Return the last line of a run of pytest on one test that asks for a tool that no machine has."""
    shutil.copy(CONFTEST, folder / "conftest.py")
    (folder / "test_asking.py").write_text(ASKING, encoding="utf-8")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "SITEGEN"))
    } | {"PYTHONPATH": str(CONFTEST.parent)} | variables
    run = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "--rootdir",
        str(folder),
        str(folder),
    ]
    return subprocess.run(
        run, env=environment, cwd=folder, capture_output=True, text=True, check=False
    ).stdout.splitlines()[-1]


def test_a_missing_tool_skips_the_test(tmp_path: Path) -> None:
    """Who has no browser can still run all other tests."""
    assert closing_line(tmp_path, {}).startswith("1 skipped")


def test_a_missing_tool_fails_the_test_where_all_must_run(tmp_path: Path) -> None:
    """With SITEGEN_TEST_ALL=1 no test is left out unseen."""
    assert closing_line(tmp_path, {"SITEGEN_TEST_ALL": "1"}).startswith("1 failed")


def test_a_tool_that_is_there_is_given_by_its_path(require_tool: Callable[[str], Path]) -> None:
    """A test starts the tool by the path that it is given."""
    assert require_tool("git").is_file()
