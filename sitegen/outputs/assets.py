"""Assets: the style sheet, scripts and fonts that pages fetch, each at an address that changes with its bytes.

Knows which templates are assets. Must not know which page uses which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b

from msgspec import Struct

from sitegen.render.fonts import WEB, font
from sitegen.render.pen import Pen
from sitegen.render.plan import Plan
from sitegen.render.templates import Template

NAMED = re.compile(r'url\("([\w.-]+)"\)')


class TextView(Struct, frozen=True):
    """A text that is an output as it is."""

    text: str


class FontView(Struct, frozen=True):
    """A font's name; its address changes with its bytes."""

    name: str


def asset_addresses(templates: Mapping[str, Template]) -> dict[str, str]:
    """Return the address of each asset by its name: the fonts, and those templates that are style sheets and scripts."""
    return {name: _address(name, font(name)) for name in WEB} | {
        name: _address(name, text.encode()) for name, text in _texts(templates).items()
    }


def asset_files(templates: Mapping[str, Template]) -> Iterator[Plan]:
    """Yield every asset."""
    addresses = asset_addresses(templates)
    for name in WEB:
        yield Plan(addresses[name][1:], draw_font, FontView(name))
    for name, text in _texts(templates).items():
        yield Plan(addresses[name][1:], draw_text, TextView(text))


def _texts(templates: Mapping[str, Template]) -> dict[str, str]:
    """Return the text of each style sheet and script; what one names in ``url("…")`` is named by its address."""
    files = {name: _address(name, font(name)).rsplit("/", 1)[1] for name in WEB}
    return {
        name: NAMED.sub(lambda found: f'url("{files.get(found[1], found[1])}")', template.text)
        for name, template in sorted(templates.items())
        if name.endswith((".css", ".js")) and "/" not in name
    }


def _address(name: str, data: bytes) -> str:
    return f"/assets/{blake2b(data, digest_size=4).hexdigest()}-{name}"


def draw_text(pen: Pen, view: TextView) -> bytes:
    """Return the text's bytes."""
    return view.text.encode()


def draw_font(pen: Pen, view: FontView) -> bytes:
    """Return the font's bytes."""
    return font(view.name)
