"""What a published site says of itself: the next day on which it should change.

Knows how the mark of an output is fetched from the web. Must not know what day it is.
"""

from __future__ import annotations

import time
from datetime import date
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import Request, urlopen

from sitegen.diagnostics import N_
from sitegen.errors import NotReadable
from sitegen.publish.mark import mark_in, mark_of
from sitegen.publish.output import MARK

TIME_LIMIT = 20.0
LARGEST = 1 << 16


def next_change_of(where: str) -> date | None:
    """Return the first day on which the site at *where*, an address or a folder, should have changed; None where none will.

    Raises NotReadable where nothing can be read within TIME_LIMIT seconds, or what is read is no finished site of sitegen's.
    """
    is_address = where.lower().startswith(("http://", "https://"))
    return mark_of(_fetch(where), where) if is_address else mark_in(where)


def _fetch(address: str) -> bytes:
    """Return what the web gives for the mark of the site at *address*; a server that is slow without end is given up."""
    end = time.monotonic() + TIME_LIMIT
    data = b""
    try:
        parts = urlsplit(address)
        url = urlunsplit((parts.scheme, parts.netloc, f"{parts.path.rstrip('/')}/{MARK}", "", ""))
        request = Request(url, headers={"User-Agent": "sitegen", "Cache-Control": "no-cache"})
        with urlopen(request, timeout=TIME_LIMIT) as answer:
            while len(data) < LARGEST and (piece := answer.read1(LARGEST)):
                data += piece
                if time.monotonic() > end:
                    raise TimeoutError(N_("timed out"))
    except HTTPError as error:
        raise NotReadable(address, f"HTTP {error.code}") from None
    except URLError as error:
        raise NotReadable(address, _reason(error.reason)) from None
    except (OSError, HTTPException, ValueError) as error:
        raise NotReadable(address, _reason(error)) from None
    return data


def _reason(error: BaseException | str) -> str:
    """Return what the system says of *error*, without its number."""
    return getattr(error, "strerror", "") or str(error) or type(error).__name__
