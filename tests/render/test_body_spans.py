"""Personal data can be taken out of a body without a rest, and marks in any other form are faults."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.body import PERSONAL_END, PERSONAL_START, Body
from sitegen.render.body import make_body

S, E = PERSONAL_START, PERSONAL_END
ENCLOSED = re.compile(f"{S}[^{E}]*{E}")
CODE = re.compile("<code[^>]*>.*?</code>|`+[^`]+`+", re.DOTALL)
PIECES = (
    *"a *_`[]()!<>\\|#-:\n",
    "\n\n", "  \n", "    ", "**", "](/x)", "![", "[^1]", "\n[^1]: ", "[r]: /", "\n- ", "\n> ", "\n## ", "\n|-|-|\n", "<b>", "</b>",
    "<https://a.example/", ">", "<div>", "</div>", '<a title="', '">', "<!--", "-->", "{#i}", "{.personal}",
    "[Salanimi]{.personal}", "[Salanimi]{.personal}",
)  # fmt: skip


def plain(text: str) -> Body:
    """Return the body of a plain text."""
    return make_body(text, "plain", "fi")


def codes(body: Body) -> list[str]:
    """Return the codes of a body's faults."""
    return [fault.code for fault in body.outline.faults]


def htmls(body: Body) -> str:
    """Return all HTML of a body."""
    return "\n".join([*(section.title + section.html for section in body.prose.sections), body.prose.footnotes])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Valittiin [Maija Esimerkki]{.personal}.", f"<p>Valittiin {S}Maija Esimerkki{E}.</p>"),
        ("*[Maija [os. **M**] `e`]{.personal}*", f"<p><em>{S}Maija [os. <strong>M</strong>] <code>e</code>{E}</em></p>"),
        ("[*Maija*]{.personal} [&amp; \\*]{.personal}", f"<p>{S}<em>Maija</em>{E} {S}&amp; *{E}</p>"),
        ("[x [Maija]{.personal}](https://a.example/)", f'<p><a href="https://a.example/">x {S}Maija{E}</a></p>'),
        ("- [Maija]{.personal}\n- b", f"<ul>\n<li>{S}Maija{E}</li>\n<li>b</li>\n</ul>"),
        ("    [Maija]{.personal}", f"<pre><code>{S}Maija{E}\n</code></pre>"),
        ("<div>[Maija]{.personal}</div>", f"<div>{S}Maija{E}</div>"),
    ],
)
def test_personal_data_are_enclosed(text: str, html: str) -> None:
    """Wherever words may stand, a span encloses the HTML of its words and nothing else."""
    body = plain(text)
    assert htmls(body).strip() == html
    assert codes(body) == []


def test_a_span_in_a_table_or_a_footnote_is_enclosed() -> None:
    """Cells and notes are places like others."""
    body = plain("| a | b |\n|---|---|\n| [Maija]{.personal} | x[^1] |\n\n[^1]: [Matti]{.personal}")
    assert f"<td>{S}Maija{E}</td>" in htmls(body)
    assert f"<p>{S}Matti{E}&nbsp;" in body.prose.footnotes
    assert codes(body) == []


def test_a_links_address_in_a_span_is_a_target() -> None:
    """The link works on the page, and is gone with the span."""
    body = plain("[[Maija](/maija/)]{.personal}")
    assert [target.address for target in body.outline.targets] == ["/maija/"]
    assert ENCLOSED.sub("", htmls(body)).strip() == "<p></p>"


def test_an_outline_holds_no_personal_data() -> None:
    """Titles, ids and the excerpt, which lists show, have an ellipsis for them; the page has the words."""
    body = plain("## Valinta: [Maija]{.personal}\n\nValittiin [Maija]{.personal} ja muita.")
    assert body.outline.headings[0].title == "Valinta: …"
    assert body.outline.ids == ("valinta",)
    assert body.outline.excerpt == "Valittiin … ja muita."
    assert body.prose.sections[0].title == f"Valinta: {S}Maija{E}"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[Maija] {.personal}", 9),
        ("Sana [Maija]{ .PERSONAL }", 13),
        ("**Maija**{.personal}", 10),
        ("Maija {: .personal}", 7),
        ("[Maija]{.personal", 8),
        ("[a](/x/){.personal}", 9),
        ("![Maija]{.personal}", 9),
        ("- [a\n- Maija]{.personal}", 9),
    ],
)
def test_a_mark_in_another_form_is_a_fault_at_its_place(text: str, column: int) -> None:
    """Nobody need search for it."""
    last = plain(text).outline.faults[-1]
    assert (last.code, last.line, last.column) == ("TX006", text.count("\n") + 1, column)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("![kuva [Maija]{.personal}](k.jpg)", 8),
        ('[x](/y/ "[Maija]{.personal}")', 10),
        ('<a title="[Maija]{.personal}" href="/x/">y</a>', 11),
        ("[a <div>Maija</div>]{.personal} b", 1),
        ("<b>a [Maija</b> b]{.personal}", 6),
        ("a | b\n--|--\n[c | Maija]{.personal}", 1),
        ("<script>[Maija]{.personal}</script>", 9),
        ("<https://y.example/[Maija]{.personal}>", 20),
        ("<https://y.example/a [Maija]{.personal} b>", 22),
    ],
)
def test_a_span_that_cannot_be_taken_out_as_a_whole_is_a_fault(text: str, column: int) -> None:
    """In attributes, across cells or elements, or where sanitising drops it, a span would leave a rest."""
    found = [(fault.line, fault.column) for fault in plain(text).outline.faults if fault.code == "TX006"]
    assert found == [(text.count("\n") + 1, column)]


def test_what_redaction_has_passed_over_is_not_shown() -> None:
    """A secret span should never come here; if it does, its words go and its author is told."""
    body = plain("Tunnus [010190-123A]{.secret} poistettiin.")
    assert htmls(body).strip() == "<p>Tunnus … poistettiin.</p>"
    assert codes(body) == ["TX006"]


def test_a_mention_of_the_mark_in_code_is_text() -> None:
    """Instructions may show how words are marked."""
    body = plain("Merkitse nimi näin: `[…]{.personal}`.")
    assert htmls(body).strip() == "<p>Merkitse nimi näin: <code>[…]{.personal}</code>.</p>"
    assert codes(body) == []


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_marked_words_are_enclosed_or_a_fault_is_told(text: str) -> None:
    """No text, however broken, lets a marked name out of its enclosure without a fault, or into an outline."""
    body = plain(text)
    rest = ENCLOSED.sub("", htmls(body))
    outline = body.outline
    told = [outline.excerpt, *outline.ids, *(heading.title for heading in outline.headings)]
    if "TX006" not in codes(body):
        assert "salanimi" not in " ".join([rest, *told]).lower()
        assert "{.personal}" not in CODE.sub("", rest)
    assert not {S, E} & set(rest)
