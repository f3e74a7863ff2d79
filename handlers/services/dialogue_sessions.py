"""Life of a dialogue session: announced, closed, reopened, postponed, cancelled, held.

The order of states is checked under the lock of the session's row, so that two officials cannot
both win.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import adoption, seat_requests, session_deadlines, session_plans
from handlers.services.session_deadlines import Standing
from handlers.texts import local
from storage.models import AuditEntry, DialogueSession, SessionState

_ALLOWED: Mapping[SessionState, frozenset[SessionState]] = {
    SessionState.DRAFT: frozenset({SessionState.ANNOUNCED, SessionState.CANCELLED}),
    SessionState.ANNOUNCED: frozenset(
        {
            SessionState.REGISTRATION_CLOSED,
            SessionState.IN_PROGRESS,
            SessionState.CONCLUDED,
            SessionState.POSTPONED,
            SessionState.CANCELLED,
        }
    ),
    SessionState.REGISTRATION_CLOSED: frozenset(
        {
            SessionState.IN_PROGRESS,
            SessionState.CONCLUDED,
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
_PUBLIC = frozenset({SessionState.ANNOUNCED, SessionState.REGISTRATION_CLOSED})
_UNDOABLE = frozenset({SessionState.IN_PROGRESS, SessionState.CONCLUDED})


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking back the beginning or the end of a meeting came to."""

    meeting: DialogueSession
    requests: int
    """Requests for a seat that wait again."""


async def announce(work: Work, dialogue_session_id: int) -> DialogueSession:
    """Make a complete draft public; an announced one stays as it is, its lists open or closed.

    Raises ``RuleError``: date, place or villages missing, the date is over, a wrong state.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state in _PUBLIC:
        _not_over(work, found)
        return found
    if session_plans.missing(found):
        raise RuleError("session-incomplete")
    _may(found, SessionState.ANNOUNCED)
    _not_over(work, found)
    _to(work, found, SessionState.ANNOUNCED)
    found.announced_at = work.now
    session_deadlines.keep_ahead(found, work.now)
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
    if found.state not in _PUBLIC:
        raise RuleError("session-wrong-state")
    if until <= work.now or (found.starts_at is not None and until > found.starts_at):
        raise RuleError("session-reopen-wrong")
    _to(work, found, SessionState.ANNOUNCED, act="reopened")
    found.reopened_until = until
    closes = found.registration_closes_at
    if closes is not None and closes > until:
        # Locked early and opened again for a while: it does not stay open after that.
        found.registration_closes_at = until
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
    session_deadlines.move_date(work.rules, found, starts_at, work.now)
    return found


async def cancel(work: Work, dialogue_session_id: int) -> DialogueSession:
    """Call a meeting off; its open questions go to the next one. Raises ``RuleError``."""
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.CANCELLED)
    _to(work, found, SessionState.CANCELLED)
    await work.uow.flush()
    await adoption.release(work, found)
    return found


async def start(work: Work, dialogue_session_id: int) -> DialogueSession:
    """The meeting begins, on its day: its lists are fixed, questions still come in.

    Requests for a seat stay as they are: it may have been noted by mistake.
    Raises ``RuleError``: another day, a wrong state.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.IN_PROGRESS)
    if not session_deadlines.is_today(found, work.now):
        raise RuleError("session-not-today")
    _to(work, found, SessionState.IN_PROGRESS)
    return found


async def conclude(work: Work, dialogue_session_id: int) -> DialogueSession:
    """The meeting is over; results are due by ``answers_due_at``.

    Requests for a seat that nobody decided end with a message. Also where nobody noted that the
    meeting began. Raises ``RuleError``: it has not begun, a wrong state.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    _may(found, SessionState.CONCLUDED)
    standing = session_deadlines.standing(found, work.now)
    if standing not in {Standing.IN_PROGRESS, Standing.OVER}:
        raise RuleError("session-wrong-state")
    _to(work, found, SessionState.CONCLUDED)
    await seat_requests.lapse(work, found)
    return found


async def can_undo(work: Work, dialogue_session: DialogueSession) -> bool:
    """Whether its beginning or its end was noted today, so that :func:`undo` takes it back."""
    try:
        await _noted(work, dialogue_session)
    except RuleError:
        return False
    return True


async def undo(work: Work, dialogue_session_id: int, state: SessionState) -> Undone:
    """Take back that the meeting began or ended, as long as it is the day on which it was noted.

    *state* is what is taken back: two officials do not take back two things at once. Lists,
    questions and whatever was sent stay as they are; requests for a seat that lapsed with the end
    wait again. Raises ``RuleError``.
    """
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state is not state:
        raise RuleError("session-wrong-state")
    noted = await _noted(work, found)
    _to(work, found, SessionState(noted.details["before"]), act="undone")
    ended = state is SessionState.CONCLUDED
    return Undone(found, await seat_requests.bring_back(work, found, noted.at) if ended else 0)


async def _noted(work: Work, dialogue_session: DialogueSession) -> AuditEntry:
    """The note of today that the meeting began or ended. Raises ``RuleError``."""
    if dialogue_session.state not in _UNDOABLE:
        raise RuleError("session-wrong-state")
    act = f"dialogue_session.{dialogue_session.state.value}"
    entries = await work.uow.audit.of("dialogue_session", dialogue_session.id)
    last = next((one for one in reversed(entries) if one.action == act), None)
    if last is None or local(last.at).date() != work.today:
        raise RuleError("session-undo-over")
    return last


def _not_over(work: Work, dialogue_session: DialogueSession) -> None:
    starts_at = dialogue_session.starts_at
    if starts_at is None or starts_at <= work.now:
        raise RuleError("session-over")


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
