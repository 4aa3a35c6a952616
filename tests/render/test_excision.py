"""What is left of files that led to a page, once that is taken out of them."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from sitegen.render.excision.calendars import without_events
from sitegen.render.excision.feeds import without_entries
from sitegen.render.excision.files import cleaned, names, shown_title
from sitegen.render.excision.json_feeds import without_items
from sitegen.render.excision.markup import without_links
from sitegen.render.excision.reach import Reach

URL = "https://www.esimerkkila.example"
GONE = "/kokoukset/kh/2026-05-04/12/"
REACH = Reach(URL, frozenset({GONE}), frozenset({GONE + "vanha/"}))


def leads(link: str) -> bool:
    """Tell whether a link of these tests leads to what goes."""
    return link.startswith("GONE")


def left(html: str, bare: bool = False) -> str:
    """Return what is left of some HTML."""
    return without_links(html, leads, bare).html


@pytest.mark.parametrize(
    ("page", "link", "does"),
    [
        ("/", "kokoukset/kh/2026-05-04/12/", True),
        ("/kokoukset/kh/2026-05-04/11/", "../12/", True),
        ("/kokoukset/kh/2026-05-04/11/", "../12/#paatos", True),
        ("/kokoukset/kh/2026-05-04/", "12/liite%201.pdf", True),
        ("/404.html", URL + GONE, True),
        ("/", GONE + "index.html", True),
        ("/", GONE.rstrip("/"), True),
        ("/", "kokoukset/kh/2026-05-04/", False),
        ("/kokoukset/kh/2026-05-04/11/", "../13/", False),
        ("/kokoukset/kh/2026-05-04/112/", "", False),
        ("/", "kokoukset/kh/2026-05-04/121/", False),
        ("/", GONE + "vanha/", False),
        ("/", "https://muu.example" + GONE, False),
        ("/", "mailto:a@muu.example", False),
        ("/", "http://[rikki/12/", False),
    ],
)
def test_a_link_leads_where_a_browser_would_go(page: str, link: str, does: bool) -> None:
    """Relative, whole, with a part or without: the page and all below it is meant, but for what is another's."""
    assert REACH.leads_from(page)(link) is does


def test_a_site_below_a_path_is_told_by_its_whole_url() -> None:
    """The same path elsewhere on that server is another site's."""
    below = Reach("https://a.example/kunta", frozenset({"/12/"}))
    assert below.leads_from("/x/")("../12/")
    assert below.leads_from("/x/")("https://a.example/kunta/12/")
    assert not below.leads_from("/x/")("https://a.example/12/")


@pytest.mark.parametrize(
    ("html", "after"),
    [
        ('<ul>\n<li>a</li>\n<li class="entry"><p><a href="GONE">B</a></p><p>words</p></li>\n</ul>', "<ul>\n<li>a</li>\n\n</ul>"),
        ("<ol><li>a<ul><li>b <a href=GONE>B</a></li></ul></li></ol>", "<ol><li>a<ul></ul></li></ol>"),
        ('<table><tr><td>1</td></tr><tr><td><a href="GONE">B</a></td></tr></table>', "<table><tr><td>1</td></tr></table>"),
        ('<ul><li>a<li><a href="GONE">B</a><li>c</ul>', "<ul><li>a<li>c</ul>"),
        ('<p>Katso <a class="x" href="GONE"><b>B</b> &amp; C</a>.</p>', "<p>Katso <b>B</b> &amp; C.</p>"),
        ('<p class="part prose"><ul><li>c <a href="GONE">B</a></li></ul></p>', '<p class="part prose"><ul><li>c B</li></ul></p>'),
        ('<ul><li><div class="prose"><a href="GONE">B</a></div></li></ul>', '<ul><li><div class="prose">B</div></li></ul>'),
        ('<figure><img src="GONE/a.png" alt="B"><figcaption>c</figcaption></figure>', "<figure><figcaption>c</figcaption></figure>"),
        ('<link rel="alternate" href="GONE"><link rel="x" href="y">', '<link rel="x" href="y">'),
        ("<!-- <li><a href='GONE'>B</a></li> --><p>a &lt; b</p>", "<!-- <li><a href='GONE'>B</a></li> --><p>a &lt; b</p>"),
        ("<ul><li><a href='GONE'>auki", "<ul>"),
        ('<A HREF="GONE">B</A>', "B"),
        ("<p>ä😀\n\n<a href='GONE'>B</a>\n😀</p>", "<p>ä😀\n\nB\n😀</p>"),
    ],
)  # fmt: skip
def test_a_line_goes_and_running_text_stays(html: str, after: str) -> None:
    """The smallest line or row around the link is cut; what somebody wrote keeps its words and loses the link alone."""
    assert left(html) == after


