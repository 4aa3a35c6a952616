"""Readers' comments on the page of their news item."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from sites import Make, Site
from walk import Page

SITE = """\
-- content/news/2026/tie.md --
---
title: Tie & silta
date: 2026-05-04
comments: true
---
Kunnantie on poikki.
-- content/news/2026/tie.sv.md --
---
title: Väg
---
Vägen är avstängd.
-- content/news/2026/tie.en.md --
---
title: Road
---
The road is closed.
-- site.toml --
[site]
title = "Esimerkkilän kunta"
url = "https://www.esimerkkila.example"
languages = ["fi", "sv", "en"]
[pdf]
enabled = false
[search]
enabled = false
[comments]
address = "kommentit@esimerkkila.example"
"""
COMMENT = """\
-- content/comments/{folder}/{name}.md --
---
name: {author}
date: {date}
{more}
---
{text}
"""
PAGES = {"fi": "uutiset/2026/tie/index.html", "sv": "sv/nyheter/2026/tie/index.html", "en": "en/news/2026/tie/index.html"}


def comment(
    name: str, text: str = "Hyvä.", author: str = "Nimimerkki", date: str = "2026-05-05", more: str = "", folder: str = "tie"
) -> str:
    """Return the file of a comment."""
    return COMMENT.format(name=name, text=text, author=author, date=date, more=more, folder=folder)


def page(site: Site, lang: str = "fi") -> Page:
    """Return the news item's page."""
    return Page(PAGES[lang], site.files[PAGES[lang]])


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, {"fi": "0 kommenttia", "sv": "0 kommentarer", "en": "0 comments"}),
        (1, {"fi": "1 kommentti", "sv": "1 kommentar", "en": "1 comment"}),
        (2, {"fi": "2 kommenttia", "sv": "2 kommentarer", "en": "2 comments"}),
    ],
)
def test_their_number_is_said_as_each_language_says_it(site: Make, number: int, said: dict[str, str]) -> None:
    """One is not said as two; all languages of the page count the same comments."""
    built = site(SITE + "".join(comment(str(one)) for one in range(number)))
    assert built.codes == []
    assert {lang: page(built, lang).text("//section[contains(@class, 'comments')]/h2") for lang in PAGES} == said


def test_they_stand_in_the_order_in_which_they_came(site: Make) -> None:
    """By day and time, whatever their files are called and whichever name of the news item their folder has."""
    built = site(
        SITE + comment("a", author="Kolmas", date="2026-05-06 9:30") + comment("b", author="Toinen", date="2026-05-06 8:05")
        + comment("a", author="Ensimmäinen", date="5.5.2026", folder="2026/tie")
    )  # fmt: skip
    assert built.codes == []
    assert page(built).texts("//*[@class='comment-head']/b") == ["Ensimmäinen", "Toinen", "Kolmas"]
    assert page(built).all("//*[@class='comment-head']//time/@datetime") == ["2026-05-05", "2026-05-06T08:05", "2026-05-06T09:30"]
    ids = page(built).all("//li[@class='comment']/@id")
    assert (len(set(ids)), [f"#{one}" for one in ids]) == (3, page(built).all("//*[@class='comment-head']/a/@href"))


def test_nothing_in_a_comment_is_more_than_text(site: Make) -> None:
    """No tag, link or heading: what was sent is shown as it was sent, its paragraphs and lines kept."""
    first = "## Otsikko <b>lihava</b>\n[linkki](https://roska.example/) https://roska.example/"
    second = "Toinen kappale &amp; <script>alert(1)</script>"
    built = site(SITE + comment("1", f"{first}\n\n{second}"))
    shown = page(built)
    assert [one.text_content() for one in shown.all("//p[@class='comment-text']")] == [first, second]
    assert shown.all("//p[@class='comment-text']/*") == []


def test_writing_opens_an_e_mail(site: Make) -> None:
    """To the address that site.toml names, with the title and the page's address; what is published and what isn't stands beside it."""
    link = page(site(SITE)).all("//p[@class='act']/a/@href")[0]
    parts = urlsplit(link)
    assert (parts.scheme, parts.path) == ("mailto", "kommentit@esimerkkila.example")
    assert parse_qs(parts.query, strict_parsing=True) == {
        "subject": ["Kommentti: Tie & silta"], "body": ["https://www.esimerkkila.example/uutiset/2026/tie/\n\n"],
    }  # fmt: skip
    assert "+" not in link
    assert "Sähköpostiosoite ei näy" in page(site(SITE)).text("//section[contains(@class, 'comments')]")


def test_writing_may_lead_to_a_form(site: Make) -> None:
    """Where site.toml gives an address on the web the link leads there; without any it is that of feedback."""
    form = site(SITE.replace("kommentit@esimerkkila.example", "https://lomake.esimerkkila.example/?a=1"))
    assert page(form).all("//p[@class='act']/a/@href") == ["https://lomake.esimerkkila.example/?a=1"]


def test_without_an_address_it_is_that_of_feedback(site: Make) -> None:
    """Where nobody said where comments go, they go where feedback goes; where nobody said either, no link leads nowhere."""
    bare = SITE.partition("[comments]")[0]
    to_feedback = page(site(bare + '[organisation]\nfeedback = "palaute@esimerkkila.example"\n'))
    assert to_feedback.all("//p[@class='act']/a/@href")[0].startswith("mailto:palaute@esimerkkila.example?")


