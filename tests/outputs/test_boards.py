"""Boards: the list of them, and a board's members."""

from __future__ import annotations

from sites import Make
from walk import Page

SITE = """\
    -- content/minutes/hallitus/board.md --
    ---
    name: Hallitus
    kind: executive
    members:
      - {name: Aino Aalto, role: jäsen, group: Keltaiset}
      - {name: Bo Berg, role: varapuheenjohtaja, group: Siniset}
      - {name: Cai Cajander, role: varajäsen, substitute_for: Aino Aalto}
      - {name: Dan Dahl, role: varajäsen, substitute_for: Kuka Poissa}
    ---
    -- content/minutes/tekla/board.md --
    ---
    name: Tekninen lautakunta
    kind: committee
    ---
    -- content/minutes/hallitus/2026-05-04/meeting.md --
    ---
    status: approved
    published: 2026-05-11
    ---
    -- content/minutes/hallitus/2026-05-04/1-silta.md --
    ---
    title: Sillan korjaus
    section: 1
    appeal: {kind: prohibited, provision: kuntalaki 136 §, reason: valmistelua}
    ---
    ## Päätös

    Silta korjataan.
    -- content/minutes/hallitus/2026-06-08/meeting.md --
    ---
    status: planned
    ---
    -- content/minutes/hallitus/2026-07-06/meeting.md --
    ---
    status: planned
    ---
    """


def test_boards_stand_by_kind_with_what_is_next_and_what_was_decided_last(site: Make) -> None:
    """The council's kind comes first and so on; a board tells its next meeting and its newest decision."""
    page = Page("toimielimet/index.html", site(SITE).files["toimielimet/index.html"])
    assert page.texts("//main//h2") == ["Hallitus", "Lautakunnat"]
    assert page.all("//li[@class='card'][1]//dd/a/@href") == ["../kokoukset/hallitus/2026-06-08/", "../kokoukset/hallitus/2026-05-04/1/"]


def test_a_boards_meetings_are_those_to_come_and_those_held(site: Make) -> None:
    """A meeting of the day is still to come; on the day after it it has been held."""
    for day, coming in (("2026-06-08", ["2026-06-08", "2026-07-06"]), ("2026-06-09", ["2026-07-06"])):
        page = Page("toimielimet/hallitus/index.html", site(SITE, as_of=day).files["toimielimet/hallitus/index.html"])
        links = page.all("//section[h2='Tulevat kokoukset']//p[@class='entry-title']/a/@href")
        assert [link.split("/")[-2] for link in links] == coming


def test_who_presides_stands_first_and_substitutes_with_their_members(site: Make) -> None:
    """A substitute whose member isn't there has a line of their own; groups are counted without substitutes."""
    page = Page("toimielimet/hallitus/index.html", site(SITE).files["toimielimet/hallitus/index.html"])
    assert page.texts("//ul[@class='members']/li") == [
        "Bo Berg Varapuheenjohtaja Siniset",
        "Aino Aalto Jäsen Keltaiset Varajäsen: Cai Cajander",
        "Dan Dahl Varajäsen , sijaistettava: Kuka Poissa",
    ]
    assert page.texts("//span[@class='presides']") == ["Varapuheenjohtaja"]
    assert page.texts("//dl[@class='groups']/div") == ["Keltaiset 1", "Siniset 1"]
