"""The bench's two sites: the same at every run, with the same words, in the form that is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

GENERATE = Path(__file__).resolve().parents[2] / "bench" / "generate.py"
ITEMS = 200


def generate(folder: Path, seed: int = 1) -> dict[str, str]:
    """Return what the generator writes into *folder*: texts by path."""
    subprocess.run([sys.executable, GENERATE, folder, "--items", str(ITEMS), "--seed", str(seed)], check=True)
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the files of a small town's two sites."""
    return generate(tmp_path_factory.mktemp("town"))


def facts(text: str) -> Any:
    """Return the front matter of *text* as YAML reads it."""
    return yaml.safe_load(text.split("---\n")[1])


def items(town: dict[str, str], site: str) -> list[str]:
    """Return the texts of a site's items, in the order of boards, days and places."""
    return [
        text for path, text in sorted(town.items()) if path.startswith(f"{site}/content/") and path.endswith("-asia.md")
    ]


def test_the_same_seed_writes_the_same_bytes_and_another_seed_does_not(town: dict[str, str], tmp_path: Path) -> None:
    """A bench can be run again next year on the same town."""
    assert generate(tmp_path / "again") == town
    assert generate(tmp_path / "other", seed=2) != town


def test_every_file_begins_with_front_matter_that_yaml_reads(town: dict[str, str]) -> None:
    """Both programs are given mappings, with a title or a name in every file but a meeting's."""
    content = {path: facts(text) for path, text in town.items() if path.endswith(".md")}
    assert len(content) > 2 * ITEMS
    assert [path for path, head in content.items() if not ({"title", "name", "start"} & head.keys())] == []


def test_both_sites_hold_the_same_text(town: dict[str, str]) -> None:
    """Neither program is given less Markdown to draw than the other."""
    ours, hugos = items(town, "sitegen"), items(town, "hugo")
    assert len(ours) == len(hugos) == ITEMS
    assert [text.split("---\n", 2)[2] for text in ours] == [text.split("---\n", 2)[2] for text in hugos]


def test_an_item_is_as_long_as_an_item_is(town: dict[str, str]) -> None:
    """A decided item has 300 to 400 words and a decision; an undecided one has no decision."""
    for text in items(town, "sitegen"):
        decided = "section" in facts(text)
        assert ("## Päätös" in text) is decided
        assert not decided or 300 <= len(text.split("---\n", 2)[2].split()) <= 400


def test_several_items_share_a_case(town: dict[str, str]) -> None:
    """There are a third as many cases as items."""
    cases = {facts(text)["case"] for text in items(town, "sitegen")}
    assert len(cases) == -(-ITEMS // 3)
