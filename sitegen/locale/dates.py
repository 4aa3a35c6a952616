"""Days, times, numbers and sizes as they are written in Finnish, Swedish and English.

Knows the forms, and that their words and separators are Babel's. Must not know the machine's locale. Raises KeyError
for another language.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from babel.units import format_unit
from msgspec import Struct

_REMEMBERED = 4096
_UNITS = ("digital-kilobyte", "digital-megabyte", "digital-gigabyte")


class _Style(Struct, frozen=True):
    locale: str
    day: str
    long_day: str
    clock: str


_STYLES = {
    "fi": _Style("fi_FI", "d.M.y", "cccc d. MMMM y", "'klo' H.mm"),
    "sv": _Style("sv_FI", "d.M.y", "cccc d MMMM y", "'kl.' H.mm"),
    "en": _Style("en_GB", "d MMMM y", "cccc d MMMM y", "H:mm"),
}


@lru_cache(_REMEMBERED)
def day(value: date, lang: str) -> str:
    """Return a day in its short form: ``4.6.2018`` or ``4 June 2018``."""
    return format_date(value, _STYLES[lang].day, _STYLES[lang].locale)


@lru_cache(_REMEMBERED)
def long_day(value: date, lang: str) -> str:
    """Return a day with its weekday: ``maanantai 4. kesäkuuta 2018``."""
    return format_date(value, _STYLES[lang].long_day, _STYLES[lang].locale)


@lru_cache(_REMEMBERED)
def weekday(value: date, lang: str) -> str:
    """Return the weekday of a day: ``maanantai``."""
    return format_date(value, "cccc", _STYLES[lang].locale)


@lru_cache(_REMEMBERED)
def month(value: date, lang: str) -> str:
    """Return the month of a day: ``kesäkuu 2018``."""
    return format_date(value, "LLLL y", _STYLES[lang].locale)


@lru_cache(_REMEMBERED)
def clock(value: str, lang: str) -> str:
    """Return a time of day, given as ``HH:MM``, to stand after a day: ``klo 8.30``; ValueError if it is no such time."""
    return format_time(time.fromisoformat(value), _STYLES[lang].clock, locale=_STYLES[lang].locale)


@lru_cache(_REMEMBERED)
def number(value: int, lang: str) -> str:
    """Return a whole number with its thousands apart: ``12 345``, the space being one that doesn't break."""
    return format_decimal(value, locale=_STYLES[lang].locale)


@lru_cache(_REMEMBERED)
def file_size(size: int, lang: str) -> str:
    """Return a size of *size* bytes in two digits or whole units of 1,000: ``1,2 Mt``, ``340 kt``; ``0,1 kt`` at least.

    No line is broken between a number and its unit.
    """
    value = max(Decimal(size) / 1000, Decimal("0.1"))
    unit = 0
    while value >= Decimal("999.5") and unit < len(_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    form = "0.#" if value < 10 else "#,##0"
    return format_unit(value, _UNITS[unit], "short", form, _STYLES[lang].locale).replace(" ", "\N{NO-BREAK SPACE}")


@lru_cache(65536)
def moment(day: date, clock: str, timezone: str) -> str:
    """Return a time of the site's timezone with its offset (ISO 8601); without a clock it is the beginning of the day."""
    return datetime.combine(day, time.fromisoformat(clock or "00:00"), ZoneInfo(timezone)).isoformat()
