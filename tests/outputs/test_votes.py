"""Kuntalaki 107 §: a page tells how a vote and an election went, in words, in tables and as a bar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sites import APPEALED_TO, Make
from walk import Page, words

from sitegen.model.parts import Ballot, Tally, Vote
from sitegen.outputs.votes import vote_views

NUMBERS = st.integers(0, 200)
ADDRESS = "/kokoukset/hallitus/2026-03-02/5/"


def minutes(item: str, text: str = "## Päätös\n\nHyväksyttiin.\n", meeting: str = "status: approved\npublished: 2026-03-09") -> str:
    """Return a meeting with one item that says *item*."""
    folder = "content/minutes/hallitus/2026-03-02"
    return (
        f"\n-- {folder}/meeting.md --\n---\n{meeting}\n---\n"
        f"-- {folder}/5-tie.md --\n---\ntitle: Tie\nsection: 5\nappeal: {{kind: rectification}}\n{item}\n---\n{text}"
    )


def page(site: Make, item: str, **more: str) -> Page:
    """Return the page of an item."""
    built = site(minutes(item, **more))
    assert built.codes == []
    return Page("kokoukset/hallitus/2026-03-02/5/index.html", built.read(ADDRESS).encode())


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ('{"yes": 31, "no": 22, abstained: 4}', "Jaa sai enemmistön äänin 31–22. Tyhjiä 4."),
        ('{"yes": 2, "no": 5}', "Ei sai enemmistön äänin 5–2."),
        ('{"yes": 5, "no": 5}', "Äänet menivät tasan 5–5."),
    ],
)
def test_one_sentence_says_which_side_had_more(site: Make, counts: str, said: str) -> None:
    """The winner's number comes first; of a tie no winner is named, for the chair's vote is not in the counts."""
    found = page(site, f"votes:\n  - {{motion: Tie, counts: {counts}}}")
    assert found.text("//p[@class='resolution']") == said


def test_what_yes_and_no_meant_stands_with_their_numbers(site: Make) -> None:
    """Each side of the bar has its words and its number beside it, and nobody needs the colour."""
    found = page(site, 'votes:\n  - {"yes": Tie tehdään, "no": Ei tietä, counts: {"yes": 3, "no": 2, abstained: 1}}')
    assert found.texts("//ul[@class='bar-key']/li") == ["Jaa 3 : Tie tehdään", "Ei 2 : Ei tietä", "Tyhjää 1"]
    assert [one.get("class") for one in found.all("//svg[@aria-hidden='true']/rect")][:3] == ["bar-yes", "bar-no", "bar-abstained"]


def test_votes_keep_their_order_and_number(site: Make) -> None:
    """Kuntalaki 107 §: the order of votes is in the minutes."""
    found = page(site, 'votes:\n  - {motion: Ensin, counts: {"yes": 3}}\n  - {motion: Sitten, counts: {"no": 3}}')
    assert found.texts("//section[contains(@class, 'vote')]/h2") == ["Äänestys 1", "Äänestys 2"]
    assert found.texts("//section[contains(@class, 'vote')]/p[1]") == ["Ensin", "Sitten"]


def test_a_column_in_which_all_is_nought_is_left_out(site: Make) -> None:
    """Yes and no always stand in the table; who abstained or was absent only where anyone did or was."""
    found = page(site, 'votes:\n  - {counts: {"yes": 3, "no": 0}, by_group: [{name: Ryhmä, "yes": 3}]}')
    assert found.texts("//thead//th") == ["Ryhmä", "Jaa", "Ei"]
    assert found.texts("//tbody/tr") == ["Ryhmä 3 0", "Yhteensä 3 0"]
    found = page(site, 'votes:\n  - {counts: {"yes": 3, "no": 0}, by_group: [{name: Ryhmä, "yes": 3, absent: 1}]}')
    assert found.texts("//thead//th") == ["Ryhmä", "Jaa", "Ei", "Poissa"]


def test_votes_by_name_say_each_members_position(site: Make) -> None:
    """Kuntalaki 107 §; a column of groups stands only where groups are told."""
    found = page(site, "votes:\n  - by_name: [{name: Maija, vote: 'yes'}, {name: Ville, vote: abstained}]")
    assert found.texts("//table[contains(., 'Maija')]//th[@scope='col']") == ["Nimi", "Ääni"]
    assert found.texts("//table[contains(., 'Maija')]/tbody/tr") == ["Maija Jaa", "Ville Tyhjää"]
    assert found.text("//p[@class='resolution']") == "Jaa sai enemmistön äänin 1–0. Tyhjiä 1."


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_a_bar_is_as_wide_as_the_votes_cast(yes: int, no: int, abstained: int, absent: int) -> None:
    """Its pieces follow each other and make up the whole; the absent cast none."""
    (view,) = vote_views((Vote(counts=Tally("", yes, no, abstained, absent)),))
    end = 0.0
    for piece in view.bar:
        assert float(piece.start[:-1]) == pytest.approx(end, abs=0.02)
        end += float(piece.width[:-1])
    assert end == pytest.approx(100 if yes + no + abstained else 0, abs=0.03)
    assert view.more == ("" if yes + no == 0 else "tie" if yes == no else "yes" if yes > no else "no")


@given(st.lists(st.sampled_from(["yes", "no", "abstained", "absent"]), min_size=1))
def test_votes_by_name_and_by_group_add_up(said: list[str]) -> None:
    """Where no count of all is given it is what members or groups voted."""
    by_name = Vote(by_name=tuple(Ballot(str(number), vote) for number, vote in enumerate(said)))
    one = {name: int(said[0] == name) for name in ("yes", "no", "abstained", "absent")}
    rest = {name: said[1:].count(name) for name in one}
    by_group = Vote(by_group=(Tally("A", *one.values()), Tally("B", *rest.values())))
    views = vote_views((by_name, by_group))
    assert views[0].counts == views[1].counts == Tally("", *(said.count(name) for name in one))


ELECTION = """\
elections:
  - post: tarkastaja
    manner: lippuäänestys
    candidates:
      - {name: "[Maija Esimerkki]{.personal}", group: Ryhmä, votes: 5, elected: true}
      - {name: Ville Malli, votes: 0}
    blank: 2
  - post: varatarkastaja
    candidates: [{name: Olli Otos, elected: true, substitute_for: "[Maija Esimerkki]{.personal}"}]
