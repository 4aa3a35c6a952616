"""A heading says what its matter is about, or it says nothing (oikeuskansleri OKV/231/1/2017)."""

from __future__ import annotations

import pytest

from sitegen.law.headings import says_nothing


@pytest.mark.parametrize(
    "title",
    [
        "Ei julkinen", "Ei-julkinen asia", "EI JULKAISTA", "Salainen", "Salainen asia", "Salassa pidettävä asia", "Henkilöasia",
        "§ 12 Salassa pidettävä (JulkL 24.1 § 32 k)", "12 § Ei julkinen", "Salassa pidettävä asia, JulkL 24.1 § 25 k", "Luottamuksellinen",
        "Sekretessbelagt ärende", "Icke offentlig", "Ej offentligt", "Personärende", "Hemligt ärende (OffL 24 §)",
        "Not public", "Non-public item", "Confidential", "Secret matter", '[Virkavaali]{.secret ground="JulkL 24.1 § 32 k"}',
        "[Maija Esimerkki]{.personal}", "—", "12",
    ],
)  # fmt: skip
def test_bare_words_say_nothing(title: str) -> None:
    """That it isn't public is all that they say; what is marked will be gone."""
    assert says_nothing(title)


@pytest.mark.parametrize(
    "title",
    [
        "Virkavaali, salassa pidettävä", "Oikaisuvaatimus henkilöstöasiassa", "Palvelussuhdeasia", "Salassa pidettävien asioiden käsittely",
        "Tietoturvahankinta (salainen)", "Henkilöasiakirjojen säilytys", "Muut asiat", "Sekretessavtal", "Secret ballot for the chair",
        "Hakemus, [Maija Esimerkki]{.personal}", "Julkisten hankintojen ohje", "Ilmoitusasiat",
    ],
)  # fmt: skip
def test_a_heading_with_a_matter_says_something(title: str) -> None:
    """One word of the matter is enough to ask for more."""
    assert not says_nothing(title)
