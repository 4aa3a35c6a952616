"""Traces of private life in a text: identity codes, private numbers and addresses, birth dates, bank accounts.

Knows how they are written in Finland, in three languages, and what only looks like them: real estate and case numbers,
business identities, amounts. Must not know fields, marks or who is told. Only personal data that are necessary may be in
the network (kuntalaki 410/2015 140 §), and an identity code never is (tietosuojalaki 1050/2018 29 §).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from stdnum import iban
from stdnum.fi import hetu

# A hyphen may be any of the dashes that text editors put in its place, and be escaped as in Markdown.
_IDENTITY = re.compile(r"\d{6}(?<!\d{7})(?:\\?[-\u2010-\u2013\u2212]|[+A-FU-Ya-fu-y])\d{3}[\dA-Ya-y](?![^\W_])")
_DASH = re.compile(r"\\?[-\u2010-\u2013\u2212]")

# Providers with which people have addresses of their own.
_FREE_MAIL = (
    "gmail googlemail hotmail outlook live msn yahoo icloud me mac aol gmx proton protonmail pm luukku suomi24 kolumbus "
    "elisanet inet pp.inet saunalahti welho dnainternet netti jippii sci mbnet iki netikka"
).split()
_MAIL = re.compile(
    rf"[\w.+-]+\s?(?:@|[(\[](?:at|ät)[)\]])\s?(?:{'|'.join(map(re.escape, _FREE_MAIL))})\.(?:fi|com|net|org|se|me|de)(?![\w-])",
    re.IGNORECASE,
)

# 040 123 4567, 0400-123456, +358 50 123 4567, but not 049-402-1-24 (real estate), 0456789-1 (a business),
# 12 050 123 456 (an amount) or /0401234567 (an address).
_GAP = r"[ \u00a0\u2011-]"
_MOBILE = re.compile(
    rf"(?:(?:\+|00)358{_GAP}?(?:\(0\){_GAP}?)?(?:4\d|50)|0(?:4\d|50)(?!-\d{{1,3}}-\d{{1,4}}-\d))"
    rf"(?:{_GAP}?\d){{6,8}}(?!\w|[.,-]\d|{_GAP}\d)"
)
_BEFORE_NUMBER = re.compile(r"(?:\w|\d[ \u00a0.,]|[/=#&+-])\Z")

_BIRTH_DATE = re.compile(r"\d{1,2}(?:\.\s?\d{1,2}\.\s?|\.?\s[a-zåäö]{3,9}\s)(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_BORN = re.compile(
    r"(?<![\w.])(?:s\.|synt\.|(?<!on )(?<!oli )syntynyt|syntyneen?|syntymäaika|f\.|född|födelsedatum|födelsetid"
    r"|born(?: on)?|date of birth):?(?: den)? ?\Z",
    re.IGNORECASE,
)
# Who has died has no personal data to protect: (s. 4.6.1911, k. 2.5.1999).
_DEAD = re.compile(r",? ?(?:[–-]|k\. ?\d|kuol|d\. ?\d|död|†|died)", re.IGNORECASE)

_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")


class Trace(Struct, frozen=True):
    """A trace of a kind (its code) at ``text[start:end]``."""

    code: str
    start: int
    end: int


def identity_codes(text: str) -> list[int]:
    """Return the offsets of all Finnish personal identity codes (henkilötunnus) in *text*.

    A code has a day of birth that there is, a mark of its century, also one of those given since 2023, and a control
    character that fits. Those of the temporary range count too: a hospital's patient has one.
    """
    found = _IDENTITY.finditer(text)
    return [m.start() for m in found if hetu.is_valid(_DASH.sub("-", m[0]), allow_temporary=True)]


def traces(text: str) -> list[Trace]:
    """Return the traces in *text* that its author should look at, in order: PD002, PD003 and PD004."""
    found = list(_birth_dates(text))
    found += (Trace("PD004", m.start(), m.end()) for m in _ACCOUNT.finditer(text) if iban.is_valid(m[0].replace("\u00a0", " ")))
    if "04" in text or "050" in text or "358" in text:
        found += (one for one in _mobiles(text) if not any(it.start < one.end and one.start < it.end for it in found))
    if "@" in text or "at)" in text or "at]" in text or "ät)" in text:
        found += (Trace("PD002", m.start(), m.end()) for m in _MAIL.finditer(text))
    return sorted(found, key=lambda one: one.start)


def _mobiles(text: str) -> Iterator[Trace]:
    for number in _MOBILE.finditer(text):
        if not _BEFORE_NUMBER.search(text, max(0, number.start() - 2), number.start()):
            yield Trace("PD002", number.start(), number.end())


def _birth_dates(text: str) -> Iterator[Trace]:
    for day in _BIRTH_DATE.finditer(text):
        born = _BORN.search(text, max(0, day.start() - 24), day.start())
        if born and not _DEAD.match(text, day.end()):
            yield Trace("PD003", born.start(), day.end())
