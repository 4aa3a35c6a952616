"""Whole sites, built once for all tests of evidence: the one that ships, and real material where it is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sites import Site, rebuild
from walk import Page, pages

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
AS_OF = "2026-11-22"


def copied(source: Path, folder: Path) -> Path:
    """Return a copy, free to be written to, of the site in *source*."""
    for name in ("content", "static", "templates"):
        # The templates of the repository are the program's, not the shipped site's.
        if (source / name).is_dir() and not (source == ROOT and name == "templates"):
            shutil.copytree(source / name, folder / name)
    shutil.copy(source / "site.toml", folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


@pytest.fixture(scope="session")
def shipped_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the shipped site."""
    return copied(ROOT, tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def shipped(shipped_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the shipped site, built."""
    return rebuild(shipped_source, tmp_path_factory.mktemp("shipped-output"), AS_OF)


@pytest.fixture(scope="session")
def real_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the site made from real pages; skips where it is absent."""
    if not (SHARED / "site").is_dir():
        pytest.skip("the site made from real pages is absent")
    return copied(SHARED / "site", tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def real(real_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site made from real pages, built."""
    return rebuild(real_source, tmp_path_factory.mktemp("real-output"), AS_OF)


@pytest.fixture(scope="session")
def real_pages(real: Site) -> dict[str, Page]:
    """Return the pages of the site made from real pages, by path."""
    return pages(real.files)


@pytest.fixture(params=["shipped", "real"])
def whole(request: pytest.FixtureRequest) -> Site:
    """Return each of both built sites in turn."""
    site: Site = request.getfixturevalue(request.param)
    return site


@pytest.fixture(scope="session")
def cases() -> Path:
    """Return the folder of real material to test with; skips where it is absent."""
    if not (SHARED / "cases").is_dir():
        pytest.skip("the real material is absent")
    return SHARED / "cases"
