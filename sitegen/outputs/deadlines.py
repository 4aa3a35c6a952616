"""What is said of the time to appeal a decision, in sentences: days and the remedy, nothing that turns by itself.

Knows a decision's days, the organisation and the words of a language. Knows no page, feed or calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sitegen.config import Organisation
from sitegen.index.appeals import AppealTime
from sitegen.locale import dates, words
from sitegen.model.parts import Appeal


def remedy(organisation: Organisation, appeal: Appeal | None, lang: str) -> str:
    """Return what the remedy is called by which a decision is appealed; empty where there is none."""
    _ = words(lang).gettext
    if appeal and appeal.kind == "municipal-appeal" and organisation.kind == "county":
        return _("County appeal to the administrative court")
    names = {
        "rectification": _("Request for rectification"),
        "municipal-appeal": _("Municipal appeal to the administrative court"),
        "other": _("Appeal under another Act"),
    }
    return names.get(appeal.kind, "") if appeal else ""


def on_view_since(day: date, lang: str) -> str:
    """Return since when minutes are on view, as a sentence."""
    return words(lang).gettext("Minutes on view since %(day)s.") % {"day": dates.day(day, lang)}


def last_day(day: date, lang: str) -> str:
    """Return the last day to appeal, as a sentence."""
    return words(lang).gettext("Last day to appeal: %(day)s.") % {"day": dates.day(day, lang)}


def days_of(on_view: date | None, last: date | None, lang: str) -> str:
    """Return both sentences, or one, or nothing where no day is known."""
    said = (on_view_since(on_view, lang) if on_view else "", last_day(last, lang) if last else "")
    return " ".join(filter(None, said))


def in_short(time: AppealTime, organisation: Organisation, appeal: Appeal | None, lang: str) -> str:
    """Return the last day to appeal a decision, since when it is on view, and how it is appealed."""
    return f"{last_day(time.last, lang)} {on_view_since(time.on_view, lang)} {remedy(organisation, appeal, lang)}."


def at_length(time: AppealTime, organisation: Organisation, appeal: Appeal | None, lang: str) -> Iterator[str]:
    """Yield all that must be known of the time to appeal a decision, a sentence or more at a time (410/2015 138 to 140 §)."""
    _ = words(lang).gettext
    yield in_short(time, organisation, appeal, lang)
    # The registry receives what is addressed to the organisation itself; a court has hours of its own.
    if appeal and appeal.kind == "rectification" and organisation.registry.closes:
        yield _("The registry closes at %(hour)s.") % {"hour": dates.clock(organisation.registry.closes, lang)}
    noticed = {
        "municipality": _("Members of the municipality are deemed to have notice of the decision on %(day)s."),
        "joint-authority": _("Member municipalities and their members are deemed to have notice of the decision on %(day)s."),
        "county": _("Members of the county are deemed to have notice of the decision on %(day)s."),
    }
    yield noticed[organisation.kind] % {"day": dates.day(time.notice, lang)}
    yield _("For a party to the matter the time runs from the day on which they were notified of the decision.")
