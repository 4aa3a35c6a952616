"""RSS as programs read it: well-formed, and saying just what was written, whatever was written."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from sites import Make, Site

from sitegen.outputs.entries import FeedEntry
from sitegen.outputs.rss import FeedView, draw_feed
from sitegen.outputs.views import Ref
from sitegen.render.pen import Kit, Pen

HOSTILE = Path(__file__).parent.parent.parent.parent / "shared/cases/hostile/naughty-strings.json"
# What no text of a site may hold, and the joint that isn't seen: reading refuses the one and YAML the other.
UNUSABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def news(titles: list[str]) -> str:
    """Return a site with a news item for each title."""
    return "".join(
        f"-- content/news/2026/uutinen-{number}.md --\n"
        f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nlead: {json.dumps(title, ensure_ascii=False)}\n"
        f"date: 2026-05-20\n---\nTeksti.\n"
        for number, title in enumerate(titles)
    )


def read(built: Site, name: str = "news") -> Any:
    """Return a feed as feedparser reads it."""
    return feedparser.parse(built.files[f"feeds/{name}.xml"], sanitize_html=False)


def naughty() -> list[str]:
    """Return the hostile strings that can be a title."""
    if not HOSTILE.exists():
        pytest.skip("the hostile strings are not there")
    strings: list[str] = json.loads(HOSTILE.read_text(encoding="utf-8"))
    marks = ("{.", "<", "personal", "secret")
    usable = [" ".join(text.split()) for text in strings if not UNUSABLE.search(text)]
    return [text for text in dict.fromkeys(usable) if text and not all(mark in text for mark in marks)]


def test_hostile_titles_arrive_as_they_were_written(site: Make) -> None:
    """Whatever a title holds the feed is well-formed, and the reader shows the same words and no markup of theirs."""
    titles = naughty()
    assert len(titles) > 300
    built = site(news(titles))
    ElementTree.fromstring(built.files["feeds/news.xml"])
    feed = read(built)
    assert not feed.bozo
    found = {entry.link.rpartition("-")[2].strip("/"): entry for entry in feed.entries}
    shown = [unescape(found[str(number)].title) for number in range(len(titles))]
    assert [pair for pair in zip(titles, shown, strict=True) if pair[0] != pair[1]] == []
    leads = [unescape(found[str(number)].summary) for number in range(len(titles))]
    assert [pair for pair in zip(titles, leads, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize(("title", "written"), [("Virtanen & Pojat", "Virtanen &amp; Pojat"), ("a <b>", "a &amp;lt;b&gt;")])
def test_a_title_is_the_same_for_readers_of_text_and_of_html(site: Make, title: str, written: str) -> None:
    """An ampersand between words is written once as XML wants it; a tag is written so that it is none in HTML either."""
    assert f"<title>{written}</title>" in site(news([title])).read("feeds/news.xml")


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    """One character that XML 1.0 forbids, in any place of a view, would make the whole feed unreadable."""
    bad = "a\x01\x0b\ufffe\uffff\ud800b"
    entry = FeedEntry(bad, "/a/", "urn:uuid:1", "2026-05-20T00:00:00+03:00", (bad,), bad, bad, bad, (Ref(bad, "/b/"),))
    view = FeedView(bad, bad, "fi", "/feeds/items.xml", "/", True, (entry,))
    drawn = draw_feed(Pen(Kit(tmp_path, tmp_path, {}, {}, "https://kunta.example")), view)
    feed = feedparser.parse(drawn)
    assert not feed.bozo
    assert feed.feed.title == feed.entries[0].title == feed.entries[0].tags[0].term == "ab"
    assert '<a href="https://kunta.example/b/">ab</a>' in feed.entries[0].content[0].value


def test_a_feed_says_what_it_is(site: Make) -> None:
    """Title, language, its own address, the page it belongs to and the day of its newest entry; no program's version."""
    built = site(news(["Silta"]))
    feed = read(built).feed
    assert feed.title == "Esimerkkilän kunta: Uutiset"
    assert feed.link == "https://www.esimerkkila.example/uutiset/"
    assert feed.language == "fi"
    assert feed.updated == "Wed, 20 May 2026 00:00:00 +0300"
    assert feed.generator == "sitegen"
    (own,) = [link for link in feed.links if link.rel == "self"]
    assert (own.href, own.type) == ("https://www.esimerkkila.example/feeds/news.xml", "application/rss+xml")


def test_a_footnote_leads_to_the_page(site: Make) -> None:
    """In a reader that shows many entries at once a mark on this page would lead to another entry's."""
    content = read(site(news(["Silta"]).replace("Teksti.", "Teksti.[^1]\n\n[^1]: Huomautus."))).entries[0].content[0].value
    addresses = re.findall(r'href="([^"]+)"', content)
    assert addresses
    assert [a for a in addresses if not a.startswith("https://www.esimerkkila.example/uutiset/2026/uutinen-0/#")] == []
    assert "Huomautus." in content
