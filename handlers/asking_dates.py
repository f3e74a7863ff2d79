"""Asking for a day and an hour until both are known: shared by the flows that need a moment.

Only what is missing is asked: the hour alone, which of two days, morning or afternoon. Whatever is
asked, another date may be typed instead.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from handlers.context import Turn
from handlers.dates import Problem, Reading, as_end, read_moment
from handlers.flow import Outcome, ask, ask_again, option
from handlers.parsing import key
from handlers.texts import date_words, time_words

UNKNOWN: Final = "unknown"
"""What :func:`hear_moment` gives for "chưa": there is no date yet."""

_TWO_DAYS = {
    Problem.WEEKDAY_DIFFERS: "session-ask-which-day",
    Problem.SEVERAL_DAYS: "session-ask-which-of-two",
    Problem.YEAR_UNSURE: "session-ask-which-year",
}
"""What may mean two days, and how it is asked which."""
_SO_FAR = "moment_so_far"
_NOT_YET = frozenset(
    {"chua", "chua co", "chua biet", "chua ro", "chua co ngay", "chua biet ngay", "khong biet"}
)


def hear_moment(turn: Turn, step: str, *, past: bool = False) -> datetime | str | Outcome:
    """The moment that the answer in *step* tells, ``UNKNOWN``, or what to ask next.

    With *past* a moment that is over is given back too: the caller warns.
    """
    return _hear(turn, step, turn.text, past=past)


def hear_end(turn: Turn, step: str, words: str | None = None) -> datetime | str | Outcome:
    """Like :func:`hear_moment` for a deadline: "hết ngày 30/11" is its last minute.

    *words*: the part of the answer that is about it, where it is not all of it.
    """
    return _hear(turn, step, as_end(turn.text if words is None else words), past=False)


def _hear(turn: Turn, step: str, words: str, *, past: bool) -> datetime | str | Outcome:
    if turn.choice is not None:
        return _chosen(turn, step, past=past)
    if key(words) in _NOT_YET:
        turn.data.pop(_SO_FAR, None)
        return UNKNOWN
    found = _read(turn, words)
    if found.at is not None and (past or found.problem is None):
        turn.data.pop(_SO_FAR, None)
        return found.at
    return _ask_for(turn, step, words, found)


def hear_day(turn: Turn, *, past: bool = False) -> date | Outcome:
    """The day that the answer tells, also one that is over; or what to ask again.

    With *past* something is told that has happened: a date without a year is the last such day.
    """
    found = read_moment(turn.text, turn.work.now)
    if found.problem is Problem.NO_SUCH_DAY:
        return ask_again("session-date-no-such-day")
    if found.problem is Problem.LUNAR:
        return ask_again("session-date-lunar")
    if found.problem is Problem.WEEKDAY_DIFFERS:
        return ask_again("day-weekday-differs")
    if found.problem is Problem.SEVERAL_DAYS:
        return ask_again("day-unreadable")
    if found.problem is Problem.YEAR_UNSURE:
        return (found.other_day if past else None) or ask_again("day-year-missing")
    return found.day or ask_again("day-unreadable")


def forget(turn: Turn) -> None:
    """Leave what was told so far of a moment that is not asked for any more."""
    turn.data.pop(_SO_FAR, None)


def suppose(turn: Turn, day: date) -> None:
    """An hour that is typed alone is one of *day*, which is shown."""
    turn.data[_SO_FAR] = {"day": day.isoformat(), "supposed": True}


def is_half_told(turn: Turn) -> bool:
    """Whether the rest of a moment is being asked for: its hour, or which of two days."""
    return _SO_FAR in turn.data


def names_date(turn: Turn) -> bool:
    """Whether the text is about a day or an hour at all."""
    return read_moment(turn.text, turn.work.now).problem is not Problem.UNREADABLE


def _chosen(turn: Turn, step: str, *, past: bool) -> datetime | Outcome:
    kind, _, value = (turn.choice or "").partition(":")
    if kind == "at":
        chosen = datetime.fromisoformat(value)
        if chosen < turn.work.now and not past:
            return ask_again("session-date-past")
        turn.data.pop(_SO_FAR, None)
        return chosen
    return _ask_hour(turn, step, date.fromisoformat(value))


def _read(turn: Turn, words: str) -> Reading:
    """The *words* alone, or together with what was told before: "2h 5/12", then "chiều"."""
    so_far = turn.data.get(_SO_FAR, {})
    day = date.fromisoformat(so_far["day"]) if "day" in so_far else None
    if "supposed" in so_far and not read_moment(words, turn.work.now).hours:
        day = None
    found = read_moment(words, turn.work.now, known_day=day)
    meant = [one for one in map(date.fromisoformat, so_far.get("days", ())) if _is_it(one, found)]
    if len(meant) == 1:
        hours = "" if found.hours else so_far["hours"]
        return read_moment(f"{meant[0]:%d/%m/%Y} {words} {hours}", turn.work.now)
    if found.at is None and "words" in so_far:
        together = read_moment(f"{so_far['words']} {words}", turn.work.now, known_day=day)
        return together if together.at is not None else found
    return found


def _is_it(offered: date, found: Reading) -> bool:
    """Whether a weekday typed alone means the *offered* day."""
    return found.day is not None and not found.dated and found.day.weekday() == offered.weekday()


def _ask_for(turn: Turn, step: str, words: str, found: Reading) -> Outcome:
    so_far = turn.data.get(_SO_FAR, {})
    known_day = None if "supposed" in so_far else so_far.get("day")
    differs = found.problem in _TWO_DAYS
    if differs and found.day and found.other_day:
        return _which_day(turn, step, found, sorted({found.day, found.other_day}))
    if found.problem is Problem.AMBIGUOUS and found.day:
        turn.data[_SO_FAR] = {"day": found.day.isoformat(), "words": words}
        hours = [option(f"at:{at.isoformat()}", label=time_words(at)) for at in found.options]
        return ask(step, "session-ask-which-hour", *hours)
    missing = found.problem is Problem.HOUR_MISSING
    if missing and found.day and found.day.isoformat() != known_day:
        return _ask_hour(turn, step, found.day)
    if missing or found.problem is None:
        return ask_again("session-date-unreadable")
    return ask_again(f"session-date-{found.problem.value}")


def _ask_hour(turn: Turn, step: str, day: date) -> Outcome:
    turn.data[_SO_FAR] = {"day": day.isoformat()}
    shown = date_words(day)
    return ask(step, "session-ask-hour", date=f"{shown[:1].upper()}{shown[1:]}")


def _which_day(turn: Turn, step: str, found: Reading, days: list[date]) -> Outcome:
    sure = len(found.hours) == 1
    turn.data[_SO_FAR] = {
        "days": [one.isoformat() for one in days],
        "hours": f"{found.hours[0]:%H:%M}" if sure else "",
    }
    if not sure:
        options = [option(f"day:{one.isoformat()}", label=date_words(one)) for one in days]
    else:
        options = [option(f"at:{at.isoformat()}", label=date_words(at)) for at in found.options]
    return ask(step, _TWO_DAYS[found.problem or Problem.WEEKDAY_DIFFERS], *options)
