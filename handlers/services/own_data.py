"""People put right what we hold of them: their village and what they are called.

What is still open follows (with a line in its history); what stands in an issued list stays as it
was issued. A seat of one's own is handed over: the head of the new village decides about it. Seats
are locked before submissions, as in ``erasure``: two in other orders would block each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import (
    alerts,
    attendees,
    groups,
    seat_changes,
    seat_locks,
    seats,
    session_deadlines,
)
from handlers.services.submissions import WAITING_STATES, next_session, note
from storage.models import Person, Registration, Submission


@dataclass(frozen=True, slots=True)
class Corrected:
    """What followed a correction."""

    open: int = 0
    """Submissions that are not answered and were changed."""
    asked: tuple[str, ...] = ()
    """For whom a seat is asked for in the new village."""
    kept: tuple[str, ...] = ()
    """Whose seat stays as it is, for the head or an official to change."""


def check_village(person: Person) -> None:
    """The village is the person's own to correct. Raises ``RuleError`` for whoever holds a role."""
    if any(grant.revoked_at is None for grant in person.roles):
        raise RuleError("correct-role")


async def ahead(work: Work, person: Person) -> Corrected:
    """What a correction of the village would change; nothing is changed."""
    rows = await _open(work, person, _of_village(person.village_id))
    return Corrected(open=len(rows), asked=tuple(one.attendee_name for one in await _seats(work)))


async def correct_village(work: Work, person: Person, village_id: int) -> Corrected:
    """The actor *person* lives in another village than we thought.

    Open submissions of their own go over, to the session of the new village; seats of their own
    are asked for there, both quotas in one step. Raises ``RuleError``: no such village, a role.
    """
    check_village(person)
    village = await work.uow.units.get(village_id)
    if village is None or village.parent_id is None:
        raise RuleError("not-found")
    before = _of_village(person.village_id)
    asked, kept = await _move_seats(work, village_id)
    # As for a new one: a session that is being announced takes in what came before it.
    await work.uow.units.hold(village.parent_id, alone=False)
    rows = await _open(work, person, before, lock=True)
    for row in rows:
        await _move(work, row, village_id)
    person.commune_id, person.village_id = village.parent_id, village_id
    work.audit(
        "person.village_corrected",
        "person",
        person.id,
        unit_id=person.commune_id,
        submissions=len(rows),
        seats=len(asked),
    )
    await work.uow.flush()
    return Corrected(len(rows), asked, kept)


async def correct_name(work: Work, person: Person, name: str) -> Corrected:
    """The actor *person* is called otherwise.

    Open submissions of their own bear the new name. A seat does where only accents and capitals
    differ: under another name another person would come, and that is for the head to say.
    """
    old = person.display_name
    kept = await _spell_seats(work, name)
    rows = await _open(work, person, lambda row: row.asker_name == old, lock=True)
    for row in rows:
        row.asker_name = name
        _noted(work, row, "name_corrected")
    person.display_name = name
    work.audit(
        "person.name_corrected", "person", person.id, unit_id=person.commune_id, rows=len(rows)
    )
    await work.uow.flush()
    return Corrected(len(rows), (), kept)


# -- inside -------------------------------------------------------------------------------------


def _of_village(village_id: int | None) -> Callable[[Submission], bool]:
    return lambda row: row.village_id == village_id


async def _open(
    work: Work, person: Person, wanted: Callable[[Submission], bool], *, lock: bool = False
) -> list[Submission]:
    """Own submissions that wait for an answer and stand in no issued list."""

    async def found() -> list[Submission]:
        return [
            row
            for row in await work.uow.submissions.all_of_asker(person.id)
            if row.asked_for is None
            and row.state in WAITING_STATES
            and row.issued_at is None
            and wanted(row)
        ]

    rows = await found()
    if lock and rows:
        await groups.lock(work, [row.id for row in rows])
        rows = await found()
    return rows


async def _move_seats(work: Work, village_id: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ask for the actor's seats in the village instead: whose are asked for, and whose are kept."""
    held = await _seats(work)
    both = [(one.dialogue_session_id, at) for one in held for at in (one.village_id, village_id)]
    await seat_locks.places(work, both)
    asked, kept = [], []
    for one in held:
        try:
            await seat_changes.move_own(work, one.id, village_id)
        except RuleError:  # closed, not invited, the name is there: nothing was changed
            kept.append(one.attendee_name)
        else:
            asked.append(one.attendee_name)
            await alerts.seat_asked(work, village_id)
    return tuple(asked), tuple(kept)


async def _spell_seats(work: Work, name: str) -> tuple[str, ...]:
    """Spell the actor's seats anew; whose stay, because *name* would be somebody else's."""
    held = await _seats(work, everywhere=True)
    await seat_locks.places(work, [(one.dialogue_session_id, one.village_id) for one in held])
    kept = []
    for one in held:
        if one.attendee_key == key(name):
            await seat_changes.spell_own(work, one.id, name)
        else:
            kept.append(one.attendee_name)
    return tuple(kept)


async def _move(work: Work, row: Submission, village_id: int) -> None:
    if row.danger is not None:
        await alerts.placed(work, row.id, village_id)  # somebody may be on the way
        note(work, row, row.state, "village_corrected")
        return
    meeting = await next_session(work, row.commune_id, village_id)
    if (meeting.id if meeting else None) != row.dialogue_session_id:
        row.dialogue_session_id = meeting.id if meeting else None
        row.late = meeting is not None and not session_deadlines.questions_open(
            meeting, row.created_at
        )
    row.village_id = village_id
    _noted(work, row, "village_corrected")


def _noted(work: Work, row: Submission, reason: str) -> None:
    row.version += 1
    row.changed_at = work.now
    note(work, row, row.state, reason)


async def _seats(work: Work, *, everywhere: bool = False) -> Sequence[Registration]:
    """What the actor holds or asked for under their own name, in their village or *everywhere*."""
    person = work.actor
    if person is None:
        return []
    found: list[Registration] = []
    for one in await work.uow.registrations.of_person(person.id):
        meeting = await seats.meeting_of(work, one.dialogue_session_id)
        over = meeting.starts_at is not None and meeting.starts_at <= work.now
        here = everywhere or one.village_id == person.village_id
        live = one.state in attendees.LIVE
        if live and here and not over and seats.is_called(person, one):
            found.append(one)
    return found