"""


def test_an_election_tells_who_stood_and_who_was_elected(site: Make) -> None:
    """Kuntalaki 107 §: post, manner, votes and result; nought votes are told, votes not counted are not."""
    found = page(site, ELECTION.replace("[Maija Esimerkki]{.personal}", "Maija Esimerkki"))
    assert found.texts("//section[contains(@class, 'vote')]/h2") == ["Vaali 1: tarkastaja", "Vaali 2: varatarkastaja"]
    first, second = found.all("//table[caption]")
    assert [words(row) for row in first.xpath("tbody/tr")] == ["Maija Esimerkki Ryhmä 5 Valittu", "Ville Malli 0 Ei valittu"]
    assert [words(head) for head in second.xpath(".//th[@scope='col']")] == ["Nimi", "Tulos"]
    assert [words(row) for row in second.xpath("tbody/tr")] == ["Olli Otos Valittu, varajäsen (varsinainen jäsen Maija Esimerkki)"]
    assert "Vaalitapa: lippuäänestys" in found.texts("//p")
    assert "Tyhjiä lippuja: 2" in found.texts("//p")


def test_before_inspection_no_election_is_told(site: Make) -> None:
    """What is hidden of votes is hidden of elections: until the minutes are on view the page has the proposal alone."""
    built = site(minutes(ELECTION, meeting="status: approved\npublished: 2026-06-02"), as_of="2026-06-01")
    assert built.files_containing("Olli Otos") == []
    assert built.files_containing("Ville Malli") == []
    built = site(minutes(ELECTION, meeting="status: approved\npublished: 2026-06-02"), as_of="2026-06-02")
    assert built.files_containing("Olli Otos") == ["kokoukset/hallitus/2026-03-02/5/index.html"]


def test_a_secret_items_election_may_not_stand_in_a_public_source(site: Make) -> None:
    """Kuntalaki 140 §: of a secret matter only a mention; its election is content as its votes are."""
    built = site(minutes("publicity: {level: secret, ground: JulkL 24 §}\n" + ELECTION, text=""))
    assert built.codes == ["MI007"]
    private = f'-- site.toml --\n{APPEALED_TO}[site]\ntitle = "Kunta"\nurl = "https://kunta.example"\nsource = "private"\n'
    built = site(private + minutes("publicity: {level: secret, ground: JulkL 24 §}\n" + ELECTION, text=""))
    assert built.codes == []
    assert built.files_containing("Olli Otos") == built.files_containing("varatarkastaja") == []


def test_a_name_in_an_election_goes_on_its_day(site: Make) -> None:
    """Kuntalaki 140 §: personal data leave the page with the first build after the last appeal day."""
    text = minutes(ELECTION)
    assert "Maija Esimerkki</th>" in site(text, as_of="2026-03-30").read(ADDRESS)
    after = site(text, as_of="2026-03-31")
    assert '<th scope="row">henkilötieto poistettu (kuntalaki 140 §)</th>' in after.read(ADDRESS)
    assert "Ville Malli" in after.read(ADDRESS)


def test_an_election_has_its_translations_words(site: Make) -> None:
    """A translation says post and manner in its own words and inherits candidates, votes and result."""
    toml = f'-- site.toml --\n{APPEALED_TO}[site]\ntitle = "Kunta"\nurl = "https://kunta.example"\nlanguages = ["fi", "sv"]\n'
    swedish = (
        "-- content/minutes/hallitus/2026-03-02/5-tie.sv.md --\n---\ntitle: Väg\n"
        "elections:\n  - {post: revisor, manner: slutna sedlar}\n  - {post: revisorsersättare}\n---\n## Beslut\n\nGodkändes.\n"
    )
    built = site(toml + minutes(ELECTION) + swedish, as_of="2026-03-10")
    assert built.codes == []
    found = Page("x", built.read("/sv/moten/hallitus/2026-03-02/5/").encode())
    assert found.texts("//section[contains(@class, 'vote')]/h2") == ["Val 1: revisor", "Val 2: revisorsersättare"]
    assert found.texts("//table[caption]/tbody/tr")[1] == "Ville Malli 0 Inte vald"
