"""Which words there are to translate: those of the program and its templates, and those of click.

Knows how words are marked in Python and in templates. Must not know translations. For developers: it reads source
files, so it works where the repository is.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract

ROOT = Path(__file__).parent.parent.parent
_MARKS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
# A template that can't be parsed is a fault to be seen, and white space inside a translated block means nothing.
_TEMPLATE_OPTIONS = {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}


def program_msgids() -> Catalog:
    """Return the message ids of sitegen's modules and of the templates that ship with it; raise Jinja's TemplateSyntaxError."""
    templates = ROOT / "templates"
    return _collect([*(ROOT / "sitegen").rglob("*.py"), *templates.rglob("*.html"), *templates.rglob("*.xml")])


def click_msgids() -> Catalog:
    """Return the message ids of the installed click."""
    return _collect(Path(click.__file__).parent.glob("*.py"))


def _collect(files: Iterable[Path]) -> Catalog:
    catalogue = Catalog()
    for file in sorted(files):
        add_msgids(catalogue, file.name, file.read_bytes())
    return catalogue


def add_msgids(catalogue: Catalog, name: str, source: bytes) -> None:
    """Add the message ids of one file, Python or a template by its *name*, to *catalogue*."""
    python = name.endswith(".py")
    method, options = ("python", {"encoding": "utf-8"}) if python else ("jinja2.ext:babel_extract", _TEMPLATE_OPTIONS)
    for _, ids, _, context in extract(method, BytesIO(source), _MARKS, options=options):
        catalogue.add(ids, context=context)
