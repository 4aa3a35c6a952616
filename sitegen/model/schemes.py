"""Where an address leads, by its scheme.

Knows the schemes that a link may have. Knows no page and no HTML.
"""

from __future__ import annotations

import re
from typing import Literal

SCHEMES = ("http", "https", "mailto", "tel")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def where_to(address: str) -> Literal["site", "elsewhere", "refused"]:
    """Return whether *address* is of this ``site``, leads ``elsewhere``, or may not stand in a link at all."""
    if _CONTROL.search(address) or address[:2].replace("\\", "/") == "//":
        return "refused"
    scheme, colon, _ = re.split("[/?#]", address, maxsplit=1)[0].partition(":")
    if not colon:
        return "site"
    return "elsewhere" if scheme.lower() in SCHEMES else "refused"
