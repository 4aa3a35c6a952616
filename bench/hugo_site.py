"""The invented town as a site of Hugo's: the same Markdown, and templates that draw the same kinds of pages.

Knows Hugo's folders and front matter; must not know of other programs or of clocks.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from files import write_markdown
from town import ABOUT_TEXT, BOARD_TEXT, TOPICS, Board, Item, Meeting, News, Town
from words import slug

THEME = Path(__file__).parent / "hugo"
FEED = {"outputs": ["html", "rss"]}


def write_site(town: Town, folder: Path) -> None:
    """Write *town* as a folder that ``hugo --source`` reads."""
    shutil.copytree(THEME, folder, dirs_exist_ok=True)
    _write_lists(town, folder)
    for board in town.boards:
        _write_board(folder, board)
    for meeting in town.meetings:
        _write_meeting(folder, meeting)
    for item in town.items:
        write_item(folder, item)
    for news in town.news:
        _write_news(folder, news)
    write_markdown(folder / "content/tietoa.md", {"title": "Tietoa sivustosta"}, ABOUT_TEXT)


def write_item(folder: Path, item: Item) -> None:
    """Write the file of *item*, over the one that was there."""
    meeting, decided = item.meeting, item.meeting.decided
    facts = {
        "title": item.title,
        "type": "item",
        "date": str(meeting.day),
        "weight": item.place,
        "slug": str(item.section) if decided else f"asia-{item.place}",
        "toimielimet": [meeting.board.slug],
        "asiat": [slug(item.case)],
        "aiheet": list(item.topics),
        "params": {
            "board": meeting.board.slug,
            "board_name": meeting.board.name,
            "case": item.case,
            "proposer": item.proposer,
            "preparers": [item.contact],
            **(_decision(item) if decided else {}),
        },
    }
    write_markdown(_meeting_folder(folder, meeting) / f"{item.place}-asia.md", facts, item.text)


def _decision(item: Item) -> dict[str, Any]:
    return {
        "section": item.section,
        "resolution": item.resolution,
        "published": str(item.meeting.published),
        "appeal": item.appeal,
    }


def _write_lists(town: Town, folder: Path) -> None:
    """Write the lists that Hugo would otherwise name in English or not draw at all."""
    content = folder / "content"
    titles: dict[str, dict[str, Any]] = {
        "kokoukset": {"title": "Kokoukset", **FEED},
        "uutiset": {"title": "Uutiset", **FEED},
        "toimielimet": {"title": "Toimielimet"},
        "asiat": {"title": "Asiat"},
        "aiheet": {"title": "Aiheet"},
        **{f"aiheet/{topic}": {"title": label} for topic, label in TOPICS.items()},
        **{f"kokoukset/{year}": _year(year) for year in _years([meeting.day for meeting in town.meetings])},
        **{f"uutiset/{year}": {"title": f"Uutiset {year}"} for year in _years([news.day for news in town.news])},
    }
    for path, facts in titles.items():
        write_markdown(content / path / "_index.md", facts, "")


def _year(year: int) -> dict[str, Any]:
    return {"title": f"Kokoukset {year}", "type": "year", "params": {"year": year}}


def _years(days: list[date]) -> list[int]:
    return sorted({day.year for day in days})


def _write_board(folder: Path, board: Board) -> None:
    facts = {"title": board.name, "params": {"board": board.slug, "members": board.roles}}
    write_markdown(folder / f"content/toimielimet/{board.slug}/_index.md", facts, BOARD_TEXT)
    lists = {"title": f"{board.name}: kokoukset", "type": "board-meetings"}
    write_markdown(folder / f"content/kokoukset/{board.slug}/_index.md", lists, "")


def _write_meeting(folder: Path, meeting: Meeting) -> None:
    facts = {
        "title": f"{meeting.board.name} {meeting.day.day}.{meeting.day.month}.{meeting.day.year}",
        "type": "meeting",
        "date": str(meeting.day),
        "params": {
            "board": meeting.board.slug,
            "board_name": meeting.board.name,
            "number": f"{meeting.number}/{meeting.day.year}",
            "start": "16.00",
            "end": "18.45",
            "place": "Kunnantalo, valtuustosali",
            "chair": meeting.board.members[0],
            "secretary": meeting.board.members[1],
            "inspectors": list(meeting.board.members[2:4]),
            **({"published": str(meeting.published)} if meeting.decided else {}),
        },
    }
    write_markdown(_meeting_folder(folder, meeting) / "_index.md", facts, "")


def _write_news(folder: Path, news: News) -> None:
    facts = {
        "title": news.title,
        "date": str(news.day),
        "aiheet": [news.topic],
        "asiat": [slug(news.case)],
        "params": {"lead": news.lead, "case": news.case},
    }
    write_markdown(folder / f"content/uutiset/{news.day.year}/{slug(news.title)}-{news.number}.md", facts, news.text)


def _meeting_folder(folder: Path, meeting: Meeting) -> Path:
    return folder / f"content/kokoukset/{meeting.board.slug}/{meeting.day}"
