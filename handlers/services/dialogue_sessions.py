"""Dialogue sessions: made, announced, closed, reopened, postponed, cancelled.

The order of states is checked under the lock of the session's row, so that two officials cannot
both win. Deadlines have defaults from ``Rules``; they warn officials and never stop them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any

from handlers import access
from handlers.context import Rules, Work
from handlers.errors import RuleError
from handlers.texts import LOCAL_ZONE, date_words, local, moment_words
from storage.models import DialogueSession, SessionState, VillageQuota

TOPICS = ("bhyt", "giao-duc", "nha-o", "von-vay", "san-xuat", "chuan-ngheo")
"""Topics that a dialogue session offers; each has a text ``topic-<name>``."""

NOTICE_RULE = "Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 43"
"""Where the 7 days' notice and the 10 days for results come from."""

LONGEST = 500
"""Characters of a place, of things to bring, of an allowance."""
MOST_SEATS = 1000

_CLOSING_HOUR = time(17, 0)
_ALLOWED: Mapping[SessionState, frozenset[SessionState]] = {
    SessionState.DRAFT: frozenset({SessionState.ANNOUNCED, SessionState.CANCELLED}),
    SessionState.ANNOUNCED: frozenset(
        {
            SessionState.ANNOUNCED,
            SessionState.REGISTRATION_CLOSED,
            SessionState.IN_PROGRESS,
            SessionState.POSTPONED,
            SessionState.CANCELLED,
        }
    ),
    SessionState.REGISTRATION_CLOSED: frozenset(
        {
            SessionState.ANNOUNCED,
            SessionState.IN_PROGRESS,
            SessionState.POSTPONED,
            SessionState.CANCELLED,
        }
    ),
    SessionState.IN_PROGRESS: frozenset({SessionState.CONCLUDED}),
    SessionState.POSTPONED: frozenset(
        {SessionState.ANNOUNCED, SessionState.POSTPONED, SessionState.CANCELLED}
    ),
    SessionState.CONCLUDED: frozenset(),
    SessionState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What an official decided about a new dialogue session; date and place may be missing."""

    title: str
    seats: Mapping[int, int]
    """Seats by village id."""
    starts_at: datetime | None = None
    venue: str | None = None
    topics: Sequence[str] = ()
    registration_closes_at: datetime | None = None
    """None takes the default of the rules."""
    questions_close_at: datetime | None = None
    bring_items: str | None = None
    attendee_allowance: str | None = None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The days that follow from the day of the meeting."""

    registration: datetime
    questions: datetime
    answers: datetime


@dataclass(frozen=True, slots=True)
class Caution:
    """Something an official must confirm: text key and its params."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


def deadlines(rules: Rules, starts_at: datetime) -> Deadlines:
    """Default deadlines: at 5 in the afternoon, so many days before and after the meeting."""
    day = local(starts_at).date()

    def at(days: int) -> datetime:
        return datetime.combine(day + timedelta(days=days), _CLOSING_HOUR, LOCAL_ZONE)

    return Deadlines(
        registration=at(-rules.registration_closes_days),
        questions=at(-rules.questions_close_days),
        answers=at(rules.result_days),
    )


def missing(dialogue_session: DialogueSession) -> list[str]:
    """Names of what a dialogue session still lacks before it can be announced."""
    lacks = {
        "date": dialogue_session.starts_at is None,
        "venue": not dialogue_session.venue,
        "villages": not dialogue_session.quotas,
    }
    return [name for name, lacking in lacks.items() if lacking]


def registration_open(dialogue_session: DialogueSession, now: datetime) -> bool:
    """Whether citizens and heads may still ask for seats."""
    if _reopened(dialogue_session, now):
        return True
    closes = dialogue_session.registration_closes_at
    return dialogue_session.state is SessionState.ANNOUNCED and (closes is None or now <= closes)


def questions_open(dialogue_session: DialogueSession, now: datetime) -> bool:
    """Whether a question still comes in time for the meeting; later ones are marked late."""
    if _reopened(dialogue_session, now):
        return True
    closes = dialogue_session.questions_close_at
    return closes is None or now <= closes


def _reopened(dialogue_session: DialogueSession, now: datetime) -> bool:
    until = dialogue_session.reopened_until
    live = dialogue_session.state in {SessionState.ANNOUNCED, SessionState.REGISTRATION_CLOSED}
    return live and until is not None and now <= until


async def create(work: Work, commune_id: int, plan: Plan) -> DialogueSession:
    """Keep a new dialogue session as a draft, with its seats.

    Raises ``RuleError``: not an official of the commune, no or foreign villages, seats or texts
    out of bounds, a deadline after the meeting.
    """
    await access.official_of(work, commune_id)
    await _check(work, commune_id, plan)
    usual = deadlines(work.rules, plan.starts_at) if plan.starts_at else None
    made = DialogueSession(
        unit_id=commune_id,
        title=plan.title,
        state=SessionState.DRAFT,
        starts_at=plan.starts_at,
        venue=plan.venue,
        topics=list(plan.topics),
        registration_closes_at=plan.registration_closes_at or (usual and usual.registration),
        questions_close_at=plan.questions_close_at or (usual and usual.questions),
        answers_due_at=usual.answers if usual else None,
        bring_items=plan.bring_items,
        attendee_allowance=plan.attendee_allowance,
        created_by_id=work.actor_id,
        created_at=work.now,
    )
    made.quotas = [
        VillageQuota(village_id=village_id, seats=seats) for village_id, seats in plan.seats.items()
    ]
    work.uow.dialogue_sessions.add(made)
    await work.uow.flush()
    work.audit(
        "dialogue_session.created",
        "dialogue_session",
        made.id,
        unit_id=commune_id,
        villages=len(plan.seats),
        seats=sum(plan.seats.values()),
    )
    return made


async def _check(work: Work, commune_id: int, plan: Plan) -> None:
    own = {village.id for village in await work.uow.units.villages(commune_id)}
    if not plan.seats or not set(plan.seats) <= own:
        raise RuleError("session-villages-wrong")
    if any(not 0 <= seats <= MOST_SEATS for seats in plan.seats.values()):
        raise RuleError("session-seats-wrong", most=MOST_SEATS)
    texts = (plan.title, plan.venue, plan.bring_items, plan.attendee_allowance)
    if any(len(text or "") > LONGEST for text in texts):
        raise RuleError("session-text-too-long", most=LONGEST)
    for closes in (plan.registration_closes_at, plan.questions_close_at):
        if closes is not None and plan.starts_at is not None and closes > plan.starts_at:
            raise RuleError("session-deadline-after-start")


async def warnings(
    work: Work, dialogue_session: DialogueSession, *, said_weekday: int | None = None
) -> list[Caution]:
    """What to confirm about the date of a dialogue session, see :func:`date_warnings`."""
    if dialogue_session.starts_at is None:
        return []
    return await date_warnings(
        work,
        dialogue_session.unit_id,
        dialogue_session.starts_at,
        but_not=dialogue_session.id,
        said_weekday=said_weekday,
    )


async def date_warnings(
    work: Work,
    commune_id: int,
    starts_at: datetime,
    *,
    but_not: int | None = None,
    said_weekday: int | None = None,
) -> list[Caution]:
    """What an official must confirm: a past date, too short a notice, a clash, a wrong weekday.

    *said_weekday* is the weekday that was told with the date, Monday 0.
    """
    found: list[Caution] = []
    day = local(starts_at).date()
    if said_weekday is not None and day.weekday() != said_weekday:
        found.append(Caution("session-warn-weekday", {"date": date_words(starts_at)}))
    if starts_at <= work.now:
        found.append(Caution("session-warn-past", {"moment": moment_words(starts_at)}))
    elif (day - work.today).days < work.rules.announce_days:
        found.append(
            Caution(
                "session-warn-notice",
                {
                    "left": (day - work.today).days,
                    "days": work.rules.announce_days,
                    "rule": NOTICE_RULE,
                },
            )
        )
    found += await _clashes(work, commune_id, starts_at, but_not)
    return found


async def _clashes(
    work: Work, commune_id: int, starts_at: datetime, but_not: int | None
) -> list[Caution]:
    day = local(starts_at).date()
    return [
        Caution("session-warn-clash", {"moment": moment_words(other.starts_at)})
        for other in await work.uow.dialogue_sessions.of_commune(commune_id)
        if other.id != but_not
        and other.starts_at is not None
        and other.state is not SessionState.CANCELLED
        and local(other.starts_at).date() == day
    ]


async def announce(work: Work, dialogue_session_id: int) -> DialogueSession:
    """Make a complete draft public; an announced one stays as it is.

    Raises ``RuleError``: date, place or villages missing, the date is over, a wrong state.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state is SessionState.ANNOUNCED:
        return found
    if missing(found):
        raise RuleError("session-incomplete")
    _may(found, SessionState.ANNOUNCED)
    if found.starts_at is None or found.starts_at <= work.now:
        raise RuleError("session-over")
    _to(work, found, SessionState.ANNOUNCED)
    found.announced_at = work.now
    return found


async def set_when_and_where(
    work: Work, dialogue_session_id: int, starts_at: datetime | None, venue: str | None
) -> DialogueSession:
    """Fill in the date or place of a draft; None leaves what is there.

    Raises ``RuleError`` when it is a draft no more: then it is postponed instead.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state is not SessionState.DRAFT:
        raise RuleError("session-wrong-state")
    if venue is not None:
        if len(venue) > LONGEST:
            raise RuleError("session-text-too-long", most=LONGEST)
        found.venue = venue
    if starts_at is not None:
        _move_date(work, found, starts_at)
    work.audit("dialogue_session.changed", "dialogue_session", found.id, unit_id=found.unit_id)
    return found


async def close_registration(work: Work, dialogue_session_id: int) -> DialogueSession:
    """Lock the lists: no more seats until an official reopens. Raises ``RuleError``."""
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.REGISTRATION_CLOSED)
    _to(work, found, SessionState.REGISTRATION_CLOSED)
    found.reopened_until = None
    return found


async def reopen(work: Work, dialogue_session_id: int, until: datetime) -> DialogueSession:
    """Let people register and ask again until *until*, at most until the meeting begins.

    Raises ``RuleError``: a wrong state, or a time that is over or after the beginning.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state not in {SessionState.ANNOUNCED, SessionState.REGISTRATION_CLOSED}:
        raise RuleError("session-wrong-state")
    if until <= work.now or (found.starts_at is not None and until > found.starts_at):
        raise RuleError("session-reopen-wrong")
    _to(work, found, SessionState.ANNOUNCED, act="reopened")
    found.reopened_until = until
    return found


async def postpone(
    work: Work, dialogue_session_id: int, starts_at: datetime | None
) -> DialogueSession:
    """Move an announced meeting to *starts_at*, or to a day not known yet (None).

    Registrations are kept; the deadlines follow the new date. Raises ``RuleError``.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.POSTPONED)
    if starts_at is not None and starts_at <= work.now:
        raise RuleError("session-over")
    _to(
        work,
        found,
        SessionState.POSTPONED if starts_at is None else SessionState.ANNOUNCED,
        act="postponed",
    )
    _move_date(work, found, starts_at)
    return found


async def cancel(work: Work, dialogue_session_id: int) -> DialogueSession:
    """Call a meeting off. Questions stay and are still answered. Raises ``RuleError``."""
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.CANCELLED)
    _to(work, found, SessionState.CANCELLED)
    return found


async def start(work: Work, dialogue_session_id: int) -> DialogueSession:
    """The meeting begins. Raises ``RuleError``."""
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.IN_PROGRESS)
    _to(work, found, SessionState.IN_PROGRESS)
    return found


async def conclude(work: Work, dialogue_session_id: int) -> DialogueSession:
    """The meeting is over; results are due by ``answers_due_at``. Raises ``RuleError``."""
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.CONCLUDED)
    _to(work, found, SessionState.CONCLUDED)
    return found


def _may(dialogue_session: DialogueSession, to: SessionState) -> None:
    if to not in _ALLOWED[dialogue_session.state]:
        raise RuleError("session-wrong-state")


def _to(
    work: Work, dialogue_session: DialogueSession, to: SessionState, *, act: str | None = None
) -> None:
    """Change the state and write it down."""
    before, dialogue_session.state = dialogue_session.state, to
    work.audit(
        f"dialogue_session.{act or to.value}",
        "dialogue_session",
        dialogue_session.id,
        unit_id=dialogue_session.unit_id,
        before=before.value,
    )


def _move_date(work: Work, dialogue_session: DialogueSession, starts_at: datetime | None) -> None:
    usual = deadlines(work.rules, starts_at) if starts_at else None
    dialogue_session.starts_at = starts_at
    dialogue_session.ends_at = None
    dialogue_session.registration_closes_at = usual.registration if usual else None
    dialogue_session.questions_close_at = usual.questions if usual else None
    dialogue_session.answers_due_at = usual.answers if usual else None
    dialogue_session.reopened_until = None
