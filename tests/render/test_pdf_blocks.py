"""HTML as blocks, and blocks as a PDF: nothing that is written can be code, break the tags or keep a PDF from being made."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import barriers_in, read_paper

from sitegen.render.body import make_body
from sitegen.render.pdf.blocks import Block, blocks_of
from sitegen.render.pdf.typesetter import Typesetter
from sitegen.render.templates import shipped_templates

TEMPLATE = shipped_templates()["minutes.typ"].text
ROOT = Path(__file__).parent
HOSTILE = "#panic() $x$ @viite <nimi> *lihava* _kursiivi_ `koodi` \\ // /* */ [] {} = + - / ~ -- ... \"lainaus\" 'heitto' #{1+1}"
DAY = date(2026, 5, 4)
KINDS = ("p", "heading", "list", "enum", "terms", "table", "quote", "pre", "rule", "box")


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    """Return a typesetter for all tests: to begin one takes longer than to set a page."""
    return Typesetter(ROOT)


def data_of(blocks: list[Block]) -> dict[str, Any]:
    """Return what a PDF of *blocks* is made of."""
    said = dict.fromkeys(("kind", "organisation", "board", "day", "about", "address", "picture"), "x")
    part = {"label": "", "case": "", "blocks": [{"k": "heading", "level": 1, "c": ["Otsikko"]}, *blocks]}
    when = {"year": DAY.year, "month": DAY.month, "day": DAY.day}
    return {**said, "lang": "fi", "region": "FI", "title": "Otsikko", "date": when, "whole": False, "parts": [part]}


def set_html(typesetter: Typesetter, html: str) -> bytes:
    """Return HTML as a PDF."""
    return typesetter.set(TEMPLATE, data_of(blocks_of(html, {}, 1)), DAY)


def levels(blocks: list[Block]) -> list[int]:
    """Return the levels of the headings among *blocks*."""
    return [one["level"] for one in blocks if one["k"] == "heading"]


def test_a_skipped_level_of_headings_is_closed_up() -> None:
    """PDF/UA-1 wants no level skipped (7.4.2), so a heading stands at most one below the one before it."""
    assert levels(blocks_of("<h1>a</h1><h4>b</h4><h4>c</h4><h2>d</h2><h6>e</h6>", {})) == [1, 2, 3, 2, 3]


def test_a_list_keeps_the_number_it_starts_with() -> None:
    """A list that goes on after a paragraph goes on counting."""
    assert blocks_of('<ol start="3"><li>a</li></ol>', {})[0]["start"] == 3


def test_a_footnote_stands_where_it_is_first_referred_to() -> None:
    """The note's text is at its reference; a second reference only names it."""
    body = make_body("Yksi[^1] ja kaksi[^1].\n\n[^1]: Viite.", "plain", "fi").prose
    html = (body.sections[0].html + body.footnotes).replace("\x020\x03", "/x/#fn-1").replace("\x021\x03", "/x/#fn-1")
    notes = [one for one in blocks_of(html, {})[0]["c"] if isinstance(one, dict)]
    assert [bool(note["c"]) for note in notes] == [True, False]
    assert notes[0]["id"] == notes[1]["id"]


def test_a_table_has_no_hole_and_no_overlap() -> None:
    """Rows that are too short are filled, and a cell that would cover another or leave the table doesn't."""
    html = """<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>
        <tbody><tr><td rowspan="9">d</td></tr><tr><td>e</td><td colspan="7">f</td></tr></tbody></table>"""
    table = blocks_of(html, {})[0]
    covered = [(c["x"] + i, c["y"] + j) for c in table["c"] for i in range(c["w"]) for j in range(c["h"])]
    assert sorted(covered) == sorted({(x, y) for x in range(table["columns"]) for y in range(3)})
    assert table["heads"] == 1


def test_what_is_for_the_screen_is_left_out() -> None:
    """Ways within the page, scripts and ornaments are no part of what a PDF says."""
    html = '<p class="on-screen">a</p><nav>b</nav><script>c</script><svg aria-hidden="true"></svg><img src="d.png" alt=""><p>e</p>'
    assert blocks_of(html, {}) == [{"k": "p", "class": "", "c": ["e"]}]


