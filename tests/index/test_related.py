"""What else a page offers to read: honest, the same however files are read, and never changed by what came later."""

from __future__ import annotations

import random
from array import array
from datetime import date, timedelta
from pathlib import Path

from sites import Make, Site, rebuild, unpack
from walk import Page

from sitegen.index.related import _Past
from sitegen.index.site import Step
from sitegen.index.things import Version, thing_of
from sitegen.model.body import Outline
from sitegen.model.facts import Item

BEGIN = date(2026, 1, 5)
WORDS = (
    "kyläkoulu vesitorni rantareitti jätevesiputki satamalaituri museotalo nuorisotila urheilukenttä pyörätie kirjastoauto".split()
)


def news(slug: str, text: str = "", day: int = 0, **fields: object) -> str:
    """Return a news item's file, below its path; *text* stands in it twice, so that its words tell what it is about."""
    lines = "".join(f"{name}: {value}\n" for name, value in ({"title": slug.capitalize()} | fields).items())
    return f"-- content/news/{slug}.md --\n---\n{lines}date: {BEGIN + timedelta(days=day)}\n---\n{text} {text}\n"


def item(number: int, text: str = "", day: int = 0, **fields: object) -> str:
    """Return an item's file, below its path."""
    lines = "".join(f"{name}: {value}\n" for name, value in ({"title": f"Asia {number}"} | fields).items())
    folder = f"content/minutes/hallitus/{BEGIN + timedelta(days=day)}"
    return f"-- {folder}/{number}-a.md --\n---\n{lines}section: {number}\n---\n{text} {text}\n"


def document(slug: str, text: str = "", day: int = 0, **fields: object) -> str:
    """Return a document's file, below its path."""
    lines = "".join(f"{name}: {value}\n" for name, value in ({"title": slug.capitalize()} | fields).items())
    return f"-- content/documents/{slug}/document.md --\n---\n{lines}date: {BEGIN + timedelta(days=day)}\n---\n{text} {text}\n"


def offered(site: Site, address: str) -> list[str]:
    """Return the titles that the page at *address* offers to read, in order."""
    page = Page(f"{address[1:]}index.html", site.read(address).encode())
    return page.texts("//section[contains(@class, 'related')]//*[@class='entry-title']")


def test_shared_rare_words_relate(site: Make) -> None:
    """Three are enough, in any inflection; two are not, and a page with nothing to offer has no such section."""
    text = "Vesitorni korjataan. Rantareitti suljetaan. Satamalaituri siirretään."
    forms = "Vesitornin maalaus. Rantareitillä kaivetaan. Satamalaiturissa on vika."
    built = site(item(1, text) + item(2, forms, 7) + item(3, "Vesitornia ja rantareittiä.", 14))
    assert offered(built, "/kokoukset/hallitus/2026-01-12/2/") == ["Asia 1"]
    assert offered(built, "/kokoukset/hallitus/2026-01-19/3/") == []
    assert "Lue myös" not in built.read("/kokoukset/hallitus/2026-01-19/3/")


def test_a_shared_topic_lends_weight_to_a_word(site: Make) -> None:
    """With it one word is enough; alone it is a reason between news only, whose readers follow topics."""
    built = site(
        item(1, "Vesitorni korjataan.", topics="[vesi]")
        + item(2, "Vesitornin maalaus.", 7, topics="[vesi]")
        + item(3, "Muuta.", 14, topics="[vesi]")
        + news("eka", day=1, topics="[vesi]")
        + news("toka", day=2, topics="[vesi]")
    )
    assert offered(built, "/kokoukset/hallitus/2026-01-12/2/") == ["Asia 1"]
    assert offered(built, "/kokoukset/hallitus/2026-01-19/3/") == []
    assert offered(built, "/uutiset/2026/toka/") == ["Eka"]


def test_a_document_offers_its_case_first(site: Make) -> None:
    """What belongs to its case stands before what shares words; a news item lists its case's things elsewhere."""
    text = "Vesitorni korjataan. Rantareitti suljetaan. Satamalaituri siirretään."
    built = site(
        news("a", "Muuta.", cases="[7/2026]")
        + news("b", text, 1)
        + document("c", text, 2, cases="[7/2026]")
        + news("d", text, 3, cases="[7/2026]")
    )
    assert offered(built, "/asiakirjat/c/") == ["A", "B"]
    assert offered(built, "/uutiset/2026/d/") == ["B"]


def test_a_document_that_is_attached_is_not_offered_again(site: Make) -> None:
    """An item's page has it among the attachments."""
    text = "Vesitorni korjataan. Rantareitti suljetaan. Satamalaituri siirretään."
    built = site(document("selvitys", text) + item(1, text, 7) + item(2, text, 14, attachments="[{document: selvitys}]"))
    assert offered(built, "/kokoukset/hallitus/2026-01-12/1/") == ["Selvitys"]
    assert offered(built, "/kokoukset/hallitus/2026-01-19/2/") == ["Asia 1"]


