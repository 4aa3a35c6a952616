"""The accessibility statement: what the Act asks it to say, from site.toml and from what the tests know."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from sites import TOML, Make
from walk import Page

from sitegen.law.accessibility import TRAFICOM
from sitegen.outputs.tested import TESTED

ROOT = Path(__file__).parent.parent.parent
ADDRESSES = ("/saavutettavuusseloste/", "/sv/tillganglighetsutlatande/", "/en/accessibility-statement/")
SAID = f"""
-- site.toml --
organisation.name = "Esimerkkilän kunta"
{TOML}languages = ["fi", "sv", "en"]
[accessibility]
status = "partial"
assessed = "self"
date = 2026-05-04
feedback = "saavutettavuus@esimerkkila.example"
[accessibility.shortcomings]
fi = ["Karttoja ei voi lukea <ruudunlukuohjelmalla>."]
en = ["Maps can't be read with a screen reader."]
"""
NEWS = "-- content/news/silta.md --\n---\ntitle: Silta\ndate: 2026-05-04\n---\nSilta.\n"


def test_the_statement_says_what_the_act_asks_for(site: Make) -> None:
    """Act 306/2019 9 §: how far the site conforms, what isn't accessible, feedback and its time, the authority, the day."""
    built = site(SAID + NEWS)
    assert built.codes == []
    page = Page("saavutettavuusseloste/index.html", built.files["saavutettavuusseloste/index.html"])
    text = page.text("//main")
    assert "osittain" in text
    assert "Karttoja ei voi lukea <ruudunlukuohjelmalla>." in text
    assert "14 päivän kuluessa" in text
    assert TRAFICOM.names["fi"] in text
    assert "Seloste on laadittu 4.5.2026" in text
    assert "Olemme arvioineet sivuston itse. Ohjelma" in text
    assert page.one("//main//a[@href='mailto:saavutettavuus@esimerkkila.example']") is not None


def test_each_language_has_its_own(site: Make) -> None:
    """Words that nobody has translated are marked with their language; the authority is named in the reader's."""
    built = site(SAID + NEWS)
    swedish = built.read(ADDRESSES[1])
    assert '<li lang="fi">Karttoja' in swedish
    assert TRAFICOM.names["sv"] in swedish
    assert "<li>Maps can&#39;t be read" in built.read(ADDRESSES[2])


def test_every_page_leads_to_the_statement(site: Make) -> None:
    """It is one step away from wherever a reader is stopped, in the language of the page."""
    built = site(SAID + NEWS)
    for path, data in built.files.items():
        if path.endswith(".html"):
            links = Page(path, data).all("//footer//a/@href")
            assert [link for link in links if link.endswith(tuple(address.rpartition("/")[0][1:] + "/" for address in ADDRESSES))], path


@pytest.mark.parametrize(("settings", "codes"), [
    ("", []),
    ("[accessibility]\nstatus = 'full'\n", ["CF008", "CF008"]),
    ("[accessibility]\ndate = 2026-05-04\n", ["CF008"]),
    ("[accessibility]\ndate = '2026-05-04'\n", ["CF005"]),
    ("[accessibility]\nstatus = 'täysin'\n", ["CF005"]),
    ("[accessibility.shortcomings]\nfi = ['[Maija]{.personal}']\n", ["CF005"]),
    ("[accessibility.shortcomings]\nde = ['Karten']\n", ["CF003"]),
])  # fmt: skip
def test_settings_are_checked(site: Make, settings: str, codes: list[str]) -> None:
    """What the Act asks for and isn't there is told; what is wrong is an error; a site that says nothing has a statement all the same."""
    built = site(f"-- site.toml --\n{TOML}{settings}{NEWS}")
    assert built.codes == codes
    assert (built.built.changes is not None) == ("CF003" not in codes and "CF005" not in codes)
    assert built.built.changes is None or "Sivuston sisältöä ei ole vielä arvioitu." in built.read(ADDRESSES[0])


def test_a_site_may_name_another_authority(site: Make) -> None:
    """Åland has an authority of its own: then nothing of the other is said."""
    settings = "[accessibility]\nauthority_email = 'tillsyn@landskap.example'\nauthority.sv = 'Landskapets myndighet'\n"
    page = site(f"-- site.toml --\n{TOML}languages = ['sv']\n{settings}{NEWS}").read("/tillganglighetsutlatande/")
    assert "Landskapets myndighet" in page
    assert "mailto:tillsyn@landskap.example" in page
    assert "Traficom" not in page


def test_what_is_said_to_be_tested_is() -> None:
    """Each sentence on tests names one that is there, so that the statement claims nothing that nobody looks at."""
    for one in TESTED:
        path, _, name = one.test.partition("::")
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in [node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)], one.test
