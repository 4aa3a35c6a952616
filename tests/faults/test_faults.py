"""Each fault has a folder: a site with that fault in it, and the faults that must be told, with their places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sites import rebuild

from sitegen.diagnostics import CODES, is_error

FOLDER = Path(__file__).parent
SITES = sorted(path for path in FOLDER.iterdir() if path.is_dir() and path.name[:2].isupper())


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.name)
def test_a_fault_is_told_with_its_place(folder: Path, tmp_path: Path) -> None:
    """The faults of a site are those of its expected.txt, each with its line and column; nothing is published if one is an error."""
    shutil.copytree(folder, tmp_path / "site", symlinks=True)
    site = rebuild(tmp_path / "site", tmp_path / "output")
    told = [f"{f.path}:{f.line}:{f.column}: {CODES[f.code].severity}[{f.code}]" for f in site.built.faults]
    assert told == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert folder.name[:5] in site.codes
    assert all(CODES[f.code].message.format_map(f.args) and CODES[f.code].hint.format_map(f.args) for f in site.built.faults)
    assert (site.built.changes is None) == any(is_error(fault) for fault in site.built.faults)


def test_every_code_has_a_folder() -> None:
    """No fault can be told that no site shows."""
    assert sorted({folder.name[:5] for folder in SITES}) == sorted(CODES)