def test_what_an_author_names_comes_first(site: Make) -> None:
    """Even what is newer, and more than four of it."""
    names = "[b, c, d, e, f]"
    built = site(news("a", related=names) + "".join(news(name, day=3) for name in "bcdef"))
    assert offered(built, "/uutiset/2026/a/") == list("BCDEF")


def test_nothing_hidden_is_offered(site: Make) -> None:
    """Neither what is withdrawn, expired, a draft, not published yet nor secret, and nothing that only a person's name relates."""
    text = "Vesitorni korjataan. Rantareitti suljetaan. Satamalaituri siirretään."
    named = "Asian esitteli Maija Rantareitti, läsnä Pekka Vesitorni ja Anna Satamalaituri."
    built = site(
        news("a", text, withdrawn="{date: 2026-02-02, reason: Virhe.}")
        + news("b", text, expires="2026-02-01")
        + news("c", text, draft="true")
        + news("d", text, publish_at="2027-01-01")
        + item(1, named)
        + item(2, title="Vesitorni, rantareitti ja satamalaituri", publicity="{level: secret, ground: JulkL 24.1 § 20 k}")
        + news("e", text, 9)
    )
    assert offered(built, "/uutiset/2026/e/") == []


def test_personal_words_relate_nothing(site: Make) -> None:
    """A marked name is no term, nor are the words that take its place."""
    text = "[Vesitorni Rantareitti]{.personal} ja [satamalaituri]{.personal} sekä [museotalo]{.personal}."
    built = site(news("a", text, personal_until="2026-02-01") + news("b", text, 1, personal_until="2026-02-01"))
    assert offered(built, "/uutiset/2026/b/") == []


def town(seed: int, count: int) -> list[str]:
    """Return the files of items, news and documents that share words and topics by chance, oldest first."""
    pick = random.Random(seed)
    makers = [
        lambda n, text, topic: item(n + 1, text, 7 * n, topics=topic),
        lambda n, text, topic: news(f"n{n}", text, 7 * n, topics=topic),
    ]
    makers.append(lambda n, text, topic: document(f"d{n}", text, 7 * n, topics=topic))
    texts = (". ".join(word.capitalize() + " korjataan" for word in pick.sample(WORDS, 4)) + "." for _ in range(count))
    return [pick.choice(makers)(number, text, f"[{pick.choice(('tiet', 'vesi', 'koulut'))}]") for number, text in enumerate(texts)]


def pages(site: Site) -> dict[str, bytes]:
    """Return the pages of items, news and documents."""
    return {path: data for path, data in site.files.items() if path.count("/") >= 2 and path.endswith("index.html")}


def test_something_new_changes_no_older_page(tmp_path: Path) -> None:
    """What is offered was chosen among what was there, and weighed by that alone: only the neighbours in a list may differ."""
    files = town(3, 14)
    before = rebuild(unpack("".join(files[:-1]), tmp_path / "before"), tmp_path / "a")
    after = rebuild(unpack("".join(files), tmp_path / "after"), tmp_path / "b")
    places = [place for place in pages(before) if offered(before, f"/{place.removesuffix('index.html')}")]
    assert len(places) > 5
    assert all(offered(before, f"/{place[:-10]}") == offered(after, f"/{place[:-10]}") for place in places)


def test_the_order_of_files_says_nothing(tmp_path: Path) -> None:
    """The same files, written in another order and read by another store, offer the same."""
    files = town(4, 12)
    shuffled = random.Random(1).sample(files, len(files))
    one, other = (
        rebuild(unpack("".join(made), tmp_path / name), tmp_path / f"{name}-out") for made, name in ((files, "a"), (shuffled, "b"))
    )
    assert one.files == other.files


def steps(count: int) -> list[Step]:
    """Return items that share words by chance, as many of each as a site of that size would."""
    pick = random.Random(count)
    made: list[Step] = []
    for number in range(count):
        facts = Item(
            board="h",
            folder="2026-01-05",
            date=BEGIN + timedelta(days=number),
            title="Asia",
            topics=(pick.choice(("tiet", "vesi")),),
        )
        words = array("I", [pick.randrange(count) for _ in range(8)] + [pick.randrange(30) for _ in range(4)]).tobytes()
        version = Version(f"item:{number}", "fi", "fi", f"/{number}/", f"/{number}/", facts, outline=Outline(terms=words))
        made.append(thing_of({"fi": version}))
    return made


def test_the_cost_grows_as_the_site_does() -> None:
    """Eight times the things look at about eight times as many others, not at sixty-four times as many."""

    def looked_at(count: int) -> int:
        past = _Past()
        return sum(len(past._sharing_terms(number, step)) for number, step in enumerate(steps(count)))

    assert looked_at(4000) < 12 * looked_at(500)