def test_hostile_text_comes_out_as_it_is(typesetter: Typesetter) -> None:
    """What would be code to typst is text, wherever it stands."""
    escaped = HOSTILE.replace("<", "&lt;").replace(">", "&gt;")
    html = "".join(
        f"<{tag}>{escaped}</{tag}>" for tag in ("p", "h2", "pre", "blockquote")
    ) + f"<ul><li>{escaped}</li></ul><table><tr><td>{escaped}</td></tr></table><p><a href='https://x.example/#panic()'>{escaped}</a></p>"
    assert "".join(read_paper(set_html(typesetter, html)).text.split()).count("".join(HOSTILE.split())) == 7


@settings(max_examples=60)
@given(st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_text_can_be_set(text: str) -> None:
    """Whatever characters a text has, a PDF can be made of it; what no typeface has becomes a sign that says so."""
    typesetter = Typesetter(ROOT)
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert set_html(typesetter, f"<p>{escaped}</p>").startswith(b"%PDF-1.7")


@settings(max_examples=25)
@given(st.text(st.sampled_from("#>*-1.|[]()`\\ \n\tab<>/&!^:_~$@{}\""), max_size=120))
def test_any_markdown_can_be_set(text: str) -> None:
    """Whatever an author writes, the page that comes of it can be set as a PDF."""
    prose = make_body(text, "plain", "fi").prose
    html = "".join(f"<h2>{one.title}</h2>{one.html}" for one in prose.sections) + prose.footnotes
    html = html.translate(dict.fromkeys(range(0x20)) | {10: "\n"})
    assert set_html(Typesetter(ROOT), html).startswith(b"%PDF-1.7")


def test_deep_nesting_becomes_text(typesetter: Typesetter) -> None:
    """What is nested more deeply than typst can set is set all the same."""
    for tag in ("ul><li", "blockquote", "div", "em", "table><tr><td"):
        opened = "".join(f"<{one}>" for one in tag.split("><"))
        assert "ydin" in read_paper(set_html(typesetter, "<p>a</p>" + opened * 60 + "ydin")).text


def test_a_long_table_repeats_its_head(typesetter: Typesetter) -> None:
    """Who turns the page still knows what the columns are."""
    rows = "".join(f"<tr><td>{number}</td><td>arvo</td></tr>" for number in range(120))
    table = f"<table><thead><tr><th>Sarake</th><th>Toinen</th></tr></thead><tbody>{rows}</tbody></table>"
    pages = read_paper(set_html(typesetter, table)).pages
    assert len(pages) > 1
    assert all("Sarake" in page for page in pages)


def test_all_kinds_of_blocks_are_without_barriers(typesetter: Typesetter, tmp_path: Path) -> None:
    """Every kind of block that there is conforms to PDF/UA-1, in tables and lists too."""
    html = """<h2>a</h2><p>b<br>c <em>d</em> <strong>e</strong> <code>f</code> <q>g</q> <sub>h</sub><sup>i</sup> <s>j</s> <u>k</u></p>
        <ul><li>l<ol start="4"><li><h4>m</h4><p>n</p></li></ol></li></ul><ol><li>z</li></ol><dl><dt>o</dt><dd>p</dd><dd>q</dd></dl>
        <table><caption>r</caption><tr><th>s</th></tr><tr><td><ul><li>t</li></ul></td></tr></table>
        <blockquote><p lang="sv">u</p></blockquote><pre>v
        w</pre><hr><div class="box-decision"><h3>x</h3><p class="plain">y</p></div>"""
    blocks = blocks_of(html, {}, 1)
    assert {one["k"] for one in blocks} == {*KINDS}
    (tmp_path / "x.pdf").write_bytes(typesetter.set(TEMPLATE, data_of(blocks), DAY))
    assert barriers_in(tmp_path / "x.pdf") == []


def test_a_day_long_past_can_be_set(typesetter: Typesetter) -> None:
    """Minutes of a hundred years ago have PDFs too."""
    old = date(1921, 3, 4)
    data = data_of([]) | {"date": {"year": 1921, "month": 3, "day": 4}}
    assert typesetter.set(TEMPLATE, data, old).startswith(b"%PDF-1.7")
