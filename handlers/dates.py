"""Dates and times as people write them in Vietnamese, with or without accents.

In goes a text and the present moment, out comes a day and an hour, or a named problem that tells
what still has to be asked. Nothing here raises, whatever the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from faq.normalize import clean, fold
from handlers.texts import LOCAL_ZONE, local


class Problem(StrEnum):
    """Why a text is not one moment yet."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_HOUR = "no-such-hour"
    PAST = "past"
    WEEKDAY_DIFFERS = "weekday-differs"
    """Weekday and date do not agree: ``options`` has one moment for each."""
    DAY_MISSING = "day-missing"
    HOUR_MISSING = "hour-missing"
    AMBIGUOUS = "ambiguous"
    """ "2 giờ" may be at night or in the afternoon: ``options`` has both."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood."""

    day: date | None = None
    hours: tuple[time, ...] = ()
    """The hour; two when it is ambiguous, none when it is missing."""
    problem: Problem | None = None
    other_day: date | None = None
    """The day of the weekday that was told, when the date has another."""

    @property
    def at(self) -> datetime | None:
        """The moment, in Vietnamese time; None unless day and hour are known and agree."""
        if self.problem not in {None, Problem.PAST} or self.day is None or len(self.hours) != 1:
            return None
        return datetime.combine(self.day, self.hours[0], LOCAL_ZONE)

    @property
    def options(self) -> tuple[datetime, ...]:
        """Moments to choose from when the text may mean several."""
        days = [day for day in (self.day, self.other_day) if day is not None]
        return tuple(
            sorted(datetime.combine(day, hour, LOCAL_ZONE) for day in days for hour in self.hours)
        )


_HOUR_WORDS = {
    "muoi hai": 12,
    "muoi mot": 11,
    "muoi": 10,
    "chin": 9,
    "tam": 8,
    "bay": 7,
    "sau": 6,
    "nam": 5,
    "bon": 4,
    "ba": 3,
    "hai": 2,
    "mot": 1,
}
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
_NEXT_WEEK = re.compile(r"\b(?:sang tuan|tuan (?:sau|toi|den|ke))\b")
_THIS_WEEK = re.compile(r"\b(?:tuan nay)\b")
_WEEKDAY = re.compile(
    r"\b(?:thu\s*(hai|ba|tu|nam|sau|bay|[2-8])|t([2-7])|chu nhat|cn)\b(?!\s*[/.])"
)
_HOUR = re.compile(
    r"(?<![\d/.\-])(\d{1,2})\s*(?:gio|h|g|:)\s*"
    r"(?:(ruoi)\b|(kem)\s*(\d{1,2})|(\d{1,2})(?![\d/.\-])(?:\s*(?:phut|p)\b)?)?(?![a-z\d])"
)
_HALF = re.compile(r"(?<![\d/.\-])(\d{1,2})\s*ruoi\b")
_SPOKEN = re.compile(rf"\b({'|'.join(_HOUR_WORDS)})\s+(?:gio(?:\s+(ruoi)\b)?|(ruoi)\b)")
_PART = re.compile(r"\b(sang|trua|chieu|toi|dem|khuya)\b")
_AM_PM = re.compile(r"(:?)(\d{1,2})\s*(am|pm)\b")
_FULL = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:thang|/|-|\.|\bt)\s*(\d{1,2})"
    r"(?:\s*,?\s*(?:nam|/|-|\.)\s*(\d{4}|\d{2}))?(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)")
_DAY_ONLY = re.compile(r"\b(?:ngay|hom|mung|mong)\s*(\d{1,2})\b")
_IN_DAYS = re.compile(r"\b(\d{1,2}) (?:ngay|hom) nua\b")
_RELATIVE = (
    (re.compile(r"\b(?:hom nay|bua nay|toi nay|chieu nay|sang nay|trua nay)\b"), 0),
    (re.compile(r"\b(?:ngay kia|ngay mot|bua mot|mot)\b"), 2),
    (re.compile(r"\bmai\b"), 1),
)
_EARLIEST_YEAR, _LATEST_YEAR = 2000, 2100
_LAST_PLAIN_AMBIGUOUS = 5
_NOON = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
_LATEST_TRUA = 4
_FIRST_TRUA = 10
_FIRST_TOI = 5
_LONGEST = 200


def read_moment(text: str, now: datetime, *, known_day: date | None = None) -> Reading:
    """Read *text* as a day and an hour, seen from *now*.

    With *known_day* the text may be an hour alone (the answer to "mấy giờ?").
    """
    words = _prepare(text)
    if not words or len(words) > _LONGEST:
        return Reading(problem=Problem.UNREADABLE)
    hours, rest, hour_problem = _read_hour(words, lone=known_day is not None)
    today = local(now).date()
    day, other, day_problem = _read_day(rest, today)
    if day_problem is Problem.NO_SUCH_DAY:
        return Reading(hours=hours, problem=day_problem)
    day = day or known_day
    if hour_problem is not None:
        return Reading(day, problem=hour_problem)
    if day is None:
        return Reading(hours=hours, problem=Problem.DAY_MISSING if hours else Problem.UNREADABLE)
    return _judge(Reading(day, hours, None, other), now)


def read_day(text: str, now: datetime) -> Reading:
    """Read *text* as a day alone; the hour, if any, is kept but not asked for."""
    found = read_moment(text, now)
    if found.problem in {Problem.HOUR_MISSING, Problem.AMBIGUOUS}:
        return Reading(found.day, (), None)
    return found


