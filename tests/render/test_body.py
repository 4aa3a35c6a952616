"""A text's sections, headings and outline are what its author wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.body import Body, Heading, Mode, Section
from sitegen.render.body import make_body


def item(text: str) -> Body:
    """Return the body of an item's text in Finnish."""
    return make_body(text, "item", "fi")


def faults(text: str, mode: Mode = "item") -> list[tuple[str, int, int]]:
    """Return the code and the place of each fault of *text*."""
    return [(fault.code, fault.line, fault.column) for fault in make_body(text, mode, "fi").outline.faults]


def test_second_level_headings_split_a_text_into_sections() -> None:
    """What stands before the first heading is a section without one; an empty text has no section."""
    body = item("Alku.\n\n## Tiivistelmä\n\nLyhyesti.\n\nPäätös\n------\n\n### Kohta\n\nHyväksyttiin.\n")
    assert body.prose.sections == (
        Section("<p>Alku.</p>"),
        Section("<p>Lyhyesti.</p>", "Tiivistelmä", "tiivistelma", "summary"),
        Section('<h3 id="kohta">Kohta</h3>\n<p>Hyväksyttiin.</p>', "Päätös", "paatos", "decision"),
    )
    assert [heading.id for heading in body.outline.headings] == ["tiivistelma", "paatos"]
    assert item(" \n\n").prose.sections == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Tiivistelmä", "summary"),
        ("Sammanfattning", "summary"),
        ("Asian yksityiskohtainen selostus", "account"),
        ("Perustelut:", "account"),
        ("Redogörelse", "account"),
        ("EHDOTUS", "proposal"),
        ("Esittelijän päätösehdotus", "proposal"),
        ("Beslutsförslag", "proposal"),
        ("Proposal", "proposal"),
        ("käsittely", "handling"),
        ("Discussion", "handling"),
        ("Pa\u0308a\u0308to\u0308s", "decision"),
        ("Beslut :", "decision"),
        ("Täytäntöönpano", "execution"),
        ("För kännedom", "informed"),
        ("Tidigare behandling", "earlier"),
        ("Päätöksen tausta", ""),
        ("Esittely", ""),
    ],
)
def test_known_headings_have_a_kind_in_an_item(title: str, kind: str) -> None:
    """Case, a colon and the way letters are composed don't matter; elsewhere no heading has a kind."""
    assert [heading.kind for heading in item(f"## {title}\n\nTeksti.").outline.headings] == [kind]
    assert [heading.kind for heading in make_body(f"## {title}", "plain", "sv").outline.headings] == [""]


def test_a_second_decision_is_a_fault() -> None:
    """An item has one decision; in a plain text the word has no meaning."""
    text = "## Päätös\n\nYksi.\n\n## Beslut\n\nKaksi.\n"
    assert faults(text) == [("TX003", 5, 1)]
    assert faults(text, "plain") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## Muu\n\n### Päätös\n", 3),
        ("## **Päätös**\n", 1),
        ("## [Päätös](/x/)\n", 1),
        ("> ## Päätös\n", 1),
        ("- kohta\n\n    ## Päätös\n", 3),
        ("Alku.\n\n<h2>P&auml;ätös</h2>\n", 3),
        ("Alku <H3>Pää<b>tös</b></H3>\n", 1),
    ],
)
def test_a_known_heading_in_another_form_is_a_fault(text: str, line: int) -> None:
    """What decides on visibility must be recognised, or the author told."""
    assert [fault[:2] for fault in faults(text)] == [("TX004", line)]


