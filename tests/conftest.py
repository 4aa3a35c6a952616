"""What any test may ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sites import Make, Site, rebuild, unpack

# No test says how long anything may take: machines are shared.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent
OTHER_NAMES = {"chromium": ("chromium", "chromium-browser", "google-chrome")}
FILES = {
    "vnu.jar": ROOT / "node_modules/vnu-jar/build/dist/vnu.jar",
    "axe.min.js": ROOT / "node_modules/axe-core/axe.min.js",
}


def find_tool(name: str) -> Path | None:
    """Return the path of a program, or of a file from node_modules; None where this machine has none."""
    if name in FILES:
        return FILES[name] if FILES[name].exists() else None
    found = (shutil.which(program) for program in OTHER_NAMES.get(name, (name,)))
    return next((Path(path) for path in found if path), None)


@pytest.fixture(scope="session")
def require_tool() -> Callable[[str], Path]:
    """Return a function that gives a tool's path by its name: ``java``, ``vnu.jar``, ``chromium``, ``axe.min.js``, ``newsboat``.

    Where the tool is missing it skips the test; with SITEGEN_TEST_ALL=1 it fails it, so that no test is left out unseen.
    """

    def require(name: str) -> Path:
        path = find_tool(name)
        if path is None and os.environ.get("SITEGEN_TEST_ALL") == "1":
            pytest.fail(f"{name} is missing, and SITEGEN_TEST_ALL=1 wants every test to run")
        if path is None:
            pytest.skip(f"{name} is missing")
        return path

    return require


@pytest.fixture
def site(tmp_path: Path) -> Make:
    """Return a function that builds a site written in one string and gives what came of it."""

    def make(text: str, as_of: str = "2026-06-01", drafts: bool = False) -> Site:
        source = unpack(text, tmp_path / "site")
        return rebuild(source, tmp_path / "output", as_of, drafts)

    return make