def test_comments_that_are_no_longer_taken_are_still_shown(site: Make) -> None:
    """A discussion is closed with ``comments`` in the news item, not by taking away what was said."""
    closed = SITE.replace("comments: true\n", "")
    built = site(closed + comment("1", "Kiitos tiedosta."))
    shown = page(built)
    assert built.codes == []
    assert "Kiitos tiedosta." in shown.text("//main")
    assert "Uusia kommentteja ei enää oteta vastaan." in shown.text("//main")
    assert shown.all("//p[@class='act']") == []


def test_where_nobody_may_comment_and_nobody_has_nothing_is_said(site: Make) -> None:
    """Most news have no comments at all."""
    assert "komment" not in page(site(SITE.replace("comments: true\n", ""))).text("//main").lower()


def test_another_language_is_marked(site: Make) -> None:
    """A comment is shown on every version of the page in its own language, which a screen reader is told."""
    built = site(SITE + comment("1", "Bra.", more="lang: sv") + comment("2.en", "Good."))
    assert built.codes == []
    assert page(built).all("//li[@class='comment']/@lang") == ["sv", "en"]
    assert page(built, "sv").all("//li[@class='comment']/@lang") == ["en"]


def test_a_name_goes_on_its_day(site: Make) -> None:
    """Personal words of a comment are marked as everywhere, and go when its ``personal_until`` is over."""
    said, author = "Naapurini [Matti Virtanen]{.personal} sanoo samaa.", "'[Liisa Virtanen]{.personal}'"
    text = SITE + comment("1", said, author, more="personal_until: 2026-06-01")
    assert len(site(text, as_of="2026-06-01").files_containing("Virtanen")) == 3
    after = site(text, as_of="2026-06-02")
    assert after.files_containing("Virtanen") == []
    assert "Naapurini henkilötieto poistettu" in page(after).text("//main")


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        ("Naapurini [Matti]{.personal} sanoo.", "", "MI008"), ("Naapurini [Matti] {.personal} sanoo.", "", "TX006"),
        ("Tunnukseni on 131052-308T.", "", "PD001"), ("Soita 040 123 4567.", "", "PD002"),
        ('[Salaisuus]{.secret ground="JulkL 24.1 § 20 k"}', "", "MI007"), ("x", "colour: red", "FM002"),
    ],
)  # fmt: skip
def test_what_may_not_be_published_is_told(site: Make, text: str, more: str, code: str) -> None:
    """A comment is looked through as every other text is."""
    built = site(SITE + comment("1", "Alku.\n\n" + text, more=more))
    [fault] = built.built.faults
    assert (fault.code, fault.path) == (code, "content/comments/tie/1.md")
    assert fault.line == {"MI008": 1, "FM002": 4}.get(code, 8)


@pytest.mark.parametrize(
    "field", ["draft: true", "expires: 2026-05-20", "publish_at: 2026-07-01", "withdrawn: {date: 2026-05-20, reason: Virhe}"]
)
def test_they_are_hidden_with_their_news(site: Make, field: str) -> None:
    """Of a news item that isn't on view no comment is either, and none is a fault for that."""
    built = site(SITE.replace("comments: true\n", f"comments: true\n{field}\n", 1) + comment("1", "Ainutlaatuinen sana."))
    assert built.codes == []
    assert built.files_containing("Ainutlaatuinen") == []


def test_only_the_page_has_them(site: Make) -> None:
    """No feed, list or search has a comment: it is what a reader said, and not the organisation."""
    built = site(SITE + comment("1", "Ainutlaatuinen sana."))
    assert built.files_containing("Ainutlaatuinen") == sorted(PAGES.values())
    for path in PAGES.values():
        assert 'class="part comments" data-pagefind-ignore="all"' in built.read(path)


def test_sharing_is_plain_links(site: Make) -> None:
    """Each passes on the page's one address and tells the network nothing of the reader; no script, no frame, no picture."""
    shown = page(site(SITE))
    links = {one.text: one for one in shown.all("//section[contains(@class, 'share')]//a")}
    assert list(links) == ["Sähköpostilla", "Facebook", "WhatsApp", "LinkedIn"]
    for name, link in links.items():
        values = [value for values in parse_qs(urlsplit(link.get("href")).query).values() for value in values]
        assert "https://www.esimerkkila.example/uutiset/2026/tie/" in values
        assert name == "Sähköpostilla" or set(link.get("rel").split()) == {"external", "nofollow", "noreferrer"}
    assert parse_qs(urlsplit(links["Sähköpostilla"].get("href")).query)["subject"] == ["Tie & silta"]


def test_what_is_shared_keeps_no_name(site: Make) -> None:
    """A title with personal words is passed on without them: nobody can take them out of an e-mail."""
    built = site(SITE.replace("title: Tie & silta", 'title: "[Maija Virtanen]{.personal} palkittiin"\npersonal_until: 2026-12-31'))
    hrefs = re.findall(r'href="(mailto:[^"]*)"', built.read("/uutiset/2026/tie/"))
    assert len(hrefs) == 2
    assert all("Virtanen" not in unescape(one) and "henkil" in one for one in hrefs)
