"""What became of things after they were published: on their pages, in feeds, and on the page of all corrections."""

from __future__ import annotations

import re

import feedparser
from sites import TOML, Make, Site

TWO_LANGUAGES = f"-- site.toml --\n{TOML}languages = [\"fi\", \"sv\"]\n"
BOARDS = """
-- content/minutes/kh/board.md --
---
name: Kunnanhallitus
abbreviation: KH
---
-- content/minutes/kv/board.md --
---
name: Kunnanvaltuusto
abbreviation: KV
---
"""
CASE = """
-- content/cases/7-2026.md --
---
title: Silta
court:
  - {date: 2026-05-20, text: Valitus tuli vireille.}
  - {date: 2026-05-28, text: Valitus hylättiin.}
---
"""


def item(board: str, section: int, title: str, more: str = "", case: str = "7/2026", number: int = 1) -> str:
    """Return a decision of a board that stands on no meeting's file."""
    path = f"content/minutes/{board}/2026-05-04/{number}-{section}.md"
    return f"-- {path} --\n---\ntitle: {title}\nsection: {section}\ncase: {case}\n{more}---\n## Päätös\n\nKyllä.\n"


def text_of(html: str) -> str:
    """Return the words of HTML, one space between them."""
    return " ".join(re.sub("<[^>]+>", " ", html).split()).replace(" .", ".")


def titles(built: Site, feed: str) -> list[str]:
    """Return the titles of a feed's entries."""
    return [entry.title for entry in feedparser.parse(built.files[f"feeds/{feed}.xml"]).entries]


def test_a_court_is_heard_on_each_page_of_its_case_newest_first(site: Make) -> None:
    """Kuntalaki 142 §: whoever reads the decision, or the case, is told how the court decided; who reads another isn't."""
    built = site(BOARDS + CASE + item("kh", 12, "Sillan korjaus") + item("kv", 3, "Siltarahat") + item("kh", 13, "Tie", case="8/2026"))
    for address in ("/kokoukset/kh/2026-05-04/12/", "/kokoukset/kv/2026-05-04/3/", "/asiat/7-2026/"):
        page = text_of(built.read(address))
        assert "28.5.2026 Valitus hylättiin. 20.5.2026 Valitus tuli vireille." in page, address
    assert "Valitus" not in built.read("/kokoukset/kh/2026-05-04/13/")


def test_a_court_is_heard_in_the_feeds_of_the_boards_that_decided(site: Make) -> None:
    """Kuntalaki 142 §: it is new in the feed of all decisions, and of those boards alone; each time it is one entry with one guid."""
    other = item("tl", 1, "Tie", case="8/2026")
    built = site(BOARDS + CASE + item("kh", 12, "Sillan korjaus") + item("kv", 3, "Siltarahat") + other)
    guids = set()
    for feed in ("items", "boards/kh", "boards/kv", "cases/7-2026"):
        entries = feedparser.parse(built.files[f"feeds/{feed}.xml"]).entries
        assert [entry.summary for entry in entries[:2]] == ["Valitus hylättiin.", "Valitus tuli vireille."], feed
        guids |= {entry.id for entry in entries[:2]}
    assert len(guids) == 2
    assert titles(built, "boards/tl") == ["Tl § 1 Tie"]


def test_a_court_is_heard_in_no_feed_of_a_board_that_is_still_to_decide(site: Make) -> None:
    """A board whose agenda only names the case has no decision that a court could have judged."""
    agenda = "-- content/minutes/kv/2026-06-08/meeting.md --\n---\nstatus: agenda\n---\n"
    coming = "-- content/minutes/kv/2026-06-08/1-a.md --\n---\ntitle: Siltarahat\nagenda: 1\ncase: 7/2026\n---\n"
    built = site(BOARDS + CASE + item("kh", 12, "Sillan korjaus") + agenda + coming)
    assert titles(built, "boards/kv") == []


