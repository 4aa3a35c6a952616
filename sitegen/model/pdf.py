"""What is known of a document's PDF besides its text.

Knows no file and no page of this site.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# No page has text, it asks for a password, it can't be made sense of, it is more than anybody reads.
PdfProblem = Literal["", "scanned", "locked", "broken", "huge"]


class Pdf(Struct, frozen=True):
    """A document's PDF: how many pages it has (0 where nobody can tell), and why nobody can search or hear its text.

    ``withheld`` counts the paragraphs that hold a personal identity code (henkilötunnus) and so were not taken from it.
    """

    pages: int = 0
    problem: PdfProblem = ""
    withheld: int = 0
