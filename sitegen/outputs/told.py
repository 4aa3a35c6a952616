"""What feeds tell: decisions, news and meetings, each once in a language, whatever the number of feeds it stands in.

Knows the site and which feeds each thing belongs to. Knows nothing of how much of it a feed holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from msgspec import structs

from sitegen.index.addresses import item_name
from sitegen.index.appeals import AppealTime, appeal_time
from sitegen.index.links import targets
from sitegen.index.site import Site
from sitegen.index.things import Version, case_slugs
from sitegen.law.stages import DECIDED
from sitegen.locale import words
from sitegen.model.facts import Item, Meeting, News, is_secret
from sitegen.model.parts import When
from sitegen.outputs.deadlines import days_of, in_short
from sitegen.outputs.entries import FeedEntry, Told, guid, moment, without_personal
from sitegen.outputs.lists import meeting_status
from sitegen.outputs.names import board_short, item_label, meeting_title, topic_title
from sitegen.outputs.notices import corrections
from sitegen.outputs.sittings import begins, time_said
from sitegen.outputs.views import Ref

# Atom must date an entry, and nobody states when an agenda came out: most do later than so long before the meeting, and none
# may be dated in days to come, for some readers hide such an entry till then.
AHEAD = timedelta(days=14)


def decisions(site: Site, lang: str) -> Iterator[Told]:
    """Yield every decision that may be seen in *lang*, each once, with its corrections; the newest meetings come first.

    An item of an agenda is no entry: it would come once more when it is decided, under another number, and one that was
    struck out would stay in readers for ever. The feed of agendas tells of it in time.
    """
    for meeting in reversed(site.meetings):
        start = begins(meeting.facts)
        for thing in site.items.get((meeting.facts.board, meeting.facts.folder), ()):
            version = thing.versions.get(lang)
            if version and version.stage in DECIDED:
                shown = When(version.on_view) if version.on_view else start
                published = moment(shown.day, shown.clock, site.config.timezone)
                item = version.facts
                feeds = ("items", f"boards/{item.board}", *_feeds(item))
                told = Told(published, meeting.identity, feeds, partial(_decision, site, version, published))
                yield told
                time = appeal_time(version)
                if time:
                    yield Told(published, meeting.identity, ("appeals",), partial(_appealable, site, version, time, told))
                yield from corrections(site, version, told)


def _decision(site: Site, version: Version[Item], published: str) -> FeedEntry:
    item, lang = version.facts, version.lang
    board = site.boards[item.board].best(lang).facts
    uninspected = words(lang).gettext("Published before the minutes were inspected.")
    labels = (board.title, *(topic_title(site, topic, lang) for topic in item.topics), item.case)
    return FeedEntry(
        title=without_personal(f"{board_short(board)} {item_label(item, lang)} {item.title}", lang),
        address=version.address, guid=guid(item_name(item, version.identity), lang), published=published,
        categories=tuple(without_personal(label, lang) for label in labels if label),
        note=uninspected if version.stage == "uninspected" else "",
        lead=without_personal(item.plain or _mention(item, lang), lang), summary=without_personal(item.summary, lang),
        body=version.body, targets=targets(site, version), days=days_of(version.on_view, version.last_day, lang),
    )  # fmt: skip


def _mention(item: Item, lang: str) -> str:
    """Return all that is told of a wholly secret item beside its heading (kuntalaki 140.1 §); of any other nothing."""
    if not is_secret(item):
        return ""
    _ = words(lang).gettext
    handled, ground = _("A matter that has to be kept secret was handled."), _("The ground: %(ground)s")
    return f"{handled} {ground % {'ground': item.publicity.ground}}"


def _appealable(site: Site, version: Version[Item], time: AppealTime, decision: Told) -> FeedEntry:
    """Return the entry of a decision that can be appealed: its days come first."""
    key = guid(f"{item_name(version.facts, version.identity)}/appeal", version.lang)
    note = in_short(time, site.config.organisation, version.facts.appeal, version.lang)
    return structs.replace(decision.make(), guid=key, note=note, days="")


def _feeds(facts: Item | News) -> tuple[str, ...]:
    """Return the names of the feeds of a thing's cases and topics."""
    topics = (f"topics/{topic}" for topic in dict.fromkeys(facts.topics))
    return (*(f"cases/{name}" for name in case_slugs(facts)), *topics)


