"""A reader's comment: a text as it was sent, with nothing of Markdown in it.

Knows what is wrong with such a text. Must not know which news item it is on.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.content.frontmatter import Source, place
from sitegen.diagnostics import Diagnostic
from sitegen.law.lint import Doubt, doubts
from sitegen.model.spans import stray_marks


def judge_comment(path: str, source: Source, lang: str) -> Iterator[Diagnostic]:
    """Yield what is wrong or doubtful in a comment's text: it has no body, in which others' texts are judged (CO003, TX006, PD)."""
    text = source.text
    if not text.strip():
        yield Diagnostic(path, 1, 1, "CO003")
    for doubt in (*(Doubt("TX006", offset) for offset in stray_marks(text)), *doubts(text, lang)):
        line, column = place(text, doubt.offset)
        yield Diagnostic(path, source.line + line - 1, column, doubt.code, doubt.args)
