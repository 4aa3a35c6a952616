"""What is said where front matter isn't YAML."""

from __future__ import annotations

import pytest

from sitegen.codes.yaml_says import PROBLEMS
from sitegen.content.frontmatter import Unreadable, take_apart
from sitegen.locale import words

SLIPS = [
    "title: Tuki: esitys",
    "title: - tie",
    "title: Tie\nlead",
    "topics: [tie, silta",
    "image: {file: tie.jpg",
    "topics:\n  - tie\n  silta: x",
    " title: Tie\ndate: 2026-03-02",
    "title: 'Tie' suljettu",
    "title: ,tie",
    "title: Tie\n\tlead: x",
    "title: @tie",
    "title: *tie",
    'title: "Tie',
    'title: "Tie \\q"',
    "title: " + "[" * 2000 + "]" * 2000,
]


def problem_of(fields: str) -> str:
    """Return what YAML's reader says of front matter."""
    with pytest.raises(Unreadable) as raised:
        take_apart(f"---\n{fields}\n---\nTie on poikki.\n")
    return raised.value.args_["problem"]


@pytest.mark.parametrize("fields", SLIPS)
def test_a_common_slip_is_told_in_the_users_language(fields: str) -> None:
    """Whoever reads Finnish or Swedish isn't told of it in the words of a library."""
    problem = problem_of(fields)
    assert [lang for lang in ("fi", "sv") if words(lang).gettext(problem) == problem] == []


def test_nothing_is_translated_that_is_never_said() -> None:
    """Each of the words that are known of YAML's reader comes from a slip."""
    assert set(PROBLEMS) == {problem_of(fields) for fields in SLIPS}
