"""The day in a text: "5/12", "mùng 5 tháng 12", "thứ Bảy tuần sau", "mai"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.dates.problem import Problem

_WEEKDAY_WORDS = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tu": 2,
    "4": 2,
    "nam": 3,
    "5": 3,
    "sau": 4,
    "6": 4,
    "bay": 5,
    "7": 5,
    "8": 6,
    "cn": 6,
}
NEXT_WEEK = re.compile(r"\b(?:sang tuan|tuan (?:sau|toi|den|ke))\b")
_WEEK_AFTER_NEXT = re.compile(r"\btuan (?:sau|toi|den|ke) nua\b")
_IN_WEEKS = re.compile(r"\b(\d|hai|ba|bon) tuan nua\b")
_WEEK_NUMBERS = {"hai": 2, "ba": 3, "bon": 4}
_THIS_WEEK = re.compile(r"\b(?:tuan nay)\b")
WEEKDAY = r"\b(?:thu\s*(hai|ba|tu|nam|sau|bay|[2-8])|t([2-7])|chu nhat|cn)\b"
_WEEKDAY = re.compile(rf"{WEEKDAY}(?!\s*[/.])")
_FULL = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:thang|/|-|\.|\bt)\s*(\d{1,2})"
    r"(?:\s*,?\s*(?:nam|/|-|\.)\s*(\d{4}|\d{2}))?(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DAY_ONLY = re.compile(r"\b(?:ngay|hom|mung|mong)\s*(\d{1,2})\b")
_IN_DAYS = re.compile(r"\b(\d{1,2}) (?:ngay|hom) nua\b")
_COUNTED = "ngay|bua|buoi|nguoi|dua|ho|nha|suat|phan|lan|tuan|thang|nam|dong|it|so|cai|con"
_RELATIVE = (
    (re.compile(r"\b(?:hom nay|bua nay|toi nay|chieu nay|sang nay|trua nay)\b"), 0),
    (re.compile(r"\b(?:hom|bua|ngay|sang|trua|chieu|toi|dem) qua\b"), -1),
    (re.compile(r"\b(?:hom|bua) kia\b"), -2),
    # "một ngày", "một người" count; "mốt" is a day.
    (re.compile(rf"\b(?:ngay kia|ngay mot|bua mot|mot(?! (?:{_COUNTED})\b))\b"), 2),
    (re.compile(r"\bmai\b"), 1),
)
_JUST_OVER = timedelta(days=60)
"""So long after a day, its date without a year may be meant of the past."""
_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class Day:
    """A day as told."""

    day: date | None
    other: date | None = None
    """The day that the weekday means, when weekday and date differ."""
    dated: bool = False
    """A date was written, not only a weekday or "mai"."""
    several: bool = False
    """``other`` was written too."""
    year_unsure: bool = False
    """``other`` is the same date, just over; no year was told."""


def read_day(words: str, today: date) -> Day | Problem:
    """The day in folded *words*, or ``NO_SUCH_DAY`` or ``DAY_MISSING``."""
    weekday, rest = _weekday(words)
    written = _written(rest, today)
    if isinstance(written, Problem):
        return written
    if written is not None:
        second = _second(rest, written, today)
        if second is not None:
            return Day(written, second, dated=True, several=True)
        over = _just_over(rest, today)
        if over is not None:
            return _past_or_coming(over, written, weekday)
        agrees = weekday is None or written.weekday() == weekday
        other = None if agrees or weekday is None else _nearest(written, weekday)
        return Day(written, other, dated=True)
    if weekday is not None:
        return Day(_next_weekday(words, weekday, today))
    day = _relative(rest, today)
    return Day(day) if day is not None else Problem.DAY_MISSING


def _past_or_coming(over: date, coming: date, weekday: int | None) -> Day:
    """Which of the two a weekday tells; both where there is none, or it tells neither."""
    for one, other in ((coming, over), (over, coming)):
        if one.weekday() == weekday != other.weekday():
            return Day(one, dated=True)
    return Day(coming, over, dated=True, year_unsure=True)


def _weekday(words: str) -> tuple[int | None, str]:
    found = _WEEKDAY.search(words)
    if found is None:
        return None, words
    told = found.group(1) or found.group(2) or "cn"
    return _WEEKDAY_WORDS[told], f"{words[: found.start()]} {words[found.end() :]}"


def _nearest(day: date, weekday: int) -> date:
    """The day with this weekday that lies nearest to *day*."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)  # noqa: PLR2004 - half a week


