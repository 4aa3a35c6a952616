"""An item's page as a screen reader hears it: the browser's tree of what is there, in its order."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kinds import show
from playwright.sync_api import sync_playwright

# Landmarks and headings, two spaces deeper where they are within another; written by hand from what an item has to say, in its order.
HEARD = """\
banner
  navigation "Päävalikko"
  navigation "Kieli"
  search "Koko sivusto"
navigation "Olet tässä"
main
  1 Talousarvio 2027 ja taloussuunnitelma 2027–2029
  2 Mitä päätettiin
  2 Muutoksenhaku
  2 Tiivistelmä
  2 Asian yksityiskohtainen selostus
  3 Joukkoliikenne
  3 Alueidenkäyttö
  3 Kehittäminen ja kulttuuri
  3 Hallinto ja johto
  3 Riskit
  2 Maakuntahallituksen ehdotus
  2 Käsittely
  2 Päätös
  2 Tiedoksi
  2 Äänestys
  2 Eriävät mielipiteet
  2 Läsnä asiaa käsiteltäessä
  2 Liitteet
  2 Valitusosoitus hallinto-oikeuteen
  3 Kuka voi hakea muutosta
  3 Muutoksenhakuaika
  3 Mihin se toimitetaan
  3 Mitä siinä on kerrottava
  2 Lisätietoja
  complementary "Tiedot"
  2 Asian vaiheet alusta alkaen
  2 Asiaa koskevat uutiset ja asiakirjat
  2 Lue myös
  navigation "Siirry toiseen asiaan"
  navigation "Tämän sivun syötteet"
contentinfo
  navigation "Tietoa sivustosta"
"""
LANDMARK = re.compile(r'^( *)- ((?:banner|main|search|navigation|complementary|contentinfo|region)(?: "[^"]*")?):')
HEADING = re.compile(r'^ *- heading "(.*)" \[level=(\d)\]')


def outline(tree: str) -> str:
    """Return the landmarks and headings of a tree, in order."""
    lines = []
    for line in tree.splitlines():
        if heading := HEADING.match(line):
            lines.append(f"  {heading[2]} {heading[1]}\n")
        elif landmark := LANDMARK.match(line):
            lines.append(f"{'  ' if landmark[1] else ''}{landmark[2]}\n")
    return "".join(lines)


def test_an_item_is_heard_in_the_order_in_which_it_matters(outputs: list[Path], require_tool: Callable[[str], Path]) -> None:
    """What it is, what was decided, whether it can be appealed, how it came about, then the facts; every landmark has its name."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_tool("chromium"), args=["--no-sandbox"])
        view = browser.new_page(viewport={"width": 375, "height": 800})
        show(view, outputs[0], "item")
        tree = view.locator("body").aria_snapshot()
        browser.close()
    assert outline(tree) == HEARD
    last_day = re.search(r"term: Viimeinen päivä hakea muutosta\s+- definition:\s+- time: 23\.12\.2026", tree)
    assert last_day is not None
    assert tree.index("paragraph: Hyväksytty") < last_day.start() < tree.index("Tiivistelmä")
