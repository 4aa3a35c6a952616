"""``sitegen explain``: every code in words."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from sitegen.cli.explain import command
from sitegen.codes.failures import FAILURES
from sitegen.diagnostics import CODES
from sitegen.errors import Collision, Locked, NotOurs, PublishError, Unsafe

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_code_is_explained_in_the_users_language(run: Run) -> None:
    """The message with its blanks, what it means, and how it is mended; capitals don't matter."""
    done = run("explain", "fm002", lang="fi")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "FM002 (virhe): tuntematon kenttä '<name>'"
    assert done.stdout.splitlines()[-1] == "Tarkoititko '<nearest>'?"


def test_without_a_code_all_are_listed(run: Run) -> None:
    """Each code of faults in content and of failures has a line, in order."""
    listed = [line.split()[0] for line in run("explain").stdout.splitlines()]
    assert listed == sorted(CODES | FAILURES)


def test_an_unknown_code_names_the_nearest(run: Run) -> None:
    """A slip in the code is wrong use, and what was meant is proposed."""
    done = run("explain", "FM02")
    assert done.returncode == 2
    assert "Did you mean FM002?" in done.stderr


@pytest.mark.parametrize("code", sorted(CODES | FAILURES))
def test_every_code_can_be_explained(code: str) -> None:
    """No text of any code has a blank that can't be filled."""
    said = CliRunner().invoke(command, [code], catch_exceptions=False)
    assert said.exit_code == 0
    assert "{" not in said.output.replace("{{", "").replace("{.personal}", "").replace("{kind:", "")


@pytest.mark.parametrize("failure", [PublishError, NotOurs, Locked, Unsafe, Collision])
def test_every_failure_to_publish_has_its_words(failure: type[PublishError]) -> None:
    """What publishing raises is told in a code that can be explained, and no code stands for two things."""
    assert failure.code in FAILURES
    assert not CODES.keys() & FAILURES.keys()
