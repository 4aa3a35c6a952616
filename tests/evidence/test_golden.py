"""Four files of a tiny site as they were last read and found right, byte for byte.

A change that is meant renews them::

    SITEGEN_RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/evidence/test_golden.py

Read what ``git diff tests/evidence/golden`` then shows before you keep it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from sites import Make, Site

GOLDEN = Path(__file__).parent / "golden"
FILES = {
    "item.html": "/kokoukset/kunnanhallitus/2026-05-04/12/",
    "news.html": "/uutiset/2026/sillan-korjaus-alkaa/",
    "items.xml": "/feeds/items.xml",
    "appeals.ics": "/calendars/appeals.ics",
}
SITE = """
-- site.toml --
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
description = "Kunnan päätökset ja valmistelu."
[organisation]
name = "Esimerkkilän kunta"
kind = "municipality"
court = "Esimerkin hallinto-oikeus"
feedback = "palaute@esimerkkila.example"
[pdf]
enabled = false
[topics.tiet]
fi = "Tiet ja kadut"
-- content/minutes/kunnanhallitus/board.md --
---
name: Kunnanhallitus
abbreviation: KH
kind: executive
---
-- content/minutes/kunnanhallitus/2026-05-04/meeting.md --
---
start: 2026-05-04 17:00
end: 2026-05-04 18:45
place: Kunnantalo
status: approved
inspected: 2026-05-08
published: 2026-05-11
---
-- content/minutes/kunnanhallitus/2026-05-04/1-pelisaannot.md --
---
title: Kokouksen laillisuus
section: 11
appeal: {kind: none, reason: valmistelua}
---
## Päätös

Kokous todettiin lailliseksi.
-- content/minutes/kunnanhallitus/2026-05-04/2-silta.md --
---
title: Joutsenjoen sillan korjaus ja & kaiteet
section: 12
case: 7/10.03.01/2026
topics: [tiet]
plain: Silta korjataan kesällä 2026, ja liikenne ohjataan kiertotielle.
proposer: Kunnanjohtaja
preparers:
  - {name: Maija Esimerkki, role: tieinsinööri, email: maija.esimerkki@esimerkkila.example, phone: 029 000 0123}
resolution: approved
appeal: {kind: rectification}
history:
  - {board: Tekninen lautakunta, date: 2026-04-14, section: 31}
corrections:
  - {date: 2026-05-18, text: Kiertotien nimi korjattu.}
---
## Selostus

Sillan kaiteet ovat **huonossa** kunnossa. Asukas [Ville Malli]{.personal} on jättänyt siitä [aloitteen](#ehdotus).

| vuosi | kustannus |
|-------|----------:|
| 2026  | 120 000 € |

## Ehdotus

Silta korjataan kesällä 2026.

## Päätös

Ehdotus hyväksyttiin.
-- content/news/sillan-korjaus-alkaa.md --
---
title: Sillan korjaus alkaa
date: 2026-05-20 08:30
kind: Tiedote
subtitle: Kiertotie avataan kesäkuussa
lead: Joutsenjoen silta on poikki kesä- ja heinäkuun.
topics: [tiet]
cases: [7/10.03.01/2026]
updated: 2026-05-22
contacts:
  - {name: Maija Esimerkki, role: tieinsinööri, phone: 029 000 0123}
links:
  - {title: Tieliikenteen tilanne, url: "https://tiet.example/"}
decision: {board: kunnanhallitus, date: 2026-05-04}
participate: {until: 2026-06-10, how: Kerro kiertotiestä kirjaamoon.}
---
Työt alkavat 1.6.2026. Päätöksestä kerrotaan [kunnanhallituksen pöytäkirjassa](../minutes/kunnanhallitus/2026-05-04/2-silta.md).

## Kiertotie

1. Kirkkotie
2. Myllykuja
"""


def text_of(built: Site, address: str) -> str:
    """Return a file of the site without the digest in the style sheet's name, which changes with every rule."""
    return re.sub("assets/[0-9a-f]{8}-", "assets/", built.read(address))


@pytest.mark.parametrize("name", FILES)
def test_a_page_is_as_it_was_found_right(site: Make, name: str) -> None:
    """No byte of an item, a news item, a feed or a calendar changes unseen."""
    text = text_of(site(SITE, as_of="2026-06-01"), FILES[name])
    if os.environ.get("SITEGEN_RENEW_GOLDEN") == "1":
        (GOLDEN / name).write_text(text, encoding="utf-8")
    assert text == (GOLDEN / name).read_text(encoding="utf-8")