def _next_weekday(words: str, weekday: int, today: date) -> date:
    weeks = _weeks_ahead(words)
    if weeks is None:
        return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * weeks + weekday)


def _weeks_ahead(words: str) -> int | None:
    """How many weeks from this one *words* mean; None when they name no week."""
    told = _IN_WEEKS.search(words)
    if told:
        number = told.group(1)
        return _WEEK_NUMBERS.get(number) or int(number)
    for pattern, weeks in ((_WEEK_AFTER_NEXT, 2), (NEXT_WEEK, 1), (_THIS_WEEK, 0)):
        if pattern.search(words):
            return weeks
    return None


def _written(words: str, today: date) -> date | Problem | None:
    iso = _ISO.search(words)
    if iso:
        return _exact(int(iso.group(1)), int(iso.group(2)), int(iso.group(3)))
    found = _FULL.search(words)
    if found:
        day, month = int(found.group(1)), int(found.group(2))
        if found.group(3) is None:
            return _coming(day, month, today)
        year = int(found.group(3))
        return _exact(year if year > 99 else 2000 + year, month, day)  # noqa: PLR2004 - two digits
    alone = _DAY_ONLY.search(words)
    return _coming_day(int(alone.group(1)), today) if alone else None


def _just_over(words: str, today: date) -> date | None:
    """The day and month in *words* as they have just gone by, when no year was told."""
    found = None if _ISO.search(words) else _FULL.search(words)
    if found is None or found.group(3) is not None:
        return None
    for year in (today.year, today.year - 1):
        day = _exact(year, int(found.group(2)), int(found.group(1)))
        if isinstance(day, date) and timedelta(0) < today - day <= _JUST_OVER:
            return day
    return None


def _second(words: str, first: date, today: date) -> date | None:
    """Another date in *words*, as in "5/12 hoặc 12/12"."""
    for found in _FULL.finditer(_ISO.sub(" ", words)):
        other = _written(found.group(), today)
        if isinstance(other, date) and other != first:
            return other
    return None


def _exact(year: int, month: int, day: int) -> date | Problem:
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return Problem.NO_SUCH_DAY
    try:
        return date(year, month, day)
    except ValueError:
        return Problem.NO_SUCH_DAY


def _coming(day: int, month: int, today: date) -> date | Problem:
    """The next such date: this year's unless it is over; 29/2 waits for a leap year."""
    for year in range(today.year, today.year + 9):
        found = _exact(year, month, day)
        if isinstance(found, date) and found >= today:
            return found
    return Problem.NO_SUCH_DAY


def _coming_day(day: int, today: date) -> date | Problem:
    """The next such day of a month, when no month was told."""
    for months in range(3):
        year, month = divmod(today.month - 1 + months, 12)
        found = _exact(today.year + year, month + 1, day)
        if isinstance(found, date) and found >= today:
            return found
    return Problem.NO_SUCH_DAY


def _relative(words: str, today: date) -> date | None:
    ahead = _IN_DAYS.search(words)
    if ahead:
        return today + timedelta(days=int(ahead.group(1)))
    if _IN_WEEKS.search(words):
        return today + timedelta(days=7 * (_weeks_ahead(words) or 0))
    for pattern, days in _RELATIVE:
        if pattern.search(words):
            return today + timedelta(days=days)
    return None
