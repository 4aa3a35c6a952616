"""Which feeds there are, what each holds, and where readers find them."""

from __future__ import annotations

import json
import posixpath
import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest
from sites import TOML, Make, Site

TWO_LANGUAGES = TOML + 'languages = ["fi", "sv"]\n\n[topics.tiet]\nfi = "Tiet ja kadut"\nsv = "Vägar"\n\n[topics.koulut]\nfi = "Koulut"\n'
TOWN = f"""
-- site.toml --
{TWO_LANGUAGES}
-- content/minutes/kunnanhallitus/board.md --
---
name: Kunnanhallitus
abbreviation: KH
---
-- content/minutes/kunnanhallitus/2026-05-04/meeting.md --
---
start: 2026-05-04 17:00
status: approved
published: 2026-05-11
place: Kunnantalo
---
-- content/minutes/kunnanhallitus/2026-05-04/1-silta.md --
---
title: Sillan korjaus
section: 12
case: 7/10.03.01/2026
topics: [tiet]
plain: Silta korjataan kesällä.
appeal: {{kind: rectification}}
---
## Päätös

Silta korjataan kesällä 2026.
-- content/minutes/kunnanhallitus/2026-05-04/1-silta.sv.md --
---
title: Reparation av bron
plain: Bron repareras i sommar.
---
## Beslut

Bron repareras sommaren 2026.
-- content/minutes/kunnanhallitus/2026-05-04/2-koulu.md --
---
title: Koulun katto
section: 13
appeal: {{kind: rectification}}
---
## Päätös

Katto uusitaan.
-- content/minutes/kunnanhallitus/2026-06-08/meeting.md --
---
start: 2026-06-08 17:00
status: agenda
---
-- content/minutes/kunnanhallitus/2026-06-08/1-talousarvio.md --
---
title: Talousarvion muutos
agenda: 1
case: 7/10.03.01/2026
---
## Ehdotus

Talousarviota muutetaan.
-- content/news/2026/silta-suljetaan.md --
---
title: Silta suljetaan korjauksen ajaksi
date: 2026-05-20 08:30
lead: Liikenne ohjataan kiertotielle.
topics: [tiet]
cases: [7/10.03.01/2026]
---
Silta on poikki 1.6. alkaen.
"""


def entries(built: Site, name: str) -> list[Any]:
    """Return the entries of the feed at ``feeds/<name>.xml``, or of ``sv/feeds/…`` when *name* begins so."""
    path = name.replace("sv/", "sv/feeds/") if name.startswith("sv/") else f"feeds/{name}"
    found: list[Any] = feedparser.parse(built.files[f"{path}.xml"]).entries
    return found


def titles(built: Site, name: str) -> list[str]:
    """Return the titles of a feed's entries, in order."""
    return [entry.title for entry in entries(built, name)]


def test_each_feed_holds_what_it_is_of(site: Make) -> None:
    """Decisions and news stand in the feeds of the site, their board, case and topics; meetings in two of their own."""
    built = site(TOWN)
    bridge, roof = "KH § 12 Sillan korjaus", "KH § 13 Koulun katto"
    closed = "Silta suljetaan korjauksen ajaksi"
    assert titles(built, "items") == titles(built, "boards/kunnanhallitus") == [bridge, roof]
    assert titles(built, "news") == [closed]
    assert titles(built, "cases/7-10-03-01-2026") == titles(built, "topics/tiet") == [closed, bridge]
    held = [entry.link.removeprefix("https://www.esimerkkila.example") for entry in entries(built, "agendas")]
    assert held == ["/kokoukset/kunnanhallitus/2026-06-08/", "/kokoukset/kunnanhallitus/2026-05-04/"]
    assert [title.partition(": ")[2] for title in titles(built, "meetings")] == ["Kunnanhallitus, Kokous 4.5.2026"]


def test_a_feed_holds_only_what_is_told_in_its_language(site: Make) -> None:
    """The Swedish feeds hold the one decision that was translated, and no Finnish one stands in for the others."""
    built = site(TOWN)
    assert titles(built, "sv/items") == titles(built, "sv/boards/kunnanhallitus") == ["KH § 12 Reparation av bron"]
    assert titles(built, "sv/news") == []
    assert feedparser.parse(built.files["sv/feeds/items.xml"]).feed.language == "sv"


