"""The legal content of a decision, and its digest: what it holds, and what it never holds (kuntalaki 140 §)."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from sitegen.law.legal_content import Decision, canonical, content_digest, without_hidden
from sitegen.model.facts import Item, Meeting
from sitegen.model.parts import (
    Allowance,
    Appeal,
    Attachment,
    Contact,
    Dissent,
    Note,
    Publicity,
    Tally,
    Vote,
    Withdrawal,
)

DAY = date(2026, 3, 2)
MEETING = Meeting(board="hallitus", folder="2026-03-02", date=DAY, number="3/2026", chair="Aino Esimerkki", published=DAY)
GROUND = '{.secret ground="JulkL 24.1 § 20 k"}'
NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)


def decision(text: str = "Päätös on hyvä.", meeting: Meeting | None = MEETING, **facts: Any) -> Decision:
    """Return a decision with those facts."""
    item = Item(**{"title": "Tie", "board": "hallitus", "folder": "2026-03-02", "date": DAY, "section": "5", **facts})
    return Decision("fi", item, text, "Hallitus", meeting, {})


def with_name(name: str) -> Decision:
    """Return a decision that names somebody, marked as personal in every way that there is."""
    span = f"[{name}]{{.personal}}"
    return decision(
        f"## Päätös\n\nHakija {span} saa luvan.",
        title=f"Lupa: {span}",
        votes=(Vote(motion=f"{span} esitti", counts=Tally(yes=3)),),
        dissent=(Dissent(span, f"{span} oli eri mieltä."),),
        corrections=(Note(DAY, f"Nimi {span} korjattiin."),),
        preparers=(Contact(name=name, role=name, email=name, phone=name, personal=True), Contact(name="Aino", role="sihteeri")),
        attachments=(Attachment(title=name, file=f"{name}.pdf", number="1", kind="liite", personal=True),),
        meeting=structs.replace(MEETING, secretary=span),
    )


@given(NAMES, NAMES)
def test_no_personal_word_is_a_part_of_it(one: str, other: str) -> None:
    """Whoever is named, the content and its digest are the same: no name can be guessed from it, and it stays when the name goes."""
    assert canonical(with_name(one)) == canonical(with_name(other))
    assert content_digest(with_name(one)) == content_digest(with_name("…"))


@given(NAMES, NAMES)
def test_no_secret_word_is_a_part_of_it(one: str, other: str) -> None:
    """Whatever is withheld, the content holds the ground alone."""
    first, second = (canonical(decision(f"Hinta on [{words}]{GROUND}.")) for words in (one, other))
    assert first == second
    assert "JulkL 24.1 § 20 k" in first.decode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ei mitään.", "Ei mitään."),
        ("[Maija]{.personal} ja [Matti]{.personal}.", "[personal] ja [personal]."),
        (f"[x]{GROUND}", "[secret: JulkL 24.1 § 20 k]"),
        ("`[…]{.personal}`", "`[…]{.personal}`"),
    ],
)
def test_a_fixed_word_stands_for_what_is_hidden(text: str, kept: str) -> None:
    """One word in every language, whatever pages print in its place."""
    assert without_hidden(text) == kept


def test_its_form_is_fixed() -> None:
    """The first form of the content, written out: these bytes may change only with another form's number."""
    written = (
        '{"board":"Hallitus","form":1,"item":{"appeal":{"kind":"rectification"},"board":"hallitus","date":"2026-03-02",'
        '"folder":"2026-03-02","section":"5","title":"Tie"},"lang":"fi","meeting":{"chair":"Aino Esimerkki","number":"3/2026"},'
        '"text":"Päätös on hyvä."}'
    )
    one = decision(appeal=Appeal("rectification"))
    assert canonical(one).decode() == written
    assert content_digest(one) == sha256(written.encode()).hexdigest()


@pytest.mark.parametrize(
    "facts",
    [
        {"aliases": ("/vanha/",)}, {"allow": (Allowance("MI001", "syy"),)}, {"topics": ("tiet",)}, {"id": "hallitus/2026-03-02/4"},
        {"sort": 7}, {"personal_until": DAY}, {"published": DAY}, {"withdrawn": Withdrawal(DAY, "syy")}, {"publicity": Publicity()},
        {"votes": ()},
    ],
)  # fmt: skip
def test_what_is_no_content_changes_nothing(facts: dict[str, Any]) -> None:
    """How an item is found, what the author tells the program, and what a line of the log says by itself."""
    assert content_digest(decision(**facts)) == content_digest(decision())


def test_space_around_the_text_changes_nothing() -> None:
    """An editor that ends files otherwise changes no decision."""
    assert content_digest(decision("\nPäätös on hyvä.\n\n")) == content_digest(decision())


@pytest.mark.parametrize(
    "facts",
    [
        {"text": "Päätös on huono."}, {"title": "Toinen tie"}, {"section": "6"}, {"resolution": "rejected"}, {"plain": "Selkeästi"},
        {"appeal": Appeal("municipal-appeal")}, {"votes": (Vote(counts=Tally(yes=1)),)}, {"dissent": (Dissent("Aino"),)},
        {"corrections": (Note(DAY, "Luku"),)}, {"attachments": (Attachment(title="Kartta", public=False, ground="JulkL"),)},
        {"publicity": Publicity("secret", "JulkL")}, {"meeting": None}, {"meeting": structs.replace(MEETING, chair="Toinen")},
        {"case": "1/2026"}, {"meeting": structs.replace(MEETING, inspected=DAY)},
    ],
)  # fmt: skip
def test_any_other_fact_changes_it(facts: dict[str, Any]) -> None:
    """What was decided, how, by whom and how it is appealed is content."""
    assert content_digest(decision(**facts)) != content_digest(decision())


def test_language_board_and_files_are_a_part_of_it() -> None:
    """A version in another language, another board's name and another file make other digests."""
    one = decision()
    others = (structs.replace(one, lang="sv"), structs.replace(one, board="Lautakunta"), structs.replace(one, files={"a.pdf": "f" * 64}))
    assert len({content_digest(other) for other in (one, *others)}) == 4


def test_a_part_that_says_nothing_is_left_out() -> None:
    """A field with its default is as one that isn't there, however deep: a field that the program learns later changes no digest."""
    told = json.loads(canonical(decision(votes=(Vote(motion="x", counts=Tally(yes=1, no=0)),))))
    assert told["item"]["votes"] == [{"motion": "x", "counts": {"yes": 1}}]
