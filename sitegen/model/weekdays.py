"""Weekdays beside days: which day is said to be a weekday that it isn't.

Knows how Finnish, Swedish and English write a day with its weekday, and when the two aren't of one day: "ma–pe 5.6.2018",
"maanantaisin 5.6.2018 alkaen". Must not know what the day is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sitegen.diagnostics import N_

WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))

_CASES = "(?:n|na|ta|sta|hin|lle|lta|ksi)?"
# A search for a year begins with digits that stand for themselves; a day's form is then looked for before it.
_YEARS = (re.compile("19[0-9][0-9](?![0-9])"), re.compile("20[0-9][0-9](?![0-9])"))
_LONGEST_DAY, _LONGEST_WEEKDAY = 32, 20


class _Manner(Struct, frozen=True):
    """How a language writes a day, and the weekday right before it; *beside* is another weekday before that one."""

    day: re.Pattern[str]
    weekday: re.Pattern[str]
    beside: re.Pattern[str]
    months: list[str]


def _manner(names: list[str], months: str, day: str, joined: str, flags: int) -> _Manner:
    """Return a manner of writing; *names* are patterns of the weekdays from Monday on, *day* that of a day with its %s month."""
    groups = "|".join(f"(?P<w{number}>{name})" for number, name in enumerate(names))
    beside = rf"(?<!\w)(?:{'|'.join(names)})\.?\s*(?:[–—/,-]|\b(?:{joined})\b)?\s*\Z"
    known = months.split()
    return _Manner(
        re.compile(day.replace("%s", "|".join(known)) + r"\Z", flags),
        re.compile(rf"(?<!\w)(?:{groups})(?:\.|\b),?\s\Z", flags),
        re.compile(beside, flags),
        [month.casefold() for month in known],
    )


_MANNERS = {
    "fi": _manner(
        [
            f"maanantai{_CASES}|ma", f"tiistai{_CASES}|ti", "keskiviikk?o(?:n|on|na|a|sta|lle|lta|ksi)?|ke",
            f"torstai{_CASES}|to", f"perjantai{_CASES}|pe", f"lauantai{_CASES}|la", f"sunnuntai{_CASES}|su",
        ],
        "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu",
        r"(?P<day>[0-9]{1,2})(?:\.\s?(?P<month>[0-9]{1,2})\.\s?|\.?\s(?:päivänä\s)?(?P<name>%s)kuuta\s)",
        "ja|sekä|tai",
        re.IGNORECASE,
    ),
    # "fr" alone is from ("från") as often as Friday.
    "sv": _manner(
        [
            "måndag(?:en)?|mån?", "tisdag(?:en)?|tis?", "onsdag(?:en)?|ons?", "torsdag(?:en)?|tor?s?", "fredag(?:en)?|fre",
            "lördag(?:en)?|lör?", "söndag(?:en)?|sön?",
        ],
        "januari februari mars april maj juni juli augusti september oktober november december",
        r"(?:den\s)?(?P<day>[0-9]{1,2})(?:\.\s?(?P<month>[0-9]{1,2})\.\s?|\.?\s(?P<name>%s)\s)",
        "och|samt|eller|till",
        re.IGNORECASE,
    ),
    # A board may have sat on a day: only capitals make a weekday.
    "en": _manner(
        ["Monday|Mon", "Tuesday|Tues?", "Wednesday|Wed", "Thursday|Thu(?:rs?)?", "Friday|Fri", "Saturday|Sat", "Sunday|Sun"],
        "January February March April May June July August September October November December",
        r"(?:the\s)?(?:(?P<day>[0-9]{1,2})(?:\.(?P<month>[0-9]{1,2})\.|(?:st|nd|rd|th)?\s(?:of\s)?(?P<name>%s),?\s)"
        r"|(?P<name_first>%s)\s(?P<day_last>[0-9]{1,2})(?:st|nd|rd|th)?,?\s)",
        "and|or|to",
        0,
    ),
}  # fmt: skip


def wrong_weekdays(text: str, lang: str) -> Iterator[tuple[int, str]]:
    """Yield the offset of each weekday in *text* that isn't that of the day after it, and the name of the right one.

    Only days with their year count, and a text is read in its language alone: *lang* is ``fi``, ``sv``, else English.
    """
    manner = _MANNERS.get(lang, _MANNERS["en"])
    for years in _YEARS:
        for year in years.finditer(text):
            written = manner.day.search(text, max(0, year.start() - _LONGEST_DAY), year.start())
            said = written and manner.weekday.search(text, max(0, written.start() - _LONGEST_WEEKDAY), written.start())
            if not written or not said or manner.beside.search(text, max(0, said.start() - 24), said.start()):
                continue
            day = _day(written.groupdict(), int(year[0]), manner)
            if day and said[f"w{day.weekday()}"] is None:
                yield said.start(), WEEKDAYS[day.weekday()]


def _day(parts: dict[str, str | None], year: int, manner: _Manner) -> date | None:
    """Return the day that was written in *parts*; None where the calendar has none."""
    name = parts["name"] or parts.get("name_first")
    month = manner.months.index(name.casefold()) + 1 if name else int(parts["month"] or 0)
    try:
        return date(year, month, int(parts["day"] or parts.get("day_last") or 0))
    except ValueError:
        return None
