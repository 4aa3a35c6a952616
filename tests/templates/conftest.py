"""The site that ships with the program, planned and built once for all tests of templates."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sites import no_news

from sitegen.build import Options, Planned, build, plan
from sitegen.render.store import Store

ROOT = Path(__file__).parent.parent.parent
AS_OF = date(2026, 11, 22)
OTHER = ROOT.parent / "shared/site"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the shipped site's source."""
    folder = tmp_path_factory.mktemp("shipped")
    for name in ("content", "static"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "site.toml", folder)
    return folder


@pytest.fixture(scope="session")
def planned(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Planned:
    """Return the shipped site as it is before it is drawn."""
    memory = tmp_path_factory.mktemp("memory")
    found, faults = plan(Options(shipped, memory / "output", AS_OF), Store(memory), None, no_news)
    assert found is not None, faults
    return found


@pytest.fixture(scope="session")
def outputs(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the folders of the shipped site and, where it is there, of another site, both built."""
    folders = []
    for source in (shipped, OTHER):
        if source.is_dir():
            folder = tmp_path_factory.mktemp("built")
            copy = shutil.copytree(source, folder / "site")
            assert build(Options(copy, folder / "output", AS_OF), None, no_news).changes is not None
            folders.append(folder / "output")
    return folders
