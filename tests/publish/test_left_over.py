"""What a preview left behind goes when it is overdue: nobody else would ever take personal data out of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sitegen.publish.left_over import remove_overdue_preview
from sitegen.publish.lock import build_lock

DAY = date(2026, 6, 2)


def previewed(memory: Path, mark: str) -> Path:
    """Return the folder of a preview with that mark."""
    folder = memory / "preview"
    (folder / ".well-known").mkdir(parents=True)
    (folder / ".well-known/sitegen.json").write_text(mark, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("mark", "stays"),
    [('{"next_change":"2026-06-03"}', True), ('{"next_change":null}', True), ('{"next_change":"2026-06-02"}', False), ("{}", False)],
)
def test_an_overdue_preview_is_removed(tmp_path: Path, mark: str, stays: bool) -> None:
    """Kuntalaki 140 §: from the day on which it should have changed; one whose day isn't known goes too."""
    folder = previewed(tmp_path, mark)
    remove_overdue_preview(tmp_path, DAY)
    assert folder.exists() is stays


def test_nothing_is_made_where_there_is_no_preview(tmp_path: Path) -> None:
    """A site that was never previewed stays as it is."""
    remove_overdue_preview(tmp_path, DAY)
    assert list(tmp_path.iterdir()) == []


def hold(folder: Path) -> None:
    """Hold the lock of a preview."""
    with build_lock(folder, 0, lambda: None):
        (folder / "held").touch()
        time.sleep(30)


def test_a_running_preview_is_left_alone(tmp_path: Path, start_child: Callable[[Callable[[], object]], int]) -> None:
    """It builds itself anew when the day turns."""
    folder = previewed(tmp_path, '{"next_change":"2026-06-01"}')
    start_child(lambda: hold(tmp_path / "serve"))
    while not (tmp_path / "serve" / "held").exists():
        time.sleep(0.005)
    remove_overdue_preview(tmp_path, DAY)
    assert folder.exists()
