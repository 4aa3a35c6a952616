"""What things are called where they are listed and cited.

Knows facts and the words of a language. Knows no page.
"""

from __future__ import annotations

from typing import Any

from msgspec import structs

from sitegen.index.cards import card_addresses
from sitegen.index.site import Site
from sitegen.index.things import Thing, Version
from sitegen.locale import dates, words
from sitegen.model.facts import Board, BoardKind, Document, Item, Meeting, News
from sitegen.model.parts import Contact
from sitegen.outputs.borrowed import tongue_of
from sitegen.outputs.shell import ref
from sitegen.outputs.views import ContactView, Ref


def item_label(item: Item, lang: str) -> str:
    """Return ``§ 122``, or ``Asia 3`` for an item that has no section yet."""
    return f"§ {item.section}" if item.section else words(lang).gettext("Item %(number)s") % {"number": item.agenda}


def board_short(board: Board) -> str:
    """Return a board's abbreviation, or its name where it has none."""
    return board.abbreviation or board.title


def item_reference(board: Board, item: Item, lang: str) -> str:
    """Return the line by which an item is cited: ``MHS 4.6.2018 § 122``."""
    return f"{board_short(board)} {dates.day(item.date, lang)} {item_label(item, lang)}"


def bare_reference(site: Site, version: Version[Any]) -> str:
    """Return what a thing is cited by where its title isn't told: a withdrawn item, news item or document."""
    facts, lang = version.facts, version.lang
    _ = words(lang).gettext
    match facts:
        case Item():
            board = site.boards.get(facts.board)
            named = board.best(lang).facts if board else Board(board=facts.board, title=facts.board.replace("-", " ").capitalize())
            return item_reference(named, facts, lang)
        case News():
            return _("News item of %(day)s") % {"day": dates.day(facts.date.day, lang)}
        case Document() if facts.date:
            return _("Document of %(day)s") % {"day": dates.day(facts.date, lang)}
    return _("Document")


def meeting_title(meeting: Meeting, kind: BoardKind, lang: str) -> str:
    """Return a meeting's own name, or ``Kokous 4.6.2018``, ``Päätökset 4.6.2018`` of an office; the second of a day says so."""
    if meeting.title:
        return meeting.title
    _ = words(lang).gettext
    named = _("Decisions of %(day)s") if kind == "office" else _("Meeting %(day)s")
    title = named % {"day": dates.day(meeting.date, lang)}
    return f"{title} ({meeting.folder[11:]})" if meeting.folder[11:] else title


def meeting_ref(thing: Thing[Meeting], kind: BoardKind, lang: str) -> Ref:
    """Return a link to a meeting by what it is called; a name of its own may be in another language than the page."""
    meeting = thing.best(lang).facts
    link = ref(thing, lang, meeting_title(meeting, kind, lang))
    return structs.replace(link, words=tongue_of("title", thing, lang)) if meeting.title else link


def topic_title(site: Site, topic: str, lang: str) -> str:
    """Return what a topic is called: its label in that language, in the site's first, or its slug in words."""
    labels = site.config.topics.get(topic, {})
    return labels.get(lang) or labels.get(site.config.language) or topic.replace("-", " ").capitalize()


def topic_refs(site: Site, topics: tuple[str, ...], lang: str) -> tuple[Ref, ...]:
    """Return links to the topics' pages."""
    return tuple(_topic_ref(site, topic, lang) for topic in topics)


def _topic_ref(site: Site, topic: str, lang: str) -> Ref:
    """Return a link to a topic's page; made once, for many pages have it."""
    found: Ref | None = site.memo.get((f"topic/{topic}", lang))
    if found is None:
        found = site.memo[f"topic/{topic}", lang] = Ref(topic_title(site, topic, lang), site.addresses.topic(topic, lang))
    return found


def contacts(people: tuple[Contact, ...], page: str = "") -> tuple[ContactView, ...]:
    """Return contacts as templates see them, with the cards that stand below the address *page*."""
    cards = card_addresses(page, people) if page else ("",) * len(people)
    return tuple(ContactView(one.name, one.role, one.email, one.phone, card) for one, card in zip(people, cards, strict=True))
