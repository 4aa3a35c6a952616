"""The invented town as a site of sitegen's, in the files that the contract names.

Knows sitegen's folders and front matter; must not know of other programs or of clocks.
"""

from __future__ import annotations

from pathlib import Path

from files import write_markdown, write_text
from town import ABOUT_TEXT, BOARD_TEXT, TOPICS, Board, Item, Meeting, News, Town
from words import slug

CONFIG = """\
[site]
title = "Esimerkin kunta"
url = "https://www.kunta.example"
languages = ["fi"]
description = "Esimerkin kunnan päätökset ja uutiset"

[organisation]
name = "Esimerkin kunta"
kind = "municipality"
court = "Esimerkin hallinto-oikeus"
court_address = "PL 1, 00000 Esimerkki"
registry = { address = "Kunnantie 1, 00000 Esimerkki", email = "kirjaamo@kunta.example" }

[pdf]
enabled = false

[search]
enabled = false
"""


def write_site(town: Town, folder: Path) -> None:
    """Write *town* as a folder that ``sitegen build`` reads."""
    labels = "".join(f'\n[topics.{topic}]\nfi = "{label}"\n' for topic, label in TOPICS.items())
    write_text(folder / "site.toml", CONFIG + labels)
    for board in town.boards:
        _write_board(folder, board)
    for meeting in town.meetings:
        _write_meeting(folder, meeting)
    for item in town.items:
        write_item(folder, item)
    for news in town.news:
        _write_news(folder, news)
    write_markdown(folder / "content/pages/tietoa.md", {"title": "Tietoa sivustosta"}, ABOUT_TEXT)


def switch_on(folder: Path) -> None:
    """Switch on what a bench against another program leaves out: search and PDFs."""
    settings = (folder / "site.toml").read_text(encoding="utf-8")
    write_text(folder / "site.toml", settings.replace("enabled = false", "enabled = true"))


def write_item(folder: Path, item: Item) -> None:
    """Write the file of *item*, over the one that was there."""
    decided = item.meeting.decided
    facts = {
        "title": item.title,
        **({"section": item.section} if decided else {"agenda": item.place}),
        "case": item.case,
        "topics": list(item.topics),
        "proposer": item.proposer,
        "preparers": [item.contact],
        **({"resolution": item.resolution, "appeal": item.appeal} if decided else {}),
    }
    write_markdown(_meeting_folder(folder, item.meeting) / f"{item.place}-asia.md", facts, item.text)


def _write_board(folder: Path, board: Board) -> None:
    facts = {"name": board.name, "kind": board.kind, "members": board.roles}
    write_markdown(folder / f"content/minutes/{board.slug}/board.md", facts, BOARD_TEXT)


def _write_meeting(folder: Path, meeting: Meeting) -> None:
    facts = {
        "number": f"{meeting.number}/{meeting.day.year}",
        "start": f"{meeting.day} 16:00",
        "end": f"{meeting.day} 18:45",
        "place": "Kunnantalo, valtuustosali",
        "status": "approved" if meeting.decided else "agenda",
        **({"published": str(meeting.published)} if meeting.decided else {}),
        "chair": meeting.board.members[0],
        "secretary": meeting.board.members[1],
        "inspectors": list(meeting.board.members[2:4]),
    }
    write_markdown(_meeting_folder(folder, meeting) / "meeting.md", facts, "")


def _write_news(folder: Path, news: News) -> None:
    facts = {
        "title": news.title,
        "date": str(news.day),
        "lead": news.lead,
        "topics": [news.topic],
        "cases": [news.case],
    }
    write_markdown(folder / f"content/news/{news.day.year}/{slug(news.title)}-{news.number}.md", facts, news.text)


def _meeting_folder(folder: Path, meeting: Meeting) -> Path:
    return folder / f"content/minutes/{meeting.board.slug}/{meeting.day}"
