"""The site: every thing that may be seen, by its kind, and what belongs together.

Built afresh for each build from what reading and visibility left. Knows no page and no HTML.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from msgspec import Struct, structs

from sitegen.config import Config
from sitegen.index.addresses import Addresses, identity, page_form
from sitegen.index.appeals import running
from sitegen.index.comments import Said, comments_by_news
from sitegen.index.everywhere import made_of
from sitegen.index.things import F, Seen, Thing, Version, cases_of, day_of, thing_of, topics_of
from sitegen.index.withheld import renamed, withheld_files
from sitegen.law.appeals import can_be_appealed
from sitegen.law.today import Today
from sitegen.model.asset import Asset
from sitegen.model.facts import AnyFacts, Board, Case, Comment, Document, Item, Meeting, News, Page
from sitegen.model.record import Record
from sitegen.model.slugs import slug

Step = Thing[Item] | Thing[News] | Thing[Document]


class Site(Struct, frozen=True):
    """Everything that may be seen. Lists stand in order of (day, address), oldest first.

    ``items`` are by (board, folder), in the order of the meeting; ``comments`` are by the identity of the
    news item that they are on; ``steps`` are all items, news and documents, ``by_case`` and
    ``by_topic`` hold them too; ``gone`` are the versions whose pages only say that they ended, ``unseen`` the states of all addresses
    that lead to no page of their own, ``aliases`` tell what once stood at an address;
    ``assets`` are files by their path from the site's folder, ``withheld`` the paths of those that aren't on view.
    ``memo`` is for what outputs say of a thing in a language again and again: it holds nothing that the rest doesn't tell.
    """

    config: Config
    addresses: Addresses
    day: Today
    news: list[Thing[News]]
    boards: dict[str, Thing[Board]]
    meetings: list[Thing[Meeting]]
    items: dict[tuple[str, str], list[Thing[Item]]]
    documents: list[Thing[Document]]
    pages: list[Thing[Page]]
    cases: dict[str, Thing[Case]]
    comments: dict[str, list[Said]]
    steps: list[Step]
    by_case: dict[str, list[Step]]
    by_topic: dict[str, list[Step]]
    gone: list[Version[Any]]
    unseen: dict[str, str]
    by_source: dict[str, Version[Any]]
    by_address: dict[str, Version[Any]]
    aliases: dict[str, Version[Any]]
    assets: dict[str, Asset]
    withheld: frozenset[str]
    memo: dict[tuple[str, str], Any]


def make_site(
    config: Config, seen: Iterable[Seen], whole: Iterable[Record], assets: dict[str, Asset], today: Today
) -> Site:
    """Return the site of what may be seen; meetings, boards and cases that no file describes are made up here.

    *whole* are the records before anything was hidden: to what they alone make, no page may lead.
    """
    addresses = Addresses(config.language)
    seen, whole = list(seen), list(whole)
    told = [one for one in seen if not isinstance(one.shown.record.facts, Comment)]
    versions = [_version(one, addresses) for one in sorted(told, key=_originals_first)]
    homes = {version.identity: version.address for version in reversed(versions)}
    versions = [v if homes[v.identity] == v.address else structs.replace(v, home=homes[v.identity]) for v in versions]
    is_open = [version for version in versions if version.state == "open"]
    gone = [version for version in versions if version.state in ("ended", "withdrawn")]
    things = _things(is_open)
    items = _sorted(things, Item)
    by_meeting: dict[tuple[str, str], list[Thing[Item]]] = defaultdict(list)
    for item in sorted(items, key=lambda one: in_meeting(one.original)):
        by_meeting[item.facts.board, item.facts.folder].append(item)
    meetings = _meetings(_sorted(things, Meeting), by_meeting, addresses)
    news, documents = _sorted(things, News), _sorted(things, Document)
    steps: list[Step] = sorted([*items, *news, *documents], key=_by_day)
    by_case, numbers = _by_case(steps)
    boards = _boards(_sorted(things, Board), meetings, addresses)
    cases = _cases(_sorted(things, Case), by_case, numbers, addresses)
    by_topic: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        for topic in dict.fromkeys(topics_of(step.facts)):
            by_topic[topic].append(step)
    made = [v for group in (meetings, boards.values(), cases.values()) for t in group for v in t.versions.values()]
    return Site(
        config=config, addresses=addresses, day=today, news=news, boards=boards, meetings=meetings,
        items=dict(by_meeting), documents=documents, pages=_sorted(things, Page), cases=cases, steps=steps,
        comments=comments_by_news(seen, news), by_case=by_case,
        by_topic=dict(sorted(by_topic.items())),
        gone=gone,
        unseen=_never_now(config, addresses, whole, is_open, today) | {v.address: v.state for v in versions if v.state != "open"},
        by_source={version.source: version for version in versions},
        by_address={version.address: version for version in [*made, *is_open]},
        aliases={alias: version for version in [*gone, *is_open] for alias in _former(version, addresses)},
        assets=renamed(assets, whole),
        withheld=withheld_files(whole, seen),
        memo={},
    )  # fmt: skip


def _never_now(
    config: Config, addresses: Addresses, whole: Iterable[Record], is_open: list[Version[Any]], today: Today
) -> dict[str, str]:
    """Return the addresses that *whole* records would make, but what is open doesn't.

    They are those of a case or a year of hidden things, and of the last day of a time to appeal that doesn't run.
    """
    shown = {version.source: version.facts for version in is_open}
    # What is shown as it stands makes all that it ever will.
    hides = [(r.facts, r.lang) for r in whole if shown.get(r.path) is not r.facts]
    still = {addresses.last_day(v.address, v.lang) for v in is_open if _has_no_last_day_now(v, today)}
    if hides:
        ever = made_of(config, addresses, hides)
        now = made_of(config, addresses, ((version.facts, version.lang) for version in is_open))
        still |= (ever.lists | ever.others) - now.lists - now.others
    return dict.fromkeys(sorted(still), "hidden")


def _has_no_last_day_now(version: Version[Any], today: Today) -> bool:
    facts = version.facts
    return isinstance(facts, Item) and can_be_appealed(facts.appeal) and running(version, today) is None


def _former(version: Version[Any], addresses: Addresses) -> list[str]:
    """Return the addresses that lead on to *version*: its aliases, and an item's before it had a section."""
    facts = version.facts
    aliases = [page_form(alias) for alias in facts.aliases]
    if isinstance(facts, Item) and facts.section and facts.agenda:
        aliases.append(addresses.agenda(facts, version.lang))
    return aliases


