"""Whether a drawing would run or fetch anything in a reader's browser."""

from __future__ import annotations

import pytest

from sitegen.content.read_markup import DAMAGED, FETCHES, RUNS, what_it_does

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
BOMB = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<script href="a.js"/>', '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script>', '<rect onload="x"/>', '<rect onClick="x"/>',
        '<a xlink:href="javascript:x"/>', '<a href=" java&#10;script:x"/>', '<a href="data:text/html,x"/>', "<foreignObject/>",
        '<a><set attributeName="href" to="javascript:x"/></a>', '<a><animate attributeName="xlink:href" values="javascript:x"/></a>',
        '<set attributeName="onload" to="x"/>', '<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="a.html"/>',
        '<use href="data:image/svg+xml,x"/>', '<use href="//e.example/a.svg#a"/>',
    ],
)  # fmt: skip
def test_what_runs_is_found(inside: str) -> None:
    """Scripts, handlers and pages within a drawing, in any namespace and spelling, and animations that make some."""
    assert what_it_does(SVG.format(inside).encode()) == RUNS


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="https://e.example/a.png"/>', '<image xlink:href="a.png"/>', '<use href="other.svg#a"/>',
        "<style>@import 'a.css';</style>",
        '<rect fill="url(https://e.example/#a)"/>', '<rect style="fill: url( \'a.svg#b\')"/>', "<style>a{fill:\\75rl(//e.example)}</style>",
        "<style>a{fill:u<!-- -->rl(//e.example)}</style>", "<?xml-stylesheet href='a.css'?>",
    ],
)  # fmt: skip
def test_what_fetches_is_found(inside: str) -> None:
    """Pictures, parts, styles and fonts of other files tell another place who reads this one, or are missing."""
    assert what_it_does(SVG.format(inside).encode()) == FETCHES


@pytest.mark.parametrize(
    "inside",
    [
        '<a href="https://e.example/">x</a>', '<use href="#a"/>', '<rect fill="url(#a)" style="stroke: url(\'#b\')"/>',
        '<image href="data:image/png;base64,AAAA"/>', "<style>text { font: bold 1em sans-serif }</style>", "<title>Päästöt</title>",
        '<animate attributeName="x" to="1"/>', '<m:a xmlns:m="http://e.example/inkscape" m:zoom="1"/>',
        '<text transform="rotate(9)">x</text>',
    ],
)  # fmt: skip
def test_a_plain_drawing_passes(inside: str) -> None:
    """What drawing programs write is left alone, in any encoding."""
    assert what_it_does(SVG.format(inside).encode()) == ""
    assert what_it_does(f'<?xml version="1.0" encoding="utf-16"?>{SVG.format(inside)}'.encode("utf-16")) == ""


def test_what_is_hidden_in_an_entity_or_encoding_is_found() -> None:
    """A browser reads it as well."""
    entity = '<!DOCTYPE svg [<!ENTITY a "<script>x</script>">]>' + SVG.format("&a;")
    assert what_it_does(entity.encode()) == RUNS
    assert what_it_does(f'<?xml version="1.0" encoding="utf-16"?>{SVG.format("<script/>")}'.encode("utf-16")) == RUNS


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 99, b"<svg>", SVG.format("<a>").encode(), f'<!DOCTYPE svg [<!ENTITY a0 "x">{BOMB}]>{SVG.format("&a12;")}'.encode()],
)
def test_what_is_no_xml_is_damaged(data: bytes) -> None:
    """So is what would grow without end."""
    assert what_it_does(data) == DAMAGED
