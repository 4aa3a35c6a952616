"""No error depends on the day, and no page stands where the checks don't know of it."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sites import rebuild, unpack

from sitegen.config import read_config
from sitegen.content.assets import collect_assets
from sitegen.content.read import text_of
from sitegen.content.reading import read_content
from sitegen.diagnostics import is_error
from sitegen.index.addresses import page_form
from sitegen.index.site import Site, make_site
from sitegen.index.whole import Whole, whole_site
from sitegen.law.stages import Rules
from sitegen.law.today import Today
from sitegen.law.visibility import visible
from sitegen.outputs.all import plans_of
from sitegen.render.bodies import see
from sitegen.render.store import Store

ROOT = Path(__file__).parents[2]
DAYS = ("2025-12-31", "2026-03-01", "2026-03-02", "2026-03-10", "2026-03-25", "2026-04-15", "2026-06-01", "2027-01-15", "2031-01-01")
CHANGING = """
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    languages = ["fi", "sv"]
    -- content/news/tuleva.md --
    ---
    title: Tuleva
    date: 2027-01-10
    publish_at: 2027-01-10
    topics: [tiet]
    aliases: [/tuleva/]
    cases: [9/00.00.00/2027]
    ---
    ## Osa

    [Ei ole](/ei-ole/) [ei osaa](#ei)
    -- content/news/vanha.md --
    ---
    title: Vanha
    date: 2026-03-01
    expires: 2026-03-10
    aliases: [/vanha/]
    ---
    ## Osa

    Teksti.
    -- content/news/linkit.md --
    ---
    title: Linkit
    date: 2026-03-01
    related: [vanha, tuleva, puuttuva]
    ---
    [1](/uutiset/2027/) [2](/uutiset/2027/tuleva/#osa) [3](/tuleva/) [4](/vanha/) [5](vanha.md#osa) [6](/aiheet/tiet/)
    [7](/asiat/9-00-00-00-2027/) [8](/kokoukset/hallitus/2026-03-02/5/#paatos) [9](/kokoukset/hallitus/2026-03-02/asia-1/)
    [10](/kokoukset/hallitus/2026-03-02/5/liite.pdf) [11](/sv/moten/hallitus/) [12](/sv/moten/hallitus/2026-03-02/5/)
    [13](/feeds/boards/hallitus.xml) [14](/uutiset/2028/) [15](/kokoukset/hallitus/2026-03-02/6/)
    [16](/kokoukset/hallitus/2026-03-02/5/muutoksenhaku.ics) [17](/sv/calendars/appeals.ics)
    -- content/minutes/hallitus/2026-03-02/meeting.md --
    ---
    status: approved
    published: 2026-03-10
    ---
    -- content/minutes/hallitus/2026-03-02/5-tie.md --
    ---
    title: Tie, [Maija Esimerkki]{.personal}
    section: 5
    agenda: 1
    case: 7/00.00.00/2026
    appeal: {kind: rectification}
    attachments: [{file: liite.pdf}]
    ---
    ## Ehdotus

    Ehdotus.

    ## Päätös

    [Ei ole](/ei-ole-2/)
    -- content/minutes/hallitus/2026-03-02/5-tie.sv.md --
    ---
    title: Väg
    ---
    ## Beslut

    [Ei ole](/ei-ole-3/)
    -- content/minutes/hallitus/2026-03-02/liite.pdf --
    pdf
    -- content/minutes/hallitus/2026-03-02/6-pois.md --
    ---
    title: Pois
    section: 6
    withdrawn: {date: 2026-04-15, reason: Virhe.}
    ---
    [Ei ole](/ei-ole-4/)
    """


def look(source: Path, day: str, memory: Path) -> tuple[Whole, Site]:
    """Return the site in *source* as checks see it, and as it may be seen on *day*."""
    config, _ = read_config(source)
    assert config is not None
    store = Store(memory)
    content = read_content(source, config, "program", store.records, None)
    today = Today(date.fromisoformat(day))
    read_text = partial(text_of, source)
    shown = visible(content.records, Rules(config.organisation.kind, config.show_uninspected), today, read_text)
    seen, outlines = see(shown, "program", store, read_text, None)
    assets, _ = collect_assets(source, content.records, outlines)
    site = make_site(config, seen, content.records, assets, today)
    store.close()
    return whole_site(config, site.addresses, site.assets, content.records, outlines, False, content.unread), site


def test_errors_are_the_same_on_every_day(tmp_path: Path) -> None:
    """What hides a page by a day, or shows it, neither makes nor mends an error."""
    source = unpack(CHANGING, tmp_path / "site")
    told = {}
    for day in DAYS:
        faults = rebuild(source, tmp_path / "output", day).built.faults
        told[day] = [(f.path, f.line, f.column, f.code, f.args) for f in faults if is_error(f)]
    assert all(errors == told[DAYS[0]] for errors in told.values())
    assert [error[3] for error in told[DAYS[0]]] == ["RF005", "RF005", "RF005", "RF003", "RF005", "RF005", "RF006"]


def test_a_link_to_what_the_day_hides_is_a_warning(tmp_path: Path) -> None:
    """Every address that the site has on some day may be linked on any day; what isn't there today is told as RF008."""
    source = unpack(CHANGING, tmp_path / "site")
    faults = rebuild(source, tmp_path / "output", "2026-03-05").built.faults
    hidden = [fault.args["address"] for fault in faults if fault.code == "RF008"]
    assert hidden == [
        "/uutiset/2027/", "/uutiset/2027/tuleva/#osa", "/tuleva/", "/aiheet/tiet/", "/asiat/9-00-00-00-2027/",
        "/kokoukset/hallitus/2026-03-02/5/muutoksenhaku.ics",
    ]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_checks_know_every_page_that_is_made(tmp_path: Path, day: str) -> None:
    """Each output has an address that links may lead to; but for sitemaps by year, the style sheet and what search fetches."""
    for source in (unpack(CHANGING, tmp_path / "changing"), ROOT):
        whole, site = look(source, day, tmp_path / source.name)
        paths = {plan.path for plan in plans_of(site) if not (plan.is_folder or plan.path.startswith(("sitemap-", "assets/")))}
        unknown = {path for path in paths if not whole.everywhere.has(page_form(f"/{path}")) and not whole.everywhere.has(f"/{path}")}
        assert unknown == set()
