"""site.toml: the site's title and address, its languages, its organisation.

Knows the settings and their types. Knows nothing of content. The only reader of site.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date as Day
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct, convert

from sitegen.diagnostics import N_, Diagnostic
from sitegen.model.nearest import nearest
from sitegen.model.spans import find_spans, stray_marks

FILE = "site.toml"
WITHOUT_MARKS = N_("a text without marks of personal or secret words, for nothing takes it out of the pages")


class Registry(Struct, frozen=True):
    """The registry (kirjaamo) that receives appeals; ``closes`` is its closing hour (``HH:MM``)."""

    name: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    closes: str = ""


class Organisation(Struct, frozen=True):
    """Whose site it is; ``kind`` decides which law's appeal rules apply, *bilingual* whether the Language Act asks for more."""

    name: str = ""
    kind: str = "municipality"
    bilingual: bool = False
    court: str = ""
    court_address: str = ""
    court_email: str = ""
    court_phone: str = ""
    registry: Registry = Registry()
    feedback: str = ""


class Accessibility(Struct, frozen=True):
    """What the accessibility statement (saavutettavuusseloste) says of the site; ``authority`` stands in for the one that the law names."""

    status: str = "partial"
    assessed: str = "not-yet"
    date: Day | None = None
    feedback: str = ""
    shortcomings: dict[str, list[str]] = {}
    authority: dict[str, str] = {}
    authority_address: str = ""
    authority_email: str = ""
    authority_phone: str = ""


class Config(Struct, frozen=True):
    """The settings of a site. ``url`` has no ``/`` at its end; the first language is the default."""

    title: str
    url: str
    languages: tuple[str, ...] = ("fi",)
    timezone: str = "Europe/Helsinki"
    description: str = ""
    private: bool = False
    show_uninspected: bool = False
    pdf: bool = True
    search: bool = True
    comments: str = ""
    compress: bool = False
    organisation: Organisation = Organisation()
    accessibility: Accessibility | None = None
    topics: dict[str, dict[str, str]] = {}

    @property
    def language(self) -> str:
        """The language of texts that name no other."""
        return self.languages[0]


class Setting(Struct, frozen=True):
    """A setting: what it is, in words, whether a value is of that kind, and what it is for."""

    expected: str
    accepts: Callable[[Any], bool]
    doc: str
    default: str = ""
    required: bool = False


def _text(value: Any) -> bool:
    """Tell whether *value* is a text without marks: settings stand on every page, and no day takes anything out of them."""
    return isinstance(value, str) and not _has_marks(value)


def _has_marks(text: str) -> bool:
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
    parts = urlsplit(value) if isinstance(value, str) else None
    return bool(parts and parts.scheme in ("http", "https") and parts.netloc and not parts.query and not parts.fragment)


def _languages(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(one in ("fi", "sv", "en") for one in value) and len(set(value)) == len(value)


def _timezone(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(ZoneInfo(value))
    except (OSError, ValueError, LookupError):
        return False


def _day(value: Any) -> bool:
    return type(value) is Day


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


SETTINGS: dict[str, Setting] = {
    "site.title": Setting(N_("a text"), _text, N_("The site's title."), required=True),
    "site.url": Setting(N_("an address (https://…)"), _url, N_("Where the site will stand."), required=True),
    "site.languages": Setting(N_("a list of fi, sv, en"), _languages, N_("The site's languages, the first being the default."), '["fi"]'),
    "site.timezone": Setting(N_("a timezone (Europe/Helsinki)"), _timezone, N_("The timezone of all times."), '"Europe/Helsinki"'),
    "site.description": Setting(N_("a text"), _text, N_("What the site is, in a sentence.")),
    "site.source": Setting(
        N_("\"public\" or \"private\""), _one_of("public", "private"),
        N_("Whether everybody may see this folder, or it may hold what must stay secret."), '"public"',
    ),
    "site.show_uninspected": Setting(N_("true or false"), _flag, N_("Decisions are shown, marked, before the inspection."), "false"),
    "organisation.name": Setting(N_("a text"), _text, N_("The organisation's name.")),
    "organisation.kind": Setting(
        N_("\"municipality\", \"joint-authority\" or \"county\""), _one_of("municipality", "joint-authority", "county"),
        N_("Decides which Act's rules on appeal apply."), '"municipality"',
    ),
    "organisation.bilingual": Setting(
        N_("true or false"), _flag, N_("The council's minutes are in Finnish and Swedish (Language Act 423/2003 29 §)."), "false",
    ),
    "organisation.court": Setting(N_("a text"), _text, N_("The administrative court that hears appeals.")),
    "organisation.court_address": Setting(N_("a text"), _text, N_("The court's postal address, for instructions on appeal.")),
    "organisation.court_email": Setting(N_("a text"), _text, N_("The court's e-mail address.")),
    "organisation.court_phone": Setting(N_("a text"), _text, N_("The court's telephone number.")),
    "organisation.registry.name": Setting(N_("a text"), _text, N_("The registry's name.")),
    "organisation.registry.address": Setting(N_("a text"), _text, N_("Its address.")),
    "organisation.registry.email": Setting(N_("a text"), _text, N_("Its e-mail address.")),
    "organisation.registry.phone": Setting(N_("a text"), _text, N_("Its telephone number.")),
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
        N_("a text"), _text, N_("The supervisory authority, where it isn't the one that the law names.")
    ),
    "accessibility.authority_address": Setting(N_("an e-mail address or an address (https://…)"), _reach, N_("Its website.")),
    "accessibility.authority_email": Setting(N_("a text"), _text, N_("Its e-mail address.")),
    "accessibility.authority_phone": Setting(N_("a text"), _text, N_("Its telephone number.")),
    "topics.<slug>.<language>": Setting(N_("a text"), _text, N_("What a topic is called in each language.")),
}


def read_config(folder: Path) -> tuple[Config | None, list[Diagnostic]]:
    """Read site.toml in *folder*; return the settings, or None and all that is wrong with them."""
    try:
        raw = (folder / FILE).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, [Diagnostic(FILE, 0, 0, "CF001", {"folder": folder.name or str(folder)})]
    except UnicodeDecodeError as error:
        args = {"byte": f"0x{error.object[error.start]:02x}", "position": str(error.start)}
        return None, [Diagnostic(FILE, error.object.count(b"\n", 0, error.start) + 1, 1, "FI001", args)]
    try:
        table = tomllib.loads(raw)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"^(.*) \(at line (\d+), column (\d+)\)$", str(error))
        line, column = (int(found[2]), int(found[3])) if found else (raw.count("\n") + 1, 1)
        return None, [Diagnostic(FILE, line, column, "CF002", {"problem": found[1] if found else str(error)})]
    values: dict[str, Any] = {}
    faults = list(_check(table, "", raw, values))
    faults += [Diagnostic(FILE, 1, 1, "CF004", {"name": n}) for n, s in SETTINGS.items() if s.required and n not in _names(table)]
    return (None, faults) if faults else (_config(values, table), [])


