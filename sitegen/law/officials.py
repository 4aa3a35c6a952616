"""Which addresses are private, and whether a telephone number in a text is one at which an official may be asked by all.

Knows providers of e-mail for everybody, and in three languages titles and lists of whom to ask. A number that isn't beside any
of them, nor beside an address at work, is taken for a private one. Must not know how numbers are written.
"""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"(?:(?<!puheen)johtaj|päällik|sihteeri|insinööri|arkkiteh[td]i|suunnittelij|asiantuntij|controller|koordinaattori|tarkastaj"
    r"|esimies|lakimies|juristi|rehtori|lääkäri|neuvoj|toimisto|virasto|päivysty|palvelu"
    r"|direktör|chef|sekreterare|ingenjör|arkitekt|planerare|sakkunnig|koordinator|inspektör|jurist|rektor|läkare|byrå|kansli|jour"
    r"|tjänst|director|manager|secretary|engineer|architect|planner|officer|coordinator|expert|inspector|lawyer|office|service)"
    r"\w*:?\s*[^\n]{0,90}\Z",
    re.IGNORECASE,
)
_WHOM_TO_ASK = re.compile(
    r"(?:valmistelij|esittelij|lisätie|yhteyshenkilö|beredare|föredragande|ytterligare|tilläggsuppgift|kontakt|prepared by|contact"
    r"|information).{0,200}\Z",
    re.IGNORECASE | re.DOTALL,
)
_AT = r"(?:@|\s?[(\[]at[)\]]\s?)"
# Providers with which people have addresses of their own.
_FREE_NAMES = "|".join(
    "gmail googlemail hotmail outlook live msn yahoo icloud me mac aol gmx proton protonmail pm luukku suomi24 kolumbus "
    r"elisanet inet pp\.inet saunalahti welho dnainternet netti jippii sci mbnet iki netikka".split()
)
_FREE = rf"(?:{_FREE_NAMES})\.(?:fi|com|net|org|se|me|de)(?![\w-]|\.\w)"
FREE_MAIL = re.compile(_AT + _FREE, re.IGNORECASE)
_MAIL_AT_WORK = re.compile(rf"[\w.+-]{_AT}(?!{_FREE})[\w-]+\.\w", re.IGNORECASE)


def is_at_work(text: str, start: int, end: int) -> bool:
    """Tell whether the number at ``text[start:end]`` is an official's.

    Before it stands a title on its line, or who may be asked; or its paragraph has an address that isn't one with a
    provider for everybody.
    """
    if _TITLE.search(text, max(0, start - 120), start) or _WHOM_TO_ASK.search(text, max(0, start - 220), start):
        return True
    before = text[max(0, start - 120) : start].rpartition("\n\n")[2]
    after = text[end : end + 120].partition("\n\n")[0]
    return bool(_MAIL_AT_WORK.search(before) or _MAIL_AT_WORK.search(after))