def test_a_feed_loses_lines_that_say_nothing_else() -> None:
    """Nothing there tells the site's lists from those of a decision: a line with words of its own is taken for the latter."""
    html = '<ul><li><a href="GONE">§ 12 Silta</a></li><li>Katso <a href="GONE">§ 12</a> myös</li></ul>'
    assert left(html, bare=True) == "<ul><li>Katso § 12 myös</li></ul>"


def test_a_description_loses_what_the_lines_said() -> None:
    """A meeting's page and feed list its items' titles in a sentence; one that begins alike stays."""
    html = '<meta name="description" content="Silta; Siltarahat &amp; tie; Koulu"><tr><td><a href="GONE">Silta</a></td></tr>'
    assert left(html) == '<meta name="description" content="Siltarahat &amp; tie; Koulu">'
    assert left(html.replace("Silta; Siltarahat &amp; tie; Koulu", "Silta")) == ""


# Lines of lists, rows and paragraphs, with links that lead there or elsewhere, nested as templates nest them.
TEXT = st.text("abcäö&<>'\" \n", max_size=8).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
LINK = st.builds(lambda to, text: f'<a class="x" href="{to}">{text}</a>', st.sampled_from(["GONE/x", "../muu/", "GONE"]), TEXT)
INLINE = st.lists(st.one_of(TEXT, LINK, st.just('<img src="a.png" alt="">'), TEXT.map("<b>{}</b>".format)), max_size=3).map("".join)


