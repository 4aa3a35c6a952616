"""The glossary: what the site's own pages say of the hard words that templates use.

Knows the words, by a code each, in the site's languages. Knows no page by name: whichever plain page explains a word in a
definition list is its glossary.
"""

from __future__ import annotations

import re
from functools import cache

from sitegen.index.site import Site
from sitegen.locale import words
from sitegen.outputs.views import Explained, Ref

# Between two names of one thing: "Esteellisyys eli jääviys".
OR = re.compile(r" eli | eller | or |, ")


def glossary(site: Site, lang: str) -> dict[str, Explained]:
    """Return what the plain pages in *lang* explain of the words of templates, by code; the first page to explain a word has it."""
    found: dict[str, Explained] = {}
    for page in site.pages:
        version = page.versions.get(lang)
        if version is None:
            continue
        for term in version.outline.glossary:
            ref = Ref(version.facts.title, f"{version.address}#{term.id}")
            for name in OR.split(term.name):
                found.setdefault(name.casefold(), Explained(term.name, term.text, ref))
    return {code: found[word] for code, word in _words(lang).items() if word in found}


@cache
def _words(lang: str) -> dict[str, str]:
    """Return the words by which a glossary knows what templates name by a code, in small letters."""
    _ = words(lang).gettext
    said = {
        "section": _("Section of the minutes"), "case-number": _("Case number"), "agenda": _("Agenda"),
        "proposer": _("Proposal for a decision"), "quorum": _("Having a quorum"), "inspectors": _("Inspection of the minutes"),
        "rectification": _("Request for rectification"), "municipal-appeal": _("Municipal appeal"),
        "prohibited": _("Prohibition of appeal"), "notice": _("Notice of a decision"), "appeal": _("Appeal"),
        "disqualified": _("Disqualification"), "dissent": _("Dissenting opinion"), "tabled": _("Leaving for a later meeting"),
        "returned": _("Returning for preparation"),
    }  # fmt: skip
    return {code: word.casefold() for code, word in said.items()}
