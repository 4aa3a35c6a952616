"""Marks of personal and secret words are found where they are, and wherever else they shouldn't be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.spans import Span, code_ranges, find_spans, stray_marks


def inner(text: str) -> list[str]:
    """Return the marked words of each span of *text*."""
    return [text[span.inner_start : span.inner_end] for span in find_spans(text)]


def test_a_personal_span_tells_its_bounds_and_those_of_its_words() -> None:
    """Both the whole span and the words in it can be cut out of the text."""
    text = "Valittiin [Maija Esimerkki]{.personal}."
    assert find_spans(text) == [Span("personal", 10, 38, 11, 26)]
    assert text[10:38] == "[Maija Esimerkki]{.personal}"


def test_a_secret_span_tells_its_ground() -> None:
    """The provision by which words are withheld is read off the mark; it may be missing."""
    with_ground, without = find_spans('[a]{.secret ground="JulkL 24.1 § 20 k"} ja [b]{.secret}')
    assert (with_ground.kind, with_ground.ground) == ("secret", "JulkL 24.1 § 20 k")
    assert (without.kind, without.ground) == ("secret", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Maija [os. Malli] Esimerkki]{.personal}", "Maija [os. Malli] Esimerkki"),
        ("[[Maija](/maija/) ja *Matti*]{.personal}", "[Maija](/maija/) ja *Matti*"),
        ("avoin [ sulku, [Maija]{.personal}", "Maija"),
        ("[merkki `]` ja nimi]{.personal}", "merkki `]` ja nimi"),
        (r"[suljettu \] sulku]{.personal}", r"suljettu \] sulku"),
        ("[kahdella\nrivillä]{.personal}", "kahdella\nrivillä"),
    ],
)
def test_brackets_in_a_span_balance(text: str, words: str) -> None:
    """Links, brackets and code within the words don't end a span early."""
    assert inner(text) == [words]
    assert stray_marks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "{.personal}",
        "{.personal",
        "{ .PERSONAL }",
        "{: .secret}",
        "{class=personal}",
        "[Maija] {.personal}",
        "[Maija]\n{.personal}",
        "[Maija]{ .personal}",
        "[Maija]{.personal .secret}",
        "[Maija]{.secret ground=”JulkL”}",
        "[Maija]{personal}",
        "[Maija]{.persnal}",
        "[Maija]\\{.personal}",
        "\\[Maija]{.personal}",
        "![Maija]{.personal}",
        "[^1]{.personal}",
        "[Maija](/maija/){.personal}",
        "** **{.personal}",
        "**Maija**{.persnal}",
        "![Maija](a.png){: .Secrets }",
        "## Valinta {.personal}",
        "[yksi\n\nkaksi]{.personal}",
        "- [yksi\n- kaksi]{.personal}",
        "# [yksi\n> kaksi]{.personal}",
        '<span class="personal">Maija</span>',
        "`[Maija]{.personal}`",
        "[Maija]｛.personal｝",
        "［Maija］{.personal}",
        "［Maija］｛．persnal｝",
        "[Maija]「.personal」",
        "[Maija].personal}",
        "`[Maija].personal}`",
        "[Maija] .personal",
        "{Maija}.personal",
        "Maija [.personal]",
        "[Maija]<.personal>",
        "[Maija](.personal)",
        "[Maija](personal)",
        "[Maija]{persnal}",
        "[Maija]{ henkilötieto }",
        "[Maija]{{hidden}}",
        "[Maija]\u00a0{salainen}",
        "[Maija]{personal_}",
        "[Maija]{-personal-}",
        "[Maija] { personal-data }",
        "[Maija]&#123;.personal&#125;",
        "[Maija]&lbrace;.secret&rbrace;",
        f'[Maija]{{ground="{"JulkL " * 60}" .secret}}',
        "[personal]Maija[/personal]",
    ],
)
def test_a_mark_in_another_place_or_spelling_is_stray(text: str) -> None:
    """Whatever looks like a mark is a span or is told of; it is never left as text."""
    assert find_spans(text) == []
    assert len(stray_marks(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "**Maija**{.lead}", "## Osa {.section #osa}", "{.person-like-list}", "{ei luokka. personali}", "[osa][1]{#osa}",
        "[osa](/a/){.nappi}",
        "[Personal](/sv/personal/) och [vår personal](personal.md)", "[personal]", "<personal@kommun.example>",
        "Alla (bil. 1).Personal anställs.",
        "Kom ihåg ...personal", "[1] Personal", "Den hemliga .secretary",
    ],
)  # fmt: skip
def test_other_classes_are_no_marks(text: str) -> None:
    """An attribute list may name any class that isn't a slip away from a mark's word, and Swedish calls employees *personal*."""
    assert stray_marks(text) == []


def test_a_stray_mark_is_where_its_brace_is() -> None:
    """An editor can go to the mark itself."""
    assert stray_marks("Nimi on [Maija] {.personal}.") == [16]


def test_spans_do_not_nest() -> None:
    """The outer span stands; a mark within it is stray, so that nobody need guess which one counts."""
    text = "[Maija, [010190-123A]{.secret}]{.personal}"
    assert inner(text) == ["Maija, [010190-123A]{.secret}"]
    assert stray_marks(text) == [text.index("{.secret}")]


@pytest.mark.parametrize("text", ["`{.personal}`", "`[…]{.personal}`", '``[...]{.secret ground="…"}``', "sana {#id} {.muu}"])
def test_code_may_mention_a_mark_that_marks_nothing(text: str) -> None:
    """Instructions can show the mark in code as long as it encloses no words."""
    assert find_spans(text) == stray_marks(text) == []


def test_code_ends_with_as_many_backticks_as_it_began_and_within_its_paragraph() -> None:
    """A lone backtick in one paragraph doesn't turn the next one into code."""
    text = "` a `` b ` ja ``` c\n\n[Maija]{.personal} ``` d"
    assert [text[start:end] for start, end in code_ranges(text)] == ["` a `` b `"]
    assert inner(text) == ["Maija"]


@given(st.text(alphabet="[]{}.`\\!^ \n-ab", max_size=40), st.text(alphabet="[]{}.`\\!^ \n-ab", max_size=40))
def test_every_mark_is_a_span_or_stray(before: str, after: str) -> None:
    """In any surroundings a mark around words is accounted for."""
    text = f"{before}[Maija]{{.personal}}{after}"
    places = {span.inner_end + 1 for span in find_spans(text)} | set(stray_marks(text))
    assert len(before) + len("[Maija]") in places


@given(st.text(alphabet="[]{}`\\ \nab.personlct", max_size=60))
def test_spans_come_in_order_and_apart(text: str) -> None:
    """Spans can be replaced one after the other."""
    spans = find_spans(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.start < span.inner_start <= span.inner_end < span.end for span in spans)
