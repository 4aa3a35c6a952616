"""Who sees to it that sites of the public sector are accessible, as a table with its source.

Knows the authority and the time that feedback is answered in. Knows no site's settings.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

# Feedback on accessibility is answered within so many days (laki 306/2019 9 §).
ANSWER_DAYS = 14


class Authority(Struct, frozen=True):
    """A supervisory authority (valvontaviranomainen): its name and website by language, how it is reached, since when it is the one."""

    names: dict[str, str]
    addresses: dict[str, str]
    email: str
    phone: str
    since: date


# Until 2024 it was the Regional State Administrative Agency for Southern Finland; HE 71/2024 vp moved the task, and laki 306/2019
# names Traficom from the first day of 2025 on.
TRAFICOM = Authority(
    names={
        "fi": "Liikenne- ja viestintävirasto Traficom, Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö",
        "sv": "Transport- och kommunikationsverket Traficom, Enheten för tillsyn över digital tillgänglighet",
        "en": "Finnish Transport and Communications Agency Traficom, Digital Accessibility Supervision Unit",
    },
    addresses={
        "fi": "https://www.saavutettavuusvaatimukset.fi/",
        "sv": "https://www.tillganglighetskrav.fi/",
        "en": "https://www.webaccessibility.fi/",
    },
    email="saavutettavuus@traficom.fi",
    phone="029 534 5000",
    since=date(2025, 1, 1),
)