def _judge(found: Reading, now: datetime) -> Reading:
    """Name what is still wrong with a day and its hours."""
    problem = None
    if found.other_day is not None:
        problem = Problem.WEEKDAY_DIFFERS
    elif not found.hours:
        over = found.day is not None and found.day < local(now).date()
        problem = Problem.PAST if over else Problem.HOUR_MISSING
    elif len(found.hours) > 1:
        problem = Problem.AMBIGUOUS
    elif found.options[0] < now:
        problem = Problem.PAST
    return Reading(found.day, found.hours, problem, found.other_day)


def _prepare(text: str) -> str:
    # "một" is a number, "mốt" is the day after tomorrow: they differ by the accent alone.
    told = clean(text[: _LONGEST * 2]).lower().replace("một giờ", "1 giờ").replace("một", "1")
    words = _AM_PM.sub(_spell_am_pm, fold(told))
    return " ".join(words.split()).strip(" .,!?")


def _spell_am_pm(found: re.Match[str]) -> str:
    colon, number, part = found.groups()
    return f"{colon}{number} {part}" if colon else f"{number}h {part}"


# -- the hour -----------------------------------------------------------------------------------


def _read_hour(words: str, *, lone: bool) -> tuple[tuple[time, ...], str, Problem | None]:
    """Hours told in *words*, what is left without them, and what is wrong with them."""
    told = _told_hour(words, lone=lone)
    rest = words
    if told is None:
        return (), _without_part(rest), None
    hour, minute, span = told
    rest = f"{words[: span[0]]} {words[span[1] :]}"
    part = _part_of(rest)
    rest = _without_part(rest)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return (), rest, Problem.NO_SUCH_HOUR
    zero_before = words[span[0] : span[0] + 2].startswith("0") and hour > 0
    hours = _by_part(hour, part, sure=zero_before)
    if not hours:
        return (), rest, Problem.NO_SUCH_HOUR
    return tuple(time(one, minute) for one in hours), rest, None


def _told_hour(words: str, *, lone: bool) -> tuple[int, int, tuple[int, int]] | None:
    found = _HOUR.search(words)
    if found:
        hour = int(found.group(1))
        if found.group(2):
            return hour, 30, found.span()
        if found.group(3):
            return *_before(hour, int(found.group(4))), found.span()
        return hour, int(found.group(5) or 0), found.span()
    half = _HALF.search(words)
    if half:
        return int(half.group(1)), 30, half.span()
    spoken = _SPOKEN.search(words)
    if spoken and not words[: spoken.start()].rstrip().endswith("thu"):
        minute = 30 if spoken.group(2) or spoken.group(3) else 0
        return _HOUR_WORDS[spoken.group(1)], minute, spoken.span()
    number = re.match(r"(?:luc )?(\d{1,2})\b(?!\s*[/.\-])", words) if lone else None
    return (int(number.group(1)), 0, number.span()) if number else None


def _before(hour: int, minutes: int) -> tuple[int, int]:
    """ "7 giờ kém 15" is 6:45."""
    if not 0 < minutes <= _LAST_MINUTE:
        return hour, _LAST_MINUTE + 1
    return (hour - 1) % 24, 60 - minutes


def _part_of(words: str) -> str | None:
    shortened = re.search(r"\b(am|pm)\b", words)
    if shortened:
        return shortened.group(1)
    found = _PART.search(_NEXT_WEEK.sub(" ", words))
    return found.group(1) if found else None


def _without_part(words: str) -> str:
    # "tối nay", "sáng mai": the part of the day goes, the day stays.
    kept = re.sub(r"\b(?:sang|trua|chieu|toi|dem|khuya) nay\b", " hom nay ", words)
    kept = _NEXT_WEEK.sub(" tuan sau ", kept)
    return " ".join(_PART.sub(" ", kept).split())


def _by_part(hour: int, part: str | None, *, sure: bool) -> tuple[int, ...]:
    """Hours of the 24 that "7 … sáng" may be; none when they contradict."""
    if part is None:
        if sure or hour == 0 or hour > _LAST_PLAIN_AMBIGUOUS:
            return (hour,)
        return (hour, hour + _NOON)
    if part in {"sang", "am"}:
        return (hour,) if hour <= _NOON else ()
    if hour > _NOON:
        return (hour,)
    return _afternoon(hour, part)


def _afternoon(hour: int, part: str) -> tuple[int, ...]:
    if part == "trua":
        return (hour,) if hour >= _FIRST_TRUA else _later(hour, until=_LATEST_TRUA)
    if part in {"chieu", "pm"}:
        return (hour,) if hour == _NOON else _later(hour, until=_NOON)
    if hour == _NOON:
        return (0,)
    return (hour,) if hour < _FIRST_TOI else (hour + _NOON,)


def _later(hour: int, *, until: int) -> tuple[int, ...]:
    return (hour + _NOON,) if 0 < hour <= until else ()


# -- the day ------------------------------------------------------------------------------------


def _read_day(words: str, today: date) -> tuple[date | None, date | None, Problem | None]:
    """The day, another day that the weekday means when they differ, and what is wrong."""
    weekday, rest = _weekday(words)
    written = _written(rest, today)
    if isinstance(written, Problem):
        return None, None, written
    if written is not None:
        if weekday is None or written.weekday() == weekday:
            return written, None, None
        return written, _nearest(written, weekday), None
    if weekday is not None:
        return _next_weekday(words, weekday, today), None, None
    day = _relative(rest, today)
    return (day, None, None) if day is not None else (None, None, Problem.DAY_MISSING)


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
    monday = today - timedelta(days=today.weekday())
    if _NEXT_WEEK.search(words):
        return monday + timedelta(days=7 + weekday)
    if _THIS_WEEK.search(words):
        return monday + timedelta(days=weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


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
    for pattern, days in _RELATIVE:
        if pattern.search(words):
            return today + timedelta(days=days)
    return None