def within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return what may stand around some HTML."""
    some = st.lists(inner, max_size=3)
    return st.one_of(
        some.map(lambda parts: "<ul>" + "".join(f"\n<li>{part}</li>" for part in parts) + "</ul>"),
        some.map(lambda parts: "<table>" + "".join(f"<tr><td>{part}</td><td>1</td></tr>" for part in parts) + "</table>"),
        some.map(lambda parts: f"<div>{''.join(parts)}</div>"),
        some.map(lambda parts: f'<div class="part prose">{"".join(parts)}</div>'),
    )


PAGES = st.recursive(INLINE.map("<p>{}</p>".format), within, max_leaves=12)


def kept_words(html: str) -> str:
    """Return the words that must stay, found by another way: a tree whose lines are removed from it."""
    tree = lxml_html.fragment_fromstring(html, create_parent="main")
    for link in [one for one in tree.iter("a") if leads(one.get("href", ""))]:
        around = list(link.iterancestors())
        line = next((one for one in around if one.tag in ("li", "tr")), None)
        if line is not None and not any("prose" in (one.get("class") or "").split() for one in around):
            line.drop_tree() if line.getparent() is not None else None
    return "".join("".join(tree.itertext()).split())


@given(PAGES)
def test_what_remains_is_whole_and_leads_elsewhere(html: str) -> None:
    """It parses as it did, no link leads there, and all words stay but those of the lines that did."""
    after = left(html)
    tree = lxml_html.fragment_fromstring(after, create_parent="main")
    assert not [one for one in tree.iter("a") if leads(one.get("href", ""))]
    assert "".join("".join(tree.itertext()).split()) == kept_words(html)
    closed = re.sub(r"(<img[^>]*)>", r"\1/>", after)
    etree.fromstring(f"<main>{closed}</main>")


@given(PAGES)
def test_html_that_leads_nowhere_is_kept_to_the_byte(html: str) -> None:
    """What has no link to the page comes back as the same text."""
    html = html.replace("GONE", "muu")
    assert left(html) == html


@given(st.text("<>/a li=\"'-! GONEhref\n", max_size=60))
def test_no_text_breaks_it(html: str) -> None:
    """Whatever a file holds, it is read to its end, and what has no link stays."""
    assert len(left(html)) <= len(html)
    assert left(html.replace("GONE", "")) == html.replace("GONE", "")


LINE = f'&lt;li&gt;&lt;a href="{URL}{GONE}"&gt;§ 12 Silta &amp;amp; tie&lt;/a&gt;&lt;/li&gt;'
FEED = f"""<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>Päätökset</title>
    <item>
      <title>KH § 12 Silta</title>
      <link>{URL}{GONE}</link>
      <description>Kyllä.</description>
    </item>
    <item>
      <title>KH § 13 Tie</title>
      <link>{URL}/kokoukset/kh/2026-05-04/13/</link>
      <description>Ei &amp;amp; ei.</description>
      <content:encoded>&lt;p&gt;Katso &lt;a href="{URL}{GONE}"&gt;§ 12&lt;/a&gt; &amp;amp;&#13;.&lt;/p&gt;</content:encoded>
    </item>
    <item>
      <title>Kokous</title>
      <link>{URL}/kokoukset/kh/2026-05-04/</link>
      <description>Talo. § 12 Silta &amp;amp; tie; § 12 Silta &amp;amp; tiet; § 13 Tie</description>
      <content:encoded>&lt;ul&gt;{LINE}&lt;/ul&gt;</content:encoded>
    </item>
  </channel>
</rss>
"""


def test_a_feed_loses_the_entry_and_others_their_links() -> None:
    """Nothing else of it changes, not even the space between entries."""
    after = without_entries(FEED.encode(), REACH.leads_from("/feeds/items.xml")).decode()
    entry = FEED[FEED.index("\n    <item>") : FEED.index("</item>") + len("</item>")]
    expected = FEED.replace(entry, "", 1)
    expected = expected.replace(f'Katso &lt;a href="{URL}{GONE}"&gt;§ 12&lt;/a&gt;', "Katso § 12")
    expected = expected.replace("Talo. § 12 Silta &amp;amp; tie; ", "Talo. ")
    expected = expected.replace(LINE, "")
    assert after == expected


ATOM = f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi">
  <link href="{URL}/feeds/items.atom" rel="self"/>
  <entry>
    <id>urn:uuid:1</id>
    <link href="{URL}{GONE}"/>
    <summary>Kyllä.</summary>
  </entry>
  <entry>
    <id>urn:uuid:2</id>
    <content type="html">&lt;ul&gt;{LINE}&lt;/ul&gt;</content>
    <link href="{URL}/kokoukset/kh/2026-05-04/"/>
    <summary>Talo. § 12 Silta &amp;amp; tie; § 12 Silta &amp; tie; § 13 Tie</summary>
  </entry>
</feed>
"""


def test_an_atom_feed_loses_the_same() -> None:
    """Its links are attributes, and what it says in short is text: what only looks like the words in HTML stays."""
    after = without_entries(ATOM.encode(), REACH.leads_from("/feeds/items.atom")).decode()
    entry = ATOM[ATOM.index("\n  <entry>") : ATOM.index("</entry>") + len("</entry>")]
    assert after == ATOM.replace(entry, "", 1).replace(LINE, "").replace("§ 12 Silta &amp; tie; ", "")