def test_all_corrections_stand_on_one_page_newest_first(site: Make) -> None:
    """Each has its day, what it is, the reference with a link, and its whole text."""
    correction = "corrections: [{date: 2026-05-22, text: Summa on 12 000 euroa.}]\n"
    pulled = "withdrawn: {date: 2026-05-25, reason: Asia käsitellään uudelleen.}\n"
    built = site(BOARDS + CASE + item("kh", 12, "Sillan korjaus", correction) + item("kh", 13, "Salaisuus Virtanen", pulled))
    page = built.read("/korjaukset/")
    lines = [text_of(line) for line in re.findall(r'<li class="entry">.*?</li>', page, re.DOTALL)]
    assert lines == [
        "28.5.2026 7/2026 Silta Valitus hylättiin. Tuomioistuimen ratkaisu",
        "25.5.2026 KH 4.5.2026 § 13 Asia käsitellään uudelleen. Poistettu sivustolta",
        "22.5.2026 KH 4.5.2026 § 12 Sillan korjaus Summa on 12 000 euroa. Korjaus",
        "20.5.2026 7/2026 Silta Valitus tuli vireille. Tuomioistuimen ratkaisu",
    ]
    for address in ("asiat/7-2026/", "kokoukset/kh/2026-05-04/13/", "kokoukset/kh/2026-05-04/12/"):
        assert f'href="../{address}"' in page
    assert built.files_containing("Virtanen") == []


def test_every_page_leads_to_the_corrections(site: Make) -> None:
    """They stand at the foot of each page in its own language, even while there are none; nothing in the main menu."""
    built = site(TWO_LANGUAGES + item("kh", 12, "Sillan korjaus"))
    assert '<a href="korjaukset/">Korjaukset ja poistot</a>' in built.read("/").partition("<footer")[2]
    assert '<a href="../sv/rattelser/">Rättelser och borttagningar</a>' in built.read("/sv/").partition("<footer")[2]
    assert "korjaukset/" not in built.read("/").partition("<main")[0]
    assert "Här finns ingenting ännu." in built.read("/sv/rattelser/")


def test_many_corrections_are_parted_from_the_oldest(site: Make) -> None:
    """Page 1 holds the oldest 50, whose texts stay as they are when another comes."""
    notes = "".join(f"  - {{date: 2026-05-{5 + n // 4:02}, text: Korjaus {n}.}}\n" for n in range(70))
    built = site(BOARDS + item("kh", 12, "Sillan korjaus", f"corrections:\n{notes}"))
    newest, oldest = built.read("/korjaukset/"), built.read("/korjaukset/sivu-1/")
    assert newest.count('<li class="entry">') == 20
    assert oldest.count('<li class="entry">') == 50
    assert 'href="../korjaukset/sivu-1/"' in newest


def test_what_a_translation_corrects_is_told_in_its_language(site: Make) -> None:
    """The Swedish page has Swedish words where there are any, and marks those that are Finnish."""
    correction = "corrections: [{date: 2026-05-22, text: Summa on 12 000 euroa.}]\n"
    swedish = "-- content/minutes/kh/2026-05-04/1-12.sv.md --\n---\ntitle: Bron\ncorrections: [{text: Summan är 12 000 euro.}]\n---\nJa.\n"
    built = site(TWO_LANGUAGES + BOARDS + item("kh", 12, "Silta", correction) + swedish + item("kv", 3, "Rahat", correction))
    page = built.read("/sv/rattelser/")
    assert '<p class="entry-text">Summan är 12 000 euro.</p>' in page
    assert '<p class="entry-text" lang="fi">Summa on 12 000 euroa.</p>' in page
    assert 'href="../../sv/moten/kh/2026-05-04/12/"' in page
    assert 'href="../../kokoukset/kv/2026-05-04/3/" hreflang="fi"' in page


def test_a_meeting_still_says_that_it_had_an_item_that_was_withdrawn(site: Make) -> None:
    """Its line stands in the order of the meeting with its section and the way to the page that says why, without the title."""
    pulled = "withdrawn: {date: 2026-05-25, reason: Asia käsitellään uudelleen.}\n"
    one = item("kh", 12, "Silta", number=1) + item("kh", 13, "Virtanen", pulled, number=2) + item("kh", 14, "Tie", number=3)
    page = site(BOARDS + one).read("/kokoukset/kh/2026-05-04/")
    table = text_of(page.partition("<tbody>")[2].partition("</tbody>")[0])
    assert table == "§ 12 Silta § 13 KH 4.5.2026 § 13 Poistettu sivustolta § 14 Tie"


def test_what_was_all_that_a_case_and_a_meeting_had_takes_them_along(site: Make) -> None:
    """Nobody describes them but the item: once it is withdrawn they are no pages, and nothing leads to them."""
    pulled = "withdrawn: {date: 2026-05-25, reason: Asia käsitellään uudelleen.}\n"
    built = site(item("kh", 13, "Virtanen", pulled))
    assert built.codes == []
    assert built.files_containing("Virtanen") == built.files_containing("asiat/7-2026") == []
    assert "Kh 4.5.2026 § 13" in built.read("/kokoukset/kh/2026-05-04/13/")


