"""The repository's papers: none is tied to one machine or supplier of packages, none is made by a build, decisions are numbered."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TIES = re.compile(
    r"(?<![\w./])/(?:work|root|farm|home/\w|Users/\w|opt/\w|tmp/\w|var/tmp|private/\w)[\w/]"
    r"|[A-Z]:\\\\?Users"
    r"|\b(?:pypi|pythonhosted|npmjs|yarnpkg|debian|proxy\.golang|rubygems|crates)\.(?:org|com|io|net)\b"
)


def ties(files: Mapping[str, str]) -> list[str]:
    """Return each line that names a place on a machine or a registry's host."""
    return [
        f"{path}:{number}: {found.group()}"
        for path, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (found := TIES.search(line))
    ]


def repository_files() -> dict[str, str]:
    """Return the text of each file that is, or is about to be, in the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    paths = sorted({path for path in listed.split("\0") if (ROOT / path).is_file()})
    return {path: (ROOT / path).read_bytes().decode("utf-8", "replace") for path in paths}


def test_no_file_names_a_machine_or_a_registry() -> None:
    """The repository works in any folder and with any supplier of packages."""
    assert ties(repository_files()) == []


def test_a_tie_to_a_machine_or_a_registry_is_found() -> None:
    """The rule sees home folders and hosts; an address on the site and a relative path are neither."""
    bad = ["/home" + "/maija/site", "see https://py" + "pi.org/simple", "'/wor" + "k/main'", "C:" + r"\Users\maija"]
    good = ["/uutiset/2018/", "../shared/site", "https://kunta.example/home/x", "#!/usr/bin/env bash", "/tyot/"]
    assert len(ties({"README.md": "\n".join(bad)})) == len(bad)
    assert ties({"README.md": "\n".join(good)}) == []


def test_what_a_build_remembers_is_in_no_folder_of_the_repository() -> None:
    """The store of a site is made anew wherever it is missing: of the sites in tests, too, nobody commits one."""
    ignored = subprocess.run(["git", "check-ignore", "-q", "tests/faults/FI002-empty/.sitegen/store.db"], cwd=ROOT, check=False)
    assert ignored.returncode == 0
    assert [path for path in repository_files() if ".sitegen/" in path] == []


def test_decisions_are_numbered_one_after_another() -> None:
    """Each has a number of its own, in its name and in its heading, and none is missing."""
    papers = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [paper.name[:5] for paper in papers] == [f"{number:04}-" for number in range(1, len(papers) + 1)]
    headings = [paper.read_text(encoding="utf-8").partition("\n")[0] for paper in papers]
    assert [heading.partition(" ")[2].partition(". ")[0] for heading in headings] == [str(n) for n in range(1, len(papers) + 1)]
