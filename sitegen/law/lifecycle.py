"""The life of an item: how far it has come, derived from the facts and the day and never stated in a file.

Knows the stages and the end of the time to appeal. Knows no words: templates say each in the reader's language.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from sitegen.law.stages import Stage
from sitegen.law.today import Today

Life = Literal["", "agenda", "held", "cancelled", "uninspected", "appealable", "expired", "minutes"]


def life_of(stage: Stage, last_day: date | None, today: Today) -> Life:
    """Return how far an item has come: its stage, and of minutes on view whether the time to appeal runs or is over.

    ``minutes`` stays where no time is reckoned. What is ``expired`` isn't called final: a party's own time runs from their
    own notice (410/2015 139 §), and an appeal may be pending.
    """
    if stage != "minutes" or last_day is None:
        return stage
    return "expired" if today.is_over(last_day) else "appealable"
