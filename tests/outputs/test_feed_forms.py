"""Atom and JSON Feed beside RSS: the same entries, known by the same guids, as programs read them."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from sites import TOML, Make, Site

from sitegen.outputs.atom import draw_atom
from sitegen.outputs.entries import FeedEntry
from sitegen.outputs.json_feed import draw_json
from sitegen.outputs.rss import FeedView
from sitegen.outputs.views import Ref
from sitegen.render.pen import Kit, Pen

MAIN = ("items", "agendas", "meetings", "news", "appeals")
URL = "https://www.esimerkkila.example"
ATOM = "{http://www.w3.org/2005/Atom}"
TOWN = f"""
-- site.toml --
{TOML}languages = ["fi", "sv"]
-- content/minutes/kh/board.md --
---
name: Kunnanhallitus
abbreviation: KH
---
-- content/minutes/kh/2026-05-04/meeting.md --
---
start: 2026-05-04 17:00
status: approved
published: 2026-05-11
---
-- content/minutes/kh/2026-05-04/1-silta.md --
---
title: Sillan <b>korjaus</b> & muuta
section: 12
case: 7/10.03.01/2026
appeal: {{kind: rectification}}
corrections: [{{date: 2026-05-20, text: Vuosi oli väärin.}}]
---
## Päätös

Silta korjataan, sanoi [Sointu Salakari]{{.personal}}. [Uutinen](/uutiset/2026/silta/)
-- content/minutes/kh/2026-06-08/meeting.md --
---
start: 2026-06-08 17:00
status: agenda
---
-- content/minutes/kh/2026-06-08/1-talous.md --
---
title: Talousarvio
agenda: 1
---
## Ehdotus

