"""A household asks that somebody else comes on a seat that it has; the village head decides."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import (
    alerts,
    attendees,
    list_entries,
    notices,
    seat_changes,
    seat_locks,
    seat_requests,
    seats,
    submissions,
)
from storage.models import DialogueSession, Registration, RegistrationState, Role


async def ask(work: Work, registration_id: int, name: str) -> bool:
    """*name* shall come instead; whether the village has a head who is told.

    What nobody decided yet is asked anew under *name*. A seat, or a place in the waiting list,
    stays as it is until the head exchanges the names. Raises ``RuleError``: it is not the actor's,
    registration is closed, *name* cannot be one.
    """
    registration, meeting, _ = await seat_locks.registration(work, registration_id)
    if work.actor is None or registration.person_id != work.actor.id:
        raise RuleError("not-found")
    if registration.state not in attendees.LIVE:
        raise RuleError("registration-gone", name=registration.attendee_name)
    seats.check_open(work, meeting, official=False)
    attendees.check_name(name)
    await attendees.check_account(work, meeting.id, work.actor.id, key(name))
    if registration.state is RegistrationState.REQUESTED:
        await _ask_anew(work, registration, name)
        return await alerts.seat_asked(work, registration.village_id)
    heads = await work.uow.people.with_role(Role.VILLAGE_HEAD, [registration.village_id])
    attendees.note(work, "stand_in_asked", registration)
    if heads:
        await seats.tell_heads(work, registration, meeting, "registration-head-stand-in", new=name)
    else:
        await _tell_officials(work, registration, meeting, name)
    return bool(heads)


async def _ask_anew(work: Work, old: Registration, name: str) -> None:
    """The request under the old name is taken back, and made under *name*."""
    if work.actor is None:
        raise RuleError("not-found")
    await seat_changes.decline(work, old.id)
    entry = await list_entries.of_attendee(work, work.actor, old.village_id, name)
    await seat_requests.ask(
        work,
        old.dialogue_session_id,
        old.village_id,
        work.actor,
        name=name,
        household_id=entry.id if entry else None,
        asked_for=old.asked_for,
    )


async def _tell_officials(
    work: Work, registration: Registration, meeting: DialogueSession, name: str
) -> None:
    village = await work.uow.units.get(registration.village_id)
    for official in await submissions.officials(work, meeting.unit_id):
        await notices.tell(
            work,
            official,
            "notice-stand-in-no-head",
            {"place": village.name if village else "", "name": registration.attendee_name}
            | {"new": name},
            purpose="seat_asked",
        )
