"""Traces of private life in a text: identity codes, private numbers and addresses, birth dates, bank accounts.

Knows how they are written in Finland, in three languages, and what only looks like them: real estate and case numbers,
business identities, amounts, the number at which an official is reached. Must not know fields, marks or who is told. Only
personal data that are necessary may be in the network (kuntalaki 410/2015 140 §), and an identity code isn't entered in
documents needlessly (tietosuojalaki 1050/2018 29 §).

Thousands of texts are looked through: a search begins with letters or digits that stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from stdnum import iban
from stdnum.fi import hetu

from sitegen.law.officials import FREE_MAIL, is_account_of_many, is_at_work

# A hyphen may be any of the dashes that text editors put in its place, with a space beside it, escaped as in Markdown or in
# an address; emphasis, a tag or a character that nobody sees may part what is one code on the page.
_PARTED = r"(?:[*\\\u00ad\u200b-\u200d\u2060\ufeff]|</?[a-z]{1,8}>){0,6}"
_DASHES = r"\s?(?:[-\u2010-\u2013\u2212]|%2[Dd]|&(?:ndash|minus|hyphen|dash|#45|#8209|#8211|#8722);)\s?"
_IDENTITY = re.compile(
    r"([0-9][0-9][0-9][0-9][0-9][0-9](?<![0-9]{7}))"
    rf"{_PARTED}(?:({_DASHES})|([+A-FU-Ya-fu-y])){_PARTED}([0-9]{{3}}){_PARTED}([0-9A-Ya-y])(?!{_PARTED}[^\W_])"
)

_MAIL_NAME = re.compile(r"[\w.+-]+\Z")

# 040 123 4567, 0400-123456, +358 50 123 4567, but not 049-402-1-24 (real estate), 0456789-1 (a business),
# 12 050 123 456 (an amount) or /0401234567 (an address).
_GAP = r"[ \u00a0\u2011-]"
_REST = rf"(?:{_GAP}?[0-9]){{6,8}}(?!\w|[.,/-][0-9]|{_GAP}[0-9])"
_MOBILE = re.compile(rf"0(?:4[0-9]|50)(?!-[0-9]{{1,3}}-[0-9]{{1,4}}-[0-9]){_REST}")
_MOBILE_ABROAD = re.compile(rf"358{_GAP}?(?:\(0\){_GAP}?)?(?:4[0-9]|50){_REST}")
_ABROAD = re.compile(r"(?<![0-9])(?:\+|00)\Z")
_OF_MORE = re.compile(r"(?:\w|[0-9][ \u00a0.,]|[/=#&+-])\Z")

_BORN = re.compile(
    r"(?<![\w.])(?:s\.|synt\.|(?<!on )(?<!oli )syntynyt|syntyneen?|syntymäaika|f\.|född|födelsedatum|födelsetid"
    r"|born(?: on)?|date of birth):?(?: den)? ?[0-9]{1,2}(?:\.\s?[0-9]{1,2}\.\s?|\.?\s[a-zåäö]{3,12}\s)\Z",
    re.IGNORECASE,
)
_YEARS = (re.compile("19[0-9][0-9](?![0-9])"), re.compile("20[0-9][0-9](?![0-9])"))
_DIGIT = re.compile("[0-9]")
_LONGEST_DAY, _LONGEST_BIRTH = 20, 48
# Who has died has no personal data to protect: (s. 4.6.1911, k. 2.5.1999). Nor has an age group: born 1 January 2020 or later.
_DEAD = re.compile(r",? ?(?:[–-]|k\. ?[0-9]|kuol|d\. ?[0-9]|död|†|died)", re.IGNORECASE)
_AND_OTHERS = re.compile(r"\s(?:tai |jälkeen|ennen|eller |därefter|or |and )", re.IGNORECASE)

_ACCOUNT = re.compile(r"[A-Z][A-Z][0-9][0-9](?<!\w\w{4})(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")


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
    return [m.start() for m in found if hetu.is_valid(f"{m[1]}{m[3] or '-'}{m[4]}{m[5]}", allow_temporary=True)]


def traces(text: str) -> list[Trace]:
    """Return the traces in *text* that its author should look at, in order: PD002, PD003 and PD004."""
    accounts = [
        Trace("PD004", m.start(), m.end()) for m in _ACCOUNT.finditer(text) if iban.is_valid(m[0].replace("\u00a0", " "))
    ]
    mobiles = [one for one in _mobiles(text) if not any(it.start < one.end and one.start < it.end for it in accounts)]
    private = (one for one in accounts if not is_account_of_many(text, one.start))
    return sorted([*private, *mobiles, *_mails(text), *_birth_dates(text)], key=lambda one: one.start)


def _mobiles(text: str) -> Iterator[Trace]:
    numbers = [m.span() for m in _MOBILE.finditer(text)]
    if "358" in text:
        signs = ((_ABROAD.search(text, max(0, m.start() - 3), m.start()), m) for m in _MOBILE_ABROAD.finditer(text))
        numbers += [(sign.start(), m.end()) for sign, m in signs if sign]
    for start, end in numbers:
        if not _OF_MORE.search(text, max(0, start - 2), start) and not is_at_work(text, start, end):
            yield Trace("PD002", start, end)


def _mails(text: str) -> Iterator[Trace]:
    if "@" not in text and "at)" not in text and "at]" not in text:
        return
    for provider in FREE_MAIL.finditer(text):
        if name := _MAIL_NAME.search(text, max(0, provider.start() - 64), provider.start()):
            yield Trace("PD002", name.start(), provider.end())


def _birth_dates(text: str) -> Iterator[Trace]:
    for years in _YEARS:
        for year in years.finditer(text):
            if not _DIGIT.search(text, max(0, year.start() - _LONGEST_DAY), year.start()):
                continue
            born = _BORN.search(text, max(0, year.start() - _LONGEST_BIRTH), year.start())
            if born and not _DEAD.match(text, year.end()) and not _AND_OTHERS.match(text, year.end()):
                yield Trace("PD003", born.start(), year.end())
