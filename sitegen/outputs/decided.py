"""What was decided, to be read first.

Knows the words by which a decision only accepts what was proposed. Knows a body's sections and nothing of pages.
"""

from __future__ import annotations

import re

from msgspec import Struct

from sitegen.model.body import Prose, Section

ACCEPTS = re.compile(
    r"(?:päätös)?ehdotus hyväksyttiin\b|hyväksyttiin (?:päätös)?ehdot|(?:päätös)?ehdotuksen mukais"
    r"|(?:besluts)?förslaget godkändes|enligt (?:besluts)?förslaget|the proposal was (?:approved|accepted|adopted)",
    re.IGNORECASE,
)
FEW_WORDS = 25
_TAG = re.compile("<[^>]+>")


class Decided(Struct, frozen=True):
    """The decision's HTML, and the proposal's where the decision only accepts that; empty where there is none."""

    decision: str = ""
    proposal: str = ""


def decided(body: Prose) -> Decided:
    """Return what was decided: a decision of few words that only accepts the proposal comes with the proposal."""
    decision = _last(body.sections, "decision")
    if decision is None:
        return Decided()
    text = _TAG.sub(" ", decision.html)
    proposal = _last(body.sections, "proposal")
    if proposal and len(text.split()) <= FEW_WORDS and ACCEPTS.search(text):
        return Decided(decision.html, proposal.html)
    return Decided(decision.html)


def _last(sections: tuple[Section, ...], kind: str) -> Section | None:
    """Return the last section of that kind: a changed proposal stands after the one that it changes."""
    return next((section for section in reversed(sections) if section.kind == kind), None)
