"""What a build has done, in a line.

Knows the words for counts, seconds and days. Must not know how a build works.
"""

from __future__ import annotations

from sitegen.cli.language import _, lang, ngettext
from sitegen.cli.progress import seconds
from sitegen.locale.dates import day, number
from sitegen.publish.changes import Changes
from sitegen.render.unchanged import Built


def done(built: Built, took: float) -> str:
    """Return what a build that took so many seconds has drawn and removed, and when it should be done again."""
    removed = len(built.changes.removed) if built.changes else 0
    parts = [
        _count(ngettext("{count} file", "{count} files", len(built.manifest)), len(built.manifest)),
        _count(ngettext("{count} drawn", "{count} drawn", built.drawn), built.drawn),
        _count(ngettext("{count} removed", "{count} removed", removed), removed),
        f"{seconds(took)} s",
    ]
    if built.next_change is None:
        return ", ".join(parts)
    turn = _("changes by itself on {day}").format(day=day(built.next_change, lang()))
    return f"{', '.join(parts)}; {turn}"


def foreseen(built: Built) -> str:
    """Return how many files a build would add, change and remove."""
    changes = built.changes or Changes()
    new, changed, removed = len(changes.new), len(changes.changed), len(changes.removed)
    parts = [
        _count(ngettext("{count} new", "{count} new", new), new),
        _count(ngettext("{count} changed", "{count} changed", changed), changed),
        _count(ngettext("{count} to be removed", "{count} to be removed", removed), removed),
    ]
    return _("{counts}; nothing was written").format(counts=", ".join(parts))


def _count(text: str, count: int) -> str:
    return text.format(count=number(count, lang()))
