"""Places: what a file is, by where it stands.

Knows the folders and names of content.md and the facts that a path states. Reads no file.
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from sitegen.model.slugs import slug

KNOWN = (
    "content/news/, content/minutes/<board>/, content/cases/, content/comments/<news>/, content/documents/<slug>/document.md, "
    "content/pages/"
)
FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-[2-9])?")

YEAR = re.compile(r"\d{4}")


class Place(Struct, frozen=True):
    """What a path says: the kind of file, its language (empty where it says none) and its facts by field name."""

    kind: str
    lang: str
    stem: str
    facts: dict[str, str]
    original: str = ""


def place_of(path: str) -> Place | None:
    """Return what the file at *path* (relative to the site's folder, with ``/``) is, or None where nothing belongs."""
    folders = path.split("/")
    name, lang = _language(folders.pop())
    original = f"{'/'.join(folders)}/{name}.md" if lang else ""
    match folders:
        case ["content", "news", *_]:
            return Place("news", lang, name, {"slug": slug(name)}, original)
        case ["content", "pages", *below]:
            return Place("page", lang, name, {"slug": "/".join(slug(part) for part in (*below, name))}, original)
        case ["content", "comments", *news] if len(news) == 1 or (len(news) == 2 and YEAR.fullmatch(news[0])):
            # Nobody translates what others have written: the language in its name is the comment's own.
            return Place("comment", lang, name, {"news": "/".join(slug(part) for part in news), "name": slug(name)})
        case ["content", "cases"]:
            return Place("case", lang, name, {"slug": slug(name)}, original)
        case ["content", "documents", folder] if name == "document":
            return Place("document", lang, name, {"slug": slug(folder)}, original)
        case ["content", "minutes", board] if name == "board":
            return Place("board", lang, name, {"board": slug(board)}, original)
        case ["content", "minutes", board, day] if FOLDER.fullmatch(day):
            kind = "meeting" if name == "meeting" else "item"
            return Place(kind, lang, name, {"board": slug(board), "folder": day, "date": day[:10]}, original)
        case ["content", "minutes", *_] if name not in ("board", "meeting"):
            return Place("item", lang, name, {}, original)
    return None


def _language(name: str) -> tuple[str, str]:
    """Return a file's name without its endings, and the language that stands before ``.md``."""
    found = re.fullmatch(r"(.+?)(?:\.([a-z]{2,3}))?\.md", name)
    return (found[1], found[2] or "") if found else (name, "")


def sorting_number(stem: str) -> int:
    """Return the number at the start of an item's file name, which only sorts; 0 where there is none."""
    found = re.match(r"\d{1,9}", stem)
    return int(found[0]) if found else 0


def day_of(folder: str) -> date | None:
    """Return the day that a meeting's folder names, or None where the calendar has no such day."""
    try:
        return date.fromisoformat(folder[:10])
    except ValueError:
        return None
