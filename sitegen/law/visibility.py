"""What of the content may be seen on the day of the build.

Knows drafts, days of publication and expiry, and takes out what is hidden before anything is made of it. Items have
their own rules, in ``stages``. Knows no page; the only reader of texts is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from msgspec import structs

from sitegen.law.on_view import meeting_personal_last_day, personal_last_day
from sitegen.law.redaction import REMOVED, redact_facts, redact_text
from sitegen.law.stages import (
    Rules,
    Shown,
    is_withdrawn,
    shown_item,
    shown_meeting,
)
from sitegen.law.today import Today
from sitegen.model.facts import AnyFacts, Board, Comment, Document, Item, Meeting, News
from sitegen.model.parts import Participate
from sitegen.model.record import Record


def visible(records: Iterable[Record], rules: Rules, today: Today, text_of: Callable[[str], str]) -> list[Shown]:
    """Return every record as it may be seen on the day; *text_of* reads a file's Markdown."""
    records = list(records)
    meetings = {(f.board, f.folder): f for r in records if isinstance(f := r.facts, Meeting) and not r.original}
    boards = {f.board: f for r in records if isinstance(f := r.facts, Board) and not r.original}
    shown: list[Shown] = []
    for record in records:
        facts = record.facts
        meeting: Meeting | None = None
        if isinstance(facts, Item):
            meeting = meetings.get((facts.board, facts.folder))
            one = shown_item(record, facts, meeting, rules, today, text_of)
        else:
            one = _shown(record, facts, rules, today)
        if record.marked and one.state in ("open", "ended", "withdrawn"):
            board = boards.get(getattr(facts, "board", ""))
            gone = today.is_over(_personal_last_day(facts, meeting, board, rules))
            one = _redacted(one, REMOVED[rules.organisation][record.lang] if gone else "", text_of)
        shown.append(one)
    return list(_with_comments(shown))


def _with_comments(shown: list[Shown]) -> Iterator[Shown]:
    """Yield *shown*, comments only while the news item that they are on is: they often quote it."""
    names = {name for one in shown if one.state == "open" and isinstance(one.record.facts, News) for name in one.record.facts.names}
    for one in shown:
        facts = one.record.facts
        yield structs.replace(one, state="hidden", text="") if isinstance(facts, Comment) and facts.news not in names else one


def _shown(record: Record, facts: AnyFacts, rules: Rules, today: Today) -> Shown:
    """Return anything but an item as it may be seen."""
    if isinstance(facts, News):
        return _news(record, facts, rules, today)
    if isinstance(facts, Document):
        return _document(record, facts, today)
    if isinstance(facts, Board):
        return Shown(structs.replace(record, facts=_with_current_members(facts, today)))
    if isinstance(facts, Meeting):
        return Shown(structs.replace(record, facts=shown_meeting(facts, rules, today)))
    return Shown(record)


def _news(record: Record, news: News, rules: Rules, today: Today) -> Shown:
    """Return a news item by its days; of taking part only the last day is left once that is over."""
    if news.draft and not rules.drafts:
        return Shown(record, "draft", text="")
    if _is_withdrawn(news, rules, today):
        bare = News(slug=news.slug, date=news.date, aliases=news.aliases, withdrawn=news.withdrawn)
        return Shown(structs.replace(record, facts=bare), "withdrawn", text="")
    if today.has_come(news.expires):
        bare = News(slug=news.slug, date=news.date, aliases=news.aliases)
        return Shown(structs.replace(record, facts=bare), "ended", text="")
    if news.publish_at and not today.has_come(news.publish_at.day) and not rules.drafts:
        return Shown(record, "hidden", text="")
    part = news.participate
    if part and today.is_over(part.until):
        return Shown(structs.replace(record, facts=structs.replace(news, participate=Participate(until=part.until))))
    return Shown(record)


def _is_withdrawn(news: News, rules: Rules, today: Today) -> bool:
    """Tell whether a news item that was on the site has been taken off it; what never was there needs no word."""
    if not is_withdrawn(news, today):
        return False
    return rules.drafts or news.publish_at is None or today.has_come(news.publish_at.day)


def _document(record: Record, document: Document, today: Today) -> Shown:
    """Return a document, or once it is withdrawn the mention of it."""
    if is_withdrawn(document, today):
        bare = Document(slug=document.slug, date=document.date, aliases=document.aliases, withdrawn=document.withdrawn)
        return Shown(structs.replace(record, facts=bare), "withdrawn", text="")
    return Shown(record)


def _with_current_members(board: Board, today: Today) -> Board:
    """Return *board* with the members that it has on the day; an ``until`` is the last day shown."""
    members = tuple(
        member
        for member in board.members
        if (member.since is None or today.has_come(member.since)) and not today.is_over(member.until)
    )
    return board if len(members) == len(board.members) else structs.replace(board, members=members)


def _personal_last_day(facts: AnyFacts, meeting: Meeting | None, board: Board | None, rules: Rules) -> date | None:
    """Return the last day on which personal data of a file are shown; only what is no part of minutes must say it."""
    kind = board.kind if board else "other"
    if isinstance(facts, Item):
        return personal_last_day(facts, meeting, kind, rules.organisation)
    if isinstance(facts, Meeting):
        return meeting_personal_last_day(facts, kind, rules.organisation)
    return facts.personal_until


def _redacted(shown: Shown, instead: str, text_of: Callable[[str], str]) -> Shown:
    """Return *shown* without secret words and, with words *instead* of them, without personal data."""
    record = shown.record
    text = shown.text if shown.text is not None else (text_of(record.path) if record.text else "")
    facts = redact_facts(record.facts, record.lang, instead)
    return structs.replace(
        shown, record=structs.replace(record, facts=facts), text=redact_text(text, record.lang, instead)
    )
