"""``sitegen explain``.

Knows what is told of each kind of fault. Must not know where one is found.
"""

from __future__ import annotations

import click

from sitegen.cli import console
from sitegen.cli.language import _
from sitegen.cli.messages import fill
from sitegen.codes.code import Code
from sitegen.codes.failures import FAILURES
from sitegen.diagnostics import CODES
from sitegen.model.nearest import nearest

_ALL: dict[str, Code] = dict(sorted((CODES | FAILURES).items()))


@click.command(help=_("Tell what a fault means and how it is mended; without a code, list them all."))
@click.argument("code", required=False, metavar=_("CODE"))
def command(code: str | None) -> None:
    """Tell what a fault means and how it is mended."""
    if code is None:
        for one in _ALL.values():
            console.say(f"{one.name}  {fill(one.message, {})}")
        return
    found = _ALL.get(code.upper())
    if found is None:
        near = nearest(code, [name.lower() for name in _ALL]).upper()
        raise click.UsageError(_("There is no code '{code}'. Did you mean {nearest}?").format(code=code, nearest=near))
    console.say(f"{found.name} ({_(found.severity)}): {fill(found.message, {})}")
    console.say("")
    console.say(_(found.explanation))
    console.say("")
    console.say(fill(found.hint, {}))
