"""A text read as a day and an hour together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from faq.normalize import clean, fold
from handlers.dates.days import Day, read_day
from handlers.dates.hours import read_hour
from handlers.dates.problem import Problem
from handlers.dates.spoken import in_digits
from handlers.texts import LOCAL_ZONE, local

_AM_PM = re.compile(r"(:?)(\d{1,2})\s*(am|pm)\b")
_COMING = re.compile(r"(?<!tuần )\btới\b")
_CLOCK = r"\d{1,2}\s*(?:gio|h|g|:)"
_FROM_TO = re.compile(
    rf"({_CLOCK}\s*(?:ruoi|\d{{2}})?)\s*(?:-|–|den|toi)\s*{_CLOCK}(?:\s*(?:ruoi|\d{{2}}(?![\d/.\-])))?"
)
_LUNAR = re.compile(
    r"\b(?:am lich|lich am|ta lich|lich ta|al|thang (?:chap|gieng)|chap|ram|"
    r"(?:mung|mong) (?:\d+|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) tet)\b|/\s*chap\b"
)
_LONGEST = 200
_MOMENT_WORDS = frozenset(
    (
        *("luc", "vao", "khoang", "hom", "ngay", "thang", "nam", "gio", "phut", "h", "g", "p", "t"),
        *("ruoi", "kem", "sang", "trua", "chieu", "toi", "dem", "khuya", "am", "pm", "thu", "hai"),
        *("ba", "tu", "sau", "bay", "tam", "chin", "muoi", "mot", "bon", "chu", "nhat", "cn"),
        *("tuan", "nay", "mai", "kia", "bua", "nua", "den", "ke", "mung", "mong", "ram", "chap"),
        *("gieng", "tet", "al", "lich", "ta"),
    )
)
""" "dem" is also what becomes of "tối", see ``_prepare``. """


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood."""

    day: date | None = None
    hours: tuple[time, ...] = ()
    """The hour; two when it is ambiguous, none when it is missing."""
    problem: Problem | None = None
    other_day: date | None = None
    """The day of the weekday that was told, when the date has another."""
    dated: bool = False
    """The text names a date, not only a weekday or "mai"."""
    several: bool = False
    """``other_day`` was written too: "5/12 hoặc 12/12"."""
    year_unsure: bool = False
    """``other_day`` is the same date, just over."""

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


def read_moment(text: str, now: datetime, *, known_day: date | None = None) -> Reading:
    """Read *text* as a day and an hour, seen from *now*.

    With *known_day* the text may be an hour alone (the answer to "mấy giờ?").
    """
    words = _prepare(text)
    if not words or len(words) > _LONGEST:
        return Reading(problem=Problem.UNREADABLE)
    if _LUNAR.search(words):
        return Reading(problem=Problem.LUNAR)
    hours, rest, hour_problem = read_hour(words, lone=known_day is not None)
    today = local(now).date()
    told = read_day(rest, today)
    if told is Problem.NO_SUCH_DAY:
        return Reading(hours=hours, problem=Problem.NO_SUCH_DAY)
    told = told if isinstance(told, Day) else Day(known_day)
    if hour_problem is not None:
        return Reading(told.day, problem=hour_problem)
    if told.day is None:
        return Reading(hours=hours, problem=Problem.DAY_MISSING if hours else Problem.UNREADABLE)
    read = Reading(
        told.day,
        hours,
        other_day=told.other,
        dated=told.dated,
        several=told.several,
        year_unsure=told.year_unsure,
    )
    return _judge(read, now)


def only_moment(text: str, now: datetime) -> bool:
    """Whether *text* tells a day or an hour, and nothing else."""
    if read_moment(text, now).problem is Problem.UNREADABLE:
        return False
    return all(word in _MOMENT_WORDS for word in re.findall(r"[a-z]+", _prepare(text)))


def _judge(found: Reading, now: datetime) -> Reading:
    """Name what is still wrong with a day and its hours."""
    problem = None
    if found.year_unsure:
        problem = Problem.YEAR_UNSURE
    elif found.other_day is not None:
        problem = Problem.SEVERAL_DAYS if found.several else Problem.WEEKDAY_DIFFERS
    elif not found.hours:
        over = found.day is not None and found.day < local(now).date()
        problem = Problem.PAST if over else Problem.HOUR_MISSING
    elif len(found.hours) > 1:
        problem = Problem.AMBIGUOUS
    elif found.options[0] < now:
        problem = Problem.PAST
    return replace(found, problem=problem)


def _prepare(text: str) -> str:
    # What the accent alone tells apart is settled first: "một" is a number, "mốt" the day after
    # tomorrow; "tối" is the evening, "tới" the coming week's day.
    told = clean(text[: _LONGEST * 2]).lower().replace("một giờ", "1 giờ").replace("một", "1")
    told = _COMING.sub(" ", told).replace("tối", "đêm").replace("tháng sáu", "tháng 6")
    words = _AM_PM.sub(_spell_am_pm, fold(told))
    # "8h-10h": the session begins at the first.
    words = " ".join(_FROM_TO.sub(r"\1 ", words).split()).strip(" .,!?")
    return in_digits(words)


def _spell_am_pm(found: re.Match[str]) -> str:
    colon, number, part = found.groups()
    return f"{colon}{number} {part}" if colon else f"{number}h {part}"