Muutetaan.
-- content/news/silta.md --
---
title: Silta poikki
date: 2026-05-20 08:30
lead: Liikenne ohjataan kiertotielle.
---
Silta on poikki.
"""


def rss(built: Site, name: str) -> Any:
    """Return a feed in the form that it always has, as feedparser reads it."""
    return feedparser.parse(built.files[f"feeds/{name}.xml"], sanitize_html=False)


def atom(built: Site, name: str) -> Any:
    """Return a feed as Atom, as feedparser reads it."""
    return feedparser.parse(built.files[f"feeds/{name}.atom"], sanitize_html=False)


def json_feed(built: Site, name: str) -> dict[str, Any]:
    """Return a feed as JSON."""
    found: dict[str, Any] = json.loads(built.files[f"feeds/{name}.json"])
    return found


@pytest.mark.parametrize("name", MAIN)
def test_each_form_tells_the_same(site: Make, name: str) -> None:
    """The same entries in the same order, with the same guid, address, words, time, categories and text."""
    built = site(TOWN)
    in_rss, in_atom, in_json = rss(built, name).entries, atom(built, name).entries, json_feed(built, name)["items"]
    assert in_rss
    assert [one.id for one in in_rss] == [one.id for one in in_atom] == [one["id"] for one in in_json]
    assert [one.link for one in in_rss] == [one.link for one in in_atom] == [one["url"] for one in in_json]
    titles = [unescape(one.title) for one in in_rss]
    assert titles == [one.title for one in in_atom] == [one["title"] for one in in_json]
    assert [unescape(one.summary) for one in in_rss] == [one.summary for one in in_atom] == [one["summary"] for one in in_json]
    tags = [[tag.term for tag in one.get("tags", ())] for one in in_rss]
    assert tags == [[tag.term for tag in one.get("tags", ())] for one in in_atom] == [one.get("tags", []) for one in in_json]
    times = [one.get("published_parsed") for one in in_rss]
    assert times == [one.get("published_parsed") for one in in_atom]
    whole = [one["content"][0].value if "content" in one else "" for one in in_rss]
    assert whole == [one["content"][0].value if "content" in one else "" for one in in_atom]
    assert whole == [one.get("content_html", "") for one in in_json]


@pytest.mark.parametrize("name", MAIN)
def test_an_atom_feed_has_what_the_standard_asks_for(site: Make, name: str) -> None:
    """RFC 4287, 4.1: id, title, updated and author of the feed, a link to itself; id, title and updated of each entry."""
    built = site(TOWN)
    assert not atom(built, name).bozo
    feed = ElementTree.fromstring(built.files[f"feeds/{name}.atom"])
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for required in ("id", "title", "updated"):
            (found,) = element.findall(ATOM + required)
            assert found.text
            assert required != "updated" or datetime.fromisoformat(found.text).tzinfo
        assert re.fullmatch("urn:uuid:[0-9a-f-]{36}", str(element.findtext(f"{ATOM}id")))
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Esimerkkilän kunta"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{URL}/feeds/{name}.atom"
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert feed.findtext(f"{ATOM}updated") == max(str(e.findtext(f"{ATOM}updated")) for e in feed.findall(f"{ATOM}entry"))


@pytest.mark.parametrize("name", MAIN)
def test_a_json_feed_has_what_the_standard_asks_for(site: Make, name: str) -> None:
    """JSON Feed 1.1: version and title; of each item an id and content as HTML or text; times as RFC 3339 writes them."""
    feed = json_feed(site(TOWN), name)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and feed["home_page_url"].startswith(URL) and feed["language"] == "fi"
    assert feed["feed_url"] == f"{URL}/feeds/{name}.json"
    assert feed["authors"] == [{"name": "Esimerkkilän kunta"}]
    for item in feed["items"]:
        assert item["id"] and item["url"].startswith(URL)
        assert ("content_html" in item) != ("content_text" in item)
        assert datetime.fromisoformat(item.get("date_published", "2026-01-01T00:00:00+02:00")).tzinfo
        allowed = {"id", "url", "title", "content_html", "content_text", "summary", "date_published", "tags"}
        assert item.keys() <= allowed


def test_an_atom_title_is_text(site: Make) -> None:
    """RFC 4287, 3.1: what looks like a tag is no tag, and is not escaped twice as RSS needs it."""
    built = site(TOWN)
    assert "<title>KH § 12 Sillan &lt;b&gt;korjaus&lt;/b&gt; &amp; muuta</title>" in built.read("feeds/items.atom")
    assert json_feed(built, "items")["items"][-1]["title"] == "KH § 12 Sillan <b>korjaus</b> & muuta"


def test_no_agenda_is_dated_in_days_to_come(site: Make) -> None:
    """Atom asks for a day: two weeks before the meeting. Nobody states when an agenda came out, so no form says that it was then."""
    built = site(TOWN)
    entry = atom(built, "agendas").entries[0]
    assert entry.updated == "2026-05-25T00:00:00+03:00"
    assert "published" not in entry
    assert "date_published" not in json_feed(built, "agendas")["items"][0]


def test_an_empty_feed_has_no_time_of_its_own(site: Make) -> None:
    """Atom asks for one all the same: the beginning of time as programs count it, for nothing was ever told."""
    built = site("-- content/pages/tietoa.md --\n---\ntitle: Tietoa\n---\n")
    for name in MAIN:
        assert not atom(built, name).bozo
        assert (atom(built, name).feed.updated, atom(built, name).entries) == ("1970-01-01T00:00:00+00:00", [])
        assert json_feed(built, name)["items"] == []


def test_every_form_changes_only_with_its_content(site: Make) -> None:
    """A later day changes no byte of any."""
    before, after = (site(TOWN, as_of=day).files for day in ("2026-05-25", "2026-08-25"))
    paths = [path for path in before if path.endswith((".atom", ".json")) and "feeds/" in path]
    assert len(paths) == 2 * len(MAIN) * 2 + 1
    assert [path for path in paths if before[path] != after[path]] == []


def test_no_form_has_personal_data(site: Make) -> None:
    """Kuntalaki 140.1 §: readers keep what they fetched."""
    built = site(TOWN)
    assert "Salakari" in built.read("/kokoukset/kh/2026-05-04/12/")
    assert [path for path in built.files_containing("Salakari") if "feeds/" in path] == []
    assert "[henkilötieto]" in built.read("feeds/items.atom") and "[henkilötieto]" in built.read("feeds/items.json")


def test_no_text_breaks_a_form(tmp_path: Path) -> None:
    """What XML can't hold is left out of Atom; JSON can say anything but half a sign."""
    bad = "a\x01\x0b\ufffe\uffff]]>\"\\b"
    entry = FeedEntry(bad, "/a/", "urn:uuid:1", "2026-05-20T00:00:00+03:00", (bad,), bad, bad, bad, (Ref(bad, "/b/"),))
    view = FeedView(bad, bad, "fi", "/feeds/items.atom", "/", True, (entry,), "urn:uuid:0", bad)
    pen = Pen(Kit(tmp_path, tmp_path, {}, {}, "https://kunta.example"))
    feed = feedparser.parse(draw_atom(pen, view))
    assert not feed.bozo
    assert feed.feed.title == feed.entries[0].title == feed.entries[0].tags[0].term == 'a]]>"\\b'
    assert json.loads(draw_json(pen, view))["items"][0]["title"] == bad


def test_forms_are_found_where_one_looks_for_them(site: Make) -> None:
    """In the head of the front page and of the page on feeds, with the types that programs look for; each leads to a file."""
    built = site(TOWN)
    for page, names in (("/", ("items", "news")), ("/tilaa/", MAIN)):
        head = built.read(page).partition("</head>")[0]
        for form, kind in (("atom", "atom+xml"), ("json", "feed+json"), ("xml", "rss+xml")):
            link = rf'<link rel="alternate" type="application/{re.escape(kind)}" title="[^"]+" href="(?:\.\./)*feeds/(\w+)\.{form}">'
            found = re.findall(link, head)
            assert found == list(names)


def test_newsboat_reads_atom(site: Make, tmp_path: Path, require_tool: Callable[[str], Path]) -> None:
    """A reader takes an entry for the one that it has by its guid."""
    newsboat, built = require_tool("newsboat"), site(TOWN)
    (tmp_path / "urls").write_text(f"file://{built.output / 'feeds/items.atom'}\n", encoding="utf-8")
    (tmp_path / "config").write_text("", encoding="utf-8")
    command = [str(newsboat), "-C", "config", "-u", "urls", "-c", "cache.db", "-x", "reload"]
    env = {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=tmp_path, check=True, env=env, capture_output=True, timeout=60)
    with closing(sqlite3.connect(tmp_path / "cache.db")) as cache:
        found = cache.execute("SELECT guid, url FROM rss_item ORDER BY id").fetchall()
    assert sorted(found) == sorted((one.id, one.link) for one in rss(built, "items").entries)
