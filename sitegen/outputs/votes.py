"""Votes as pages show them: the counts, which side had more, and the bar.

Knows how counts by name and by group add up to a count of all. Knows no page.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from sitegen.model.parts import Ballot, Tally, Vote

CAST = ("yes", "no", "abstained")


class Share(Struct, frozen=True):
    """A piece of a bar: ``yes``, ``no`` or ``abstained``, where it begins and how wide it is, in per cent."""

    vote: str
    start: str
    width: str


class VoteView(Struct, frozen=True):
    """A vote. ``counts`` are those given, or what the votes by group or by name add up to.

    ``columns`` are what has to be told of each count: ``yes``, ``no``, and ``abstained`` and ``absent`` where anyone did or
    was. ``more`` is the side with more votes, ``tie`` or, where nothing was counted, empty; ``bar`` shows the votes cast.
    """

    motion: str
    manner: str
    yes: str
    no: str
    counts: Tally | None
    columns: tuple[str, ...]
    more: str
    bar: tuple[Share, ...]
    by_group: tuple[Tally, ...]
    by_name: tuple[Ballot, ...]


def vote_views(votes: tuple[Vote, ...]) -> tuple[VoteView, ...]:
    """Return votes as templates see them, in the order in which they were taken."""
    return tuple(_view(vote) for vote in votes)


def _view(vote: Vote) -> VoteView:
    counts = vote.counts or _added(vote)
    told = (*((counts,) if counts else ()), *vote.by_group)
    rare = tuple(name for name in ("abstained", "absent") if any(getattr(one, name) for one in told))
    return VoteView(
        vote.motion, vote.manner, vote.yes, vote.no, counts, ("yes", "no", *rare), _more(counts), _bar(counts),
        vote.by_group, vote.by_name,
    )  # fmt: skip


def _added(vote: Vote) -> Tally | None:
    """Return what the votes by name, else those by group, add up to."""
    if vote.by_name:
        said = Counter(one.vote for one in vote.by_name)
        return Tally("", said["yes"], said["no"], said["abstained"], said["absent"])
    if vote.by_group:
        return Tally("", *(sum(getattr(one, name) for one in vote.by_group) for name in (*CAST, "absent")))
    return None


def _more(counts: Tally | None) -> str:
    """Return which side had more votes; whether that was enough, a qualified majority or the chair's vote, isn't known."""
    if counts is None or not counts.yes + counts.no:
        return ""
    if counts.yes == counts.no:
        return "tie"
    return "yes" if counts.yes > counts.no else "no"


def _bar(counts: Tally | None) -> tuple[Share, ...]:
    """Return the pieces of the bar, those of no width left out."""
    numbers = [getattr(counts, name) for name in CAST] if counts else []
    total = sum(numbers)
    starts = [sum(numbers[:place]) for place in range(len(numbers))]
    pieces = zip(CAST, starts, numbers, strict=False)
    return tuple(Share(name, _per_cent(start, total), _per_cent(number, total)) for name, start, number in pieces if number)


def _per_cent(part: int, total: int) -> str:
    return f"{100 * part / total:.2f}%"
