"""Decisions are listed, all of them and by how they were decided."""

from __future__ import annotations

from sites import Make, Site, rebuild
from walk import Page

RESOLUTIONS = ("approved", "approved-modified", "rejected", "noted", "tabled", "returned", "removed", "elected")


def item(section: int, resolution: str = "", day: str = "2026-03-02", more: str = "") -> str:
    """Return an item's file."""
    decided = f"resolution: {resolution}\n" if resolution else ""
    return (
        f"\n-- content/minutes/hallitus/{day}/{section}-asia.md --\n---\ntitle: Asia {section}\nsection: {section}\n"
        f"appeal: {{kind: rectification}}\n{decided}{more}---\n## Päätös\n\nPäätettiin.\n"
    )


def meeting(day: str, facts: str) -> str:
    """Return a meeting's file."""
    return f"\n-- content/minutes/hallitus/{day}/meeting.md --\n---\n{facts}\n---\n"


def titles(built: Site, address: str) -> list[str]:
    """Return the titles of a list in their order."""
    return Page("x", built.read(address).encode()).texts("//p[@class='entry-title']")


def ways(built: Site, address: str) -> list[str]:
    """Return the ways to narrower lists, with their counts."""
    return Page("x", built.read(address).encode()).texts("//nav[@class='years']//li")


def test_decisions_are_listed_newest_meeting_first_in_its_order(site: Make) -> None:
    """A citizen reads what was decided last, each meeting from its first item to its last."""
    built = site(item(9) + item(10) + item(11) + item(12, day="2026-04-01"))
    assert built.codes == []
    assert titles(built, "/paatokset/") == ["Asia 12", "Asia 9", "Asia 10", "Asia 11"]


def test_a_list_is_narrowed_by_the_resolution(site: Make) -> None:
    """Each way in which anything was decided has a list; the first page of all tells how many each holds."""
    built = site(item(1, "approved") + item(2, "rejected") + item(3, "approved") + item(4))
    assert ways(built, "/paatokset/") == ["Kaikki päätökset 4", "Hyväksytyt ehdotukset 2", "Hylätyt asiat 1"]
    assert titles(built, "/paatokset/hyvaksytty/") == ["Asia 1", "Asia 3"]
    assert titles(built, "/paatokset/hylatty/") == ["Asia 2"]
    assert ways(built, "/paatokset/hylatty/") == ["Kaikki päätökset", "Hyväksytyt ehdotukset", "Hylätyt asiat"]
    found = Page("x", built.read("/paatokset/hylatty/").encode())
    assert found.text("//nav[@class='years']//a[@aria-current='page']") == "Hylätyt asiat"
    assert found.text("//h1") == "Hylätyt asiat"
    assert "paatokset/poydalle/index.html" not in built.files


def test_every_resolution_has_a_list_in_every_language(site: Make) -> None:
    """Each address is in its language's words, and leads to the others."""
    toml = '-- site.toml --\n[site]\ntitle = "Kunta"\nurl = "https://kunta.example"\nlanguages = ["fi", "sv", "en"]\n'
    built = site(toml + "".join(item(number, one) for number, one in enumerate(RESOLUTIONS, 1)))
    for hub in ("paatokset", "sv/beslut", "en/decisions"):
        lists = [path for path in built.files if path.startswith(hub + "/") and path.count("/") == hub.count("/") + 2]
        assert len(lists) == len(RESOLUTIONS)
    swedish = Page("x", built.read("/sv/beslut/avslaget/").encode())
    assert swedish.text("//h1") == "Avslagna ärenden"
    assert swedish.all("//link[@hreflang='en']/@href") == ["https://kunta.example/en/decisions/rejected/"]


def test_only_decisions_that_may_be_seen_are_listed(site: Make) -> None:
    """An agenda, hidden minutes and a withdrawn item are in no list; what isn't inspected is, marked, where it is shown."""
    text = (
        meeting("2026-03-02", "status: agenda") + item(1, "approved")
        + meeting("2026-03-09", "status: minutes") + item(2, "approved", "2026-03-09")
        + meeting("2026-03-16", "status: approved\npublished: 2026-06-02") + item(3, "rejected", "2026-03-16")
        + meeting("2026-03-23", "status: minutes\nshow_uninspected: true") + item(4, "noted", "2026-03-23")
        + item(5, "noted", "2026-03-23", "withdrawn: {date: 2026-04-01, reason: Virhe.}\n")
    )  # fmt: skip
    built = site(text, as_of="2026-06-01")
    assert titles(built, "/paatokset/") == ["Asia 4"]
    assert "Pöytäkirja tarkastamatta" in built.read("/paatokset/")
    assert "paatokset/hylatty/index.html" not in built.files
    assert titles(site(text, as_of="2026-06-02"), "/paatokset/") == ["Asia 4", "Asia 3"]


def test_the_menu_offers_decisions_once_there_are_any(site: Make) -> None:
    """They come after the news; an empty list isn't offered, and says that it is empty."""
    news = "-- content/news/tie.md --\n---\ntitle: Tie\ndate: 2026-03-02\n---\nTie.\n"
    built = site(news)
    assert "paatokset" not in built.read("/")
    assert titles(built, "/paatokset/") == []
    built = site(news + item(1))
    assert Page("x", built.read("/").encode()).texts("//nav[@class='menu']//li")[:3] == ["Uutiset", "Päätökset", "Toimielimet"]
    assert "feeds/items.xml" in built.read("/paatokset/")


def test_a_new_decision_changes_few_pages_of_the_lists(site: Make) -> None:
    """Full pages tell no counts and stay as they are: only the newest page of all, and of its resolution, is drawn anew."""
    text = "".join(item(number, ("approved", "rejected")[number % 2], f"2026-03-{1 + number // 10:02}") for number in range(10, 140))
    built = site(text)
    before = {path: data for path, data in built.files.items() if path.startswith("paatokset/")}
    assert "paatokset/sivu-2/index.html" in before
    new = built.source / "content/minutes/hallitus/2026-04-20/200-asia.md"
    new.parent.mkdir(parents=True)
    new.write_text(item(200, "approved").partition("--\n")[2], encoding="utf-8")
    after = rebuild(built.source, built.output).files
    changed = {path for path, data in before.items() if after[path] != data}
    assert changed == {"paatokset/index.html", "paatokset/hyvaksytty/index.html"}


def test_a_page_of_a_narrowed_list_shows_which_list_it_is_of(site: Make) -> None:
    """On its numbered pages the way to the list is marked as where one is, not as the page itself."""
    built = site("".join(item(number, "approved", f"2026-03-{1 + number // 10:02}") for number in range(10, 140)))
    found = Page("x", built.read("/paatokset/hyvaksytty/sivu-1/").encode())
    assert found.text("//nav[@class='years']//a[@aria-current='true']") == "Hyväksytyt ehdotukset"
    assert found.all("//nav[@class='years']//a[@aria-current='page']") == []
