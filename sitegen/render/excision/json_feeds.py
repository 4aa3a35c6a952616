"""JSON feeds without what leads to a page: entries, and the lines within them.

Knows JSON Feed 1.1 as sitegen writes it. Must not know which page is meant.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from sitegen.render.excision.markup import without_links, without_words
from sitegen.render.excision.reach import Leads


class _Item(msgspec.Struct):
    url: str
    summary: str
    content_html: str = ""


class _Feed(msgspec.Struct):
    version: Literal["https://jsonfeed.org/version/1.1"]
    items: list[_Item]


def without_items(data: bytes, leads: Leads) -> bytes:
    """Return *data* without the entries that lead there, and the others' texts without such lines and links.

    What is no such feed, or has nothing to cut, is returned as it is.
    """
    try:
        msgspec.json.decode(data, type=_Feed)
    except msgspec.DecodeError:
        return data
    feed = msgspec.json.decode(data)
    left = [_cut(item, leads) for item in feed["items"] if not leads(item["url"])]
    if left == feed["items"]:
        return data
    return msgspec.json.format(msgspec.json.encode(feed | {"items": left})) + b"\n"


def _cut(item: dict[str, Any], leads: Leads) -> dict[str, Any]:
    """Return an entry that stays, without lines of its text, and their words where it says them in short."""
    html = item.get("content_html", "")
    cut = without_links(html, leads, bare=True)
    if cut.html == html:
        return item
    return item | {"content_html": cut.html, "summary": without_words(item["summary"], cut.words)}
