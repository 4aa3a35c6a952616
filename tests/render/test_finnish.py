"""Base forms of Finnish words and what compounds are made of."""

from __future__ import annotations

import re

import pytest

from sitegen.render.finnish import base_form, words_in

WORD = re.compile(r"[^\W_]+")
# Written when the rules stood, and tuned to by nothing: a query, and a text that should be found by it.
PAIRS = """\
aloite | Aloitteeseen vastattiin.
valitus | Valituksista tehtiin yhteenveto.
hylätty hakemus | Hylättyihin hakemuksiin palataan.
venesatama | Venesatamien paikat vuokrataan.
puisto | Leikkipuistoissa uusitaan keinut.
sairaala | Sairaalan laajennus viivästyy.
kylä | Kylien palvelut turvataan.
meri | Merelle rakennetaan tuulivoimaa.
hinta | Hintojen nousu jatkuu.
rahoitus | Jatkorahoitusta haetaan.
tilinpäätös | Tilinpäätöksessä on alijäämä.
puhelin | Puhelimet vaihdetaan.
lähde | Lähteitä tutkitaan.
terveysasema | Terveysasemien ajanvaraus uudistuu.
viljelijä | Viljelijöiden tuet maksetaan.
kesä | Kesällä kirjasto on kiinni.
äänestys | Äänestyksiä oli kaksi.
rengas | Renkaiden hankinta.
kone | Koneiden huolto.
varhaiskasvatus | Varhaiskasvatuksessa on pulaa henkilöstöstä.
päiväkoti | Päiväkoteihin palkataan väkeä.
vuokra | Vuokriin tulee korotus.
luottamushenkilö | Luottamushenkilöidemme palkkiot.
katselmus | Katselmuksessaan lautakunta totesi.
jäte | Jätteiden lajittelu.
pyörätie | Pyöräteitä rakennetaan.
kyläkoulu | Kyläkouluja lakkautetaan.
sopimuksen irtisanominen | Sopimusten irtisanomisesta päätettiin.
vesi | Vesistä otettiin näytteet.
kuntavaalit | Kuntavaaleissa äänestettiin.
"""


@pytest.mark.parametrize("pair", PAIRS.splitlines())
def test_forms_of_a_word_have_one_base_form(pair: str) -> None:
    """Each word of the query, or its base form, is among those of the text."""
    query, text = pair.split(" | ")
    known = {found for word in WORD.findall(text.lower()) for found in words_in(word)}
    assert [word for word in WORD.findall(query) if not {word, base_form(word)} & known] == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("joukkoliikennesuunnitelmista", {"joukkoliikenne", "liikennesuunnitelma", "suunnitelma", "liikenne", "joukko"}),
        ("kehittämissuunnitelman", {"kehittäminen", "suunnitelma"}),
        ("kunnanhallituksen", {"kunta", "hallitus"}),
        ("lautakunnassa", set()),
        ("pöytäkirjan", set()),
        ("2026", set()),
    ],
)
def test_a_compound_is_found_by_its_parts(word: str, parts: set[str]) -> None:
    """Any words that stand together in it, in their base forms; a worn compound is one word."""
    assert set(words_in(word)[1:]) == parts
