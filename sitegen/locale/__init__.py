"""The words of the site and of the program in a language, from gettext catalogues.

Knows where the catalogues are. Must not know what the words are for, nor the machine's own language. Message ids are
English, so English needs no catalogue.
"""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "sitegen"


@lru_cache
def words(lang: str) -> gettext.NullTranslations:
    """Return the translations into *lang*; what is not translated stays in English."""
    return gettext.translation(DOMAIN, FOLDER, [lang], fallback=True)
