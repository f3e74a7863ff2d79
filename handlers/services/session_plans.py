"""Drafts of dialogue sessions: what an official decided, and what is still missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import session_deadlines
from storage.models import DialogueSession, SessionState, VillageQuota

TOPICS = ("bhyt", "giao-duc", "nha-o", "von-vay", "san-xuat", "chuan-ngheo")
"""Topics that a dialogue session offers; each has a text ``topic-<name>``."""

LONGEST = 500
"""Characters of a place, of things to bring, of an allowance."""
MOST_SEATS = 1000


@dataclass(frozen=True, slots=True)
class Plan:
    """What an official decided about a dialogue session; date and place may be missing."""

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


def missing(dialogue_session: DialogueSession) -> list[str]:
    """Names of what a dialogue session still lacks before it can be announced."""
    lacks = {
        "date": dialogue_session.starts_at is None,
        "venue": not dialogue_session.venue,
        "villages": not dialogue_session.quotas,
    }
    return [name for name, lacking in lacks.items() if lacking]


def complete_or_refuse(dialogue_session: DialogueSession) -> None:
    """Raises ``RuleError`` when date, place or villages are missing."""
    if missing(dialogue_session):
        raise RuleError("session-incomplete")


async def create(work: Work, commune_id: int, plan: Plan) -> DialogueSession:
    """Keep a new dialogue session as a draft, with its seats.

    Raises ``RuleError``: not an official of the commune, no or foreign villages, seats or texts
    out of bounds, a deadline after the meeting.
    """
    await access.official_of(work, commune_id)
    await _check(work, commune_id, plan)
    made = DialogueSession(
        unit_id=commune_id,
        title=plan.title,
        state=SessionState.DRAFT,
        created_by_id=work.actor_id,
        created_at=work.now,
        quotas=[],
    )
    _write(work, made, plan)
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


async def change(work: Work, dialogue_session_id: int, plan: Plan) -> DialogueSession:
    """Write a draft anew as *plan* says; its title stays.

    Raises ``RuleError`` as :func:`create` does, and when it is a draft no more.
    """
    found = await _draft(work, dialogue_session_id)
    await _check(work, found.unit_id, plan)
    _write(work, found, plan)
    await work.uow.flush()
    work.audit(
        "dialogue_session.changed",
        "dialogue_session",
        found.id,
        unit_id=found.unit_id,
        villages=len(plan.seats),
        seats=sum(plan.seats.values()),
    )
    return found


def plan_of(found: DialogueSession) -> Plan:
    """What was decided about a dialogue session so far."""
    return Plan(
        title=found.title,
        seats={quota.village_id: quota.seats for quota in found.quotas},
        starts_at=found.starts_at,
        venue=found.venue,
        topics=tuple(found.topics),
        registration_closes_at=found.registration_closes_at,
        questions_close_at=found.questions_close_at,
        bring_items=found.bring_items,
        attendee_allowance=found.attendee_allowance,
    )


def _write(work: Work, draft: DialogueSession, plan: Plan) -> None:
    usual = (
        session_deadlines.usual(work.rules, plan.starts_at, work.now) if plan.starts_at else None
    )
    draft.starts_at = plan.starts_at
    draft.venue = plan.venue
    draft.topics = list(plan.topics)
    draft.registration_closes_at = plan.registration_closes_at or (
        usual.registration if usual else None
    )
    draft.questions_close_at = plan.questions_close_at or (usual.questions if usual else None)
    draft.answers_due_at = usual.answers if usual else None
    session_deadlines.keep_ahead(draft, work.now)
    draft.bring_items = plan.bring_items
    draft.attendee_allowance = plan.attendee_allowance
    kept = {one.village_id: one for one in draft.quotas if one.village_id in plan.seats}
    for village_id, seats in plan.seats.items():
        quota = kept.setdefault(village_id, VillageQuota(village_id=village_id, seats=seats))
        quota.seats = seats
    draft.quotas = list(kept.values())


async def _draft(work: Work, dialogue_session_id: int) -> DialogueSession:
    found = await access.dialogue_session(work, dialogue_session_id, lock=True)
    if found.state is not SessionState.DRAFT:
        raise RuleError("session-wrong-state")
    return found


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


async def set_when_and_where(
    work: Work, dialogue_session_id: int, starts_at: datetime | None, venue: str | None
) -> DialogueSession:
    """Fill in the date or place of a draft; None leaves what is there.

    Raises ``RuleError`` when it is a draft no more: then it is postponed instead.
    """
    found = await _draft(work, dialogue_session_id)
    if venue is not None:
        if len(venue) > LONGEST:
            raise RuleError("session-text-too-long", most=LONGEST)
        found.venue = venue
    if starts_at is not None:
        session_deadlines.move_date(work.rules, found, starts_at, work.now)
    work.audit("dialogue_session.changed", "dialogue_session", found.id, unit_id=found.unit_id)
    return found
