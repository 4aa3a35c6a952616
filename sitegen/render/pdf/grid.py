"""Grids: where each cell of an HTML table stands, with no hole and no overlap.

Knows how HTML lays out rows and spans (HTML, 4.9.12). Must not know what stands in a cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

# Column, row, how many of each it covers, and the element; None where the table has a hole.
Cell = tuple[int, int, int, int, Any]

WIDEST = 50


def laid_out(head: Sequence[Any], rows: Sequence[Any]) -> tuple[int, list[Cell], int]:
    """Return how many columns a table has, its cells row by row, and how many rows are its head.

    A cell reaches neither beyond its part of the table nor into another; a first row of header cells alone is a head.
    """
    if not head and rows and all(cell.tag == "th" for cell in rows[0].iterfind("*")):
        head, rows = rows[:1], rows[1:]
    cells = [*_part(head, 0), *_part(rows, len(head))]
    columns = max((x + w for x, _, w, _, _ in cells), default=0)
    taken = {(x + right, y + down) for x, y, w, h, _ in cells for right in range(w) for down in range(h)}
    holes = [(x, y, 1, 1, None) for y in range(len(head) + len(rows)) for x in range(columns) if (x, y) not in taken]
    return columns, sorted([*cells, *holes], key=lambda cell: (cell[1], cell[0])), len(head)


def _part(rows: Sequence[Any], first: int) -> list[Cell]:
    """Return the cells of a table's head or body, whose first row is number *first*."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(rows, first):
        x = 0
        for element in row.iterfind("*"):
            while (x, y) in taken:
                x += 1
            if element.tag not in ("td", "th") or x >= WIDEST:
                continue
            height = min(_span(element, "rowspan"), first + len(rows) - y)
            width = next((n for n in range(1, min(_span(element, "colspan"), WIDEST - x) + 1) if (x + n, y) in taken), 0)
            width = width or min(_span(element, "colspan"), WIDEST - x)
            cells.append((x, y, width, height, element))
            taken |= {(x + right, y + down) for right in range(width) for down in range(height)}
            x += width
    return cells


def _span(element: Any, name: str) -> int:
    given = (element.get(name) or "").strip()
    return max(1, min(int(given), WIDEST)) if re.fullmatch(r"[0-9]{1,4}", given, re.ASCII) else 1