def news(site: Site, lang: str) -> Iterator[Told]:
    """Yield every news item that may be seen in *lang*, by the time at which it came onto the site."""
    for thing in reversed(site.news):
        version = thing.versions.get(lang)
        if version:
            facts = version.facts
            came = max(facts.date, facts.publish_at or facts.date)
            published = moment(came.day, came.clock, site.config.timezone)
            yield Told(published, thing.identity, ("news", *_feeds(facts)), partial(_news, site, version, published))


def _news(site: Site, version: Version[News], published: str) -> FeedEntry:
    facts, lang = version.facts, version.lang
    labels = (*(topic_title(site, topic, lang) for topic in facts.topics), *facts.cases)
    return FeedEntry(
        title=without_personal(facts.title, lang), address=version.address, guid=guid(version.identity, lang),
        published=published, categories=tuple(without_personal(label, lang) for label in labels),
        lead=without_personal(facts.lead, lang), body=version.body, targets=targets(site, version),
    )  # fmt: skip


def agendas(site: Site, lang: str) -> Iterator[Told]:
    """Yield every meeting whose agenda is out, by the time at which it is held; that it was cancelled is an entry of its own.

    Nobody states when an agenda came out, and a time to come would have readers hide the entry until then (RSS 2.0,
    pubDate): it has none.
    """
    _ = words(lang).gettext
    for thing in reversed(site.meetings):
        version, status = thing.versions.get(lang), meeting_status(site, thing.original)
        if version and status in ("agenda", "minutes", "approved", "cancelled"):
            title = _("Cancelled: %(meeting)s") if status == "cancelled" else _("Agenda: %(meeting)s")
            name = "cancelled" if status == "cancelled" else "agenda"
            held = begins(version.facts)
            when = moment(held.day, held.clock, site.config.timezone)
            yield Told(when, thing.identity, ("agendas",), partial(_meeting, site, version, name, title, ""))


def minutes(site: Site, lang: str) -> Iterator[Told]:
    """Yield every meeting whose minutes are on view, by the day on which they came there."""
    title = words(lang).gettext("Minutes: %(meeting)s")
    for thing in reversed(site.meetings):
        version = thing.versions.get(lang)
        if version and meeting_status(site, thing.original) in ("", "approved"):
            published = moment(version.facts.published or version.facts.date, "", site.config.timezone)
            make = partial(_meeting, site, version, "meeting", title, published)
            yield Told(published, thing.identity, ("meetings",), make)


def _meeting(site: Site, version: Version[Meeting], name: str, title: str, published: str) -> FeedEntry:
    meeting, lang = version.facts, version.lang
    board = site.boards[meeting.board].best(lang).facts
    note = ", ".join(part for part in (time_said(begins(meeting), lang), meeting.place) if part) + "."
    if meeting.moved_from:
        note += " " + words(lang).gettext("Moved from %(time)s.") % {"time": time_said(meeting.moved_from, lang)}
    return FeedEntry(
        title=without_personal(title % {"meeting": f"{board.title}, {meeting_title(meeting, board.kind, lang)}"}, version.words),
        address=version.address, guid=guid(f"{name}/{meeting.board}/{meeting.folder}", lang), published=published,
        categories=(without_personal(board.title, lang),), note=without_personal(note, version.words),
        lines=tuple(_line(item.best(lang), lang) for item in site.items.get((meeting.board, meeting.folder), ())),
        body=version.body, targets=targets(site, version),
        updated="" if published else moment(begins(meeting).day - AHEAD, "", site.config.timezone),
    )  # fmt: skip


def _line(version: Version[Item], lang: str) -> Ref:
    return Ref(without_personal(f"{item_label(version.facts, lang)} {version.facts.title}", version.words), version.address)
