"""Measures of the block above a table, as decree 30/2020/NĐ-CP orders it (annex I)."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.exports import measuring
from handlers.exports.xlsx_formats import OFFICE_SIZE, RULE_SIZE

_NATION_WIDTH = 58.0
"""Of the upper right corner, where the name of the state stands in one line."""
_OFFICE_WIDTH = 33.0
"""Of the upper left corner, where the office stands, and below the table who drew it up."""
_OF_OFFICE = 0.5
"""The rule under the office is at most half of its name; that of the motto is as long as it."""
_BLANK = "\u00a0"
_KINDS = ("xã ", "phường ", "đặc khu ")


def place(commune: str) -> str:
    """Where a paper is dated: "Mẫu" of "Xã Mẫu"; a name that is a number stays with its kind."""
    for kind in _KINDS:
        name = commune[len(kind) :].strip()
        if commune.casefold().startswith(kind) and name and not name[0].isdigit():
            return name
    return commune


def rules(office: Sequence[str], motto: str) -> tuple[str, str]:
    """The rules under the name of the office and under the motto: blanks, to be underlined."""
    longest = max(map(_long, office), default=0.0)
    return _rule(longest * _OF_OFFICE), _rule(_long(motto))


def _long(text: str) -> float:
    return measuring.points(text, OFFICE_SIZE, bold=True)


def _rule(points: float) -> str:
    return _BLANK * round(points / measuring.points(_BLANK, RULE_SIZE))


def split(widths: Sequence[float]) -> int:
    """The column after which the right half begins; the name of the state fits into that.

    Before that fits, the office does: it would break within its words.
    """
    half, so_far = sum(widths) / 2, 0.0
    for place, width in enumerate(widths[:-1]):
        so_far += width
        if so_far < _OFFICE_WIDTH:
            continue
        following = so_far + widths[place + 1]
        if (so_far + following) / 2 >= half or 2 * half - following < _NATION_WIDTH:
            return place
    return max(0, len(widths) - 2)