def _names(table: dict[str, Any], prefix: str = "") -> set[str]:
    """Return the dotted names of all values in *table*."""
    names: set[str] = set()
    for key, value in table.items():
        names |= _names(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key}
    return names


def _check(table: dict[str, Any], prefix: str, raw: str, values: dict[str, Any]) -> list[Diagnostic]:
    """Put each known value of *table* into *values* by its dotted name; return what is wrong."""
    faults: list[Diagnostic] = []
    for key, value in table.items():
        name = prefix + key
        if isinstance(value, dict) and (name == "topics" or name.startswith("topics.") or any(s.startswith(name + ".") for s in SETTINGS)):
            faults += _check(value, name + ".", raw, values)
            continue
        is_topic = name.startswith("topics.") and name.count(".") == 2
        by_language = f"{prefix}<language>" if key in ("fi", "sv", "en") else name
        setting = SETTINGS["topics.<slug>.<language>"] if is_topic else SETTINGS.get(name) or SETTINGS.get(by_language)
        if setting is None:
            near = nearest(name, list(SETTINGS))
            faults.append(Diagnostic(FILE, *_place(raw, key), "CF003", {"name": name, "nearest": near}))
        elif not setting.accepts(value):
            expected = WITHOUT_MARKS if setting.accepts is _text and isinstance(value, str) else setting.expected
            found = "…" if _has_marks(str(value)) else str(value)
            faults.append(Diagnostic(FILE, *_place(raw, key), "CF005", {"name": name, "expected": expected, "found": found}))
        else:
            values[name] = value
    return faults


def _place(raw: str, key: str) -> tuple[int, int]:
    """Return the line and column on which *key* is first written."""
    found = re.search(rf"^[ \t]*\[?(?:[\w.\-]*\.)?({re.escape(key)})\b", raw, re.MULTILINE)
    at = found.start(1) if found else 0
    return raw.count("\n", 0, at) + 1, at - raw.rfind("\n", 0, at)


def _named(values: dict[str, Any], table: str, *names: str) -> dict[str, Any]:
    """Return those of *names* that a table of settings gives."""
    return {name: values[f"{table}.{name}"] for name in names if f"{table}.{name}" in values}


def _config(values: dict[str, Any], table: dict[str, Any]) -> Config:
    """Return the settings from values that have all been checked."""
    named = {name.removeprefix("organisation.registry."): value for name, value in values.items() if "registry." in name}
    if "closes" in named:
        named["closes"] = named["closes"].replace(".", ":").zfill(5)
    court = ("court", "court_address", "court_email", "court_phone")
    organisation = _named(values, "organisation", "name", "kind", "bilingual", *court, "feedback")
    site = _named(values, "site", "timezone", "description", "show_uninspected")
    return Config(
        title=values["site.title"],
        url=values["site.url"].rstrip("/"),
        languages=tuple(values.get("site.languages", ("fi",))),
        private=values.get("site.source") == "private",
        pdf=values.get("pdf.enabled", True),
        search=values.get("search.enabled", True),
        comments=values.get("comments.address", ""),
        compress=values.get("publish.compress", False),
        organisation=Organisation(registry=Registry(**named), **organisation),
        accessibility=convert(table["accessibility"], Accessibility) if "accessibility" in table else None,
        topics=table.get("topics", {}),
        **site,
    )
