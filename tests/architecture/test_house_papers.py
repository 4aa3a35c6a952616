"""No file of the repository is tied to one machine or to one supplier of packages."""

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
