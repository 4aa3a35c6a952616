"""The page on which readers find feeds."""

from __future__ import annotations

from sites import Make
from test_feeds import TOWN


def test_the_page_on_feeds_names_those_of_the_site_boards_and_topics(site: Make) -> None:
    """In every language there is a page with each feed's link and whole address; cases offer theirs themselves."""
    built = site(TOWN)
    for page, root, before in (("/tilaa/", "../", ""), ("/sv/prenumerera/", "../../", "sv/")):
        html = built.read(page)
        for name in ("items", "agendas", "meetings", "news", "boards/kunnanhallitus", "topics/tiet", "topics/koulut"):
            assert f'href="{root}{before}feeds/{name}.xml"' in html
            assert f"https://www.esimerkkila.example/{before}feeds/{name}.xml" in html
        assert "feeds/cases" not in html
        assert f'href="{root}feeds/index.json"' in html


def test_a_board_that_has_ended_is_not_offered(site: Make) -> None:
    """Its feed stays for those who have it, and nobody is asked to wait for what will not come."""
    built = site(TOWN.replace("abbreviation: KH", "abbreviation: KH\nuntil: 2026-05-31"))
    assert "feeds/boards/kunnanhallitus.xml" not in built.read("/tilaa/")
    assert "feeds/boards/kunnanhallitus.xml" in built.files
