"""Who looks for a Finnish word finds its other forms and the compounds that it is part of, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from served import served
from sites import rebuild, unpack
from windows import SEARCHABLE, addresses_found

# A query, and the text of the page that it should find.
PAIRS = """\
kaupunki | Kaupungin johtoryhmä kokoontui.
päätös | Päätöksen täytäntöönpano siirtyi.
päätöksen | Lautakunnan päätökset ovat nähtävillä.
vesihuolto | Vesihuollon maksut nousevat.
tie | Teiden kunnossapito kilpailutetaan.
lapsi | Lasten päivähoito järjestetään.
lapset | Maksu koskee alle kouluikäistä lasta.
sopimus | Sopimuksessa sovitaan vuokrasta.
sopimukset | Kunta irtisanoi sopimuksen.
kenttä | Kentän valaistus uusitaan.
hanke | Hankkeiden rahoitus varmistui.
hankkeet | Hanketta ei toteuteta.
katu | Kadun päällystäminen alkaa.
kadut | Katujen talvihoito annetaan yritykselle.
joki | Joen ranta ruopataan.
pelto | Pelloille rakennetaan aurinkovoimala.
rannat | Rantojen suojelu jatkuu.
virka | Viran täyttäminen keskeytetään.
virat | Hänet valittiin virkaan.
lupa | Luvan myöntäminen raukesi.
luvat | Lupaa haettiin keväällä.
asukas | Asukkaiden kuuleminen järjestetään.
asukkaat | Kulut asukasta kohden laskivat.
rakennus | Rakennuksen purkaminen aloitetaan.
talous | Talouden tasapaino paranee.
kirjasto | Kirjastojen aukioloajat muuttuvat.
koulu | Kouluissa mitataan ilman laatua.
opettaja | Opettajiemme työaika muuttuu.
esitys | Johtaja perusteli esityksensä.
kokous | Valtuusto käsitteli asian kokouksessaan.
jäsen | Lautakunta valitsi jäsenistään kaksi.
palvelu | Palveluidemme laatu arvioidaan.
valtuusto | Asia viedään valtuustolle.
ihmiset | Laite auttaa ihmistä.
liikenne | Liikenteen melu vähenee.
suunnitelma | Suunnitelmista pyydetään lausunnot.
suunnitelman | Joukkoliikennesuunnitelma hyväksyttiin.
liikennesuunnitelma | Joukkoliikennesuunnitelmassa on kolme linjaa.
kehittämisen suunnitelma | Vesihuollon kehittämissuunnitelma valmistui.
kaava | Asemakaavan muutos tuli voimaan.
asemakaava | Asemakaavojen ajantasaisuus arvioitiin.
selvitys | Kouluverkkoselvityksen tulokset julkaistiin.
kouluverkko | Kouluverkkoselvitys on valmis.
avustus | Toiminta-avustuksia myönnettiin seuroille.
maksut | Varhaiskasvatusmaksua alennetaan.
lausunto | Vastaus lausuntopyyntöön annettiin.
talousarvio | Talousarvioon lisätään määräraha.
hoito | Päivähoidossa on tilaa.
tontit | Omakotitontteja myydään.
sillan | Siltojen kunto tarkastettiin.
metsä | Metsien hakkuut lopetetaan.
yrittäjä | Yrittäjien neuvonta laajenee.
nuoret | Työpaja auttaa nuorta.
työ | Töiden aloitus lykkääntyi.
vuosi | Vuosien kuluttua palataan asiaan.
puheenjohtaja | Hänet valittiin puheenjohtajakseen.
muutoksenhaku | Muutoksenhausta annetaan ohje.
koulun lakkauttaminen | Koulujen lakkauttamisesta äänestettiin.
melun torjunta | Meluntorjunnan keinot valittiin.
vesi | Veden hinta pysyy ennallaan.
"""
# A query, and a text that only looks as if it were meant.
NOT_PAIRS = """\
kunta | Lautakunta kokoontui.
kirja | Pöytäkirja tarkastettiin.
tie | Tieto kulkee nopeasti.
vesi | Vesa avasi tilaisuuden.
kuusi | Matka suuntautui Kuusamoon.
maa | Maali kuivuu.
kaava | Kaavake palautettiin.
laki | Ovi lakattiin.
halli | Hallinto uudistuu.
hallitus | Hallinto uudistuu.
virka | Virkistys on tärkeää.
katu | Katto vuotaa.
silta | Silti odotetaan.
lupa | Lupaus pidettiin.
hanke | Hankinta kilpailutettiin.
"""
LEAST = 57


def pairs_of(text: str) -> list[tuple[str, str]]:
    """Return the pairs of a table."""
    rows = (line.partition(" | ") for line in text.splitlines())
    return [(query, page) for query, _, page in rows]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Callable[[int, str], bool]:
    """Return whether the page of the text with that number, in both tables, is among what a query finds."""
    folder = tmp_path_factory.mktemp("pairs")
    texts = [text for _, text in (*pairs_of(PAIRS), *pairs_of(NOT_PAIRS))]
    news = (f"-- content/news/u{n}.md --\n---\ntitle: Nro {n}\ndate: 2026-05-01\n---\n{text}\n" for n, text in enumerate(texts))
    site = rebuild(unpack(f"-- site.toml --\n{SEARCHABLE}" + "".join(news), folder / "site"), folder / "output")
    assert site.codes == []
    queries = {query for query, _ in (*pairs_of(PAIRS), *pairs_of(NOT_PAIRS))}
    answers: dict[str, set[str]] = {}
    with served(Path(site.output)) as url:
        page = browser.new_page()
        page.goto(f"{url}/haku/")
        for query in sorted(queries):
            page.get_by_label("Hakusanat").fill(query)
            page.get_by_label("Hakusanat").press("Enter")
            answers[query] = addresses_found(page)
        page.close()
    return lambda number, query: f"/uutiset/2026/u{number}/" in answers[query]


def test_other_forms_and_compounds_are_found(found: Callable[[int, str], bool]) -> None:
    """Of sixty pairs at least 57 are found: consonant gradation, plurals, possessives, compounds."""
    pairs = pairs_of(PAIRS)
    missed = [pair for number, pair in enumerate(pairs) if not found(number, pair[0])]
    assert len(pairs) == 60
    assert len(missed) <= len(pairs) - LEAST, missed


def test_what_only_looks_alike_is_not_found(found: Callable[[int, str], bool]) -> None:
    """Of fifteen pairs none is found: a word isn't the beginning of another, nor any part of a worn compound."""
    pairs = pairs_of(NOT_PAIRS)
    assert len(pairs) == 15
    assert [pair for number, pair in enumerate(pairs, len(pairs_of(PAIRS))) if found(number, pair[0])] == []
