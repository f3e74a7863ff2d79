"""The hour in a text: "7h30", "7 giờ kém 15", "bảy rưỡi sáng", "2 giờ chiều"."""

from __future__ import annotations

import re
from datetime import time

from handlers.dates.days import NEXT_WEEK, WEEKDAY
from handlers.dates.problem import Problem

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
_HOUR = re.compile(
    r"(?<![\d/.\-])(\d{1,2})\s*(?:gio|h|g|:)\s*"
    r"(?:(ruoi)\b|(kem)\s*(\d{1,2})|(\d{1,2})(?![\d/.\-])(?:\s*(?:phut|p)\b)?)?(?![a-z\d])"
)
_HALF = re.compile(r"(?<![\d/.\-])(\d{1,2})\s*ruoi\b")
_SPOKEN = re.compile(rf"\b({'|'.join(_HOUR_WORDS)})\s+(?:gio(?:\s+(ruoi)\b)?|(ruoi)\b)")
_PART = re.compile(r"\b(sang|trua|chieu|toi|dem|khuya)\b")
_BARE = re.compile(
    r"(?<![\d/.\-])(?<!ngay )(?<!hom )(?<!mung )(?<!mong )(?<!thang )(?<!thu )"
    rf"\b(\d{{1,2}})(?= {_PART.pattern})(?! sang tuan)"
)
""" "8 sáng", but not "ngày 8 sáng". """
_LONE = re.compile(r"(?:luc )?(\d{1,2})\b(?!\s*[/.\-])")
_COMING_OR_EVENING = re.compile(rf"({WEEKDAY}) toi\b(?! nay)")
""" "thu 7 toi" without accents: the coming Saturday, or its evening. """
_LAST_PLAIN_AMBIGUOUS = 5
_NOON = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
_LATEST_TRUA = 4
_FIRST_TRUA = 10
_FIRST_TOI = 5


def read_hour(words: str, *, lone: bool) -> tuple[tuple[time, ...], str, Problem | None]:
    """Hours told in *words*, what is left without them, and what is wrong with them."""
    told = _told_hour(words, lone=lone)
    rest = words
    if told is None:
        return (), _without_part(rest), None
    hour, minute, span = told
    rest = f"{words[: span[0]]} {words[span[1] :]}"
    parts = _parts_of(rest)
    rest = _without_part(rest)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return (), rest, Problem.NO_SUCH_HOUR
    zero_before = words[span[0] : span[0] + 2].startswith("0") and hour > 0
    hours = {one for part in parts for one in _by_part(hour, part, sure=zero_before)}
    if not hours:
        return (), rest, Problem.NO_SUCH_HOUR
    return tuple(time(one, minute) for one in sorted(hours)), rest, None


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
    number = _BARE.search(words) or (_LONE.match(words) if lone else None)
    return (int(number.group(1)), 0, number.span()) if number else None


def _before(hour: int, minutes: int) -> tuple[int, int]:
    """ "7 giờ kém 15" is 6:45."""
    if not 0 < minutes <= _LAST_MINUTE:
        return hour, _LAST_MINUTE + 1
    return (hour - 1) % 24, 60 - minutes


def _parts_of(words: str) -> tuple[str | None, ...]:
    """The part of the day in *words*; two when they may mean it or not."""
    shortened = re.search(r"\b(am|pm)\b", words)
    if shortened:
        return (shortened.group(1),)
    words = NEXT_WEEK.sub(" ", words)
    unsure = _COMING_OR_EVENING.search(words)
    found = _PART.search(_COMING_OR_EVENING.sub(" ", words))
    if unsure and not found:
        return (None, "toi")
    return (found.group(1) if found else None,)


def _without_part(words: str) -> str:
    # "tối nay", "sáng mai": the part of the day goes, the day stays.
    kept = re.sub(r"\b(?:sang|trua|chieu|toi|dem|khuya) nay\b", " hom nay ", words)
    kept = NEXT_WEEK.sub(" tuan sau ", kept)
    return " ".join(_PART.sub(" ", kept).split())


def _by_part(hour: int, part: str | None, *, sure: bool) -> tuple[int, ...]:
    """Hours of the 24 that "7 … sáng" may be; none when they contradict."""
    if part is None:
        if sure or hour > _LAST_PLAIN_AMBIGUOUS:
            return (hour,)
        return (hour, hour + _NOON)  # also "0h": nobody meets at midnight
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
