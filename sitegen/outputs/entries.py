"""Entries of feeds: what each is made of, by what it is known, and what readers may keep of it.

Knows that a feed has no personal data from the first day, and nothing that turns by itself. Knows no feed and no XML.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from uuid import UUID, uuid5

from msgspec import Struct

from sitegen.law.redaction import REMOVED
from sitegen.locale.dates import moment as moment
from sitegen.model.picture import Targets
from sitegen.outputs.views import Ref
from sitegen.render.pen import IN_FEEDS, withheld

# Readers know an entry by its guid for as long as they keep it: this must never change.
NAMESPACE = UUID("452c62cd-181e-49f3-95d2-a0eb4d0fab51")


class FeedEntry(Struct, frozen=True, array_like=True):
    """One entry: plain texts, and the key of its body, which is read when a feed is drawn.

    ``published`` is a time with its offset (ISO 8601), empty where it isn't known; then ``updated`` says by when it was told at
    the latest, for readers that must know. ``note`` stands before
    everything else, ``lead`` says it all in short, ``summary`` where nothing else does. ``lines`` are a meeting's items, ``days``
    a decision's days, which stand below its text.
    """

    title: str
    address: str
    guid: str
    published: str
    categories: tuple[str, ...] = ()
    note: str = ""
    lead: str = ""
    summary: str = ""
    lines: tuple[Ref, ...] = ()
    body: str = ""
    targets: Targets = ()
    days: str = ""
    updated: str = ""


class Told(Struct, frozen=True, eq=False):
    """What makes an entry, and the names of the feeds that it belongs to (``items``, ``boards/<board>`` …).

    ``moment`` is the time by which it stands in them; those of one ``group``, a meeting, are not parted.
    """

    moment: str
    group: str
    feeds: tuple[str, ...]
    make: Callable[[], FeedEntry]


def guid(name: str, lang: str) -> str:
    """Return the guid of what is known by *name*, in *lang*: the same for ever, wherever the site stands (RFC 9562, 5.5)."""
    return uuid5(NAMESPACE, f"{name}/{lang}").urn


def without_personal(text: str, lang: str) -> str:
    """Return *text*, which is in *lang*, as a feed has it: the same before and after the day on which personal data go."""
    text = withheld(text, lang)
    for wording in _removed(lang):
        text = text.replace(wording, IN_FEEDS[lang])
    return text


@cache
def _removed(lang: str) -> tuple[str, ...]:
    """Return the wordings that stand where personal data were, each once."""
    return tuple(dict.fromkeys(wording[lang] for wording in REMOVED.values()))