NEWS = """
-- content/news/2026/huhu.md --
---
title: Virtanen ja silta
date: 2026-05-04
lead: Virtanen kertoo.
topics: [sillat]
cases: [7/2026]
aliases: [/vanha/]
image: {file: kuva.svg, alt: Virtanen}
withdrawn: {date: 2026-05-20, reason: Tiedot olivat virheellisiä.}
---
Virtanen kertoi.
-- content/news/2026/kuva.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Virtanen</title></svg>
-- content/documents/selvitys/document.md --
---
title: Virtasen selvitys
date: 2026-05-05
cases: [7/2026]
file: selvitys.pdf
withdrawn: {date: 2026-05-21, reason: Selvitys oli kesken.}
---
Virtanen selvitti.
-- content/documents/selvitys/selvitys.pdf --
Virtanen
"""


def test_withdrawn_news_and_documents_leave_a_page_that_says_so(site: Make) -> None:
    """The day and the reason stand there, and nothing of them is left elsewhere: no list, feed, case, topic or file."""
    built = site(NEWS, as_of="2026-05-21")
    assert built.codes == []
    assert built.files_containing("irta") == []
    news, document = (text_of(built.read(address)) for address in ("/uutiset/2026/huhu/", "/asiakirjat/selvitys/"))
    assert "Uutinen 4.5.2026 Tässä ollut sisältö poistettiin sivustolta 20.5.2026. Syy: Tiedot olivat virheellisiä." in news
    assert "Asiakirja 5.5.2026 Tässä ollut sisältö poistettiin sivustolta 21.5.2026. Syy: Selvitys oli kesken." in document
    assert not {"aiheet/sillat/index.html", "asiat/7-2026/index.html", "uutiset/2026/index.html"} & built.files.keys()
    assert "Sivu on siirtynyt" in built.read("/vanha/")


def test_before_its_day_a_withdrawal_hides_nothing(site: Make) -> None:
    """The day is the first one without the page, as for items."""
    built = site(NEWS, as_of="2026-05-19")
    assert "Virtanen kertoi." in built.read("/uutiset/2026/huhu/")
    assert "Virtanen selvitti." in built.read("/asiakirjat/selvitys/")
    assert built.built.next_change is not None
    assert str(built.built.next_change) == "2026-05-20"


def test_withdrawn_news_are_told_in_the_feed_of_news(site: Make) -> None:
    """The notice is an entry of its own, for readers keep what they fetched; a document was never told in a feed."""
    before = feedparser.parse(site(NEWS, as_of="2026-05-19").files["feeds/news.xml"]).entries
    built = site(NEWS, as_of="2026-06-01")
    (entry,) = feedparser.parse(built.files["feeds/news.xml"]).entries
    assert (entry.title, entry.summary) == ("Poistettu sivustolta: Uutinen 4.5.2026", "Tiedot olivat virheellisiä.")
    assert entry.published == "Wed, 20 May 2026 00:00:00 +0300"
    assert entry.id != before[0].id
    assert titles(built, "items") == []


def test_news_that_never_came_leave_no_trace_when_withdrawn(site: Make) -> None:
    """A draft, and what is still to be published, are not told of."""
    pulled = "withdrawn: {date: 2026-05-05, reason: Virhe.}"
    for line in ("draft: true", "publish_at: 2026-07-01"):
        built = site(f"-- content/news/a.md --\n---\ntitle: Virtanen\ndate: 2026-05-04\n{line}\n{pulled}\n---\n")
        assert "uutiset/2026/a/index.html" not in built.files
        assert "Virhe." not in built.read("/korjaukset/")


def test_what_expires_after_its_withdrawal_goes_on_saying_why(site: Make) -> None:
    """The end of its time is no reason to forget that it was withdrawn."""
    lines = "expires: 2026-05-20\nwithdrawn: {date: 2026-05-10, reason: Virheellinen.}"
    built = site(f"-- content/news/a.md --\n---\ntitle: Tie\ndate: 2026-05-04\n{lines}\n---\nPoikki.\n")
    assert "Virheellinen." in built.read("/uutiset/2026/a/")


def test_an_attachment_that_is_a_withdrawn_document_leads_nowhere(site: Make) -> None:
    """The item still tells that it had the attachment, by the name that the item gives it."""
    attached = "attachments: [{title: Liite 1, document: selvitys}]\n"
    page = site(NEWS + item("kh", 12, "Silta", attached, case="9/2026")).read("/kokoukset/kh/2026-05-04/12/")
    assert "Liite 1" in page
    assert "selvitys" not in page
