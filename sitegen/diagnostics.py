"""Faults in content, as values.

Knows which codes there are and which of them stop a build. Knows nothing of where faults are found or how they are
printed: reading and checking make diagnostics, the command line words them in the user's language.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct, structs

from sitegen.codes.code import N_ as N_
from sitegen.codes.code import Code
from sitegen.codes.files import FILES
from sitegen.codes.linter import LINTER
from sitegen.codes.log import LOG
from sitegen.codes.pictures import PICTURES
from sitegen.codes.sites import SITES
from sitegen.codes.texts import TEXTS

CODES: dict[str, Code] = {code.name: code for code in (*FILES, *LOG, *SITES, *TEXTS, *LINTER, *PICTURES)}

# Arguments in the program's own words, or in those of paths and settings; any other may be quoted from the content.
_NOT_QUOTED = frozenset(
    "byte before character expected field kind languages logged missing most nearest original other path_says places position problem "
    "proposed published section values vote".split()
)
# Numbers of levels, lines and pages; a longer one may be anybody's.
_PLAIN = re.compile(r"[0-9]{0,3}")


class Diagnostic(Struct, frozen=True):
    """One fault in one file (a path relative to the site's folder); line and column count from 1.

    Where only the field is known, ``field`` names it (``attachments.0.file``) and the place is found when the fault is
    reported, so that no record needs to carry places.
    """

    path: str
    line: int = 0
    column: int = 0
    code: str = ""
    args: dict[str, str] = {}
    field: str = ""


def is_error(diagnostic: Diagnostic) -> bool:
    """Tell whether this fault stops a build."""
    return CODES[diagnostic.code].severity == "error"


def discreet(fault: Diagnostic, names: Collection[str] = ()) -> Diagnostic:
    """Return *fault* without a word of its file, in which words may be hidden; of a ``name`` only those of *names* stay."""
    args = {
        key: value if key in _NOT_QUOTED or _PLAIN.fullmatch(value) or (key == "name" and value in names) else "…"
        for key, value in fault.args.items()
    }
    return structs.replace(fault, args=args)


def without_allowed(faults: list[Diagnostic], allowed: dict[str, set[str]]) -> list[Diagnostic]:
    """Return *faults* without the warnings that a file allows; *allowed* holds codes by path."""
    return [fault for fault in faults if fault.code not in allowed.get(fault.path, ()) or is_error(fault)]
