"""Traces of private life are found however they are written, and what only looks like them is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban

from sitegen.law.traces import identity_codes, traces

CONTROL = "0123456789ABCDEFHJKLMNPRSTUVWXY"
# Those of 1800, 1900 and 2000, with the marks that were added in 2023.
CENTURIES = {18: "+", 19: "-YXWVU", 20: "ABCDEF"}
days = st.dates(date(1850, 1, 1), date(2099, 12, 31))


def code_of(day: date, number: int, mark: int = 0, wrong: int = 0) -> str:
    """Return the identity code of a day of birth and a number, with one of the century's marks; *wrong* shifts its control."""
    marks = CENTURIES[day.year // 100]
    digits = f"{day:%d%m}{day.year % 100:02}"
    control = CONTROL[(int(f"{digits}{number:03}") + wrong) % 31]
    return f"{digits}{marks[mark % len(marks)]}{number:03}{control}"


@given(days, st.integers(2, 999), st.integers(0, 5), st.sampled_from(["{}", "({}).", "liite_{}.pdf", "hetu:{},", "**{}**"]))
def test_every_identity_code_is_found(day: date, number: int, mark: int, around: str) -> None:
    """Any day, number and mark of the century, the marks of 2023 among them, whatever stands around it."""
    text = "Hakija " + around.format(code_of(day, number, mark))
    assert len(identity_codes(text)) == len(identity_codes(text.lower())) == 1


@given(days, st.integers(2, 999), st.integers(0, 5), st.integers(1, 30))
def test_a_wrong_control_character_is_no_code(day: date, number: int, mark: int, wrong: int) -> None:
    """A number that fails its checksum is somebody's diary number, and an example for a text."""
    assert identity_codes(code_of(day, number, mark, wrong)) == []


@pytest.mark.parametrize("dash", ["-", "\u2010", "\u2011", "\u2013", "\u2212", "\\-"])
def test_any_dash_may_be_the_hyphen_of_a_code(dash: str) -> None:
    """Editors put dashes in a hyphen's place, and Markdown lets it be escaped."""
    assert identity_codes(f"Hakija 131052{dash}308T saa luvan.") == [7]


@pytest.mark.parametrize(
    "text",
    [
        "131052**-308T**", "**131052**-308T", "131052-<b>308</b>T", "131052\u00ad-308T", "131052\u200b-308T", "131052&ndash;308T",
        "131052%2D308T", "131052 - 308T", "131052-\n308T", "131052\u2060A308T", "131052\\-308*T*",
    ],
)  # fmt: skip
def test_a_code_that_is_parted_is_one_code_on_the_page(text: str) -> None:
    """Emphasis, tags, entities, line ends and characters that nobody sees hide it from no reader."""
    assert identity_codes(f"Hakija {text} saa luvan.") != []


@pytest.mark.parametrize("text", ["310252-308Y", "131052-001H", "1131052-308T", "131052-308TA", "131052-3081T", "131052308T"])
def test_what_can_be_no_code_is_none(text: str) -> None:
    """There is no 31 February, no number 001, and a longer number is another one."""
    assert identity_codes(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "040 123 4567", "0401234567", "0400-123456", "0457 123 4567", "050 123 456",
        "+358 40 123 4567", "+358 (0)50 1234567", "00358401234567",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["Hakija Maija Esimerkki, puh. {}, saa luvan.", "Soita {}.", "({})", "[soita](tel:{})"])
def test_a_private_mobile_number_is_found(number: str, around: str) -> None:
    """However it's grouped, and whatever stands around it."""
    text = around.format(number)
    assert [(one.code, text[one.start : one.end]) for one in traces(text)] == [("PD002", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Vaihde 09 123 4567, neuvonta 029 000 0123 ja 020 123 4567",
        "kiinteistö 049-402-1-24 eli 049-402-0001-0024",
        "Esimerkki Oy (0401234-5)",
        "hinta 12 050 123 456 euroa tai 1 040 123,50 €",
        "TRE:4787/10.03.01/2016, HEL 2018-005123, 0401/2018",
        "https://www.esimerkkila.example/0401234567/",
        "ISBN 978-951-040-123-4",
        "vuosina 2004 050",
        "Dnro 0401234567/2026",
    ],
)
def test_what_is_no_mobile_number_is_left_alone(text: str) -> None:
    """Switchboards, real estate, businesses, amounts, cases and addresses are no one's telephone."""
    assert traces(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Katuinsinööri Maija Esimerkki, puh. 040 123 4567",
        "Lisätietoja antaa Maija Esimerkki, 040 123 4567",
        "Valmistelijat / lisätiedot:\n\nMaija Esimerkki, puh. 040 123 4567\nMatti Esimerkki, puh. 040 765 4321",
        "Vastuujohtaja:\n\nMaija Esimerkki 040 123 4567",
        "Maija Esimerkki, 040 123 4567, etunimi.sukunimi@esimerkkila.example",
        "maija.esimerkki(at)esimerkkila.example, p. 040 123 4567",
        "Ytterligare information: Maija Esimerkki, tfn 040 123 4567",
        "Planner Maija Esimerkki, tel. +358 40 123 4567",
        "Neuvonta palvelee numerossa 040 123 4567 arkisin",
        "Rådgivningen svarar på tfn 040 123 4567",
        "Call the advice line, 040 123 4567",
    ],
)
def test_an_officials_number_is_not_private(text: str) -> None:
    """A title, a list of whom to ask or an address at work says that everybody may call."""
    assert traces(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Yhdistyksen puheenjohtaja Maija Esimerkki, 040 123 4567",
        "Kaupunginjohtajan ehdotus hyväksyttiin.\n\nHakija Maija Esimerkki, 040 123 4567",
        "Kirjaamo: kirjaamo@esimerkkila.example.\n\nHakija Maija Esimerkki, 040 123 4567",
        "Hakija, 040 123 4567, maija@gmail.com",
    ],
)
def test_a_private_number_near_an_official_is_private(text: str) -> None:
    """An association's chair is no official, and what stands in another paragraph says nothing of this number."""
    assert "PD002" in {one.code for one in traces(text)}


