"""Numbers of sections, in the order in which they count.

Knows their form: a number, perhaps with a letter. Knows nothing of meetings.
"""

from __future__ import annotations


def section_number(section: str) -> tuple[int, str]:
    """Return a section's number and its letter, which compare as sections follow each other: 99, 122, 122a, 123."""
    return (int(section), "") if section.isdigit() else (int(section[:-1]), section[-1])
