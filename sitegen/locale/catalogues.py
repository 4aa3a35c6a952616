"""A developer's tool: ``python -m sitegen.locale.catalogues extract|compile|check``.

Knows the catalogues' files: it brings the message ids into them, compiles them, and finds what they lack. Must not be
imported by the program, which reads compiled catalogues only. The same words make the same bytes: a catalogue names no
day, person, line or tool.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sitegen.locale import DOMAIN, FOLDER
from sitegen.locale.msgids import click_msgids, program_msgids
from sitegen.locale.user import CLICK_DOMAIN

LANGUAGES = ("fi", "sv")
SOURCES: dict[str, Callable[[], Catalog]] = {DOMAIN: program_msgids, CLICK_DOMAIN: click_msgids}
# {name}, {name!r} and %(name)s are filled in; {{ and }} stand for braces.
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{\w*(?:![rs])?(?::\w*)?\}|%\(\w+\)[a-z]")


class _Catalogue(Catalog):
    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return a header that is the same on every day and machine."""
        return [
            ("Language", str(self.locale_identifier)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def merge(msgids: Catalog, old: Catalog, lang: str) -> Catalog:
    """Return a catalogue of *lang* that has just *msgids*, with the translations and notes that *old* has for them."""
    merged = _Catalogue(lang, header_comment=f"# {lang}", fuzzy=False)
    for wanted in msgids:
        if wanted.id:
            known = old.get(wanted.id, wanted.context) or Message(wanted.id)
            new = merged.add(wanted.id, known.string, flags=known.flags & {"fuzzy"}, context=wanted.context)
            new.user_comments = known.user_comments
    return merged


def po_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue as a .po file, in the order of the message ids."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=0, sort_output=True)
    return buffer.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue compiled."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def faults(catalogue: Catalog) -> Iterator[str]:
    """Yield each message that is fuzzy, not translated, or fills in other things than its message id."""
    for message in catalogue:
        if not message.id:
            continue
        ids, strings = _forms(message.id), _forms(message.string)
        if message.fuzzy or not all(strings):
            yield f"not translated: {ids[0]}"
        elif _placeholders(strings[-1]) != _placeholders(ids[-1]) or _placeholders(*strings) - _placeholders(*ids):
            yield f"other placeholders than in: {ids[0]}"


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _placeholders(*texts: str) -> set[str]:
    return {found for text in texts for found in _PLACEHOLDER.findall(text)}


def _file(domain: str, lang: str, suffix: str) -> Path:
    return FOLDER / lang / "LC_MESSAGES" / f"{domain}{suffix}"


def _read(domain: str, lang: str) -> Catalog:
    file = _file(domain, lang, ".po")
    return read_po(BytesIO(file.read_bytes() if file.exists() else b""), lang)


def _each() -> Iterator[tuple[str, str, Catalog]]:
    for domain, msgids in SOURCES.items():
        wanted = msgids()
        for lang in LANGUAGES:
            yield domain, lang, merge(wanted, _read(domain, lang), lang)


def extract_all() -> None:
    """Bring every .po file to the message ids of today."""
    for domain, lang, catalogue in _each():
        file = _file(domain, lang, ".po")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(po_bytes(catalogue))


def compile_all() -> None:
    """Write every .mo file anew from its .po file."""
    for domain, lang, catalogue in _each():
        _file(domain, lang, ".mo").write_bytes(mo_bytes(catalogue))


def check_all() -> None:
    """Raise SystemExit with every fault of the catalogues, if there is any."""
    found = []
    for domain, lang, catalogue in _each():
        name = f"{lang}/{domain}"
        found += [f"{name}.po: {fault}" for fault in faults(catalogue)]
        if _file(domain, lang, ".po").read_bytes() != po_bytes(catalogue):
            found.append(f"{name}.po: not current: run extract")
        if _file(domain, lang, ".mo").read_bytes() != mo_bytes(catalogue):
            found.append(f"{name}.mo: not current: run compile")
    if found:
        raise SystemExit("\n".join(found))


ACTIONS: dict[str, Callable[[], None]] = {"extract": extract_all, "compile": compile_all, "check": check_all}


@click.command()
@click.argument("action", type=click.Choice(list(ACTIONS)))
def main(action: str) -> None:
    """Extract, compile or check the catalogues."""
    ACTIONS[action]()


if __name__ == "__main__":
    main()
