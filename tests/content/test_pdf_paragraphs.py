"""What a reader gets of a PDF: paragraphs in the order of reading, whole words, and no furniture of pages."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from typeset import paper

from sitegen.content.pdf.lines import Leaf, Line
from sitegen.content.pdf.paragraphs import pages_of
from sitegen.content.read_pdf_lines import read_leaves

FIRST = (
    "Kehittämissuunnitelmassa tarkastellaan koululaiskuljetusten järjestämistä, linja-autoliikenteen aikatauluja, EU-hankkeiden rahoitusta "
    "sekä sosiaali- ja terveyspalvelujen yhteistyötä toiminnallisesti tarkoituksenmukaisina kokonaisuuksina."
)
SECOND = "Varhaiskasvatuksen oppilasennusteiden mukaan ikäluokat pienenevät neljänneksellä vuoteen kaksituhattakolmekymmentäviisi mennessä."
HEAD = "#set page(margin: 2cm, {})\n#set par(justify: true)\n#set text(hyphenate: true, size: 10pt)\n"
LINES = st.lists(
    st.builds(
        Line,
        st.text("abcdeä123.-()", min_size=1, max_size=12).filter(lambda text: text.strip("-")),
        st.floats(50, 300),
        st.floats(301, 550),
        st.floats(0, 800),
        st.floats(6, 20),
    ),
    max_size=12,
)


def pages(text: str, folder: Path) -> list[list[str]]:
    """Return the paragraphs of each page of a text in typst's markup."""
    return pages_of(read_leaves(str(paper(text, folder / "a.pdf"))).leaves)


def test_two_narrow_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Words that the columns broke are whole again, those with hyphens keep them, and each paragraph is one."""
    text = HEAD.format("columns: 3") + f"{FIRST}\n\n{SECOND}\n\n" * 3
    assert pages(text, tmp_path) == [[FIRST, SECOND] * 3]


def test_headers_and_page_numbers_are_no_text(tmp_path: Path) -> None:
    """A running header is told once; numbers of pages, plain or with words, never."""
    heads = "header: [Esimerkkilän kunta #h(1fr) Luonnos 4.6.2026], footer: context [Sivu #counter(page).display() (3)]"
    text = HEAD.format(heads) + f"{FIRST}\n#pagebreak()\n{SECOND}\n#pagebreak()\nLopuksi."
    header = "Esimerkkilän kunta Luonnos 4.6.2026"
    assert pages(text, tmp_path) == [[header, FIRST], [SECOND], ["Lopuksi."]]
    bare = HEAD.format('numbering: "1"') + "Alku.\n#pagebreak()\nLoppu."
    assert pages(bare, tmp_path) == [["Alku."], ["Loppu."]]


def test_what_repeats_in_the_text_stays(tmp_path: Path) -> None:
    """Only the margins have furniture: a heading on every page, and numbers in the margin that don't grow, are text."""
    header = "header: context [#(9 - 2 * calc.rem(counter(page).get().first(), 2)) kohtaa]"
    text = HEAD.format(header) + "#pagebreak()".join(["#v(6cm) Hyväksyttiin."] * 3)
    assert pages(text, tmp_path) == [["7 kohtaa", "Hyväksyttiin."], ["9 kohtaa", "Hyväksyttiin."], ["7 kohtaa", "Hyväksyttiin."]]


def test_headings_lists_and_rows_stand_alone(tmp_path: Path) -> None:
    """What the page sets apart isn't run together."""
    text = (
        HEAD.format("")
        + f"= Otsikko\n{FIRST} {SECOND}\n- yksi asia\n- toinen\n\n#table(columns: 2, [Vuosi], [Oppilaita], [2026], [412])\n"
    )
    assert pages(text, tmp_path) == [["Otsikko", f"{FIRST} {SECOND}", "• yksi asia", "• toinen", "Vuosi Oppilaita", "2026 412"]]


def test_a_word_that_a_pages_end_breaks_is_whole_on_the_first() -> None:
    """It can be found by a search, and the rest of the sentence stands where it was."""
    first, second = (
        Line("Hyväksytty kehittämis\N{SOFT HYPHEN}", 50, 500, 400, 10),
        Line("suunnitelma on voimassa.", 50, 300, 600, 10),
    )
    leaves = (Leaf(800, (first,)), Leaf(800, (second,)))
    assert pages_of(leaves) == [["Hyväksytty kehittämissuunnitelma"], ["on voimassa."]]


@given(st.lists(LINES.map(lambda lines: Leaf(800, tuple(lines))), max_size=3))
def test_no_line_of_the_text_is_lost(leaves: list[Leaf]) -> None:
    """However lines lie, those outside the margins are all in the paragraphs, in their order."""
    inside = tuple(Leaf(leaf.height, tuple(line for line in leaf.lines if 100 < line.base < 700)) for leaf in leaves)
    unchanged = str.maketrans("", "", "-\N{SOFT HYPHEN} ")
    written = "".join(line.text for leaf in inside for line in leaf.lines).translate(unchanged)
    assert "".join("".join(page) for page in pages_of(inside)).translate(unchanged) == written
