"""Open appeals: which decisions stand on their page, in which order, and from which day to which."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from sites import Make, Site, rebuild, unpack
from walk import Link, Page, aim

from sitegen.outputs.home import APPEALS

BILINGUAL = '[site]\ntitle = "Esimerkkilän kunta"\nurl = "https://www.esimerkkila.example"\nlanguages = ["fi", "sv"]\n'
PAGES = {"fi": "/muutoksenhaku/", "sv": "/sv/andringssokande/"}


class Decision(Struct, frozen=True):
    """A decision of one board, a meeting of its own: its remedy, and its days as they were counted by hand."""

    board: str
    held: str
    kind: str
    on_view: str
    notice: str
    last: str

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"/kokoukset/{self.board}/{self.held}/1/"

    @property
    def calendar(self) -> str:
        """The path of its calendar file."""
        return f"{self.address[1:]}muutoksenhaku.ics"

    @property
    def text(self) -> str:
        """The files that it is made of."""
        folder = f"content/minutes/{self.board}/{self.held}"
        meeting = f"-- {folder}/meeting.md --\n---\nstatus: approved\npublished: {self.on_view}\n---\n"
        front = f"title: Asia {self.board}\nsection: 1\nplain: Se tehdään.\nappeal: {{kind: {self.kind}}}\n"
        return f"{meeting}-- {folder}/1-asia.md --\n---\n{front}---\n## Päätös\n\nKyllä.\n"


DECISIONS = (
    Decision("tekninen", "2026-05-04", "rectification", "2026-05-11", "2026-05-18", "2026-06-01"),
    # The thirtieth day is Midsummer Eve, the next weekday is a Monday (150/1930 5 §).
    Decision("valtuusto", "2026-05-06", "municipal-appeal", "2026-05-13", "2026-05-20", "2026-06-22"),
    # Notice on a Saturday isn't moved; the fourteenth day, a Saturday too, is (150/1930 5 §).
    Decision("kulttuuri", "2026-05-08", "rectification", "2026-05-16", "2026-05-23", "2026-06-08"),
    Decision("hallitus", "2026-05-05", "rectification", "2026-05-27", "2026-06-03", "2026-06-17"),
    Decision("avustus", "2026-05-05", "rectification", "2026-05-27", "2026-06-03", "2026-06-17"),
)
TOWN = "\n" + "".join(one.text for one in DECISIONS)
DAYS = [date(2026, 5, 9) + timedelta(days=number) for number in range(50)]


def running(day: date) -> list[Decision]:
    """Return what can be appealed on *day*, soonest last day first, then by address."""
    found = [one for one in DECISIONS if one.on_view <= day.isoformat() <= one.last]
    return sorted(found, key=lambda one: (one.last, one.address))


def page(built: Site, lang: str = "fi") -> Page:
    """Return the page of open appeals."""
    path = f"{PAGES[lang][1:]}index.html"
    return Page(path, built.files[path])


def listed(built: Site, lang: str = "fi") -> list[dict[str, Any]]:
    """Return what each line of the page says."""
    found = page(built, lang)
    return [
        {
            "days": [time.get("datetime") for time in line.xpath(".//time")],
            "last": [time.get("datetime") for time in line.xpath(".//time[@class='last-appeal-day']")],
            "words": " ".join(line.text_content().split()),
            "links": [aim(Link(found.path, a.get("href")), "")[0] for a in line.xpath(".//a")],
        }
        for line in found.all("//main//li[@class='entry']")
    ]


def test_a_decision_stands_there_from_its_day_on_view_to_its_last_day(tmp_path: Path) -> None:
    """Kuntalaki 138 and 140.3 §, laki 150/1930 2 and 5 §: page, front page, calendars and files agree on each day of fifty.

    On the day on which a time begins or has ended just what tells of it changes; on every other day nothing is drawn.
    """
    source, output = unpack(TOWN, tmp_path / "site"), tmp_path / "output"
    turns = {one.on_view for one in DECISIONS} | {str(date.fromisoformat(one.last) + timedelta(days=1)) for one in DECISIONS}
    before: list[Decision] | None = None
    for day in DAYS:
        built = rebuild(source, output, day.isoformat())
        expected = running(day)
        lines = listed(built)
        assert [line["last"] for line in lines] == [[one.last] for one in expected], day
        assert [line["days"] for line in lines] == [[one.last, one.on_view, one.notice] for one in expected], day
        assert {path for path in built.files if path.endswith("muutoksenhaku.ics")} == {one.calendar for one in expected}, day
        front = Page("index.html", built.files["index.html"])
        assert front.all("//time[@class='last-appeal-day']/@datetime") == [one.last for one in expected[:APPEALS]], day
        changes = built.built.changes
        assert changes is not None
        if before is not None and day.isoformat() in turns:
            differing = {one for one in DECISIONS if (one in before) != (one in expected)}
            assert {"muutoksenhaku/index.html", "calendars/appeals.ics", "index.html"} <= {*changes.changed}, day
            pages = {path for path in changes.changed if path.startswith("kokoukset/") and path.count("/") == 4}
            assert pages == {f"{one.address[1:]}index.html" for one in differing}, day
        elif before is not None:
            assert (built.built.drawn, changes.new, changes.changed, changes.removed) == (0, (), (), ()), day
        # What changes after the last of them is the calendar of meetings, which forgets a year's.
        later = min((turn for turn in turns if turn > day.isoformat()), default="2028-01-01")
        assert str(built.built.next_change) == later, day
        before = expected


def test_feeds_do_not_turn_when_a_time_ends(tmp_path: Path) -> None:
    """Feeds hold days only: the end of a time to appeal changes no byte of any."""
    source, output = unpack(TOWN, tmp_path / "site"), tmp_path / "output"
    before, after = rebuild(source, output, "2026-06-01").files, rebuild(source, output, "2026-07-01").files
    feeds = {path for path in before if "feeds/" in path}
    telling = {path for path in feeds if b"1.6.2026" in before[path]}
    main = {f"feeds/{name}.{form}" for name in ("items", "appeals") for form in ("xml", "atom", "json")}
    assert telling == main | {"feeds/boards/tekninen.xml"}
    assert {path for path in feeds if before[path] != after[path]} == set()


def test_a_line_says_what_and_until_when_and_how(site: Make) -> None:
    """Board and §, remedy, title, what was decided in plain words, its three days, and the ways to its page and its calendar file."""
    line = listed(site(TOWN, as_of="2026-05-30"))[0]
    assert line["links"] == ["kokoukset/tekninen/2026-05-04/1/index.html", "kokoukset/tekninen/2026-05-04/1/muutoksenhaku.ics"]
    for words in ("Tekninen § 1", "Oikaisuvaatimus", "Asia tekninen", "Se tehdään.", "1.6.2026", "11.5.2026", "18.5.2026"):
        assert words in line["words"]


def test_a_county_is_appealed_by_its_own_remedy(site: Make) -> None:
    """Laki hyvinvointialueesta 611/2021: what the municipality's members appeal by kunnallisvalitus, a county's do by aluevalitus."""
    county = '\n-- site.toml --\n[site]\ntitle = "Alue"\nurl = "https://www.alue.example"\n[organisation]\nkind = "county"\n'
    built = site(county + DECISIONS[1].text, as_of="2026-05-30")
    assert "Aluevalitus" in listed(built)[0]["words"]
    assert "Aluevalitus" in built.read("feeds/appeals.xml")
    assert "Aluevalitus" in built.read(DECISIONS[1].calendar)


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_has_every_decision_in_every_language(site: Make, lang: str) -> None:
    """What nobody has translated is there too, marked with the language that it is in; the page has the same lines in each."""
    swedish = "-- content/minutes/tekninen/2026-05-04/1-asia.sv.md --\n---\ntitle: Bron\n---\n## Beslut\n\nJa.\n"
    built = site(f"\n-- site.toml --\n{BILINGUAL}{TOWN[1:]}{swedish}", as_of="2026-05-30")
    lines = listed(built, lang)
    assert [line["last"] for line in lines] == [[one.last] for one in running(date(2026, 5, 30))]
    bridge = {"fi": "kokoukset/tekninen/2026-05-04/1/muutoksenhaku.ics", "sv": "sv/moten/tekninen/2026-05-04/1/andringssokande.ics"}
    assert lines[0]["links"][1] == bridge[lang]
    assert lines[1]["links"][1] == "kokoukset/kulttuuri/2026-05-08/1/muutoksenhaku.ics"
    assert page(built, lang).all("//main//p[@class='entry-title']/a/@hreflang") == ([] if lang == "fi" else ["fi"] * 4)


def test_what_cannot_be_appealed_is_not_there(site: Make) -> None:
    """A prohibition, no decision, minutes without a day on view and a withdrawn decision have no time that runs."""
    folder = "content/minutes/kh/2026-05-04"
    items = {
        1: 'appeal: {kind: prohibited, provision: "kuntalaki 136 §"}', 2: "appeal: {kind: none, reason: keskustelu}",
        3: "appeal: {kind: rectification}\nwithdrawn: {date: 2026-05-20, reason: virhe}",
    }  # fmt: skip
    text = f"\n-- {folder}/meeting.md --\n---\nstatus: approved\npublished: 2026-05-11\n---\n" + "".join(
        f"-- {folder}/{n}-asia.md --\n---\ntitle: Asia\nsection: {n}\n{front}\n---\n## Päätös\n\nKyllä.\n" for n, front in items.items()
    )
    loose = "-- content/minutes/vk/2026-05-04/4-asia.md --\n---\ntitle: Asia\nsection: 4\nappeal: {kind: rectification}\n---\n"
    built = site(text + loose, as_of="2026-05-22")
    assert listed(built) == []
    assert [path for path in built.files if path.endswith("muutoksenhaku.ics")] == []
    assert "ei ole päätöstä, jonka muutoksenhakuaika olisi kulumassa" in page(built).text("//main")


def test_the_page_is_found(site: Make) -> None:
    """The front page's box, the footer of every page and the page on feeds lead to it, and it offers its feed and calendar."""
    built = site(TOWN, as_of="2026-05-30")
    for path in ("index.html", "tilaa/index.html", "404.html"):
        links = {link.written.removeprefix("https://www.esimerkkila.example/") for link in Page(path, built.files[path]).links()}
        assert any(link.endswith("muutoksenhaku/") for link in links), path
    assert {"../feeds/appeals.xml", "../calendars/appeals.ics"} <= {link.written for link in page(built).links()}
    assert "../calendars/appeals.ics" in {link.written for link in Page("tilaa/index.html", built.files["tilaa/index.html"]).links()}


def test_an_items_page_offers_its_last_day_while_it_is_to_come(site: Make) -> None:
    """The link to the calendar file stands beside the last day, and is gone with it on the day after."""
    for as_of, offered in (("2026-06-01", ["text/calendar"]), ("2026-06-02", [])):
        built = site(TOWN, as_of=as_of)
        path = f"{DECISIONS[0].address[1:]}index.html"
        assert Page(path, built.files[path]).all("//a[contains(@href, '.ics')]/@type") == offered
        assert "2026-06-01" in built.read(DECISIONS[0].address)
