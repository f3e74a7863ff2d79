"""Deadlines of a dialogue session: they follow from its day, and an official may reopen them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from handlers.context import Rules
from handlers.texts import LOCAL_ZONE, local
from storage.models import DialogueSession, SessionState

LONGEST_MEETING = timedelta(hours=12)
"""After that a meeting is over, whether or not somebody noted it."""

_CLOSING_HOUR = time(17, 0)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The days that follow from the day of the meeting."""

    registration: datetime
    questions: datetime
    answers: datetime


def usual(rules: Rules, starts_at: datetime, now: datetime) -> Deadlines:
    """Default deadlines: at 5 in the afternoon, so many days before and after the meeting.

    What would be over already is possible until the meeting begins.
    """
    day = local(starts_at).date()

    def at(days: int) -> datetime:
        return datetime.combine(day + timedelta(days=days), _CLOSING_HOUR, LOCAL_ZONE)

    return Deadlines(
        registration=ahead(at(-rules.registration_closes_days), starts_at, now),
        questions=ahead(at(-rules.questions_close_days), starts_at, now),
        answers=at(rules.result_days),
    )


def ahead(closes: datetime, starts_at: datetime, now: datetime) -> datetime:
    """A deadline that is not over *now*: else the beginning of a meeting still to come."""
    return starts_at if closes <= now < starts_at else closes


def keep_ahead(dialogue_session: DialogueSession, now: datetime) -> None:
    """A draft that lay for long is announced: no deadline is over when people hear of it."""
    starts_at = dialogue_session.starts_at
    registration = dialogue_session.registration_closes_at
    questions = dialogue_session.questions_close_at
    if starts_at is not None and registration is not None:
        dialogue_session.registration_closes_at = ahead(registration, starts_at, now)
    if starts_at is not None and questions is not None:
        dialogue_session.questions_close_at = ahead(questions, starts_at, now)


def registration_closes(dialogue_session: DialogueSession, now: datetime) -> datetime | None:
    """Until when a notice of *now* lets people register; None when nobody said."""
    closes, starts_at = dialogue_session.registration_closes_at, dialogue_session.starts_at
    if _reopened(dialogue_session, now):
        return dialogue_session.reopened_until
    if closes is None or starts_at is None or dialogue_session.state is not SessionState.DRAFT:
        return closes
    return ahead(closes, starts_at, now)


def move_date(
    rules: Rules, dialogue_session: DialogueSession, starts_at: datetime | None, now: datetime
) -> None:
    """Give the session another day, or none yet; every deadline follows."""
    follow = usual(rules, starts_at, now) if starts_at else None
    dialogue_session.starts_at = starts_at
    dialogue_session.ends_at = None
    dialogue_session.registration_closes_at = follow.registration if follow else None
    dialogue_session.questions_close_at = follow.questions if follow else None
    dialogue_session.answers_due_at = follow.answers if follow else None
    dialogue_session.reopened_until = None


def of_use_until(dialogue_session: DialogueSession, now: datetime) -> datetime | None:
    """Until when a notice about the meeting is of use: its beginning.

    None where that is not known, or over: then it tells what came after.
    """
    starts_at = dialogue_session.starts_at
    return starts_at if starts_at is not None and starts_at > now else None


class Standing(StrEnum):
    """How a dialogue session stands at a moment: its state, and what the clock makes of it."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    """Registration is open."""
    DEADLINE_PASSED = "deadline_passed"
    REGISTRATION_CLOSED = "registration_closed"
    """An official locked the lists."""
    REOPENED = "reopened"
    OVER = "over"
    """Its hour has come, and nobody noted that it began."""
    IN_PROGRESS = "in_progress"
    CONCLUDED = "concluded"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


_LIVE = frozenset({SessionState.ANNOUNCED, SessionState.REGISTRATION_CLOSED})
_OPEN = frozenset({Standing.ANNOUNCED, Standing.REOPENED})


def standing(dialogue_session: DialogueSession, now: datetime) -> Standing:
    """How a dialogue session stands *now*."""
    if dialogue_session.state not in _LIVE:
        return Standing(dialogue_session.state.value)
    if _reached(dialogue_session.starts_at, now):
        return Standing.OVER
    if _reopened(dialogue_session, now):
        return Standing.REOPENED
    if dialogue_session.state is SessionState.REGISTRATION_CLOSED:
        return Standing.REGISTRATION_CLOSED
    if _reached(dialogue_session.registration_closes_at, now):
        return Standing.DEADLINE_PASSED
    return Standing.ANNOUNCED


def is_today(dialogue_session: DialogueSession, now: datetime) -> bool:
    """Whether *now* is the day of the meeting in Việt Nam."""
    starts_at = dialogue_session.starts_at
    return starts_at is not None and local(starts_at).date() == local(now).date()


def registration_open(dialogue_session: DialogueSession, now: datetime) -> bool:
    """Whether citizens and heads may still ask for seats."""
    return standing(dialogue_session, now) in _OPEN


def questions_open(dialogue_session: DialogueSession, now: datetime) -> bool:
    """Whether a question still comes in time for the meeting; later ones are marked late."""
    if _reopened(dialogue_session, now):
        return True
    return not _reached(dialogue_session.questions_close_at, now)


def _reopened(dialogue_session: DialogueSession, now: datetime) -> bool:
    until = dialogue_session.reopened_until
    return until is not None and now < until


def _reached(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment <= now
