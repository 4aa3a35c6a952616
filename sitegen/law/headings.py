"""Headings that say nothing of their matter but that it isn't public.

Knows the words that say no more, in three languages. Also of a matter that isn't published the heading says what it was
about well enough to ask for more (oikeuskansleri OKV/231/1/2017).
"""

from __future__ import annotations

import re

from sitegen.model.spans import find_spans

_WHAT = {
    "ei julkinen, ei julkaista, salainen, salassa pidettävä, salassapidettävä, luottamuksellinen, henkilö": (
        "", "asia", " asia", " pykälä", " kohta", " liite", " päätös",
    ),
    "icke offentlig, icke offentligt, ej offentlig, ej offentligt, inte offentlig, inte offentligt, hemlig, hemligt, "
    "sekretessbelagd, sekretessbelagt, konfidentiell, konfidentiellt, person": ("", "ärende", " ärende", " paragraf", " beslut"),
    "not public, non public, secret, confidential, classified, withheld, private, personal": (
        "", " matter", " item", " case", " decision",
    ),
}  # fmt: skip
_BARE = frozenset(f"{word}{rest}" for words, rests in _WHAT.items() for word in words.split(", ") for rest in rests)
# The number of the section, the provision of secrecy and all that is no letter say nothing of the matter.
_ASIDE = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|^\W*§\W*\d+\s?[a-z]?\b|^\d+\s?[a-z]?\s?§"
    r"|\b(?:julkl|julkisuusl|offl|offentlighetsl|laki viranomaisten|publicity act|act on the openness)\b.*"
)
_NO_LETTER = re.compile(r"[\W\d_]+")


def says_nothing(title: str) -> bool:
    """Tell whether a heading, its marked words left out, doesn't say what the matter is about."""
    for span in reversed(find_spans(title)):
        title = title[: span.start] + title[span.end :]
    words = _NO_LETTER.sub(" ", _ASIDE.sub(" ", title.casefold())).strip()
    return not words or words in _BARE
