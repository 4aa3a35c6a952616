"""Calendars without the events that lead to a page.

Knows how iCalendar begins, ends and folds its lines (RFC 5545, 3.1). Must not know which page is meant.
"""

from __future__ import annotations

import re

from sitegen.render.excision.reach import Leads

_EVENT = re.compile(r"^BEGIN:VEVENT\r?\n.*?^END:VEVENT(?:\r?\n|\Z)", re.MULTILINE | re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")
_LINK = re.compile(r"https?://[^\s\\,;\"<>]+")


def without_events(text: str, leads: Leads) -> str:
    """Return *text* without the events that name an address that leads there."""
    return _EVENT.sub(lambda event: "" if any(map(leads, _LINK.findall(_FOLD.sub("", event[0])))) else event[0], text)
