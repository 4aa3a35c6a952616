"""Terms: the words that tell what a text is about, in a form by which two inflections of one word are one.

Knows how Finnish words end and weaken, roughly: what counts is that ``vesihuollon`` meets ``vesihuolto``, not that a stem is a
word. Swedish and English lose an ending by the same rule, which does no harm. Must not know where texts stand.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

MOST_TERMS = 12
SHORTEST, SHORTEST_STEM = 6, 5
# Two or more capitalised words in a row are most often somebody: nobody is a reason for two texts to be related.
_NAMES = re.compile(r"\b[A-ZÅÄÖ][\w-]*(?:\s+[A-ZÅÄÖ][\w-]*)+")
_WORD = re.compile(rf"\w{{{SHORTEST},}}(?:-\w+)*")
_ENDING = re.compile(
    r"[aeiouyåäöj]*(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|tt[aä]|lle|ksi|den|tten|h[aeiouyäö]n|seen|siin|n[aä]?|t[aä]?)?"
    r"(?:ns[aä]|mme|kin|k[aä]{2}n)?\Z"
)
# rakennus-ta, selvitys-ten: the s is the stem's.
_ENDING_OF_US = re.compile(r"(?<=[tnmkuy][uy]s)t(?:[aä]|en)\Z")
_WEAK = {"lt": "ll", "nt": "nn", "nk": "ng", "mp": "mm", "rt": "rr", "kk": "k", "pp": "v", "tt": "d", "ht": "hd", "ks": "s"}
_WEAK_BEHIND_VOWEL = {"t": "d", "p": "v"}
# What minutes and news say whatever they are about.
_COMMON = """
" aikaisempi aikana alkaa alueellinen antaa arvio asettaa asia asiakirja asukas ehdotus ennen ensimmäinen esitellä esittelijä esittää
esitys esityslista hakea hallitus hallintosääntö hankinta hyväksyä hyväksyminen ilmoittaa ilmoitus itse jatkaa jokainen johtaja joiden
jonka jossa jotka julkinen jäsen kaikki kanssa kaupunginhallitus kaupunginvaltuusto kaupunki kehittäminen kertoa keskiviikko kesäkuu koko
kokous koskea koskeva kuitenkin kunnanhallitus kunnanvaltuusto kunta kuntalaki kuukausi kuulua käsitellä käsittely käyttää käyttö laatia
laki lasku lautakunta liite lisäksi lukien läsnä maakunta maakuntahallitus maakuntajohtaja maakuntavaltuusto maanantai mennä mennessä
merkitä mielestä mukaan mukainen muutos muutoksenhaku määrätä määräraha neuvottelu nykyinen oikaisuvaatimus olla osallistua osalta ottaa
palvelu perjantai perusteella pitää puheenjohtaja puolesta pykälä pöytäkirja pöytäkirjantarkastaja päivä päivämäärä päättää päätös
päätösehdotus päätösvaltainen saada sekä selostus seuraava sihteeri sisältää suunnitelma suunnitella suuri säännös tarkastaa tarkastaja
tarkastus tarkoitus tarve tarvita tehdä tehtävä tiedoksi tieto tiistai todeta toimia toimialue toimielin toimikausi toiminta toinen
torstai tulla tunti täytäntöönpano vaatia valita valitus valmistelija valmistelu valmistella valtuusto varajäsen varapuheenjohtaja
vastaava vastata verkko viikko viimeinen viranhaltija virkamies voida voimassa vuoden vuosi vuonna välillä yhdessä yhteensä yhteinen
yhtymä yksimielinen yksimielisesti ylittää äänestys laillisuus laillinen todetaan kutsua kutsuttu esteellinen esteellisyys avaus avata
päättyä euroa miljoona prosentti kappale tammikuu helmikuu maaliskuu huhtikuu toukokuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
alue arviointi asettaminen haettava hakemus hanke henkilö henkilötieto kilometri kolmas kustannus kustannukset luonnos osoittaa osuus
poistettu poistaa tarjous taso tulos vaihtoehto vaikutus valmisteltavana yksittäinen miljoonaa miljoonan osoitetaan valitaan valitsi
valitseminen valittiin uutinen lisätiedot lisätietoja kommentoida kommentti verkkosivut sivusto nähtävillä nähtävänä mielipide lausunto
palaute alltså andra arbete beslut beslutar beslutade denna detta efter eller enligt ersättare finns framställning fullmäktige förslag
godkänna godkänner handling hålls innan kallelse kommun kommunen landskap landskapsstyrelsen ledamot möte månad mellan mycket något nämnd
ordförande paragraf protokoll protokolljusterare rättelse sammanträde samma samt sedan sekreterare skall skulle styrelse styrelsen under
utskott borttagen borttaget personuppgift personuppgifter varje vilka vilken ärende åren behandla behandling beredning about personal
removed agenda appeal approve board council decide decided decision during executive matter meeting minutes municipality proposal their
there these those which while within would
"""


def stem(word: str) -> str:
    """Return what the inflections of a Finnish word in lower case have in common, near enough."""
    found = _ENDING_OF_US.search(word, 4) or _ENDING.search(word, 4)
    bare = word[: found.start()] if found else word
    if bare[-2:] in _WEAK:
        return bare[:-2] + _WEAK[bare[-2:]]
    if bare[-1] in _WEAK_BEHIND_VOWEL and bare[-2] in "aeiouyäö":
        return bare[:-1] + _WEAK_BEHIND_VOWEL[bare[-1]]
    return bare


_STOP = frozenset(stem(word) for word in _COMMON.split())
# A term: its number, and how long the stem is.
_Term = tuple[int, int]


@lru_cache(maxsize=100_000)
def _term(word: str) -> _Term | None:
    """Return the term that *word* is a form of, or None where it tells nothing."""
    found = stem(word.lower())
    is_telling = len(found) >= SHORTEST_STEM and not word[0].isdigit() and found not in _STOP
    return (crc32(found.encode()), len(found)) if is_telling else None


def _words(text: str) -> list[str]:
    return _WORD.findall(_NAMES.sub(" ", text))


def terms_of(texts: Iterable[str]) -> bytes:
    """Return the terms that plain *texts* use more than once, as ``unpacked`` reads them: at most MOST_TERMS.

    The most telling come first: a longer word tells more, and one that is used often.
    """
    counts: dict[_Term, int] = {}
    for word, count in Counter(word for text in texts for word in _words(text)).items():
        if term := _term(word):
            counts[term] = counts.get(term, 0) + count
    often = (((-min(count, 4) * term[1], term[0]) for term, count in counts.items() if count > 1))
    return array("I", [number for _, number in sorted(often)[:MOST_TERMS]]).tobytes()


def terms_of_title(title: str) -> list[int]:
    """Return the numbers of all terms of a title."""
    return [term[0] for word in _words(title) if (term := _term(word))]


def unpacked(terms: bytes) -> list[int]:
    """Return a number for each term; two terms share one only once in four thousand million."""
    return memoryview(terms).cast("I").tolist()
