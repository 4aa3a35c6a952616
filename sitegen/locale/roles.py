"""The roles of people at meetings, as minutes write them, and the same in another language.

Knows the words that are fixed, in the three languages. Must not know who has a role, nor where it is shown.
"""

from __future__ import annotations

from functools import cache

from sitegen.locale import words


def role(text: str, lang: str) -> str:
    """Return the role *text* in *lang*, with a capital where it has one; empty where it isn't known."""
    said = _known(lang).get(text.casefold(), "")
    # The first letter of a numeral (``I varapuheenjohtaja``) is no capital of the word.
    return said[:1].upper() + said[1:] if text[:1].isupper() and text[1:2].islower() else said


@cache
def _known(lang: str) -> dict[str, str]:
    """Return each known role in *lang*, by the words that any language has for it."""
    _ = words(lang).gettext
    table = {
        _("chair"): "puheenjohtaja, ordförande, chair",
        _("deputy chair"): "varapuheenjohtaja, vice ordförande, deputy chair",
        _("first deputy chair"): "i varapuheenjohtaja, 1. varapuheenjohtaja, ensimmäinen varapuheenjohtaja, i vice ordförande,"
        " 1. vice ordförande, 1:a vice ordförande, första vice ordförande, first deputy chair",
        _("second deputy chair"): "ii varapuheenjohtaja, 2. varapuheenjohtaja, toinen varapuheenjohtaja, ii vice ordförande,"
        " 2. vice ordförande, 2:a vice ordförande, andra vice ordförande, second deputy chair",
        _("member"): "jäsen, ledamot, member",
        _("substitute"): "varajäsen, ersättare, substitute",
        _("presenting officer"): "esittelijä, föredragande, presenting officer",
        _("keeper of the minutes"): "pöytäkirjanpitäjä, protokollförare, keeper of the minutes",
        _("secretary"): "sihteeri, sekreterare, secretary",
        _("expert"): "asiantuntija, sakkunnig, expert",
        _("inspector of the minutes"): "pöytäkirjantarkastaja, protokolljusterare, inspector of the minutes",
    }
    return {one: said for said, written in table.items() for one in written.split(", ")}
