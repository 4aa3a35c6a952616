"""Invented Finnish for a bench: words, sentences, names, drawn from one seeded source, and their slugs.

Knows vocabulary and how a sentence is put together; must not know what a site or an item is.
"""

from __future__ import annotations

import re
import unicodedata
from random import Random

STARTS = (
    "asunto energia hankinta hulevesi joukkoliikenne jäte kaava kesä kiinteistö kirjasto koulu "
    "kulttuuri kylä liikenne liikunta lämpö maa matkailu metsä museo nuoriso opetus perhe puisto "
    "päiväkoti rakennus ranta ruoka satama silta talous talvi terveys tie tieto tori tulva työllisyys "
    "valaistus vanhus vesihuolto ympäristö"
).split()
ENDS = (
    ("alue", "alueen", "aluetta"), ("avustus", "avustuksen", "avustusta"), ("hanke", "hankkeen", "hanketta"),
    ("keskus", "keskuksen", "keskusta"), ("kokeilu", "kokeilun", "kokeilua"), ("linjaus", "linjauksen", "linjausta"),
    ("maksu", "maksun", "maksua"), ("ohjelma", "ohjelman", "ohjelmaa"), ("palvelu", "palvelun", "palvelua"),
    ("rahasto", "rahaston", "rahastoa"), ("reitti", "reitin", "reittiä"), ("sääntö", "säännön", "sääntöä"),
    ("selvitys", "selvityksen", "selvitystä"), ("sopimus", "sopimuksen", "sopimusta"), ("strategia", "strategian", "strategiaa"),
    ("suunnitelma", "suunnitelman", "suunnitelmaa"), ("tila", "tilan", "tilaa"), ("toiminta", "toiminnan", "toimintaa"),
    ("urakka", "urakan", "urakkaa"), ("verkko", "verkon", "verkkoa"),
)  # fmt: skip
PLACE_STARTS = "Haapa Hauki Honka Joutsen Karhu Kataja Kivi Kuusi Lehto Leppä Mylly Niini Ohra Paju Pihlaja Raita Saari Tammi".split()
PLACE_ENDS = "harjun kankaan kosken lahden mäen niemen pellon rannan salon suon".split()
FIRST_NAMES = (
    "Aino Eelis Elina Helmi Ilmari Inkeri Kaarlo Lauri Maija Oiva Onni Saimi Tuomas Veikko Venla Vieno".split()
)
LAST_NAMES = (
    "Esimerkki Haapakorpi Hallaranta Kuusivuo Lehtosuo Mallinen Niittylahti Otavasalo Pajukumpu Rantakallas".split()
)
SENTENCES = (
    "{C} on valmisteltu yhdessä {place} asukkaiden, yrittäjien ja yhdistysten kanssa vuodesta {year} alkaen.",
    "Valmistelun aikana saatiin {count} lausuntoa, joista useimmissa pidettiin tärkeänä, että {a} toteutetaan vaiheittain.",
    "{A} sijoittuu {place} alueelle, jossa {other} nykyinen kunto on arvioitu tyydyttäväksi.",
    "Kustannusarvio on {euros} euroa, ja siihen on varauduttu vuoden {year} talousarviossa sekä taloussuunnitelmassa.",
    "Viranhaltijat ovat selvittäneet, miten {b} vaikutukset näkyvät arjessa ja millaisia muutoksia ne edellyttävät.",
    "Lisäksi {a} liittyy tavoitteeseen, jonka mukaan kunnan päästöt vähenevät {count} prosenttia vuoteen {year} mennessä.",
    "Alueella järjestettiin {count} tilaisuutta, joissa {b} vaihtoehtoja esiteltiin ja niistä keskusteltiin avoimesti.",
    "Vaihtoehtoja vertailtaessa otettiin huomioon turvallisuus, esteettömyys, ylläpidon kustannukset ja {b} käyttöikä.",
    "Hankinta kilpailutettiin avoimella menettelyllä, ja tarjouksen jätti määräaikaan mennessä {count} yritystä.",
    "Kunnan omistama {a} on rakennettu vuonna {year}, eikä se enää vastaa {place} tarpeita.",
    "Mikäli {a} viivästyy, myös {other} aikataulua on tarkistettava ennen seuraavaa talousarviota.",
    "Lapsivaikutusten arvioinnin perusteella {a} parantaa koulumatkojen turvallisuutta erityisesti {place} suunnalla.",
    "Selvityksen mukaan {b} merkitys kasvaa lähivuosina, koska väestö ikääntyy ja palvelut keskittyvät.",
    "Rahoitus muodostuu kunnan omasta osuudesta, {euros} euron valtionavustuksesta ja {place} osakaskunnan panoksesta.",
    "Työ on tarkoitus aloittaa keväällä {year}, kun {b} luvat ovat saaneet lainvoiman.",
    "Seurannasta vastaa työryhmä, joka raportoi {b} etenemisestä puolivuosittain ja tiedottaa asukkaille.",
)  # fmt: skip
POINTS = (
    "{a} ja sen vaikutukset {place} alueella",
    "{b} rahoitus, enintään {euros} euroa",
    "{c} koskevat tavoitteet vuosille {year} ja siitä eteenpäin",
    "yhteistyö, jossa {a} sovitetaan muihin palveluihin",
    "{count} toimenpidettä, joilla {b} laatua parannetaan",
)


def slug(text: str) -> str:
    """Return *text* in lower case, folded to ASCII, every other run made ``-``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


class Pen:
    """Writes invented Finnish; the same seed writes the same words in the same order."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def noun(self) -> tuple[str, str, str]:
        """Return a compound in the nominative, the genitive and the partitive."""
        start, (nominative, genitive, partitive) = self.random.choice(STARTS), self.random.choice(ENDS)
        start += "-" if start[-1] == nominative[0] else ""
        return start + nominative, start + genitive, start + partitive

    def place(self) -> str:
        """Return the genitive of an invented place."""
        return self.random.choice(PLACE_STARTS) + self.random.choice(PLACE_ENDS)

    def person(self) -> str:
        """Return a first and a last name."""
        return f"{self.random.choice(FIRST_NAMES)} {self.random.choice(LAST_NAMES)}"

    def sentence(self) -> str:
        """Return one sentence of 9 to 16 words."""
        return self._fill(self.random.choice(SENTENCES))

    def paragraph(self, sentences: int) -> str:
        """Return *sentences* sentences on one line."""
        return " ".join(self.sentence() for _ in range(sentences))

    def bullets(self, count: int, mark: str) -> str:
        """Return a Markdown list of *count* points, each begun with *mark*."""
        return "\n".join(f"{mark} {self._fill(self.random.choice(POINTS))}" for _ in range(count))

    def title(self) -> str:
        """Return a heading of four to six words."""
        noun, genitive, _ = self.noun()
        forms = (
            f"{genitive.capitalize()} hyväksyminen {self.place()} alueelle",
            f"{noun.capitalize()}, {self.place()} osa, vaihe {self.random.randint(1, 9)}",
            f"{genitive.capitalize()} jatkaminen vuonna {self.random.randint(2026, 2035)}",
            f"Lausunto: {self.place()} {noun} ja sen aikataulu",
        )
        return self.random.choice(forms)

    def _fill(self, pattern: str) -> str:
        a, b, c = self.noun()
        return pattern.format(
            a=a, b=b, c=c, A=a.capitalize(), C=c.capitalize(), other=self.noun()[1], place=self.place(),
            year=self.random.randint(2015, 2035), count=self.random.randint(2, 40), euros=self.random.randint(5, 900) * 1000,
        )  # fmt: skip