@pytest.mark.parametrize(
    "mail", ["maija.esimerkki@gmail.com", "m-e+1@hotmail.fi", "Maija@Luukku.com", "maija(at)pp.inet.fi", "maija[at]gmail.com"]
)
def test_a_private_address_is_found(mail: str) -> None:
    """An address with a provider for everybody is a private one, also with its sign in words."""
    text = f"Kirjoita {mail}."
    assert [(one.code, text[one.start : one.end]) for one in traces(text)] == [("PD002", mail)]


@pytest.mark.parametrize(
    "mail", ["kirjaamo@esimerkkila.example", "maija@gmail.com.example", "etunimi.sukunimi@gmailing.example", "@live.fi"]
)
def test_an_organisations_address_is_left_alone(mail: str) -> None:
    """Only providers' own names count, and a name stands before them."""
    assert traces(f"Kirjoita {mail}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Maija Esimerkki (s. 12.3.1970)", "Maija, synt. 12.3.1970", "Maija Esimerkki, syntynyt 12.3.1970", "syntymäaika: 12.3.1970",
        "12.1.2020 syntyneen 12.3.2008", "syntynyt 12. maaliskuuta 1970", "Maija, f. 12.3.1970", "född den 12 mars 1970",
        "born on 12 March 1970", "date of birth: 12.3.1970",
    ],
)  # fmt: skip
def test_a_birth_date_is_found(text: str) -> None:
    """In three languages, in full and in short."""
    assert [one.code for one in traces(text)] == ["PD003"]


@pytest.mark.parametrize(
    "text",
    [
        "ks. 12.3.2020", "raportti, s. 12", "s. 12, 3.4.2018", "f.o.m. 12.3.2020", "tf. 12.3.2020", "Sopimus on syntynyt 12.3.2020",
        "Kokous 12.3.2020", "Jean Sibelius (s. 8.12.1865)", "kuvanveistäjä (s. 4.6.1911, k. 2.5.1999)", "(f. 4.6.1911, d. 2.5.1999)",
        "s. 4.6.1911 – 2.5.1999", "lapsi, syntynyt 1.1.2020 tai sen jälkeen", "Children born 1 January 2020 or later",
        "barn, född 1.1.2020 eller senare",
    ],
)  # fmt: skip
def test_what_is_no_birth_date_of_the_living_is_left_alone(text: str) -> None:
    """Pages, other abbreviations, contracts, and people whom a street is named after."""
    assert traces(text) == []


@pytest.mark.parametrize(
    "text",
    ["FI21 1234 5600 0007 85", "FI2112345600000785", "(FI21\u00a01234\u00a05600\u00a00007\u00a085)", "GB82 WEST 1234 5698 7654 32"],
)
def test_an_account_number_is_found(text: str) -> None:
    """With or without spaces, of any country that has IBAN."""
    assert [one.code for one in traces(f"Maksetaan tilille {text}.")] == ["PD004"]


@pytest.mark.parametrize(
    "text",
    [
        "Kunnan tili on", "Lasku maksetaan kaupungin tilille", "yhdistyksen pankkitilille:", "Kommunens konto är", "föreningens bankkonto",
        "The municipality's account is",
    ],
)  # fmt: skip
def test_an_organisations_account_is_left_alone(text: str) -> None:
    """It is nobody's personal data; another's in the next sentence is."""
    assert traces(f"{text} FI21 1234 5600 0007 85, viite 13410.") == []
    assert [one.code for one in traces(f"{text} alla. Hakijan tili on FI21 1234 5600 0007 85.")] == ["PD004"]


@pytest.mark.parametrize("text", ["FI22 1234 5600 0007 85", "RF18 5390 0754 7034", "AB12 3456", "FI12345678", "FI21 0400 1234 5678 90"])
def test_what_fails_its_checksum_is_no_account(text: str) -> None:
    """References, VAT numbers and made up numbers are left alone, and no part of them is a telephone."""
    assert [one for one in traces(f"Viite {text}.") if one.code == "PD004"] == []


@given(st.integers(0, 10**8 - 1))
def test_no_part_of_an_account_is_a_telephone(rest: int) -> None:
    """The digits of an account may read like a mobile number."""
    bban = f"040123{rest:08}"
    account = iban.format(f"FI{iban.calc_check_digits(f'FIxx{bban}')}{bban}")
    assert [one.code for one in traces(f"Maksetaan tilille {account}.")] == ["PD004"]