def test_every_feed_that_a_page_offers_is_there(site: Make) -> None:
    """No page links to a feed that does not exist, and no feed is offered by nobody."""
    built = site(TOWN)
    pages = {path: data.decode() for path, data in built.files.items() if path.endswith("/index.html")}
    offered = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        for path, page in pages.items()
        for address in re.findall(r'href="([^"]+\.xml)"', page)
    }
    assert offered == {path for path in built.files if "feeds/" in path and path.endswith(".xml")}
    assert {"feeds/topics/koulut.xml", "sv/feeds/cases/7-10-03-01-2026.xml"} <= offered


def test_every_feed_says_that_it_is_no_notice(site: Make) -> None:
    """Kuntalaki 139 and 140.3 §: notice is given otherwise, and no time runs from what a reader shows; said in the feed's language."""
    built = site(TOWN)
    feeds = {path: data for path, data in built.files.items() if "feeds/" in path and path.endswith(".xml")}
    finnish = "Syöte ei ole virallinen tiedoksianto, eikä muutoksenhakuaika ala siitä."
    swedish = "Ett flöde är inte en officiell delgivning, och ingen tid för ändringssökande räknas från det."
    for path, data in feeds.items():
        assert feedparser.parse(data).feed.description.endswith(swedish if path.startswith("sv/") else finnish), path
    assert len(feeds) > 10


def test_the_main_feeds_of_an_empty_site_are_there(site: Make) -> None:
    """Whoever subscribes before anything is published gets what is published later; an empty feed has no date."""
    built = site("-- content/pages/tietoa.md --\n---\ntitle: Tietoa\n---\n")
    for name in ("items", "agendas", "meetings", "news", "appeals"):
        feed = feedparser.parse(built.files[f"feeds/{name}.xml"])
        assert not feed.bozo
        assert feed.entries == []
        assert "updated" not in feed.feed


def test_the_index_names_every_feed(site: Make) -> None:
    """The index for programs has the whole address, kind and language of each feed, and nothing else."""
    built = site(TOWN)
    index = json.loads(built.files["feeds/index.json"])
    addresses = [one["url"].removeprefix("https://www.esimerkkila.example/") for one in index]
    assert sorted(addresses) == sorted(path for path in built.files if "feeds/" in path and path.endswith(".xml"))
    assert {"title": "Vägar", "url": "https://www.esimerkkila.example/sv/feeds/topics/tiet.xml", "kind": "topic", "lang": "sv"} in index
    assert {one["kind"] for one in index} == {"items", "agendas", "meetings", "news", "appeals", "board", "case", "topic"}


def meeting(day: date, items: int) -> str:
    """Return the files of a meeting with *items* decisions."""
    files = f"-- content/minutes/kunnanhallitus/{day}/meeting.md --\n---\nstatus: approved\npublished: {day}\n---\n"
    for number in range(1, items + 1):
        path = f"content/minutes/kunnanhallitus/{day}/{number}-asia.md"
        files += f"-- {path} --\n---\ntitle: Asia {day}\nsection: {number}\nappeal: {{kind: rectification}}\n---\n## Päätös\n\nKyllä.\n"
    return files


def days(built: Site) -> dict[str, int]:
    """Return how many decisions of each meeting the feed of decisions holds."""
    found = [title.rpartition(" ")[2] for title in titles(built, "items")]
    return {day: found.count(day) for day in dict.fromkeys(found)}


def test_a_feed_holds_thirty_entries_and_parts_no_meeting(site: Make) -> None:
    """The meeting in which the thirtieth entry falls is there as a whole, the one before it isn't there at all."""
    held = [date(2025, 1, 15), date(2025, 4, 15), date(2025, 7, 15), date(2025, 10, 15)]
    built = site("".join(meeting(day, 12) for day in held))
    assert days(built) == {"2025-10-15": 12, "2025-07-15": 12, "2025-04-15": 12}


