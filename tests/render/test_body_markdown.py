"""Markdown is Python-Markdown's with what the contract changes of it, and the way round is faster but not another."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor

from sitegen.render.body import make_body
from sitegen.render.markdown.engine import Engine, engine_for

PIECES = (
    *"a *_`[]()!<>&\\{}|#-=+.:12\n",
    "\n\n", "  \n", "    ", "sana ", "\nRivi ", "**", "``", "](/x/)", "![", "[^1]", "\n\n[^1]: ", "\n\n[r]: /y \"z\"\n\n", "[r]",
    "<b>", "</b>", "<http://a.example>", "<a@b.example>", "&amp;", "\\*", "\n# ", "\n- ", "\n1. ", "\n> ", "\n---\n", "\na|b\n-|-\n",
    "{.c #d}", "\n: ", "4. kesäkuuta ", "<div>", "</div>\n",
)  # fmt: skip


def html(text: str, lang: str = "fi") -> str:
    """Return the HTML of a plain text that has no heading."""
    sections = make_body(text, "plain", lang).prose.sections
    return sections[0].html if sections else ""


def plain_engine() -> Engine:
    """Return an engine that goes Python-Markdown's own way round."""
    engine = Engine("fi")
    engine._md.preprocessors.register(HtmlBlockPreprocessor(engine._md), "html_block", 20)
    engine._md.parser.blockprocessors.deregister("prose")
    engine._md.treeprocessors.register(InlineProcessor(engine._md), "inline", 20)
    return engine


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_the_faster_way_round_gives_the_same_bytes(text: str) -> None:
    """Patterns and blocks that are passed over would have matched nothing."""
    drawn = []
    for engine in (engine_for("fi"), plain_engine()):
        parsed = engine.parse(text)
        drawn.append([engine.draw(parsed.blocks), engine.draw([] if parsed.notes is None else [parsed.notes])])
    assert drawn[0] == drawn[1]


def test_each_thread_has_an_engine_of_its_own() -> None:
    """Two threads that shared one would draw wrong pages; within a thread it is used again."""
    found: list[Engine] = []
    thread = threading.Thread(target=lambda: found.append(engine_for("fi")))
    thread.start()
    thread.join()
    assert found[0] is not engine_for("fi")
    assert engine_for("fi") is engine_for("fi")
    assert engine_for("sv") is not engine_for("fi")


def test_an_engine_that_raised_draws_the_next_text_right() -> None:
    """What a broken text left open is forgotten."""
    engine = Engine("fi")
    engine._md.parser.state.set("list")
    assert engine.draw(engine.parse("sana").blocks) == "<p>sana</p>"


@pytest.mark.parametrize(
    "line",
    [
        "4. kesäkuuta 2018 pidettiin kokous.",
        "31. joulukuun kokous",
        "4. Juni 2018 hölls",
        "12. December 2026",
        "**4. kesäkuuta 2018** pidettiin",
    ],
)
def test_a_day_and_a_month_at_a_lines_start_are_prose(line: str) -> None:
    """A date opens no list, neither as a paragraph nor within one."""
    plain = line.replace("**4. kesäkuuta 2018**", "<strong>4. kesäkuuta 2018</strong>")
    assert html(line) == f"<p>{plain}</p>"
    assert html(f"1. yksi\n{line}") == f"<ol>\n<li>yksi\n{plain}</li>\n</ol>"


def test_a_list_keeps_the_number_it_starts_with() -> None:
    """Numbered lists begin where their author began; a list of another sort doesn't go on with it."""
    assert html("3. a\n4. b") == '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'
    assert html("1. a\n\n- b").count("<ol>") == html("1. a\n\n- b").count("<ul>") == 1
    assert html("4. kesäinen") == '<ol start="4">\n<li>kesäinen</li>\n</ol>'


def test_tables_have_classes_and_scopes_instead_of_styles() -> None:
    """A strict content security policy forbids styles; a heading of a column says that it is one."""
    drawn = html("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | 2 | 3 | `x|y` |")
    assert [f'<th class="{side}" scope="col">' in drawn for side in ("left", "right", "center")] == [True] * 3
    assert '<th scope="col">d</th>' in drawn
    assert '<td class="right">2</td>' in drawn
    assert "<code>x|y</code>" in drawn
    assert "style" not in drawn


def test_definitions_and_attributes_are_drawn() -> None:
    """A term has its definition and an id, and a paragraph its chosen id and language."""
    assert html("Termi\n: Selitys") == '<dl>\n<dt id="termi">Termi</dt>\n<dd>Selitys</dd>\n</dl>'
    assert html("Text\n{: #oma lang=sv}") == '<p id="oma" lang="sv">Text</p>'


@pytest.mark.parametrize(
    ("lang", "title", "back"),
    [
        ("fi", "Alaviitteet", "Takaisin viitteeseen 1"),
        ("sv", "Fotnoter", "Tillbaka till hänvisning 1"),
        ("en", "Footnotes", "Back to reference 1"),
    ],
)
def test_footnotes_speak_the_texts_language(lang: str, title: str, back: str) -> None:
    """The list of notes and each link back have a name, the latter also for those who hear it."""
    notes = make_body("Sana[^huom].\n\n[^huom]: Viite", "plain", lang).prose.footnotes
    assert notes.startswith(f'<div class="footnotes" role="doc-endnotes" aria-label="{title}">\n<ol>\n<li id="fn-1">')
    assert f'aria-label="{back}' in notes
    assert notes.endswith("</ol>\n</div>")


def test_footnotes_stand_apart_and_lead_back_to_each_reference() -> None:
    """Two references to a note have two links back; a note that nothing refers to has none."""
    body = make_body("a[^x] b[^x]\n\n[^x]: Yksi\n[^y]: Kaksi", "plain", "fi")
    assert "Yksi" not in body.prose.sections[0].html
    assert [target.address for target in body.outline.targets] == ["#fn-1", "#fn-1", "#fnref-1", "#fnref2-1"]
    assert body.outline.ids == ("fnref-1", "fnref2-1", "fn-1", "fn-2")