def test_below_earlier_handlings_any_heading_may_stand_at_level_three() -> None:
    """The chain of earlier handlings repeats the known headings; the next section ends it."""
    text = "## Aikaisempi käsittely\n\n### Päätös\n\n#### Käsittely\n\n> ## Päätös\n\n## Päätös\n\n### Päätös\n"
    assert faults(text) == [("TX004", 7, 3), ("TX004", 11, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Otsikko\n", [("TX002", 1, 1)]),
        ("Otsikko\n=======\n", [("TX002", 1, 1)]),
        ("<h1>Otsikko</h1>\n", [("TX002", 1, 1)]),
        ("### Kolmas\n", [("TX002", 1, 1)]),
        ("## Toinen\n\n#### Neljäs\n", [("TX002", 3, 1)]),
        ("## Toinen\n\n### Kolmas\n\n## Toinen\n\n### Kolmas\n\n#### Neljäs\n\n## Toinen\n", []),
    ],
)
def test_headings_go_down_one_level_at_a_time(text: str, expected: list[tuple[str, int, int]]) -> None:
    """A page's title is its first level, and no level below is left out."""
    assert faults(text, "plain") == expected


def test_headings_have_ids_of_their_words_that_are_unique_and_may_be_chosen() -> None:
    """A chosen id stays whatever other headings are called; what is no id gives way to the words."""
    body = item("## Päätös {#a_1}\n\n## Liite\n\n### Liite\n\n## Muu {#liite}\n\n## Muu {#ei!}\n\n## ???\n\n## Toinen {#a_1}\n")
    assert body.outline.ids == ("a_1", "liite-2", "liite-3", "liite", "muu", "osa", "toinen")


def test_an_attribute_list_does_not_move_a_heading() -> None:
    """An author's attributes can't be taken for our own."""
    text = "x\n\n#### Neljäs {place=x @place=y id}\n\n[Maija]{.personal}{place=x @place=y}"
    assert faults(text) == [("TX002", 3, 1)]


def test_ids_are_all_that_a_fragment_may_name_and_none_stands_twice() -> None:
    """Headings, own anchors, pages and footnotes are listed in the order of the HTML."""
    body = make_body('## Alku\n\nx[^1] <a id="kohta"></a><a id="alku"></a>\n\n<!-- page: 2 -->\n\n[^1]: y', "document", "sv")
    assert body.outline.ids == ("alku", "fnref-1", "kohta", "sida-2", "fn-1")
    html = "".join(section.html for section in body.prose.sections) + body.prose.footnotes
    assert [html.count(f'id="{id}"') for id in body.outline.ids] == [0, 1, 1, 1, 1]


def test_words_are_those_that_a_reader_sees() -> None:
    """Titles and footnotes count; tags, addresses and dashes don't."""
    assert item("## Päätös\n\nKaksi – *sanaa*[^1]<br>tai [kolme](/a/b/c/).\n\n[^1]: Viite\n").outline.words == 6


def test_the_excerpt_is_plain_text_of_the_first_paragraphs_cut_after_a_word() -> None:
    """Headings, lists and references to footnotes are left out, and 300 characters are not exceeded."""
    body = item("## Tiivistelmä\n\nEnsin **tämä** &amp; tuo[^1].\n\n- luettelo\n\nSitten.\n\n[^1]: Viite")
    assert body.outline.excerpt == "Ensin tämä & tuo. Sitten."
    cut = item("sana " * 100).outline.excerpt
    assert cut == "sana " * 59 + "sana…"
    assert len(cut) == 300
    assert item("x" * 400).outline.excerpt == "…"


def test_pages_of_a_document_begin_at_their_marks() -> None:
    """Each has an address in the text's language and shows its number; in other texts the mark is a comment."""
    text = "<!-- page: 7 -->\n\nYksi\n<!-- page: 8 -->\nkaksi <!-- page: 9 -->\n"
    body = make_body(text, "document", "fi")
    assert body.outline.pages == (7, 8)
    assert body.prose.sections[0].html == (
        '<div class="page-number" id="sivu-7">7</div>\n\n<p>Yksi</p>\n<div class="page-number" id="sivu-8">8</div>\n\n<p>kaksi </p>'
    )
    assert make_body(text, "document", "en").outline.ids == ("page-7", "page-8")
    assert make_body(text, "plain", "fi").outline.pages == ()
    assert faults(text, "document") == []


def test_pages_must_rise() -> None:
    """A page that doesn't come after the one before it is a fault, where its mark stands."""
    text = "<!-- page: 2 -->\nx\n\n<!-- page: 2 -->\ny\n\n  <!-- page: 1 -->\n"
    assert faults(text, "document") == [("TX008", 4, 1), ("TX008", 7, 1)]


