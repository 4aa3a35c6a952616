"""Days on the command line, and today: the only look at a clock.

Knows how people write days. Must not know what happens on them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from sitegen.cli.language import _
from sitegen.config import Config, read_config

_FINNISH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SITTING = re.compile(r"(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(-[2-9])")


class Day(click.ParamType[date]):
    """A day, written as 2018-06-04 or 4.6.2018."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the word for a day in the list of options."""
        return _("DAY")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fails where there is no such day."""
        try:
            found = _FINNISH.fullmatch(value)
            if found:
                return date(int(found[3]), int(found[2]), int(found[1]))
            if _ISO.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.fail(_("There is no such day: {day}. Write days as 2018-06-04 or 4.6.2018.").format(day=value), param, ctx)


class Sitting(click.ParamType[str]):
    """A day on which a board sits, as its folder is called; ``-2`` after it is the second meeting of a day."""

    name = "sitting"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the folder's name; fails where there is no such day."""
        found = _SITTING.fullmatch(value)
        day, number = (found[1], found[2]) if found else (value, "")
        return Day().convert(day, param, ctx).isoformat() + number


def today(source: Path) -> date:
    """Return what day it is in the timezone of the site in *source*; that of a site whose settings can't be used is the default."""
    config = read_config(source)[0] or Config(title="", url="")
    return datetime.now(ZoneInfo(config.timezone)).date()
