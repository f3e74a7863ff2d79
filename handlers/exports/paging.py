"""Where a row stands on paper: A4 landscape, as decree 30/2020/NĐ-CP orders it (annex I)."""

from __future__ import annotations

import math
from collections.abc import Sequence

MARGINS = {"left": 0.79, "right": 0.59, "top": 0.79, "bottom": 0.79}
"""Inches: 20 mm, 15 mm at the right, turned to landscape."""
_LONG, _SHORT, _INCH = 841.9, 595.3, 72.0
"""Points."""
_WIDTH = _LONG - (MARGINS["left"] + MARGINS["right"]) * _INCH
_HEIGHT = _SHORT - (MARGINS["top"] + MARGINS["bottom"]) * _INCH
_WIDER = 1.05
"""LibreOffice makes columns wider by 4 in 100 than Excel."""
_DIGIT = 5.25
"""Points of the unit of widths."""
_MOST_BREAKS = 1000
"""Excel knows 1,023; pages after that break where the program likes, but for the last one."""
_SURE = 0.98
"""Programs and printers round differently."""


def scale(widths: Sequence[float]) -> int:
    """Percentage at which columns of these widths fit on the page, at most 100."""
    return min(100, math.floor(100 * _WIDTH / (sum(map(_points, widths)) * _WIDER)))


def filled(widths: Sequence[float], kept: int) -> list[float]:
    """Widths with which few columns fill the page too: all but the first *kept* get alike more.

    Columns that fill it already stay as they are.
    """
    room = _WIDTH / _WIDER - sum(map(_points, widths))
    more = room / _DIGIT / max(1, len(widths) - kept)
    # One pixel less for each: a rounding up must not make them too wide together.
    more = math.floor(10 * (more - 1 / 7)) / 10
    if more <= 0:
        return list(widths)
    return [width if at < kept else width + more for at, width in enumerate(widths)]


def side_breaks(widths: Sequence[float], kept: int, percent: int) -> list[int]:
    """Columns with which a new page begins, when the first *kept* ones stand on every page."""
    room = _WIDTH * 100 / percent
    points = [_points(width) * _WIDER for width in widths]
    repeated, found = sum(points[:kept]), []
    used = repeated
    for place, wide in enumerate(points[kept:], start=kept):
        if used + wide > room and used > repeated:
            found.append(place)
            used = repeated
        used += wide
    return found


def _points(width: float) -> float:
    """How wide a column is: whole pixels, a half counts as one, also of an even number."""
    return 0.75 * (int(width * 7 + 0.5) + 5)


class Pages:
    """Counts rows onto pages, and keeps where each page begins; *percent* is the scale."""

    def __init__(self, percent: int) -> None:
        self.room = _HEIGHT * _SURE * 100 / percent
        """Points of a whole page."""
        self.left = self.room
        """Points that are still free on this page."""
        self.breaks: list[int] = []
        """Rows with which a new page begins."""

    def put(self, height: float) -> None:
        """A row of this height comes onto the page."""
        self.left -= height

    def begin(self, row: int) -> None:
        """Row number *row* begins a new page."""
        if len(self.breaks) == _MOST_BREAKS:
            self.breaks.pop()
        self.breaks.append(row)
        self.left = self.room
