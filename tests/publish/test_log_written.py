"""The publication log is carried on whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from logs import as_bytes, chain

from sitegen.errors import PublishError
from sitegen.model.publication import LOG
from sitegen.publish.log import append_to_log

LINES = chain({}, {"event": "changed", "content": "b" * 64}, {"event": "off-view"})


def files(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_lines_are_added_at_the_end(tmp_path: Path) -> None:
    """What stands is not written anew, and nothing is left beside it."""
    append_to_log(tmp_path, LINES[:1])
    append_to_log(tmp_path, LINES[1:])
    assert files(tmp_path) == {LOG: as_bytes(LINES)}


def test_nothing_to_add_touches_nothing(tmp_path: Path) -> None:
    """No empty log is made."""
    append_to_log(tmp_path, [])
    assert files(tmp_path) == {}


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_leaves_the_log_as_it_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """A disk that is full, at whatever step, takes no line away and leaves no half of one."""
    append_to_log(tmp_path, LINES[:1])

    def fail(*given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, fail)
    with pytest.raises(PublishError) as failure:
        append_to_log(tmp_path, LINES[1:])
    assert (failure.value.path, failure.value.reason) == (tmp_path / LOG, "No space left on device")
    assert files(tmp_path) == {LOG: as_bytes(LINES[:1])}


def test_a_killed_run_leaves_the_log_as_it_stood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it wrote beside the log is written over by the next run."""
    append_to_log(tmp_path, LINES[:1])

    def killed(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            append_to_log(tmp_path, LINES[1:])
    assert (tmp_path / LOG).read_bytes() == as_bytes(LINES[:1])
    append_to_log(tmp_path, LINES[1:])
    assert files(tmp_path) == {LOG: as_bytes(LINES)}


def test_where_nothing_can_be_written_the_system_says_why(tmp_path: Path) -> None:
    """A folder that isn't there is a failure in a sentence."""
    with pytest.raises(PublishError):
        append_to_log(tmp_path / "puuttuu", LINES)
