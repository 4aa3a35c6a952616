"""The settings of site.toml as a table: what each is called, what it accepts and what it is for.

Knows kinds of values. Must not know where settings are read, nor what a site does with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date as Day
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.diagnostics import N_
from sitegen.model.spans import find_spans, stray_marks

LANGUAGES = ("fi", "sv", "en")


class Setting(Struct, frozen=True):
    """A setting: what it is, in words, whether a value is of that kind, and what it is for."""

    expected: str
    accepts: Callable[[Any], bool]
    doc: str
    default: str = ""
    required: bool = False


def is_text(value: Any) -> bool:
    """Tell whether *value* is a text without marks: settings stand on every page, and no day takes anything out of them."""
    return isinstance(value, str) and not has_marks(value)


def has_marks(text: str) -> bool:
    """Tell whether *text* has marks of personal or secret words, or what looks like some."""
    return bool(find_spans(text) or stray_marks(text))


def _reach(value: Any) -> bool:
    """Tell whether *value* is an e-mail address or an address on the web, with nothing in it that ends an attribute."""
    if not isinstance(value, str) or re.search(r"[\s<>\"'\\\[\]{}]", value):
        return False
    parts = urlsplit(value)
    return bool(re.fullmatch(r"[^@:/]+@[^@:/]+", value) or (parts.scheme in ("http", "https") and parts.netloc))


def _clock(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"(?:[01]?\d|2[0-3])[:.][0-5]\d", value) is not None


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _url(value: Any) -> bool:
    """Tell whether *value* is the address of a site, with nothing in it that ends an attribute."""
    if not isinstance(value, str) or re.search(r"[\s<>\"'\\{}]", value):
        return False
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not parts.query and not parts.fragment


def _languages(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(one in LANGUAGES for one in value) and len(set(value)) == len(value)


def _timezone(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (OSError, ValueError, LookupError):
        return False


def _day(value: Any) -> bool:
    return type(value) is Day


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def _one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


SETTINGS: dict[str, Setting] = {
    "site.title": Setting(N_("a text"), is_text, N_("The site's title."), required=True),
    "site.url": Setting(N_("an address (https://…)"), _url, N_("Where the site will stand."), required=True),
    "site.languages": Setting(N_("a list of fi, sv, en"), _languages, N_("The site's languages, the first being the default."), '["fi"]'),
    "site.timezone": Setting(N_("a timezone (Europe/Helsinki)"), _timezone, N_("The timezone of all times."), '"Europe/Helsinki"'),
    "site.description": Setting(N_("a text"), is_text, N_("What the site is, in a sentence.")),
    "site.source": Setting(
        N_("\"public\" or \"private\""), _one_of("public", "private"),
        N_("Whether everybody may see this folder, or it may hold what must stay secret."), '"public"',
    ),
    "site.show_uninspected": Setting(N_("true or false"), _flag, N_("Decisions are shown, marked, before the inspection."), "false"),
    "organisation.name": Setting(N_("a text"), is_text, N_("The organisation's name.")),
    "organisation.kind": Setting(
        N_("\"municipality\", \"joint-authority\" or \"county\""), _one_of("municipality", "joint-authority", "county"),
        N_("Decides which Act's rules on appeal apply."), '"municipality"',
    ),
    "organisation.bilingual": Setting(
        N_("true or false"), _flag, N_("The council's minutes are in Finnish and Swedish (Language Act 423/2003 29 §)."), "false",
    ),
    "organisation.court": Setting(N_("a text"), is_text, N_("The administrative court that hears appeals.")),
    "organisation.court_address": Setting(N_("a text"), is_text, N_("The court's postal address, for instructions on appeal.")),
    "organisation.court_email": Setting(N_("a text"), is_text, N_("The court's e-mail address.")),
    "organisation.court_phone": Setting(N_("a text"), is_text, N_("The court's telephone number.")),
    "organisation.registry.name": Setting(N_("a text"), is_text, N_("The registry's name.")),
    "organisation.registry.address": Setting(N_("a text"), is_text, N_("Its address.")),
    "organisation.registry.email": Setting(N_("a text"), is_text, N_("Its e-mail address.")),
    "organisation.registry.phone": Setting(N_("a text"), is_text, N_("Its telephone number.")),
    "organisation.registry.closes": Setting(N_("a time of day (16:00)"), _clock, N_("When it closes (16:00).")),
    "organisation.feedback": Setting(
        N_("an e-mail address or an address (https://…)"), _reach, N_("Where feedback is sent: an address or an e-mail address.")
    ),
    "pdf.enabled": Setting(N_("true or false"), _flag, N_("Items and minutes are also made as PDF files."), "true"),
    "search.enabled": Setting(N_("true or false"), _flag, N_("The site can be searched."), "true"),
    "comments.address": Setting(
        N_("an e-mail address or an address (https://…)"), _reach,
        N_("Where readers send comments on news; else the address for feedback."),
    ),
    "publish.compress": Setting(
        N_("true or false"), _flag, N_("Text files also stand beside themselves packed (.br, .gz): see docs/hosting.md."), "false",
    ),
    "accessibility.status": Setting(
        N_("\"full\", \"partial\" or \"none\""), _one_of("full", "partial", "none"),
        N_("How far the site conforms, for the accessibility statement."), '"partial"',
    ),
    "accessibility.assessed": Setting(
        N_("\"self\", \"outside\" or \"not-yet\""), _one_of("self", "outside", "not-yet"),
        N_("Who assessed the site: the organisation itself, somebody from outside, or nobody yet."), '"not-yet"',
    ),
    "accessibility.date": Setting(N_("a day (2026-09-23), without quotation marks"), _day, N_("When the statement was drawn up.")),
    "accessibility.feedback": Setting(
        N_("an e-mail address or an address (https://…)"), _reach,
        N_("Where feedback on accessibility is sent, if not where other feedback is."),
    ),
    "accessibility.shortcomings.<language>": Setting(
        N_("a list of texts"), _texts, N_("What isn't accessible, and how to get it otherwise; a text for each.")
    ),
    "accessibility.authority.<language>": Setting(
        N_("a text"), is_text, N_("The supervisory authority, where it isn't the one that the law names.")
    ),
    "accessibility.authority_address": Setting(N_("an e-mail address or an address (https://…)"), _reach, N_("Its website.")),
    "accessibility.authority_email": Setting(N_("a text"), is_text, N_("Its e-mail address.")),
    "accessibility.authority_phone": Setting(N_("a text"), is_text, N_("Its telephone number.")),
    "<language>.<table>.<text>": Setting(
        N_("a text"), is_text,
        N_("What a text of [site] or [organisation] is in another language: title in [sv.site], registry.name in [sv.organisation]."),
    ),
    "topics.<slug>.<language>": Setting(N_("a text"), is_text, N_("What a topic is called in each language.")),
}