def _originals_first(seen: Seen) -> tuple[bool, str]:
    return bool(seen.shown.record.original), seen.shown.record.path


def _version(seen: Seen, addresses: Addresses) -> Version[AnyFacts]:
    shown, record = seen.shown, seen.shown.record
    address = addresses.of(record.facts, record.lang)
    return Version(
        identity(record.facts), record.lang, record.lang, address, address, record.facts, record.path, seen.outline,
        seen.body, shown.state, shown.stage, shown.on_view, shown.last_day, seen.pdf,
    )  # fmt: skip


def _things(versions: list[Version[AnyFacts]]) -> list[Thing[AnyFacts]]:
    grouped: dict[str, dict[str, Version[AnyFacts]]] = {}
    for version in versions:
        grouped.setdefault(version.identity, {})[version.lang] = version
    return [thing_of(group) for group in grouped.values()]


def _by_day(thing: Thing[Any]) -> tuple[Any, ...]:
    return day_of(thing.facts), thing.original.address


def in_meeting(version: Version[Item]) -> tuple[Any, ...]:
    """Return the key by which a meeting's items stand in its order."""
    item = version.facts
    digits = (item.section or item.agenda).rstrip("abcdefghijklmnopqrstuvwxyz")
    return item.sort, int(digits or 0), item.section, version.address


def _sorted(things: list[Thing[AnyFacts]], kind: type[F]) -> list[Thing[F]]:
    """Return the things of one kind in order of day and address."""
    return sorted((thing for thing in things if isinstance(thing.facts, kind)), key=_by_day)  # type: ignore[misc]


