"""What a day shows and hides, to the day, and that what is hidden is nowhere."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sites import Make, Site

from sitegen.law.redaction import REMOVED
from sitegen.law.stages import Rules, Shown
from sitegen.law.today import Today
from sitegen.law.visibility import visible
from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.model.facts import AnyFacts, Board, Comment, Document, Item, Meeting, News, Page
from sitegen.model.parts import Appeal, Attachment, Member, Participate, When, Withdrawal
from sitegen.model.record import Record

DAY = date(2026, 3, 10)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
TEXT = "Kertoo [Maija]{.personal}."
GONE = REMOVED["municipality"]["fi"]


def news(**facts: Any) -> News:
    """Return a news item with those facts."""
    return News(**{"title": "Tie", "slug": "tie", "date": When(date(2026, 3, 1)), **facts})


def see(facts: AnyFacts, day: date, *others: AnyFacts, marked: bool = False, drafts: bool = False) -> tuple[Shown, date | None]:
    """Return *facts* as they may be seen on *day* in a site with *others*, and the next day on which that changes."""
    today = Today(day)
    records = [Record(f"{at}.md", "fi", one, "digest", 1, marked and not at) for at, one in enumerate((facts, *others))]
    return visible(records, Rules("municipality", False, drafts), today, lambda path: TEXT)[0], today.next_change


@pytest.mark.parametrize(
    ("facts", "day", "state", "change"),
    [
        (news(), DAY, "open", None),
        (news(publish_at=When(DAY, "12:00")), BEFORE, "hidden", DAY),
        (news(publish_at=When(DAY, "12:00")), DAY, "open", None),
        (news(expires=DAY), BEFORE, "open", DAY),
        (news(expires=DAY), DAY, "ended", None),
        (news(publish_at=When(DAY), expires=DAY), DAY, "ended", None),
        (news(publish_at=When(AFTER), expires=DAY), DAY, "ended", None),
        (news(draft=True), DAY, "draft", None),
        (news(draft=True, expires=BEFORE), DAY, "draft", None),
        (Page(slug="tietoa"), DAY, "open", None),
        (Document(slug="raportti"), DAY, "open", None),
    ],
)
def test_days_of_publication_and_expiry_are_exact(facts: AnyFacts, day: date, state: str, change: date | None) -> None:
    """publish_at is the first day on the site, expires the first day gone; the next change is told."""
    shown, next_change = see(facts, day)
    assert (shown.state, next_change) == (state, change)
    assert (shown.text == "") == (state != "open")


def test_drafts_are_shown_to_who_asks_for_them() -> None:
    """A preview of drafts shows what isn't published yet too; what has ended stays ended."""
    assert see(news(draft=True), DAY, drafts=True)[0].state == "open"
    assert see(news(publish_at=When(AFTER)), DAY, drafts=True)[0].state == "open"
    assert see(news(draft=True, expires=DAY), DAY, drafts=True)[0].state == "ended"


def test_of_what_has_ended_only_its_place_is_left() -> None:
    """No title, no topic, no case: its page says that it ended, and its aliases still lead there."""
    facts = news(expires=DAY, lead="Poikki", topics=("tiet",), cases=("7/2026",), aliases=("/vanha/",))
    assert see(facts, DAY)[0].record.facts == News(slug="tie", date=When(date(2026, 3, 1)), aliases=("/vanha/",))


def test_taking_part_ends_after_its_last_day() -> None:
    """``until`` is the last day on which it is told how; then that day alone is left. Without one it stays."""
    part, forever = Participate("Kerro", DAY), Participate("Kerro")
    cases = ((part, DAY, part, AFTER), (part, AFTER, Participate(until=DAY), None), (forever, AFTER, forever, None))
    for part, day, left, change in cases:
        shown, next_change = see(news(participate=part), day)
        assert isinstance(shown.record.facts, News)
        assert (shown.record.facts.participate, next_change) == (left, change)


def test_members_are_those_of_the_day() -> None:
    """since is the first day of a member, until the last one; each turn is a change to come."""
    old, always, new = Member("Maija", until=DAY), Member("Matti"), Member("Meri", since=AFTER)
    for day, members in ((BEFORE, (old, always)), (DAY, (old, always)), (AFTER, (always, new))):
        shown, change = see(Board(board="hallitus", members=(old, always, new)), day)
        assert isinstance(shown.record.facts, Board)
        assert shown.record.facts.members == members
        assert change == (None if day == AFTER else AFTER)


def test_a_meetings_withheld_attachments_have_no_file() -> None:
    """As those of items."""
    meeting = Meeting(board="b", folder="2026-03-10", date=DAY, attachments=(Attachment("Lista", "a.pdf", public=False, ground="JulkL"),))
    facts = see(meeting, DAY)[0].record.facts
    assert isinstance(facts, Meeting)
    assert facts.attachments == (Attachment("Lista", public=False, ground="JulkL"),)