def test_a_feed_holds_all_of_thirty_days(site: Make) -> None:
    """However many there are, whoever looks once a month misses nothing; a day more is left out."""
    last = date(2025, 12, 31)
    held = [last - timedelta(days=back) for back in (31, 30, 20, 10, 0)]
    built = site("".join(meeting(day, 12) for day in held))
    assert list(days(built)) == [str(day) for day in reversed(held[1:])]


def test_decisions_of_a_meeting_stand_in_its_order(site: Make) -> None:
    """What went on view at the same time is read from the first section to the last."""
    assert [title.split()[2] for title in titles(site(meeting(date(2025, 1, 15), 11)), "items")] == [str(n) for n in range(1, 12)]


def test_a_feed_changes_only_when_its_content_does(site: Make) -> None:
    """A later day and a new item in another board leave every byte of a board's feed as it was."""
    before = site(TOWN, as_of="2026-05-12").files
    other = TOWN + meeting(date(2026, 5, 13), 2).replace("kunnanhallitus", "tarkastuslautakunta")
    after = site(other, as_of="2026-08-01").files
    assert after["feeds/boards/kunnanhallitus.xml"] == before["feeds/boards/kunnanhallitus.xml"]
    assert after["feeds/news.xml"] == before["feeds/news.xml"]
    assert after["feeds/items.xml"] != before["feeds/items.xml"]


def test_the_page_on_feeds_names_those_of_the_site_boards_and_topics(site: Make) -> None:
    """In every language there is a page with each feed's link and whole address; cases offer theirs themselves."""
    built = site(TOWN)
    for page, root, before in (("/tilaa/", "../", ""), ("/sv/prenumerera/", "../../", "sv/")):
        html = built.read(page)
        for name in ("items", "agendas", "meetings", "news", "appeals", "boards/kunnanhallitus", "topics/tiet", "topics/koulut"):
            assert f'href="{root}{before}feeds/{name}.xml"' in html
            assert f"https://www.esimerkkila.example/{before}feeds/{name}.xml" in html
        assert "feeds/cases" not in html
        assert f'href="{root}feeds/index.json"' in html


def test_a_board_that_has_ended_is_not_offered(site: Make) -> None:
    """Its feed stays for those who have it, and nobody is asked to wait for what will not come."""
    built = site(TOWN.replace("abbreviation: KH", "abbreviation: KH\nuntil: 2026-05-31"))
    assert "feeds/boards/kunnanhallitus.xml" not in built.read("/tilaa/")
    assert "feeds/boards/kunnanhallitus.xml" in built.files


def in_newsboat(newsboat: Path, feed: Path, folder: Path) -> list[tuple[str, str, str, str]]:
    """Return title, address, guid and text of each entry that newsboat has after it fetched the file *feed*."""
    folder.mkdir()
    (folder / "urls").write_text(f"file://{feed}\n", encoding="utf-8")
    (folder / "config").write_text("", encoding="utf-8")
    home = {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    command = [str(newsboat), "-C", "config", "-u", "urls", "-c", "cache.db", "-x", "reload"]
    subprocess.run(command, cwd=folder, check=True, env=home, capture_output=True, timeout=60)
    with closing(sqlite3.connect(folder / "cache.db")) as cache:
        return cache.execute("SELECT title, url, guid, content FROM rss_item ORDER BY id").fetchall()


@pytest.mark.parametrize("name", ["items", "agendas", "meetings", "news", "appeals", "topics/tiet", "cases/7-10-03-01-2026"])
def test_newsboat_reads_a_feed(site: Make, tmp_path: Path, require_tool: Callable[[str], Path], name: str) -> None:
    """A real reader finds each entry once, with its title, whole address, guid and text."""
    newsboat = require_tool("newsboat")
    built = site(TOWN)
    found = in_newsboat(newsboat, built.output / f"feeds/{name}.xml", tmp_path / "reader")
    assert sorted(title for title, *_ in found) == sorted(titles(built, name))
    assert len({guid for _, _, guid, _ in found}) == len(found) > 0
    for _, url, guid, content in found:
        assert url.startswith("https://www.esimerkkila.example/")
        assert guid.startswith("urn:uuid:")
        assert content
