"""Links are judged by what the site has on any day."""

from __future__ import annotations

from sites import Make

PAGES = """
    -- content/pages/tietoa.md --
    ---
    title: Tietoa
    aliases: [/vanha-sivu]
    ---
    ## Tausta

    Teksti.
    -- content/news/luonnos.md --
    ---
    title: Luonnos
    date: 2026-03-01
    draft: true
    ---
    [Ei ole](/ei-ole/)
    -- static/lomake.pdf --
    pdf
    -- static/kartta/index.html --
    <p>Kartta</p>
"""


def page(text: str) -> str:
    """Return a site with the pages above and one more with *text*."""
    return PAGES + f"""
    -- content/pages/linkit.md --
    ---
    title: Linkit
    ---
    ## Osa

    {text}
    """


def test_every_way_to_write_an_address_is_known(site: Make) -> None:
    """A page may be meant with or without its last slash, by index.html, an alias, its file, a query or a fragment."""
    ways = "/tietoa/ /tietoa /tietoa/index.html /vanha-sivu/ /vanha-sivu tietoa.md ./tietoa.md#tausta /tietoa/?x=1#tausta #osa #main /"
    assert site(page(" ".join(f"[x]({way})" for way in ways.split()))).codes == []


def test_lists_feeds_and_files_of_the_site_may_be_linked(site: Make) -> None:
    """What sitegen makes and what static/ holds are addresses as any other."""
    ways = "/uutiset/ /kokoukset/ /muutoksenhaku/ /tilaa/ /feeds/items.xml /feeds/appeals.xml /calendars/appeals.ics /sitemap.xml"
    ways += " /robots.txt /lomake.pdf /kartta/ /kartta/#mitä-vain"
    assert site(page(" ".join(f"[x]({way})" for way in ways.split()))).codes == []


def test_a_page_of_a_list_may_be_linked_while_the_list_can_be_that_long(site: Make) -> None:
    """A list of few entries has no page 1."""
    assert site(page("[x](/uutiset/sivu-1/)")).codes == ["RF005"]


def test_a_link_to_a_draft_is_an_error_until_drafts_are_shown(site: Make) -> None:
    """A draft is nowhere on the site; in a preview of drafts it is, and its own links count."""
    text = page("[x](../news/luonnos.md) [y](/uutiset/2026/luonnos/)")
    assert site(text).codes == ["RF007", "RF007"]
    assert [fault.path for fault in site(text, drafts=True).built.faults] == ["content/news/luonnos.md"]


def test_the_nearest_page_is_proposed(site: Make) -> None:
    """The hint names a page below the same address."""
    assert site(page("[x](/tieto/)")).built.faults[0].args["nearest"] == "/tietoa/"
    assert site(page("[x](tieto.md)")).built.faults[0].args["nearest"] == "tietoa.md"


def test_a_link_to_a_file_that_cannot_be_read_is_no_fault_of_its_own(site: Make) -> None:
    """One bad file is told once, at its own place; what names it isn't told that there is no such thing."""
    built = site(
        """
        -- content/news/rikki.md --
        ---
        title: Rikki
        -- content/minutes/hallitus/board.md --
        ---
        nmae: Hallitus
        ---
        -- content/documents/raportti/document.md --
        ei mitään
        -- content/minutes/hallitus/2026-03-02/5-tie.md --
        ei mitään
        -- content/minutes/lautakunta/2026-03-02/1-tie.md --
        ---
        title: Tie
        section: 1
        attachments: [{document: raportti}]
        ---
        -- content/news/linkit.md --
        ---
        title: Linkit
        date: 2026-03-01
        related: [rikki]
        decision: {board: hallitus, date: 2026-04-01}
        ---
        [1](rikki.md) [2](/uutiset/2026/rikki/) [3](/toimielimet/hallitus/) [4](/asiakirjat/raportti/)
        [5](/kokoukset/hallitus/2026-03-02/5/) [6](/uutiset/2026/muu/)
        """
    )
    assert built.codes == ["FM009", "FM009", "FM002", "FM005", "RF005", "FM001"]


def test_news_may_name_a_meeting_that_is_not_there_yet(site: Make) -> None:
    """A decision is announced before anyone has written the meeting's file."""
    news = "---\n    title: Tie\n    date: 2026-03-01\n    decision: {board: hallitus, date: 2026-04-01}\n    ---\n"
    board = "---\n    name: Hallitus\n    ---\n"
    assert site(f"\n    -- content/news/tie.md --\n    {news}    -- content/minutes/hallitus/board.md --\n    {board}").codes == []


def test_a_file_beside_a_page_may_be_linked_unless_it_is_withheld(site: Make) -> None:
    """An attachment that isn't public has no address on any day."""
    folder = "-- content/minutes/hallitus/2026-03-02"
    files = "[{title: a, file: a.pdf}, {title: b, file: b.pdf, public: false, ground: JulkL}]"
    item = f"\n{folder}/5-tie.md --\n---\ntitle: Tie\nsection: 5\nattachments: {files}\n---\n{folder}/a.pdf --\na\n{folder}/b.pdf --\nb\n"
    links = "[a](/kokoukset/hallitus/2026-03-02/5/a.pdf) [b](/kokoukset/hallitus/2026-03-02/5/b.pdf)"
    private = '\n-- site.toml --\n[site]\ntitle = "K"\nurl = "https://www.esimerkkila.example"\nsource = "private"'
    faults = site(f"{private}{item}-- content/pages/p.md --\n---\ntitle: P\n---\n{links}\n").built.faults
    assert [(fault.code, fault.column) for fault in faults] == [("RF002", 49)]
