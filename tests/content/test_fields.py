"""Each type of field reads what it should and refuses the rest, whatever YAML would make of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from sitegen.content.fields import Choice, Clock, Day, Flag, Many, Mistakes, Moment, Number, Pattern, Person, Text, Type
from sitegen.content.parts import CONTACT, SECTION
from sitegen.content.schema import ADDRESS, AGENDA, LANG, SLUG
from sitegen.model.parts import Contact, When


def read(kind: Type, written: str) -> tuple[Any, list[str]]:
    """Return the value that a type reads from YAML, and the codes of its mistakes."""
    mistakes = Mistakes()
    node: Any = yaml.compose(written, Loader=yaml.CBaseLoader)
    value = kind.read(node, "name", mistakes)
    return value, [mistake.code for mistake in mistakes]


GOOD: list[tuple[Type, str, Any]] = [
    (Text(), "12:30", "12:30"),
    (Text(), "no", "no"),
    (Text(), "01", "01"),
    (Text(), "0x1F", "0x1F"),
    (Text(), "null", "null"),
    (Text(), "2018-06-04", "2018-06-04"),
    (Text(), '" Tie "', "Tie"),
    (Text(), "|\n  Yksi\n  Kaksi\n", "Yksi\nKaksi"),
    (Number(), "14", 14),
    (Number(), "014", 14),
    (Flag(), "true", True),
    (Flag(), "Kyllä", True),
    (Flag(), "ja", True),
    (Flag(), "NO", False),
    (Flag(), "ei", False),
    (Choice("agenda", "minutes"), "minutes", "minutes"),
    (Moment(), "2018-06-04", When(date(2018, 6, 4))),
    (Moment(), "4.6.2018", When(date(2018, 6, 4))),
    (Moment(), "2018-06-04 08:30", When(date(2018, 6, 4), "08:30")),
    (Moment(), "2018-06-04T08:30:00", When(date(2018, 6, 4), "08:30")),
    (Moment(), "4.6.2018 klo 8.30", When(date(2018, 6, 4), "08:30")),
    (Day(), "2018-6-4", date(2018, 6, 4)),
    (Clock(), "12:30", "12:30"),
    (Clock(), "klo 9.05", "09:05"),
    (Many(Text()), "[yksi, kaksi]", ("yksi", "kaksi")),
    (Many(Text()), "yksi", ("yksi",)),
    (Many(Number()), "[1, '', 3]", (1, 3)),
    (Person(CONTACT), "Suunnittelujohtaja", Contact(role="Suunnittelujohtaja")),
    (Person(CONTACT), "{name: Maija Esimerkki, phone: 029 000 0123}", Contact(name="Maija Esimerkki", phone="029 000 0123")),
    (SECTION, "122a", "122a"),
    (AGENDA, "3", "3"),
    (LANG, "no", "no"),
    (SLUG, "tie-suljettu", "tie-suljettu"),
    (ADDRESS, "/vanha/päätös/", "/vanha/päätös/"),
]
BAD: list[tuple[Type, str, str]] = [
    (Text(), "[a]", "FM006"),
    (Text(), "{a: b}", "FM006"),
    (Number(), "-1", "FM006"),
    (Number(), "1.5", "FM006"),
    (Number(), "kaksi", "FM006"),
    (Number(), "9999999999", "FM006"),
    (Number(), "[1]", "FM006"),
    (Flag(), "ehkä", "FM006"),
    (Flag(), "1", "FM006"),
    (Flag(), "[true]", "FM006"),
    (Choice("agenda", "minutes"), "Minutes", "FM010"),
    (Choice("agenda", "minutes"), "[minutes]", "FM006"),
    (Moment(), "2018-06-31", "FM007"),
    (Moment(), "0000-01-01", "FM007"),
    (Moment(), "2018-06-04 24:00", "FM007"),
    (Moment(), "2018-06-04 08:30:15+03:00", "FM006"),
    (Moment(), "4. kesäkuuta 2018", "FM006"),
    (Moment(), "20180604", "FM006"),
    (Moment(), "{day: 4}", "FM006"),
    (Day(), "2018-06-04 08:30", "FM006"),
    (Clock(), "25:00", "FM007"),
    (Clock(), "750", "FM006"),
    (Clock(), "[8, 30]", "FM006"),
    (Many(Number()), "[1, x]", "FM006"),
    (Many(Text()), "[[a]]", "FM006"),
    (Person(CONTACT), "[a]", "FM006"),
    (Person(CONTACT), "{nimi: Maija}", "FM002"),
    (CONTACT, "Maija", "FM006"),
    (SECTION, "0", "FM006"),
    (SECTION, "01", "FM006"),
    (SECTION, "122 §", "FM006"),
    (AGENDA, "3a", "FM006"),
    (LANG, "suomi", "FM006"),
    (SLUG, "Tie", "FM006"),
    (SLUG, "tie--suljettu", "FM006"),
    (ADDRESS, "vanha/", "FM006"),
    (ADDRESS, "/vanha?x=1", "FM006"),
    (ADDRESS, "https://muualla.example/", "FM006"),
    (Pattern("[a-z]+", "letters", "a"), "a\n", ""),
]


@pytest.mark.parametrize(("kind", "written", "value"), GOOD)
def test_a_field_reads_what_was_written(kind: Type, written: str, value: Any) -> None:
    """Every scalar is taken as it stands: 12:30 is no number, no is no flag unless a flag is asked for."""
    assert read(kind, written) == (value, [])


@pytest.mark.parametrize(("kind", "written", "code"), BAD)
def test_a_field_refuses_what_it_is_not(kind: Type, written: str, code: str) -> None:
    """What a type can't be is a mistake and never a value by chance; white space around a text is none."""
    value, codes = read(kind, written)
    assert codes == ([code] if code else [])
    assert value in (None, (), (1,), Contact(), "a")


@pytest.mark.parametrize("written", ["", '""', '"  "', "[]", "{}"])
def test_an_empty_value_counts_as_absent(written: str) -> None:
    """A field that was left empty is one that wasn't written, white space or not."""
    assert read(CONTACT, f"role: {written}\nname: Maija Esimerkki") == (Contact(name="Maija Esimerkki"), [])
