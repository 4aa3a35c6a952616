"""Which addresses are private, whose account a number is of, and whether a telephone number is one at which all may call an official.

Knows providers of e-mail for everybody, and in three languages titles and lists of whom to ask. A number that isn't beside any
of them, nor beside an address at work, is taken for a private one. Must not know how numbers are written.
"""

from __future__ import annotations

import re

_TITLE = re.compile(
    r"(?:(?<!puheen)johtaj|päällik|sihteeri|insinööri|arkkiteh[td]i|suunnittelij|asiantuntij|controller|koordinaattori|tarkastaj"
    r"|esimies|lakimies|juristi|rehtori|lääkäri|neuvoj|neuvonta|toimisto|virasto|päivysty|palvel[ue]|vaihde"
    r"|direktör|chef|sekreterare|ingenjör|arkitekt|planerare|sakkunnig|koordinator|inspektör|jurist|rektor|läkare|byrå|kansli|jour|rådgivning|växel"
    r"|tjänst|director|manager|secretary|engineer|architect|planner|officer|coordinator|expert|inspector|lawyer|office|service|advice|helpline)"
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


# An organisation's account, said to be one before its number.
_ACCOUNT_OF_MANY = re.compile(
    r"(?:kunnan|kaupungin|kuntayhtymän|hyvinvointialueen|liiton|viraston|yhtiön|oy:n|ry:n|yhdistyksen|seuran|säätiön|seurakunnan"
    r"|kommunens|stadens|samkommunens|välfärdsområdets|förbundets|bolagets|föreningens|stiftelsens|församlingens"
    r"|(?:municipality|city|town|county|authority|association|company|foundation)(?:'|\u2019)s)"
    r"\s(?:[^\n.]{0,40}\W)?\w{0,12}(?:tili|konto|account)[^\n.]{0,40}\Z",
    re.IGNORECASE,
)


def is_account_of_many(text: str, start: int) -> bool:
    """Tell whether the bank account at *start* of *text* is said to be an organisation's: that is nobody's personal data."""
    return bool(_ACCOUNT_OF_MANY.search(text, max(0, start - 140), start))


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
