"""Words that may not be shown are taken out of facts and texts.

Knows the marks of personal and secret words and what stands in their place (kuntalaki 140 §, laki hyvinvointialueesta
145 §). Knows nothing of the day: whoever calls gives the words that stand for personal data once they are to go.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any, TypeVar

import msgspec

from sitegen.model.body import PERSONAL_END, PERSONAL_START
from sitegen.model.facts import Facts
from sitegen.model.parts import Contact
from sitegen.model.sections import known_kind
from sitegen.model.spans import find_spans

# By the Act that takes them out: kuntalaki 410/2015 140 § and, in a wellbeing services county, laki hyvinvointialueesta
# 611/2021 145 §.
_BY_MUNICIPALITIES_ACT = {
    "fi": "henkilötieto poistettu (kuntalaki 140 §)",
    "sv": "personuppgift avlägsnad (kommunallagen 140 §)",
    "en": "personal data removed (Municipalities Act, section 140)",
}
_BY_COUNTIES_ACT = {
    "fi": "henkilötieto poistettu (laki hyvinvointialueesta 145 §)",
    "sv": "personuppgift avlägsnad (lagen om välfärdsområden 145 §)",
    "en": "personal data removed (Act on Wellbeing Services Counties, section 145)",
}
REMOVED = {"municipality": _BY_MUNICIPALITIES_ACT, "joint-authority": _BY_MUNICIPALITIES_ACT, "county": _BY_COUNTIES_ACT}
WITHHELD = {"fi": "salassa pidettävä", "sv": "sekretessbelagt", "en": "withheld"}

# A comment, or what this line has of one; an HTML tag; an attribute list; a footnote's mark.
_NO_WORDS = re.compile(r"<!--.*?(?:-->|$)|^(?:(?!<!--).)*?-->|</?[a-zA-Z][^<>]*>|\{[^{}]*\}|\[\^[^\]]*\]")
_SIGNS = re.compile(r"[#*_=`~\\\[\]<>]")

_F = TypeVar("_F", bound=Facts)


def redact_text(text: str, lang: str, instead: str = "") -> str:
    """Return a Markdown *text* without its secret words and, with words *instead* of them, without its personal ones."""
    return _replace(text, lang, instead, keep=True)


def redact_facts(facts: _F, lang: str, instead: str = "") -> _F:
    """Return *facts* without secret words; personal ones are enclosed in control characters, or replaced by *instead*.

    Contacts and attachments marked ``personal`` go as wholes; an attachment keeps its place in the list.
    """
    plain: Any = _walk(msgspec.to_builtins(facts, builtin_types=(bytes,)), lang, instead)
    return msgspec.convert(plain, type(facts))


def _walk(value: Any, lang: str, instead: str) -> Any:
    if isinstance(value, str):
        return _replace(value, lang, instead, keep=False) if "{" in value else value
    if isinstance(value, list | tuple):
        return [_walk(one, lang, instead) for one in value]
    if isinstance(value, dict):
        if value.get("personal") is True:
            return _personal_fact(value, lang, instead)
        return {key: _walk(one, lang, instead) for key, one in value.items()}
    return value


def _personal_fact(value: dict[str, Any], lang: str, instead: str) -> dict[str, Any]:
    """Return a contact or an attachment that is personal as a whole."""
    is_contact = "email" in value or "phone" in value or set(value) <= set(Contact.__struct_fields__)
    if instead and is_contact:
        return {"name": instead}
    if instead:
        kept = {k: _walk(v, lang, instead) for k, v in value.items() if k in ("number", "kind", "public", "ground")}
        return {**kept, "title": instead}
    named = ("name", "email", "phone", "role") if is_contact else ("title",)
    return {key: _enclosed(one, lang) if key in named else _walk(one, lang, instead) for key, one in value.items()}


def _enclosed(text: str, lang: str) -> str:
    """Return *text* as one personal span, without the marks of those within it."""
    shown = _replace(text, lang, instead="", keep=False).replace(PERSONAL_START, "").replace(PERSONAL_END, "")
    return PERSONAL_START + shown + PERSONAL_END


def _replace(text: str, lang: str, instead: str, keep: bool) -> str:
    """Return *text* with its spans replaced; with *keep*, personal spans that may be shown stay as written."""
    parts: list[str] = []
    end = 0
    for span in find_spans(text):
        parts.append(text[end : span.start])
        inner = text[span.inner_start : span.inner_end]
        if span.kind == "secret":
            parts.append(f"({WITHHELD[lang]}: {span.ground})")
        elif instead:
            parts.append(instead)
        elif keep:
            parts.append(text[span.start : span.end])
        else:
            parts.append(PERSONAL_START + _replace(inner, lang, instead, keep) + PERSONAL_END)
        end = span.end
    return "".join((*parts, text[end:]))


def until_handling(text: str) -> str:
    """Return what stands before the first heading that tells how a matter was handled, decided or carried out.

    Any line that reads like such a heading ends the text, however it is marked up: what is hidden by mistake
    is shown once the minutes are inspected, what is shown by mistake can't be taken back.
    """
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if known_kind(_words(line)) in ("handling", "decision", "execution", "informed"):
            return "\n".join(lines[:number]).rstrip() + "\n"
    return text


def _words(line: str) -> str:
    """Return the words of a line of Markdown, without comments, tags, attributes, entities and signs."""
    return _SIGNS.sub("", unescape(_NO_WORDS.sub("", line))).strip()
