"""Transcripts: what a machine read of a PDF becomes a body, page by page.

Knows paragraphs as texts. Nothing in them is Markdown or HTML: every character stands for itself. What holds a personal identity code
is left out. Must not know files.
"""

from __future__ import annotations

from html import escape

from sitegen.content.pdf.lines import Leaves
from sitegen.content.pdf.paragraphs import pages_of
from sitegen.law.traces import identity_codes
from sitegen.model.body import Body, Outline, Prose, Section
from sitegen.model.pdf import Pdf
from sitegen.model.terms import terms_of
from sitegen.render.source import page_id
from sitegen.render.words import count_words, excerpt

LEFT_OUT = "…"
A_SENTENCE = 60


def make_transcript(leaves: Leaves, lang: str) -> Body:
    """Return the body of a PDF: a section for each page, whose ``id`` its number makes; none where no page has text.

    *lang* is that of the ids; they are English where it is neither ``fi`` nor ``sv``.
    """
    lang = lang if lang in ("fi", "sv") else "en"
    pages = pages_of(leaves.leaves) if not leaves.problem else []
    kept = [[LEFT_OUT if identity_codes(text) else text for text in page] for page in pages]
    withheld = sum(text is LEFT_OUT for page in kept for text in page)
    htmls = ["\n".join(f"<p>{escape(text)}</p>" for text in page) for page in kept]
    # What tells of a report are its sentences; a title page and a table of contents come before them.
    sentences = [f"<p>{escape(text)}</p>" for page in kept for text in page if len(text) > A_SENTENCE and text.endswith(".")]
    ids = [page_id(number, lang) for number in range(1, len(pages) + 1)]
    outline = Outline(
        ids=tuple(ids), words=count_words(htmls), excerpt=excerpt(sentences or htmls), pages=tuple(range(1, len(pages) + 1)),
        pdf=Pdf(leaves.count, leaves.problem, withheld), terms=terms_of(text for page in kept for text in page),
    )  # fmt: skip
    return Body(outline, Prose(tuple(Section(html, id=id) for html, id in zip(htmls, ids, strict=True))))


def without_text(leaves: Leaves) -> Body:
    """Return what is told of a PDF whose text is not for this site to show."""
    return Body(Outline(pdf=Pdf(leaves.count, leaves.problem)), Prose())
