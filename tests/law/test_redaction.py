"""Words that may not be shown are taken out of facts and texts, however they are written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.law.redaction import REMOVED, WITHHELD, redact_facts, redact_text, until_handling
from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.model.facts import Item
from sitegen.model.parts import Attachment, Contact, Vote
from sitegen.render.body import make_body

GROUND = '{.secret ground="JulkL 24.1 § 20 k"}'
GONE = REMOVED["municipality"]["fi"]


def around(words: str) -> str:
    """Return *words* as personal data in a fact."""
    return PERSONAL_START + words + PERSONAL_END


def item(**facts: Any) -> Item:
    """Return an item with those facts."""
    return Item(**{"title": "Tie", "board": "hallitus", "folder": "2026-03-02", "date": date(2026, 3, 2), **facts})


@pytest.mark.parametrize(
    ("text", "now", "later"),
    [
        ("Ei mitään.", "Ei mitään.", "Ei mitään."),
        ("Hakija [Maija]{.personal}.", "Hakija [Maija]{.personal}.", f"Hakija {GONE}."),
        (f"Hakija [Oy]{GROUND}.", "Hakija (salassa pidettävä: JulkL 24.1 § 20 k).", "Hakija (salassa pidettävä: JulkL 24.1 § 20 k)."),
        ("`[x]{.personal}`", "`[x]{.personal}`", "`[x]{.personal}`"),
        ("[a]{.personal} ja [b]{.personal}", "[a]{.personal} ja [b]{.personal}", f"{GONE} ja {GONE}"),
        ("[Maija [linkki](/x/)]{.personal}", "[Maija [linkki](/x/)]{.personal}", GONE),
    ],
)
def test_a_texts_spans_are_replaced(text: str, now: str, later: str) -> None:
    """Secret words are never there; personal ones stay as written until their day."""
    assert redact_text(text, "fi") == now
    assert redact_text(text, "fi", GONE) == later


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_what_stands_instead_is_in_the_texts_language(lang: str) -> None:
    """Finnish, Swedish and English."""
    assert redact_text("[x]{.personal}", lang, REMOVED["county"][lang]) == REMOVED["county"][lang]
    assert redact_text(f"[x]{GROUND}", lang, GONE) == f"({WITHHELD[lang]}: JulkL 24.1 § 20 k)"


def test_spans_in_any_fact_are_replaced() -> None:
    """In titles, lists and groups; a personal span is enclosed until it goes."""
    facts = item(title="Tie, [Maija]{.personal}", topics=("tiet",), votes=(Vote(f"[x]{GROUND}", yes="[y]{.personal}"),))
    assert redact_facts(facts, "fi") == item(
        title=f"Tie, {around('Maija')}", topics=("tiet",), votes=(Vote("(salassa pidettävä: JulkL 24.1 § 20 k)", yes=around("y")),)
    )
    assert redact_facts(facts, "fi", GONE) == item(
        title=f"Tie, {GONE}", topics=("tiet",), votes=(Vote("(salassa pidettävä: JulkL 24.1 § 20 k)", yes=GONE),)
    )


def test_a_personal_contact_goes_as_a_whole() -> None:
    """Every part of it is enclosed before, and none is left after."""
    facts = item(preparers=(Contact("Maija", "asukas", "maija@kunta.example", "029 000", personal=True), Contact("Matti")))
    before = redact_facts(facts, "fi").preparers
    assert before[0] == Contact(around("Maija"), around("asukas"), around("maija@kunta.example"), around("029 000"), personal=True)
    assert redact_facts(facts, "fi", GONE).preparers == (Contact(GONE), Contact("Matti"))


def test_a_personal_attachment_keeps_its_place_and_loses_its_file() -> None:
    """Its number and kind stay, since the minutes count it."""
    facts = item(attachments=(Attachment("Hakemus", "maija.pdf", number="1", kind="Liite", lang="fi", personal=True),))
    assert redact_facts(facts, "fi").attachments[0].title == around("Hakemus")
    assert redact_facts(facts, "fi", GONE).attachments == (Attachment(GONE, number="1", kind="Liite"),)


def test_what_stays_of_a_personal_attachment_hides_its_own_words() -> None:
    """Its kind and number stay when it goes, but no word that is marked in them, and no secret one on any day."""
    marked = Attachment("Hakemus", "maija.pdf", number=f"[x]{GROUND}", kind="Liite, [Maija]{.personal}", personal=True)
    withheld = f"({WITHHELD['fi']}: JulkL 24.1 § 20 k)"
    assert redact_facts(item(attachments=(marked,)), "fi", GONE).attachments == (
        Attachment(GONE, number=withheld, kind=f"Liite, {GONE}"),
    )


def test_secret_words_within_what_is_personal_as_a_whole_are_withheld_too() -> None:
    """A personal contact's or attachment's secret words are never there, and one enclosure holds all the rest."""
    facts = item(
        preparers=(Contact(f"[x]{GROUND}", "[y]{.personal}", personal=True),), attachments=(Attachment(f"[z]{GROUND}", personal=True),)
    )
    before = redact_facts(facts, "fi")
    assert before.preparers[0].name == around("(salassa pidettävä: JulkL 24.1 § 20 k)")
    assert before.preparers[0].role == around("y")
    assert before.attachments[0].title == around("(salassa pidettävä: JulkL 24.1 § 20 k)")


HEADINGS = [
    "## Päätös", "## PÄÄTÖS ##", "##Päätös:", "Päätös\n======", "## Pa\u0308a\u0308to\u0308s", "## Päätös {#paatos}",
    "## Päätös{: .x }", "## P&auml;&auml;t&ouml;s", "## Päätös <!-- huom -->", "## Päätös <!-- huom\njatkuu -->",
    "<!-- huom\n-->## Päätös", "## **Päätös**", "## `Päätös`", "## Pää\u00adtös", "## Päätös[^1]", "## [Päätös]{.personal}",
    "<h2 id='x'>Päätös</h2>", "### Päätös", "> ## Päätös", "## handling", "## Handling", "## Käsittely", "## Täytäntöönpano",
    "## Tiedoksi", "## Beslut", "## Decision", "## Discussion",
]  # fmt: skip
PIECES = [
    "## ", "### ", "Päätös", "Käsittely", "handling", " {#a}", "{: .b }", "<!-- c -->", "<!--", "-->", "&auml;", "P&auml;&auml;t&ouml;s",
    "**", "`", "[", "]", "\\", "<b>", "</b>", "\n", "\n\n", "\n---\n", " ", "Ehdotus", "> ", "- ", "\u00ad", "\u200b", "[^1]", "_", "#",
]  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_text_ends_before_its_handling(heading: str) -> None:
    """However the heading is written, nothing below it is told before the minutes are inspected."""
    assert "SALAISTA" not in until_handling(f"## Ehdotus\n\nHyväksytään.\n\n{heading}\n\nSALAISTA\n")


def test_what_is_proposed_stays() -> None:
    """Words of handling within a sentence end nothing."""
    text = "## Selostus\n\nKäsittely jatkuu, päätös tehdään myöhemmin.\n\n## Päätösehdotus\n\nHyväksytään.\n"
    assert until_handling(text) == text
    assert until_handling("## Päätös\n\nx") == "\n"


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_no_heading_of_handling_is_left_whatever_markdown_makes_of_it(text: str) -> None:
    """A body made of what is left has no section that tells of handling, decision or execution."""
    kinds = {heading.kind for heading in make_body(until_handling(text), "item", "fi").outline.headings}
    assert not kinds & {"handling", "decision", "execution", "informed"}
