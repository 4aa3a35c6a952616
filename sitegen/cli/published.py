"""Whether what is published is overdue: for a timer that watches over a site.

Knows what is said of a published site, and the exit status of each answer. Must not know how it is read.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sitegen.cli import console
from sitegen.cli.console import Form
from sitegen.cli.failures import FAULTY, NOT_WRITTEN
from sitegen.cli.language import _, lang
from sitegen.cli.messages import worded
from sitegen.codes.failures import FAILURES
from sitegen.errors import NotReadable
from sitegen.locale.dates import day
from sitegen.publish.published import next_change_of


def judge_published(where: str, as_of: date, source: Path, form: Form) -> None:
    """Say whether the site at *where*, an address or a folder, is what it should be on the day *as_of*.

    Raises SystemExit with status FAULTY where it is overdue, NOT_WRITTEN where that can't be told.
    """
    try:
        change = next_change_of(where)
    except NotReadable as error:
        console.show([worded(FAILURES["PB002"], {"reason": error.reason}, where)], source, form, aside=False)
        raise SystemExit(NOT_WRITTEN) from None
    if change is not None and change <= as_of:
        console.show([worded(FAILURES["PB001"], {"day": day(change, lang())}, where)], source, form, aside=False)
        raise SystemExit(FAULTY)
    if form != "text":
        console.show([], source, form, aside=False)
    elif change is None:
        console.say(_("What is published is current; no day changes it."))
    else:
        console.say(_("What is published is current; it changes by itself on {day}.").format(day=day(change, lang())))
