"""New files: every field in place, and right once the sign of a comment is taken away."""

from __future__ import annotations

import re

import pytest
import yaml

from sitegen.content.fields import Mistakes
from sitegen.content.frontmatter import take_apart
from sitegen.content.samples import sample
from sitegen.content.schema import KINDS
from sitegen.locale import words
from sitegen.model.sections import known_kind

GIVEN = {"title": "Tie", "name": "Tie", "date": "2026-06-04", "status": "planned", "agenda": "3"}


def values(kind: str, text: str) -> tuple[dict[str, object] | None, Mistakes]:
    """Return the fields of a file and what is wrong with them."""
    mistakes = Mistakes()
    node = take_apart(text).node
    assert isinstance(node, yaml.MappingNode)
    return KINDS[kind].values(node, "", mistakes), mistakes


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_sample_has_what_was_given_and_no_more(kind: str, lang: str) -> None:
    """All other fields are comments: nothing is said that nobody has said."""
    found, mistakes = values(kind, sample(kind, GIVEN, lang, words(lang).gettext))
    assert mistakes == []
    assert found is not None
    assert set(found) == set(GIVEN) & set(KINDS[kind].fields) - ({"date"} if kind in ("meeting", "item") else set())


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_example_is_right(kind: str) -> None:
    """With the sign of a comment taken away, each field's example is a value that the field takes."""
    text = sample(kind, {}, "fi", words("fi").gettext)
    found, mistakes = values(kind, re.sub(r"^#(?=\S|  )", "", text, flags=re.MULTILINE))
    assert mistakes == []
    assert found is not None
    left_out = {"allow", "aliases", "lang"} | ({"board", "date", "id"} if kind in ("meeting", "item") else set())
    assert set(found) == set(KINDS[kind].fields) - left_out


@pytest.mark.parametrize(
    "title", ["Tie: poikki", "#1", "'a'", '"', "- a", "no", "[x]{.personal}", "a\\b", "{a}", "ä, ö (å) § 5", "*", " x", "x:"]
)
def test_any_title_is_read_back_as_it_was_given(title: str) -> None:
    """Quotation marks stand where YAML needs them."""
    found, mistakes = values("page", sample("page", {"title": title}, "fi", str))
    assert mistakes == []
    assert found == {"title": title.strip()}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_an_items_headings_are_known(lang: str) -> None:
    """The headings that an item begins with are those that have a meaning."""
    headings = re.findall(r"^## (.+)$", sample("item", {}, lang, str), re.MULTILINE)
    assert [known_kind(heading) for heading in headings] == ["summary", "account", "proposal"]
