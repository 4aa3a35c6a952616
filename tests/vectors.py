"""Hostile strings: what people have thought of to make a page run a program, and to break software.

Knows where they stand and how to write them into a site. Must not know what becomes of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BLANK = re.compile("%[a-z][a-z0-9_]+%")
DIV = re.compile(r'<div id="\d+">(.*?)//\["\'`-->\]\]>\]</div>', re.DOTALL)
# YAML's escapes can write what no file may hold as it is; \x0e and \x0f are what encloses personal data within the program.
UNSEEN = ("\x00", "\x0e<b>x</b>\x0f", "\x11-1\x12", "\x1b[31mred", "a\x7fb", "\ufffe", "\u202egnp.exe", "\u2028alert(1)")
ADDRESSES = (
    "javascript:alert(1)", "JavaScript:alert(1)", "javascript://x.example/%0aalert(1)", " javascript:alert(1)",
    "java\tscript:alert(1)", "\x01javascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
    "//evil.example/", "\\\\evil.example\\", "/\\evil.example", "https://x.example/\" onclick=\"alert(1)", "file:///etc/passwd",
    "https://x.example/'><script>alert(1)</script>", "javascript&colon;alert(1)", "javascript&#58;alert(1)", "JAVASCRIPT\n:alert(1)",
    "mailto:x@x.example\"><svg/onload=alert(1)>", "blob:https://x.example/1", "?x=javascript:", "#\"><img src=x onerror=alert(1)>",
)  # fmt: skip


def markup(cases: Path) -> list[str]:
    """Return strings that are, or hide, markup that runs something."""
    sheet = DIV.findall((cases / "hostile/html5-security-vectors.txt").read_text(encoding="utf-8"))
    items = json.loads((cases / "hostile/html5-security-items.json").read_text(encoding="utf-8"))
    bleach = [path.read_text(encoding="utf-8").partition("\n--\n")[0] for path in sorted((cases / "hostile/bleach").glob("*.test"))]
    return list(dict.fromkeys([*sheet, *(filled(item["data"]) for item in items), *bleach]))


def filled(data: str) -> str:
    """Return a pattern of the collection with its blanks filled in."""
    return BLANK.sub(lambda blank: "javascript:alert(1)" if "uri" in blank[0] else "alert(1)", data)


def naughty(cases: Path) -> list[str]:
    """Return strings that have broken software, and some that only YAML's escapes can write."""
    found: list[str] = json.loads((cases / "hostile/naughty-strings.json").read_text(encoding="utf-8"))
    return list(dict.fromkeys([*found, *UNSEEN]))


def file(fields: dict[str, Any], text: str = "") -> bytes:
    """Return a file of content; strings are written with YAML's escapes where no file may hold them as they are."""
    lines = "".join(f"{name}: {written(value)}\n" for name, value in fields.items())
    return f"---\n{lines}---\n\n{text}\n".encode("utf-8", "replace")


def written(value: Any) -> str:
    """Return a value as YAML."""
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", lambda one: f"\\u{ord(one[0]):04x}", json.dumps(value, ensure_ascii=False))


def news(string: str) -> dict[str, Any]:
    """Return the fields of a news item that says one thing everywhere."""
    return {
        "title": string, "date": "2026-05-04", "kind": string, "subtitle": string, "lead": string, "topics": ["aihe"],
        "image": {"file": "kuva.png", "alt": string, "caption": string, "credit": string}, "contacts": [contact(string)],
        "links": [{"title": string, "url": "https://x.example/"}], "participate": {"how": string, "until": "2027-01-01"},
    }  # fmt: skip


def contact(string: str) -> dict[str, str]:
    """Return a contact that says one thing everywhere."""
    return dict.fromkeys(("name", "role", "email", "phone"), string)


def item(string: str, section: int, case: str) -> dict[str, Any]:
    """Return the fields of an item that says one thing everywhere; *case* is its case number."""
    return {
        "title": string, "section": str(section), "case": case, "plain": string, "summary": string, "proposer": string,
        "presenter": [contact(string)], "responsible": [string], "preparers": [contact(string)], "resolution": "approved",
        "votes": [{
            "motion": string, "manner": string, "yes": string, "no": string, "by_group": [{"name": string, "yes": 1}],
            "by_name": [{"name": string, "vote": "yes", "group": string}],
        }],
        "disqualified": [{"name": string, "ground": string}], "dissent": [{"name": string, "text": string}],
        "appeal": {"kind": "other", "days": "14", "provision": string, "authority": string, "reason": string},
        "publicity": {"level": "partial", "ground": string}, "id": f"{section} {string}",
        "attachments": [{"title": string, "number": string, "kind": string, "public": False, "ground": string}],
        "history": [{"board": string, "date": "2026-01-01", "section": string}],
        "corrections": [{"date": "2026-05-20", "text": string}],
    }  # fmt: skip


def meeting(string: str) -> dict[str, Any]:
    """Return the fields of a meeting, its minutes on view, that says one thing everywhere."""
    words = ("title", "number", "place", "manner", "chair", "secretary", "quorum")
    return {
        **dict.fromkeys(words, string), "status": "approved", "published": "2026-05-11", "inspectors": [string], "breaks": [string],
        "attendance": [dict.fromkeys(("name", "role", "group", "substitute_for"), string)],
    }  # fmt: skip


def rest(number: int, string: str) -> Iterator[tuple[str, bytes]]:
    """Yield a board, a meeting, a document, a page and a case that say one thing everywhere."""
    member = dict.fromkeys(("name", "role", "group", "substitute_for"), string)
    board = {"name": string, "abbreviation": string, "formerly": string, "members": [member], "contacts": [contact(string)]}
    yield f"minutes/lautakunta-{number}/board.md", file(board, string)
    yield f"minutes/lautakunta-{number}/2026-05-04/meeting.md", file(meeting(string), string)
    yield f"documents/asiakirja-{number}/document.md", file({"title": string, "authors": [string]}, string)
    yield f"pages/sivu-{number}.md", file({"title": string, "lead": string, "in_menu": number < 3}, string)
    yield f"cases/{number}-2025.md", file({"title": string, "next": string, "court": [{"date": "2026-05-05", "text": string}]}, string)


def links(address: str) -> str:
    """Return a text with *address* in every kind of link that Markdown and HTML have."""
    return (
        f"[a]({address}) [b](<{address}>) ![c]({address}) <{address}>\n\n[d][e]\n\n[e]: {address}\n\n"
        f'<a href="{address}">f</a> <img src="{address}" alt="g"> <blockquote cite="{address}">h</blockquote>\n'
    )
