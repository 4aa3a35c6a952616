"""Fields that a stray line of hyphens leaves below the front matter are told of; honest Markdown never is."""

from __future__ import annotations

import pytest

from sitegen.content.fences import misplaced_fields
from sitegen.content.frontmatter import Source
from sitegen.content.schema import KINDS


def named(text: str, kind: str = "item") -> list[str]:
    """Return the fields that are found in a Markdown *text*."""
    return [fault.args["name"] for fault in misplaced_fields("x", Source(None, text.strip(), 1, 1), kind)]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_line_of_hyphens_before_any_field_is_told_of(kind: str) -> None:
    """Whichever field is cut off, with fields unknown, comments, empty lines and values of several lines before it."""
    for name in KINDS[kind].fields:
        assert named(f"{name}: x\n---\nTeksti.", kind) == [name]
        assert named(f"# huomio\n\ntitel: a\n  jatkuu\n- b\n}}\n'{name}':\n  - x\nTeksti.", kind) == [name]
        assert named(f"Teksti.\n\n---\n{name}: x\n---\n", kind) == [name]


def test_the_rest_of_a_list_is_told_of_where_the_front_matter_was_closed_again() -> None:
    """A contact's or an attachment's own lines would lose what says that it is personal."""
    assert named("    personal: true\n---\n", "news") == ["personal"]
    assert named("- title: Liite\n  public: false\n---\n") == ["title"]


@pytest.mark.parametrize(
    "text",
    [
        "Title: on otsikko", "- phone: 029 000 0123\n- email: a@kunta.example", "status – avoin",
        "date 4.6.2018", "https://kunta.example", "| a |\n---\n| title: x |", "Otsikko\n---\nTeksti.", "---\n\n*title*: x",
        "```yaml\n---\ntitle: x\n---\n```\nTeksti.\n\n---\n\nTeksti.", "tid: kl. 18",
        "Kokous\n---\n## Päätös\n\nplain: x", "termi\n: selitys",
    ],
)  # fmt: skip
def test_honest_markdown_is_left_alone(text: str) -> None:
    """Rules, underlined headings, tables, definitions, code that shows front matter, and words that are no field here."""
    assert named(text) == []