def json_feed(*items: dict[str, str]) -> bytes:
    """Return a JSON feed of *items*."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Päätökset", "items": items}
    return msgspec.json.format(msgspec.json.encode(feed)) + b"\n"


def test_a_json_feed_loses_the_same() -> None:
    """An entry goes as a whole, others lose lines and links; a feed that leads nowhere, and JSON that is none, stay to the byte."""
    leads = REACH.leads_from("/feeds/items.json")
    gone = {"url": URL + GONE, "summary": "Kyllä."}
    line = f'<li><a href="{URL}{GONE}">§ 12 Silta &amp; tie</a></li>'
    meeting = {"url": f"{URL}/a/", "content_html": f"<ul>{line}</ul>", "summary": "§ 12 Silta & tie; § 13 Tie"}
    left = {"url": f"{URL}/a/", "content_html": "<ul></ul>", "summary": "§ 13 Tie"}
    assert without_items(json_feed(gone, meeting), leads) == json_feed(left)
    for data in (json_feed(left).replace(b"\n", b""), b'{"items": [{"url": "' + (URL + GONE).encode() + b'"}]}', b"{", b"[]"):
        assert without_items(data, leads) == data


def test_a_sitemap_loses_the_address() -> None:
    """Its line goes as a whole; other lines stay."""
    lines = [f"<url><loc>{URL}{path}</loc></url>" for path in ("/", GONE, "/kokoukset/kh/2026-05-04/121/")]
    xml = "<urlset>\n" + "\n".join(lines) + "\n</urlset>\n"
    assert without_entries(xml.encode(), REACH.leads_from("/sitemap.xml")).decode() == xml.replace(lines[1] + "\n", "")


def test_xml_that_is_none_is_left_alone() -> None:
    """What can't be read is not cut by guess."""
    broken = FEED.replace("</channel>", "").encode()
    assert without_entries(broken, REACH.leads_from("/a.xml")) == broken


def event(address: str, name: str) -> str:
    """Return an event whose address is folded in the middle."""
    line = f"URL:{URL}{address}"
    return f"BEGIN:VEVENT\r\nSUMMARY:{name}\r\n{line[:40]}\r\n {line[40:]}\r\nEND:VEVENT\r\n"


def test_a_calendar_loses_the_event() -> None:
    """Lines are folded anywhere, in the middle of an address too."""
    start, end = "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n"
    events = [event("/kokoukset/kh/2026-05-04/13/", "a"), event(GONE, "b"), event("/kokoukset/kh/2026-05-04/14/", "c")]
    text = start + "".join(events) + end
    assert without_events(text, REACH.leads_from("/a.ics")) == start + events[0] + events[2] + end


@pytest.mark.parametrize(
    ("path", "data", "after"),
    [
        ("index.html", f'<li><a href=".{GONE}">B</a></li>'.encode(), b""),
        ("a/index.html", b'<a href="../kokoukset/kh/2026-05-04/12/">B</a>', b"B"),
        ("a.html", b'<a href="kokoukset/kh/2026-05-04/12/">\xff</a>', b'<a href="kokoukset/kh/2026-05-04/12/">\xff</a>'),
        ("a.json", json_feed({"url": URL + GONE, "summary": ""}), json_feed()),
        ("a.txt", GONE.encode(), GONE.encode()),
    ],
)
def test_a_file_is_read_by_its_kind(path: str, data: bytes, after: bytes) -> None:
    """A page's links are relative to its address; a file that isn't text, or of another kind, stays."""
    assert cleaned(path, data, REACH) == after


def test_a_title_is_found_in_json() -> None:
    """There a quotation mark has a sign before it."""
    assert names(msgspec.json.encode({"title": 'Tie "Ranta"'}), ('Tie "Ranta"',))


@pytest.mark.parametrize("sign", ["&", "&amp;", "&amp;amp;"])
def test_a_title_is_found_however_it_is_written(sign: str) -> None:
    """In plain text, in HTML and in HTML within XML; a file that isn't text says none."""
    title = shown_title("Tie & [Maija]{.personal} & muut")
    assert title == "Tie & Maija & muut"
    assert names(f"x {title} y".replace("&", sign).encode(), (title,))
    assert not names(b"\xff" + title.encode(), (title,))
