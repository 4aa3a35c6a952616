"""The style sheet: what can be read can be read by all."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from sitegen.render.fonts import WEB

STYLE = (Path(__file__).parent.parent.parent / "templates/site.css").read_text(encoding="utf-8")
TEXTS = ("ink", "quiet", "link", "visited")
GROUNDS = ("paper", "tint", "preparing", "decision", "appeal")
EDGES = ("edge", "focus", "preparing-edge", "decision-edge", "appeal-edge")
PAIRS = [*product(TEXTS, GROUNDS), ("band-ink", "band"), ("paper", "ink")]


def tokens(dark: bool) -> dict[str, str]:
    """Return the colours by name, by day or in the dark."""
    day, night = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", day))
    return found | (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", night)) if dark else {})


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text: str, ground: str, dark: bool) -> None:
    """Every colour of text has a contrast of 7 to 1 on every ground (WCAG 2.2, 1.4.6)."""
    colours = tokens(dark)
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_and_focus_stand_out(ground: str, dark: bool) -> None:
    """What is no text but has a meaning has a contrast of 3 to 1 (WCAG 2.2, 1.4.11)."""
    colours = tokens(dark)
    assert min(contrast(colours[name], colours[ground]) for name in EDGES) >= 3


def test_colours_are_tokens() -> None:
    """No rule names a colour but through a token, so that the dark has one for each."""
    rules = STYLE.split("/* Elements */")[1].split("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", rules) == []


def test_nothing_is_fetched() -> None:
    """The style sheet asks no server for anything but the site's own fonts."""
    assert set(re.findall(r"url\(.*?\)", STYLE)) == {f'url("{name}")' for name in WEB} and "@import" not in STYLE


def test_nothing_moves() -> None:
    """Who is made ill by movement meets none, asked or not (WCAG 2.2, 2.3.3): no rule animates anything, nor does a script."""
    scripts = [path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent.parent / "templates").glob("*.js")]
    assert len(scripts) >= 2
    for text in (STYLE, *scripts):
        assert re.findall(r"animat|transition|scroll-behavior|@keyframes|smooth|requestAnimationFrame", text) == []