def _spoken(made: F, original: Thing[F] | None, langs: Iterable[str], addresses: Addresses) -> Thing[F]:
    """Return a thing with a version in each of *langs*; those that no file gives have the words of the original.

    Where there is no original the facts are those of *made*, which says nothing in any language.
    """
    versions = dict(original.versions) if original else {}
    first = original.original if original else None
    for lang in langs:
        if lang not in versions:
            facts = first.facts if first else made
            address = addresses.of(facts, lang)
            words, home = (first.words, first.home) if first else (lang, address)
            versions[lang] = Version(identity(facts), lang, words, address, home, facts)
    return thing_of(versions)


def _languages(things: Iterable[Thing[Any]]) -> list[str]:
    """Return the languages that any of *things* is told in, in the order met."""
    return list(dict.fromkeys(lang for thing in things for lang in thing.versions))


def _meetings(
    known: list[Thing[Meeting]], items: dict[tuple[str, str], list[Thing[Item]]], addresses: Addresses
) -> list[Thing[Meeting]]:
    found = {(thing.facts.board, thing.facts.folder): thing for thing in known}
    meetings = [thing for key, thing in found.items() if key not in items]
    for (board, folder), group in items.items():
        made = Meeting(board=board, folder=folder, date=group[0].facts.date)
        meetings.append(_spoken(made, found.get((board, folder)), _languages(group), addresses))
    return sorted(meetings, key=_by_day)


def _boards(
    known: list[Thing[Board]], meetings: list[Thing[Meeting]], addresses: Addresses
) -> dict[str, Thing[Board]]:
    found = {thing.facts.board: thing for thing in known}
    held: dict[str, list[Thing[Meeting]]] = defaultdict(list)
    for meeting in meetings:
        held[meeting.facts.board].append(meeting)
    boards = {name: thing for name, thing in found.items() if name not in held}
    for name, group in held.items():
        made = Board(board=name, title=name.replace("-", " ").capitalize())
        boards[name] = _spoken(made, found.get(name), _languages(group), addresses)
    return dict(sorted(boards.items(), key=lambda pair: (pair[1].facts.title, pair[0])))


def _by_case(steps: list[Step]) -> tuple[dict[str, list[Step]], dict[str, str]]:
    """Return what names each case, and each case's number as it was first printed."""
    by_case: dict[str, list[Step]] = defaultdict(list)
    numbers: dict[str, str] = {}
    for step in steps:
        for number in dict.fromkeys(cases_of(step.facts)):
            name = slug(number)
            by_case[name].append(step)
            if numbers.get(name, name) == name:
                numbers[name] = number
    return dict(sorted(by_case.items())), numbers


def _cases(
    known: list[Thing[Case]], by_case: dict[str, list[Step]], numbers: dict[str, str], addresses: Addresses
) -> dict[str, Thing[Case]]:
    found = {thing.facts.slug: thing for thing in known}
    cases = {name: thing for name, thing in found.items() if name not in by_case}
    for name, steps in by_case.items():
        titled = next((s for s in reversed(steps) if isinstance(s.facts, Item)), steps[-1])
        if name in found:
            case = _spoken(found[name].facts, found[name], _languages(steps), addresses)
        else:
            case = _titled(name, titled, _languages(steps), addresses)
        cases[name] = _numbered(case, numbers[name])
    return dict(sorted(cases.items()))


def _titled(name: str, titled: Step, langs: Iterable[str], addresses: Addresses) -> Thing[Case]:
    """Return a case that no file describes, in each of *langs*: it is called what *titled* is called there."""
    versions = {}
    for lang in langs:
        told = titled.best(lang)
        facts = Case(slug=name, title=told.facts.title)
        address = addresses.of(facts, lang)
        versions[lang] = Version(identity(facts), lang, told.words, address, address, facts)
    return thing_of(versions)


def _numbered(case: Thing[Case], number: str) -> Thing[Case]:
    """Return *case* with its printed number, which no case's own file states."""
    versions = {
        lang: structs.replace(version, facts=structs.replace(version.facts, number=number))
        for lang, version in case.versions.items()
    }
    return thing_of(versions)
