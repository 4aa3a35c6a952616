"""Whole sites, built once for all tests of evidence: the one that ships, and real material where it is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from copies import AS_OF, ROOT, SHARED, copied
from sites import Site, rebuild
from walk import Page, pages


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
