"""site.toml: the site's title and address, its languages, its organisation.

Knows what the settings make together; model/settings.py has them one by one. Knows nothing of content. The only reader of site.toml.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date as Day
from pathlib import Path
from typing import Any

from msgspec import Struct, convert
from msgspec.structs import replace

from sitegen.diagnostics import N_, Diagnostic
from sitegen.model.nearest import nearest
from sitegen.model.settings import LANGUAGES, SETTINGS, Setting, has_marks, is_text

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
    others: dict[str, Config] = {}

    @property
    def language(self) -> str:
        """The language of texts that name no other."""
        return self.languages[0]

    def told(self, lang: str) -> Config:
        """Return the settings with their texts in *lang*, as far as they are given in it."""
        return self.others.get(lang, self)


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
    return (None, faults) if faults else (_in_every_language(values, table), [])


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
        if isinstance(value, dict) and _is_table(name):
            faults += _check(value, name + ".", raw, values)
            continue
        setting = _setting(name)
        if setting is None:
            near = nearest(name, list(SETTINGS))
            faults.append(Diagnostic(FILE, *_place(raw, name), "CF003", {"name": name, "nearest": near}))
        elif not setting.accepts(value):
            expected = WITHOUT_MARKS if setting.accepts is is_text and isinstance(value, str) else setting.expected
            found = "…" if has_marks(str(value)) else str(value)
            faults.append(Diagnostic(FILE, *_place(raw, name), "CF005", {"name": name, "expected": expected, "found": found}))
        else:
            values[name] = value
    return faults


def _is_table(name: str) -> bool:
    """Tell whether *name* is that of a table that has settings in it."""
    own, _, rest = name.partition(".")
    if own in LANGUAGES:
        return not rest or _is_table(rest)
    return own == "topics" or any(one.startswith(name + ".") for one in SETTINGS)


def _setting(name: str) -> Setting | None:
    """Return the setting that has the dotted *name*; below a language's own name there are texts in that language."""
    own, _, rest = name.partition(".")
    if own in LANGUAGES:
        text = SETTINGS.get(rest)
        return SETTINGS["<language>.<table>.<text>"] if text and text.accepts is is_text else None
    if own == "topics" and name.count(".") == 2:
        return SETTINGS["topics.<slug>.<language>"]
    above, _, last = name.rpartition(".")
    return SETTINGS.get(name) or (SETTINGS.get(f"{above}.<language>") if last in LANGUAGES else None)


def _place(raw: str, name: str) -> tuple[int, int]:
    """Return the line and column on which the key with the dotted *name* is first written, below the nearest table that is there."""
    above, _, key = name.rpartition(".")
    start = 0
    while above and not start:
        header = re.search(rf"^[ \t]*\[{re.escape(above)}\]", raw, re.MULTILINE)
        start, above = (header.end() if header else 0), above.rpartition(".")[0]
    written = re.compile(rf"^[ \t]*\[?(?:[\w.\-]*\.)?({re.escape(key)})\b", re.MULTILINE)
    found = written.search(raw, start) or written.search(raw)
    at = found.start(1) if found else 0
    return raw.count("\n", 0, at) + 1, at - raw.rfind("\n", 0, at)


def _named(values: dict[str, Any], table: str, *names: str) -> dict[str, Any]:
    """Return those of *names* that a table of settings gives."""
    return {name: values[f"{table}.{name}"] for name in names if f"{table}.{name}" in values}


def _in_every_language(values: dict[str, Any], table: dict[str, Any]) -> Config:
    """Return the settings from values that have all been checked, and for each further language those with its texts.

    A description says nothing in a language that it isn't in; names are the same in all that they aren't given in.
    """
    config = _config({name: value for name, value in values.items() if name.partition(".")[0] not in LANGUAGES}, table)
    others = {}
    for lang in config.languages[1:]:
        own = {name.removeprefix(f"{lang}."): value for name, value in values.items() if name.startswith(f"{lang}.")}
        others[lang] = _config({**values, "site.description": "", **own}, table)
    return replace(config, others=others)


def _config(values: dict[str, Any], table: dict[str, Any]) -> Config:
    """Return the settings from values that have all been checked."""
    named = _named(values, "organisation.registry", *Registry.__struct_fields__)
    if "closes" in named:
        named["closes"] = named["closes"].replace(".", ":").zfill(5)
    court = ("court", "court_address", "court_email", "court_phone")
    organisation = _named(values, "organisation", "name", "kind", "bilingual", *court, "feedback")
    organisation["name"] = organisation.get("name") or values["site.title"]
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
