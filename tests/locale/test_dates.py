"""The forms of days, times, numbers and sizes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest

from sitegen.locale.dates import clock, day, file_size, long_day, month, number

FOURTH_OF_JUNE = date(2018, 6, 4)


@pytest.mark.parametrize(("lang", "form"), [("fi", "4.6.2018"), ("sv", "4.6.2018"), ("en", "4 June 2018")])
def test_a_day_is_written_without_leading_noughts(lang: str, form: str) -> None:
    """Finnish and Swedish write 4.6.2018; English names the month, so that no one takes it for April."""
    assert day(FOURTH_OF_JUNE, lang) == form


@pytest.mark.parametrize(
    ("lang", "form"), [("fi", "maanantai 4. kesäkuuta 2018"), ("sv", "måndag 4 juni 2018"), ("en", "Monday 4 June 2018")]
)
def test_a_long_day_begins_with_its_weekday(lang: str, form: str) -> None:
    """The weekday stands in its basic form, the month in the form that follows a day."""
    assert long_day(FOURTH_OF_JUNE, lang) == form


@pytest.mark.parametrize(("lang", "form"), [("fi", "kesäkuu 2018"), ("sv", "juni 2018"), ("en", "June 2018")])
def test_a_month_stands_in_its_basic_form(lang: str, form: str) -> None:
    """A heading of a month is not inflected."""
    assert month(FOURTH_OF_JUNE, lang) == form


@pytest.mark.parametrize(("lang", "form"), [("fi", "klo 8.30"), ("sv", "kl. 8.30"), ("en", "8:30")])
def test_a_time_follows_its_day(lang: str, form: str) -> None:
    """The time has the word that its language puts between day and hour, and no leading nought."""
    assert clock("08:30", lang) == form


def test_a_time_that_is_none_is_refused() -> None:
    """Nothing is guessed of 25:00."""
    with pytest.raises(ValueError):
        clock("25:00", "fi")


@pytest.mark.parametrize(("lang", "form"), [("fi", "1\xa0234\xa0567"), ("sv", "1\xa0234\xa0567"), ("en", "1,234,567")])
def test_a_number_has_its_thousands_apart(lang: str, form: str) -> None:
    """Finnish and Swedish part thousands by a space that doesn't break."""
    assert number(1_234_567, lang) == form


@pytest.mark.parametrize(
    ("size", "forms"),
    [
        (0, ("0,1 kt", "0,1 kB", "0.1 kB")),
        (340_100, ("340 kt", "340 kB", "340 kB")),
        (999_499, ("999 kt", "999 kB", "999 kB")),
        (999_500, ("1 Mt", "1 MB", "1 MB")),
        (1_234_567, ("1,2 Mt", "1,2 MB", "1.2 MB")),
        (9_960_000, ("10 Mt", "10 MB", "10 MB")),
        (2_500_000_000_000, ("2\xa0500 Gt", "2\xa0500 GB", "2,500 GB")),
    ],
)
def test_a_file_size_is_told_in_the_unit_that_fits(size: int, forms: tuple[str, str, str]) -> None:
    """A size has one decimal below ten units, none above, is never nought or a thousand of a lesser unit, and stays on one line."""
    assert (file_size(size, "fi"), file_size(size, "sv"), file_size(size, "en")) == tuple(one.replace(" ", "\xa0") for one in forms)


def test_the_machines_locale_and_timezone_change_nothing() -> None:
    """A day and a time are written alike on a machine with another locale and timezone."""
    imports = "from datetime import date; from sitegen.locale.dates import clock, long_day"
    program = f"{imports}; print(long_day(date(2018, 6, 4), 'fi'), clock('08:30', 'fi'))"
    strange = {**os.environ, "LC_ALL": "xx_BOGUS.x", "LANGUAGE": "sv", "TZ": "Asia/Tokyo", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", program], env=strange, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "maanantai 4. kesäkuuta 2018 klo 8.30"
