"""The source texts that the house's rules read, by their path from the repository's root."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def sources(folder: str) -> dict[str, str]:
    """Return the text of each Python file below *folder*."""
    files = sorted((ROOT / folder).rglob("*.py"))
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


@pytest.fixture(scope="session")
def program() -> dict[str, str]:
    """Return the program's own source texts."""
    return sources("sitegen")


@pytest.fixture(scope="session")
def everything(program: dict[str, str]) -> dict[str, str]:
    """Return the source texts of the program, its tests and its benchmarks."""
    return program | sources("tests") | sources("bench")
