"""Two inflections of one word are one term, and what all minutes say is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.terms import MOST_TERMS, stem, terms_of, terms_of_title, unpacked

FORMS = [
    "vesihuolto vesihuollon vesihuollossa vesihuoltoa",
    "kaupunki kaupungin kaupungissa",
    "silta sillan siltaa",
    "joukkoliikenne joukkoliikenteen",
    "rakennus rakennuksen rakennusta rakennukset",
    "selvitys selvityksen selvitystä selvitysten",
    "suunnitelma suunnitelmaa suunnitelmien",
    "yhdysvesijohto yhdysvesijohdon yhdysvesijohtoa",
    "laituri laiturin laitureita",
    "rantareitti rantareitin rantareittiä rantareitillä",
    "ulkoluoto ulkoluodon ulkoluotoon ulkoluodossa",
    "avustus avustukset avustuksia avustusten",
    "asemakaava asemakaavan asemakaavaa asemakaavassa",
]


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms.split()[0])
def test_inflections_share_a_stem(forms: str) -> None:
    """Consonants weaken and strengthen, endings come and go, and the word is found again."""
    assert len({stem(form) for form in forms.split()}) == 1


def test_different_words_have_different_stems() -> None:
    """A stem isn't cut so short that words meet."""
    words = [forms.split()[0] for forms in FORMS]
    assert len({stem(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    "text",
    [
        "Kunnanhallitus päätti hyväksyä ehdotuksen. Kunnanhallituksen päätös. Ehdotus hyväksyttiin.",
        "Maija Esimerkkinen ja Pekka Kuvitteellinen. Maija Esimerkkinen ja Pekka Kuvitteellinen.",
        "Henkilötieto poistettu (kuntalaki 140 §), henkilötieto poistettu (kuntalaki 140 §).",
        "Ylikulkusilta mainitaan kerran.",
        "123456 123456",
    ],
)
def test_what_tells_nothing_is_no_term(text: str) -> None:
    """Neither the words of every decision, names of people, what stands for a removed name, nor what is said in passing."""
    assert terms_of([text]) == b""


def test_a_title_says_once_what_it_is_about() -> None:
    """Each of its words is a term, the same as in a text that says it twice."""
    assert terms_of_title("Kirjastoauton reitti")[0] in unpacked(terms_of(["kirjastoauto", "Kirjastoautoa"]))


@given(st.lists(st.text(max_size=60)))
def test_any_text_has_few_terms(texts: list[str]) -> None:
    """Whatever stands in it; they are the same each time."""
    found = terms_of(texts)
    assert len(unpacked(found)) <= MOST_TERMS and found == terms_of(texts)
