"""One file's reading, for tests of fields and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.content.read import Manner, read_file
from sitegen.model.facts import AnyFacts
from sitegen.model.record import Reading

Read = Callable[..., Reading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that writes one file below a site's folder and reads it."""

    def read_one(
        text: str | bytes, path: str = "content/news/tie.md", original: AnyFacts | None = None, private: bool = False
    ) -> Reading:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_file(tmp_path, path, Manner("fi", private), original)

    return read_one
