"""Each fault has a folder: a site with that fault in it, and the faults that must be told, with their places."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sites import no_news, rebuild

from sitegen.build import Options, find_faults
from sitegen.content.read_pdf import pdf_faults
from sitegen.diagnostics import CODES, Diagnostic, is_error

FOLDER = Path(__file__).parent
SITES = sorted(path for path in FOLDER.iterdir() if path.is_dir() and path.name[:2].isupper())
# What a check looks for in more files than a build.
CHECKED = ("FI009",)


def lines(faults: list[Diagnostic]) -> list[str]:
    """Return a line for each fault: its place, how grave it is and its code."""
    return [f"{f.path}:{f.line}:{f.column}: {CODES[f.code].severity}[{f.code}]" for f in faults]


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.name)
def test_a_fault_is_told_with_its_place(folder: Path, tmp_path: Path) -> None:
    """The faults of a site are those of its expected.txt, each with its line and column; nothing is published if one is an error.

    A check tells what a build tells, and what nobody but a check looks for.
    """
    shutil.copytree(folder, tmp_path / "site", symlinks=True)
    site = rebuild(tmp_path / "site", tmp_path / "output")
    checked = find_faults(Options(site.source, site.output, date(2026, 6, 1)), None, no_news, pdf_faults)
    faults = checked if folder.name[:5] in CHECKED else site.built.faults
    assert lines(faults) == (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert folder.name[:5] in {fault.code for fault in faults}
    assert [fault for fault in checked if fault.code not in CHECKED or fault in site.built.faults] == site.built.faults
    assert all(CODES[f.code].message.format_map(f.args) and CODES[f.code].hint.format_map(f.args) for f in faults)
    assert (site.built.changes is None) == any(is_error(fault) for fault in site.built.faults)


def test_every_code_has_a_folder() -> None:
    """No fault can be told that no site shows."""
    assert sorted({folder.name[:5] for folder in SITES}) == sorted(CODES)