@pytest.mark.parametrize(
    ("facts", "last"),
    [
        (news(title="[Maija]{.personal}", personal_until=DAY), DAY),
        (Document(title="[Maija]{.personal}", slug="raportti", personal_until=DAY), DAY),
        (Item(title="[Maija]{.personal}", board="b", folder="2026-03-02", date=date(2026, 3, 2), section="5", personal_until=DAY), DAY),
        (
            Item(title="[Maija]{.personal}", board="b", folder="2026-03-02", date=date(2026, 3, 2), section="5",
                 appeal=Appeal("rectification")),
            date(2026, 3, 24),
        ),
        (Meeting(title="[Maija]{.personal}", board="b", folder="2026-03-02", date=DAY, status="approved", published=date(2026, 3, 3)),
         date(2026, 3, 24)),
    ],
)  # fmt: skip
def test_personal_data_are_gone_on_the_day_after_their_last(facts: AnyFacts, last: date) -> None:
    """On the last day they are shown, enclosed; on the next they are in neither facts nor text, and nothing changes any more."""
    meeting = Meeting(board="b", folder="2026-03-02", date=date(2026, 3, 2), status="approved", published=date(2026, 3, 3))
    others = (meeting,) if isinstance(facts, Item) else ()
    shown, change = see(facts, last, *others, marked=True)
    assert (shown.record.facts.title, shown.text) == (f"{PERSONAL_START}Maija{PERSONAL_END}", TEXT)
    assert change == last + timedelta(days=1)
    shown, change = see(facts, last + timedelta(days=1), *others, marked=True)
    assert (shown.record.facts.title, shown.text) == (GONE, f"Kertoo {GONE}.")
    assert change is None


HIDING = """
    -- site.toml --
    [site]
    title = "Esimerkkilän kunta"
    url = "https://www.esimerkkila.example"
    source = "private"
    -- content/news/luonnos.md --
    ---
    title: Salasana-1
    date: 2026-03-01
    draft: true
    ---
    Salasana-2
    -- content/news/tuleva.md --
    ---
    title: Salasana-3
    date: 2026-03-01
    publish_at: 2026-06-02
    topics: [salasana-4]
    cases: [salasana-5/2026]
    ---
    Salasana-6
    -- content/news/vanha.md --
    ---
    title: Salasana-7
    date: 2026-03-01
    expires: 2026-06-01
    ---
    Salasana-8
    -- content/minutes/hallitus/2026-03-02/meeting.md --
    ---
    status: minutes
    attachments: [{title: Lista, file: salasana-9.pdf, public: false, ground: JulkL}]
    ---
    -- content/minutes/hallitus/2026-03-02/salasana-9.pdf --
    Salasana-10
    -- content/minutes/hallitus/2026-03-02/1-tie.md --
    ---
    title: Tie
    agenda: 1
    plain: Salasana-11
    votes: [{motion: Salasana-12}]
    dissent: [{name: Salasana-13}]
    ---
    ## Päätös {#p}

    Salasana-14
    -- content/minutes/hallitus/2026-03-02/2-salainen.md --
    ---
    title: Palkkausasia
    agenda: 2
    summary: Salasana-15
    case: Salasana-16/2026
    publicity: {level: secret, ground: JulkL 24.1 § 25 k}
    attachments: [{title: Salasana-17, file: liite.pdf}]
    ---
    Salasana-18
    -- content/minutes/hallitus/2026-03-02/liite.pdf --
    Salasana-19
    -- content/minutes/hallitus/2026-03-02/3-hakemus.md --
    ---
    title: Hakemus, [Salasana-20]{.personal}
    agenda: 3
    personal_until: 2026-05-31
    preparers: [{name: Salasana-21, email: salasana-22@kunta.example, personal: true}]
    attachments: [{title: Salasana-23, file: salasana-24.pdf, personal: true}]
    ---
    Hakija [Salasana-25]{.personal}, [Salasana-26]{.secret ground="JulkL 24.1 § 20 k"}
    -- content/minutes/hallitus/2026-03-02/salasana-24.pdf --
    Salasana-27
    -- content/minutes/hallitus/2026-04-02/meeting.md --
    ---
    place: Talo
    ---
    -- content/minutes/hallitus/2026-04-02/1-suunniteltu.md --
    ---
    title: Salasana-28
    agenda: 1
    ---
    Salasana-29
    -- content/minutes/hallitus/2026-05-02/1-pois.md --
    ---
    title: Salasana-30
    section: 1
    withdrawn: {date: 2026-06-01, reason: Virhe.}
    ---
    Salasana-31
"""


def kept(site: Site) -> bytes:
    """Return all that the site's store remembers."""
    return b"".join(path.read_bytes() for path in (site.source / ".sitegen").rglob("*") if path.is_file())


def test_what_is_hidden_is_nowhere(site: Make) -> None:
    """Neither a page, a feed, a file nor a name of the output holds it, nor the store that remembers what was drawn."""
    built = site(HIDING)
    assert built.codes == []
    output = b"".join(path.encode() + data for path, data in built.files.items()).lower()
    assert b"salasana" not in output
    assert b"salasana" not in kept(built).lower()
    assert built.built.next_change == date(2026, 6, 2)


HIDDEN = ({"draft": True}, {"withdrawn": Withdrawal(BEFORE, "Virhe.")}, {"expires": DAY}, {"publish_at": When(AFTER)})


@pytest.mark.parametrize("facts", HIDDEN)
def test_comments_are_hidden_with_their_news(facts: dict[str, Any]) -> None:
    """What readers wrote on a news item that nobody may see is for nobody to see, nor to remember, either."""
    comment = Comment(title="", news="2026/tie", name="a", author="A", date=When(BEFORE), text="Tie")
    assert see(comment, DAY, news())[0].state == "open"
    hidden, _ = see(comment, DAY, news(**facts))
    assert (hidden.state, hidden.text) == ("hidden", "")
