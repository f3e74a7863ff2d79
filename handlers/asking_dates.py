"""Asking for a day and an hour until both are known: shared by the flows that need a moment.

Only what is missing is asked: the hour alone, which of two days, morning or afternoon.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from handlers.context import Turn
from handlers.dates import Problem, Reading, read_moment
from handlers.flow import Outcome, ask, ask_again, choose, option
from handlers.parsing import key
from handlers.texts import date_words, time_words

UNKNOWN: Final = "unknown"
"""What :func:`hear_moment` gives for "chưa": there is no date yet."""

_KNOWN_DAY = "known_day"
_NOT_YET = frozenset(
    {"chua", "chua co", "chua biet", "chua ro", "chua co ngay", "chua biet ngay", "khong biet"}
)


def hear_moment(turn: Turn, step: str, *, past: bool = False) -> datetime | str | Outcome:
    """The moment that the answer in *step* tells, ``UNKNOWN``, or what to ask next.

    With *past* a moment that is over is given back too: the caller warns.
    """
    if turn.choice is not None:
        return _chosen(turn, step)
    if key(turn.text) in _NOT_YET:
        turn.data.pop(_KNOWN_DAY, None)
        return UNKNOWN
    told = turn.data.get(_KNOWN_DAY)
    known_day = date.fromisoformat(told) if told else None
    found = read_moment(turn.text, turn.work.now, known_day=known_day)
    if found.at is not None and (past or found.problem is None):
        turn.data.pop(_KNOWN_DAY, None)
        return found.at
    return _ask_for(turn, step, found, known_day)


def _chosen(turn: Turn, step: str) -> datetime | Outcome:
    kind, _, value = (turn.choice or "").partition(":")
    if kind == "at":
        turn.data.pop(_KNOWN_DAY, None)
        return datetime.fromisoformat(value)
    return _ask_hour(turn, step, date.fromisoformat(value))


def _ask_for(turn: Turn, step: str, found: Reading, known_day: date | None) -> Outcome:
    if found.problem is Problem.WEEKDAY_DIFFERS and found.day and found.other_day:
        return _which_day(step, found, found.day, found.other_day)
    if found.problem is Problem.AMBIGUOUS:
        hours = [option(f"at:{at.isoformat()}", label=time_words(at)) for at in found.options]
        return choose(step, "session-ask-which-hour", *hours)
    if found.problem is Problem.HOUR_MISSING and found.day and found.day != known_day:
        return _ask_hour(turn, step, found.day)
    if found.problem in {Problem.HOUR_MISSING, None}:
        return ask_again("session-date-unreadable")
    return ask_again(f"session-date-{found.problem.value}")


def _ask_hour(turn: Turn, step: str, day: date) -> Outcome:
    turn.data[_KNOWN_DAY] = day.isoformat()
    shown = date_words(day)
    return ask(step, "session-ask-hour", date=f"{shown[:1].upper()}{shown[1:]}")


def _which_day(step: str, found: Reading, day: date, other: date) -> Outcome:
    days = sorted({day, other})
    if len(found.hours) != 1:
        return choose(
            step,
            "session-ask-which-day",
            *(option(f"day:{one.isoformat()}", label=date_words(one)) for one in days),
        )
    return choose(
        step,
        "session-ask-which-day",
        *(option(f"at:{at.isoformat()}", label=date_words(at)) for at in found.options),
    )
