"""Links and pictures are counted with their places, and those that may not be are refused."""

from __future__ import annotations

import pytest

from sitegen.model.body import LINK_END, LINK_START, Body
from sitegen.render.body import make_body


def plain(text: str) -> Body:
    """Return the body of a plain text."""
    return make_body(text, "plain", "fi")


def targets(text: str) -> list[tuple[str, int, int]]:
    """Return the address and the place of each target of *text*."""
    return [(target.address, target.line, target.column) for target in plain(text).outline.targets]


def link(number: int) -> str:
    """Return what stands where the address of a target belongs."""
    return f"{LINK_START}{number}{LINK_END}"


def test_addresses_of_this_site_give_way_to_numbers() -> None:
    """Links and pictures are counted from 0 in the order of the HTML; a page puts their addresses there."""
    body = plain("[a](/asiat/) [b](../x.md \"Otsikko\") ![kuva](k.jpg) [c](#kohta)")
    assert body.prose.sections[0].html == (
        f'<p><a href="{link(0)}">a</a> <a href="{link(1)}" title="Otsikko">b</a> '
        f'<img alt="kuva" src="{link(2)}"> <a href="{link(3)}">c</a></p>'
    )
    assert [target.address for target in body.outline.targets] == ["/asiat/", "../x.md", "k.jpg", "#kohta"]
    assert [target.image for target in body.outline.targets] == [False, False, True, False]


def test_each_link_has_its_own_place() -> None:
    """The same target twice is two places; code that looks like a link has none."""
    text = "[a](/x/), `[b](/x/)` ja\n\n- [c]( </x/> )\n\n## [d](/x/)\n\n[^1]: [e](/y/)\n\nz[^1] [f](/z/)"
    assert targets(text)[:4] == [("/x/", 1, 5), ("/x/", 3, 9), ("/x/", 5, 8), ("#fn-1", 1, 1)]
    assert ("/y/", 7, 11) in targets(text)
    assert ("/z/", 9, 11) in targets(text)


def test_a_reference_has_the_place_of_its_definition() -> None:
    """An address that is written once below the text is found there."""
    assert targets("Katso /x/: [a][r] ja [r]\n\n[r]: /x/ \"Otsikko\"\n") == [("/x/", 3, 6), ("/x/", 3, 6)]


def test_a_link_in_html_has_its_place() -> None:
    """Raw HTML that is allowed is counted like Markdown."""
    assert targets('Sana <a href="/x/">y</a>\n\n<div><img src=\'k.jpg\' alt="kuva"></div>\n') == [("/x/", 1, 15), ("k.jpg", 3, 16)]


@pytest.mark.parametrize("address", ["https://a.example/?b=1&c=2", "http://a.example", "mailto:a@b.example", "tel:+35891234567"])
def test_addresses_elsewhere_stay_as_they_are(address: str) -> None:
    """Four schemes are allowed; their addresses are nothing that a page need know of."""
    body = plain(f"[x]({address})")
    assert body.prose.sections[0].html == f'<p><a href="{address.replace("&", "&amp;")}">x</a></p>'
    assert body.outline.targets == body.outline.faults == ()


def test_addresses_in_angle_brackets_are_links() -> None:
    """An address by itself is a link, a letter box too."""
    html = plain("<https://a.example/> <a@b.example>").prose.sections[0].html
    assert html == '<p><a href="https://a.example/">https://a.example/</a> <a href="mailto:a@b.example">a@b.example</a></p>'


@pytest.mark.parametrize(
    "text",
    [
        "[sana](javascript:alert(1))",
        "[sana](JaVaScRiPt&#58;alert(1))",
        "[sana](&#106;avascript:alert(1))",
        "[sana](< javascript:alert(1)>)",
        "[sana](\u00a0javascript:alert)",
        "[sana](java&#9;script:alert(1))",
        "[sana](java&#10;script:alert(1))",
        "[sana](&#1;javascript:alert(1))",
        "[sana](data:text/html,x)",
        "[sana](vbscript:x)",
        "[sana](ftp://a.example/)",
        "[sana](//a.example/)",
        "[sana](\\\\\\\\a.example/)",
        "[sana](/&#9;/a.example/)",
        "[sana][r]\n\n[r]: javascript:x",
        "> [sana][r]\n>\n> [r]: javascript:x",
        "[sana](/x/){href=javascript:x}",
        '<a href="javascript:x">sana</a>',
        "<a href='java&#x0A;script&colon;x'>sana</a>",
        '<div><a href="//a.example">sana</a></div>',
        "<sana://a.example>",
    ],
)
def test_other_links_are_refused_and_their_words_stay(text: str) -> None:
    """However it is disguised, a link that could run a program is none on the page, and its author is told."""
    body = plain(text)
    html = body.prose.sections[0].html
    assert "sana" in html
    assert "href" not in html
    assert body.outline.targets == ()
    assert [fault.code for fault in body.outline.faults] == ["TX007"]


def test_a_refused_link_has_its_place() -> None:
    """The fault points at the address."""
    (fault,) = plain("Eka rivi\nja [sana](javascript:x) tässä").outline.faults
    assert (fault.code, fault.line, fault.column) == ("TX007", 2, 11)


def test_a_refused_picture_leaves_its_words() -> None:
    """A picture that can't be shown is told in words."""
    body = plain("![Kuvan <selitys>](data:image/png;base64,AA)")
    assert body.prose.sections[0].html == "<p>Kuvan &lt;selitys&gt;</p>"
    assert [fault.code for fault in body.outline.faults] == ["TX007"]


@pytest.mark.parametrize("text", ["Sana ![](k.jpg)", "Sana ![ ](k.jpg)", "Sana ![&nbsp;](k.jpg)", 'Sana <img src="k.jpg">'])
def test_a_picture_without_words_is_a_fault(text: str) -> None:
    """Who can't see a picture hears its words; spaces are none."""
    (fault,) = plain(text).outline.faults
    assert (fault.code, fault.line) == ("TX001", 1)
    assert text[fault.column - 1 :].startswith("k.jpg")
