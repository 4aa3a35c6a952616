"""An invented municipality: its boards, meetings, items, cases and news as plain facts.

Knows what happened in the town; must not know in which files or for which program it is written down.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from msgspec import Struct

from words import Pen, slug

BOARD_TEXT = "Toimielin kokoontuu kolmen viikon välein.\n"
ABOUT_TEXT = "Tällä sivustolla on kunnan päätöksiä.\n"
ITEMS_IN_MEETING = 20
UNDECIDED_MEETINGS = 3
LAST_ROUND = date(2026, 2, 2)
ROUND = timedelta(weeks=3)
BOARDS = (
    ("kunnanvaltuusto", "Kunnanvaltuusto", "council"),
    ("kunnanhallitus", "Kunnanhallitus", "executive"),
    ("elinvoimalautakunta", "Elinvoimalautakunta", "committee"),
    ("kaavoituslautakunta", "Kaavoituslautakunta", "committee"),
    ("kulttuurilautakunta", "Kulttuurilautakunta", "committee"),
    ("liikuntalautakunta", "Liikuntalautakunta", "committee"),
    ("nuorisolautakunta", "Nuorisolautakunta", "committee"),
    ("rakennuslautakunta", "Rakennuslautakunta", "committee"),
    ("sivistyslautakunta", "Sivistyslautakunta", "committee"),
    ("tarkastuslautakunta", "Tarkastuslautakunta", "committee"),
    ("tekninen-lautakunta", "Tekninen lautakunta", "committee"),
    ("ymparistolautakunta", "Ympäristölautakunta", "committee"),
)
TOPICS = {
    "asuminen": "Asuminen", "kaavoitus": "Kaavoitus", "kulttuuri": "Kulttuuri", "liikenne": "Liikenne",
    "liikunta": "Liikunta", "opetus": "Opetus", "talous": "Talous", "vesihuolto": "Vesihuolto",
    "varhaiskasvatus": "Varhaiskasvatus", "ymparisto": "Ympäristö",
}  # fmt: skip
RESOLUTIONS = ("approved", "approved", "approved", "approved-modified", "noted", "tabled", "rejected")


class Board(Struct, frozen=True):
    """A board (toimielin); *members* are names, the chair first."""

    slug: str
    name: str
    kind: str
    members: tuple[str, ...]

    @property
    def roles(self) -> list[dict[str, str]]:
        """Return the members and their roles, as front matter says it."""
        roles = ("puheenjohtaja", *["jäsen"] * (len(self.members) - 1))
        return [{"name": name, "role": role} for name, role in zip(self.members, roles, strict=True)]


class Meeting(Struct, frozen=True):
    """A meeting; *decided* where its minutes are approved and published, three days after it."""

    board: Board
    day: date
    number: int
    decided: bool

    @property
    def published(self) -> date:
        """Return the day on which its minutes go on view."""
        return self.day + timedelta(days=3)


class Item(Struct, frozen=True):
    """An item (pykälä) of a meeting; *place* is its place on the agenda from 1, *section* its § where decided."""

    meeting: Meeting
    place: int
    section: int
    title: str
    case: str
    topics: tuple[str, ...]
    proposer: str
    preparer: str
    resolution: str
    text: str

    @property
    def contact(self) -> dict[str, str]:
        """Return who prepared it, as front matter says it."""
        email = f"{slug(self.preparer)}@kunta.example"
        return {"name": self.preparer, "role": "valmistelija", "email": email, "phone": "040 000 0000"}

    @property
    def appeal(self) -> dict[str, str]:
        """Return how its decision may be appealed, as front matter says it."""
        if self.resolution in ("noted", "tabled"):
            return {"kind": "prohibited", "provision": "Kuntalaki 410/2015 136 §"}
        return {"kind": "municipal-appeal" if self.meeting.board.kind == "council" else "rectification"}


class News(Struct, frozen=True):
    """A piece of news on the preparation of a case."""

    number: int
    day: date
    title: str
    lead: str
    topic: str
    case: str
    text: str


class Town(Struct, frozen=True):
    """The whole town on the day *as_of*, everything in order of time."""

    boards: tuple[Board, ...]
    meetings: tuple[Meeting, ...]
    items: tuple[Item, ...]
    news: tuple[News, ...]
    as_of: date


def invent(items: int, seed: int) -> Town:
    """Return a town with *items* items, a third as many cases and a tenth as much news."""
    pen = Pen(seed)
    boards = tuple(Board(slug, name, kind, tuple(pen.person() for _ in range(9))) for slug, name, kind in BOARDS)
    meetings = _meetings(boards, -(-items // ITEMS_IN_MEETING))
    handled = _items(pen, meetings, items)
    news = tuple(_news(pen, number, handled[number * 10]) for number in range(items // 10))
    return Town(boards, meetings, handled, news, meetings[-1].published)


def _meetings(boards: tuple[Board, ...], count: int) -> tuple[Meeting, ...]:
    """Return *count* meetings: every board meets once in three weeks, four boards a week, and the last meetings are undecided."""
    first = LAST_ROUND - ROUND * ((count - 1) // len(boards))
    held: Counter[tuple[str, int]] = Counter()
    meetings = []
    for index in range(count):
        turn, place = divmod(index, len(boards))
        board, day = boards[place], first + ROUND * turn + timedelta(weeks=place // 4, days=place % 4)
        held[board.slug, day.year] += 1
        meetings.append(Meeting(board, day, held[board.slug, day.year], index < count - UNDECIDED_MEETINGS))
    return tuple(meetings)


def _items(pen: Pen, meetings: tuple[Meeting, ...], count: int) -> tuple[Item, ...]:
    """Return *count* items; every third opens a case, the others continue one of the newest 300."""
    sections: Counter[tuple[str, int]] = Counter()
    cases: list[str] = []
    items = []
    for index in range(count):
        meeting = meetings[index // ITEMS_IN_MEETING]
        opens = index % 3 == 0
        if opens:
            cases.append(_case_number(pen, len(cases) + 1, meeting.day.year))
        sections[meeting.board.slug, meeting.day.year] += 1
        items.append(
            Item(
                meeting=meeting,
                place=index % ITEMS_IN_MEETING + 1,
                section=sections[meeting.board.slug, meeting.day.year],
                title=pen.title(),
                case=cases[-1] if opens else pen.random.choice(cases[-300:]),
                topics=tuple(sorted(pen.random.sample(sorted(TOPICS), pen.random.randint(1, 3)))),
                proposer=pen.random.choice(("Kunnanjohtaja", "Tekninen johtaja", "Sivistysjohtaja", "Toimialajohtaja")),
                preparer=pen.person(),
                resolution=pen.random.choice(RESOLUTIONS),
                text=_item_text(pen, meeting),
            )
        )
    return tuple(items)


def _case_number(pen: Pen, number: int, year: int) -> str:
    """Return a number such as ``70/00.01.02/2025``."""
    return f"{number}/{pen.random.randint(0, 14):02}.{pen.random.randint(0, 9):02}.00/{year}"


def _item_text(pen: Pen, meeting: Meeting) -> str:
    """Return 300 to 400 words of Markdown; of what is undecided, only what comes before the decision."""
    noun, genitive, partitive = pen.noun()
    before = (
        f"## Tiivistelmä\n\n{pen.paragraph(2)}",
        f"## Selostus\n\n{pen.paragraph(4)}\n\n{pen.paragraph(4)}\n\nValmistelussa arvioitiin **{partitive}** erityisesti näiltä osin:",
        f"{pen.bullets(4, '-')}\n\n{pen.paragraph(4)}",
        f"Aineistoon voi tutustua [kunnan karttapalvelussa](https://kartta.kunta.example/{pen.random.randint(1, 9999)}), "
        f"ja päätöksen tekee [{meeting.board.name.lower()}](/toimielimet/{meeting.board.slug}/). {pen.paragraph(3)}",
        f"## Ehdotus\n\n{meeting.board.name} päättää, että\n\n{pen.bullets(3, '1.')}",
    )
    after = (
        f"## Käsittely\n\nJäsen {pen.person()} teki muutosehdotuksen, jota **ei kannatettu**. {pen.paragraph(1)}",
        f"## Päätös\n\n{meeting.board.name} hyväksyi ehdotuksen. {pen.paragraph(2)}",
        f"## Täytäntöönpano\n\nTiedoksi: {genitive} työryhmä, {noun} ja kunnan kirjaamo.",
    )
    return "\n\n".join(before + after if meeting.decided else before) + "\n"


def _news(pen: Pen, number: int, item: Item) -> News:
    """Return news on the case of *item*, published two days before its meeting."""
    day = item.meeting.day - timedelta(days=2)
    text = f"{pen.paragraph(4)}\n\n## Mitä seuraavaksi\n\n{pen.paragraph(3)}\n\n{pen.bullets(3, '-')}\n\n{pen.paragraph(3)}\n"
    return News(number + 1, day, pen.title(), pen.sentence(), item.topics[0], item.case, text)
