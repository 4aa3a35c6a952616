"""A weekday is that of the day beside it, in three languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.weekdays import WEEKDAYS, wrong_weekdays

FULL = {
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai".split(),
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
SHORT = {"fi": "ma ti ke to pe la su".split(), "sv": "mån tis ons tors fre lör sön".split(), "en": "Mon Tue Wed Thu Fri Sat Sun".split()}
MONTHS = {
    "fi": "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split(),
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
days = st.dates(date(2010, 1, 1), date(2029, 12, 31))


def ways(lang: str, weekday: int, day: date) -> list[str]:
    """Return the ways in which a day is written with a weekday before it."""
    full, short, month = FULL[lang][weekday], SHORT[lang][weekday], MONTHS[lang][day.month - 1]
    numeric = f"{day.day}.{day.month}.{day.year}"
    if lang == "fi":
        on = full + ("na" if full[-1] in "io" else "nä")
        words = f"{day.day}. {month}kuuta {day.year}"
        return [f"{on} {numeric}", f"{short} {numeric}", f"{short}. {numeric}", f"{full}, {numeric}", f"{on} {words}", f"{full}n {numeric}"]
    if lang == "sv":
        return [f"{full}en den {day.day} {month} {day.year}", f"{full} {numeric}", f"{short} {numeric}", f"{full} den {numeric}"]
    words = f"{day.day} {month} {day.year}"
    return [f"{full} {words}", f"{full}, {words}", f"{short} {words}", f"{full}, {month} {day.day}, {day.year}", f"{full} {numeric}"]


@given(days, st.sampled_from(["fi", "sv", "en"]))
def test_a_right_weekday_is_never_told(day: date, lang: str) -> None:
    """Every day of 20 years with its own weekday, in full, inflected and in short."""
    assert [way for way in ways(lang, day.weekday(), day) if list(wrong_weekdays(f"Kokous {way} klo 9", lang))] == []


@given(days, st.sampled_from(["fi", "sv", "en"]), st.integers(1, 6))
def test_a_wrong_weekday_is_told_once_with_the_right_one(day: date, lang: str, off: int) -> None:
    """Every day of 20 years with another weekday; what is told is the weekday's place and what it should be."""
    right = WEEKDAYS[day.weekday()]
    for way in ways(lang, (day.weekday() + off) % 7, day):
        assert list(wrong_weekdays(f"Kokous {way} klo 9", lang)) == [(7, right)]


@pytest.mark.parametrize("case", ["maanantaista", "maanantaihin", "maanantaille", "Maanantaina", "MAANANTAI"])
def test_finnish_weekdays_are_inflected(case: str) -> None:
    """In any case of the word, 5 June 2018 is a Tuesday."""
    assert list(wrong_weekdays(f"{case} 5.6.2018", "fi")) == [(0, "Tuesday")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "ma–pe 5.6.2018 alkaen"), ("fi", "ma - pe 5.6.2018 alkaen"), ("fi", "maanantaisin 5.6.2018 alkaen"),
        ("fi", "maanantaisin ja keskiviikkoisin 5.6.2018 alkaen"), ("fi", "ma ja ke 5.6.2018 alkaen"),
        ("fi", "maanantaista perjantaihin 5.6.2018 alkaen"),
        ("fi", "maanantaina 5.6."), ("fi", "pe 8.–9.6.2018"), ("fi", "maanantaina 31.6.2018"), ("fi", "kunnalla 5.6.2018"),
        ("fi", "esitti 6.6.2018"), ("fi", "Monday 5.6.2018"), ("fi", "maanantaikerho 5.6.2018"),
        ("sv", "må–fr 5.6.2018"), ("sv", "måndag till fredag 5.6.2018"), ("sv", "fr 5.6.2018"), ("sv", "måndagar 5.6.2018"),
        ("en", "the board sat 5 June 2018"), ("en", "Mon–Fri 5 June 2018"), ("en", "from 1.6.2018 to 5.6.2018"),
        ("en", "Sunday schools 5.6.2018"),
    ],
)  # fmt: skip
def test_what_is_no_weekday_of_that_day_is_left_alone(lang: str, text: str) -> None:
    """Ranges, recurring days, days without a year, words that only end so, other languages' words."""
    assert list(wrong_weekdays(text, lang)) == []


def test_a_day_in_a_language_of_no_table_is_read_as_english() -> None:
    """A site's texts may be marked as of any language."""
    assert list(wrong_weekdays("Monday 5 June 2018", "se")) == [(0, "Tuesday")]