def test_comments_are_the_authors_notes() -> None:
    """They go without a word, whatever they hold and wherever they stand, but in code they are text."""
    text = "Yksi <!-- huom.\n\n## Päätös [x](/y) --> kaksi\n<!-- {.personal} -->\nkolme `<!-- neljä -->`\n"
    body = item(text)
    assert body.prose.sections[0].html == "<p>Yksi  kaksi\nkolme <code>&lt;!-- neljä --&gt;</code></p>"
    assert body.outline.targets == ()
    assert body.outline.faults == ()


def test_faults_come_in_the_order_of_their_lines() -> None:
    """All faults of a text are told at once, the first line's first."""
    found = faults("## Muu\n\n![](x.png)\n\n#### Neljäs\n\n[y](javascript:1)\n\n# Ensimmäinen\n")
    assert [code for code, _, _ in found] == ["TX001", "TX002", "TX007", "TX002"]
    assert found == sorted(found, key=lambda fault: fault[1])


@pytest.mark.parametrize(("lang", "id"), [("fi", "sivu-1"), ("sv", "sida-1"), ("en", "page-1"), ("se", "page-1")])
def test_another_language_has_english_words(lang: str, id: str) -> None:
    """Words that are added to a text are there for any language."""
    assert make_body("<!-- page: 1 -->", "document", lang).outline.ids == (id,)


def test_a_title_is_plain_words() -> None:
    """An outline's heading has no markup; the section's has."""
    body = make_body("## Haku *2026* & muuta[^1]\n\n[^1]: Viite", "plain", "fi")
    assert body.outline.headings == (Heading("Haku 2026 & muuta", "haku-2026-muuta"),)
    assert body.prose.sections[0].title.startswith("Haku <em>2026</em> &amp; muuta<sup")


@settings(max_examples=200)
@given(st.text(max_size=60), st.sampled_from(["item", "document", "plain"]))
def test_any_text_has_a_body_and_always_the_same(text: str, mode: Mode) -> None:
    """No text raises, and nothing is left in an engine from the text before."""
    first = make_body(text, mode, "fi")
    make_body("- avoin\n\n[^1]: viite\n\n> **lainaus", "item", "fi")
    assert make_body(text, mode, "fi") == first


@pytest.mark.parametrize(
    "text",
    [
        "> " * 400 + "x",
        "- " * 400 + "x",
        "\n".join("    " * depth + "- x" for depth in range(400)),
        "\n".join("> " + "    " * depth + "1. x" for depth in range(200)),
        "[" * 300 + "x" + "](/y)" * 300,
        "*a _b " * 300,
        "<div>" * 500,
        "!" * 500 + "[`" * 200,
    ],
    ids=["quotations", "dashes", "lists", "quoted lists", "links", "emphasis", "elements", "pictures"],
)
def test_a_text_may_be_nested_however_deep(text: str) -> None:
    """Nesting beyond any use is drawn as text and stops nothing."""
    assert item(text).prose.sections


def test_a_known_heading_in_code_is_no_heading() -> None:
    """What stands in code is neither a section nor a fault."""
    assert faults("    ## Päätös\n\n`<h2>Päätös</h2>`\n") == []


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("25 000 euroa", "25_000 euroa"), ("10 985 000 €", "10_985_000_€"), ("2,5 % ja 4 %", "2,5_% ja 4_%"),
        ("140 §:n, § 14", "140 §:n, §_14"),
        ("12 kuntaa, 1 2345, 3 12", "12 kuntaa, 1 2345, 3 12"), ("4\n874", "4\n874"),
    ],
)  # fmt: skip
def test_a_number_stays_on_one_line(written: str, kept: str) -> None:
    """A space among its digits, before its unit or after the sign of a section is one that no line is broken at; all others stay."""
    assert item(written).prose.sections[0].html.replace("\N{NO-BREAK SPACE}", "_") == f"<p>{kept}</p>"
