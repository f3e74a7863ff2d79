"""Places that change hands: leaving, somebody else instead, a wrong village put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import attendees, seat_locks, seats
from storage.models import (
    DialogueSession,
    PovertyStatus,
    Registration,
    RegistrationState,
    VillageQuota,
)


@dataclass(frozen=True, slots=True)
class Left:
    """Whose place became free, and who got a seat because of it."""

    registration: Registration
    promoted: Sequence[Registration]


async def cancel(work: Work, registration_id: int) -> Left:
    """The head or an official takes somebody off the list; the first who waits gets the seat.

    Who left is told, when they have an account. Raises ``RuleError``: no right, no longer on the
    list, the session has begun.
    """
    registration, meeting, quota = await seat_locks.registration(work, registration_id)
    await seats.authority(work, meeting, quota.village_id)
    return await _leave(work, registration, meeting, quota, "cancelled")


async def set_kind(
    work: Work, registration_id: int, category: PovertyStatus | None, office: str | None
) -> Registration:
    """Another category of somebody on the list, or an office, until the session begins.

    The recognised list of households decides where it knows the household. Raises ``RuleError``.
    """
    registration, meeting, quota = await seat_locks.registration(work, registration_id)
    await seats.authority(work, meeting, quota.village_id)
    if registration.state not in attendees.HOLDING:
        raise RuleError("registration-gone", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    kept = registration.category if office else None  # one that was said counts more
    registration.category = await attendees.category_of(
        work, registration.household_id, kept or category
    )
    registration.office = office or registration.office
    registration.changed_at = work.now
    attendees.note(work, "kind_changed", registration)
    return registration


async def decline(work: Work, registration_id: int) -> Left:
    """The attendee's own account gives the place up; heads are told, the first waiting moves up.

    Raises ``RuleError`` for anybody else's registration, as if it did not exist.
    """
    registration, meeting, quota = await seat_locks.registration(work, registration_id)
    if work.actor is None or registration.person_id != work.actor.id:
        raise RuleError("not-found")
    return await _leave(work, registration, meeting, quota, "declined")


async def give_up_erased(work: Work, registration_id: int) -> Left:
    """As :func:`decline`, of an account that is being erased: heads hear it without a name.

    They are told what became of the place: it is free, given to who waits, or was none yet. Raises
    ``RuleError`` as :func:`decline` does.
    """
    registration, meeting, quota = await seat_locks.registration(work, registration_id)
    before = registration.state
    if work.actor is None or registration.person_id != work.actor.id:
        raise RuleError("not-found")
    left = await _leave(work, registration, meeting, quota, None)
    await seats.tell_heads(work, registration, meeting, _erased_key(work, meeting, before, left))
    return left


def _erased_key(work: Work, meeting: DialogueSession, before: RegistrationState, left: Left) -> str:
    if before is RegistrationState.REQUESTED:
        return "registration-head-erased-request"
    if before is RegistrationState.WAITLISTED:
        return "registration-head-erased-waiting"
    if left.promoted:
        return "registration-head-erased-given"
    try:
        seats.check_open(work, meeting, official=False)
    except RuleError:
        return "registration-head-erased-closed"
    return "registration-head-erased"


async def _leave(
    work: Work,
    registration: Registration,
    meeting: DialogueSession,
    quota: VillageQuota,
    how: str | None,
) -> Left:
    """*how* the place was given up; None: without a name, and the caller tells the heads."""
    if registration.state not in attendees.LIVE:
        raise RuleError("registration-gone", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    attendees.end(work, registration, RegistrationState.CANCELLED)
    attendees.note(work, how or "erased", registration)
    await seats.tell_attendee(work, registration, meeting, "registration-told-cancelled")
    if how is not None:
        await seats.tell_heads(work, registration, meeting, f"registration-head-{how}")
    return Left(registration, await seats.fill(work, meeting, quota))


async def replace(
    work: Work,
    registration_id: int,
    name: str,
    *,
    category: PovertyStatus | None = None,
    phone: str | None = None,
    office: str | None = None,
    household_id: int | None = None,
    other_person: bool = False,
    told_statement: bool,
) -> Registration:
    """Somebody else comes instead and takes over the seat, or the place in the waiting list.

    The same name spelled better corrects the entry in place. Both rules of writing down apply
    (deadline, told, no person twice). Returns the registration that now counts.
    """
    old, meeting, quota = await seat_locks.registration(work, registration_id)
    official = await seats.authority(work, meeting, quota.village_id)
    if old.state not in attendees.HOLDING:
        raise RuleError("registration-gone", name=old.attendee_name)
    seats.check_open(work, meeting, official=official)
    if not official and not told_statement:
        raise RuleError("registration-untold")
    attendees.check_name(name)
    folded = key(name)
    if not other_person:
        await attendees.check_same(work, quota, folded, other_than=old.id)
        if folded == old.attendee_key:
            return await _correct(work, old, name, category, office)
    typed = attendees.Newcomer(
        name, category, phone, household_id, other_person=other_person, office=office
    )
    (one,) = await attendees.with_households(work, quota.village_id, [typed])
    source = attendees.SOURCE_OFFICIAL if official else attendees.SOURCE_HEAD
    new = await attendees.row(work, quota, one, source=source, told_statement=told_statement)
    new.state, new.wait_position = old.state, old.wait_position
    attendees.end(work, old, RegistrationState.REPLACED)
    old.wait_position = None  # the ticket passes on; two rows never hold the same one
    await work.uow.flush()
    work.uow.registrations.add(new)
    await work.uow.flush()
    old.replaced_by_id = new.id
    await work.uow.flush()
    attendees.note(work, "replaced", old, by_registration_id=new.id)
    await seats.tell_attendee(work, old, meeting, "registration-told-replaced")
    return new


async def _correct(
    work: Work,
    registration: Registration,
    name: str,
    category: PovertyStatus | None,
    office: str | None = None,
) -> Registration:
    registration.attendee_name = name.strip()
    registration.office = office or registration.office
    said = category or registration.category
    registration.category = await attendees.category_of(work, registration.household_id, said)
    registration.changed_at = work.now
    await work.uow.flush()
    attendees.note(work, "corrected", registration)
    return registration


async def spell_own(work: Work, registration_id: int, name: str) -> Registration:
    """The attendee's own account spells its name better; it stays the same folded name.

    Raises ``RuleError`` for anybody else's registration, or another name.
    """
    registration, _, _ = await seat_locks.registration(work, registration_id)
    own = work.actor is not None and registration.person_id == work.actor.id
    if not own or registration.attendee_key != key(name):
        raise RuleError("not-found")
    attendees.check_name(name)
    return await _correct(work, registration, name, registration.category)


# -- moving ---------------------------------------------------------------------------------------


async def move(work: Work, registration_id: int, to_village_id: int) -> Left:
    """Correct a wrong village: out of one quota and into the other in one step.

    The person gets a seat there, or the end of the waiting list; a request stays a request. The
    first who waits in the old village moves up. The person and the heads of both villages are
    told. The actor must have a say in both villages. Raises ``RuleError`` as registering does.
    """
    seen = await work.uow.registrations.get(registration_id)
    if seen is None:
        raise RuleError("not-found")
    meeting = await seat_locks.meeting(work, seen.dialogue_session_id)
    for village_id in (seen.village_id, to_village_id):
        await seats.authority(work, meeting, village_id)
    left, into = await _lock_both(work, meeting.id, seen.village_id, to_village_id)
    registration = await work.uow.registrations.get(registration_id)
    if registration is None or registration.village_id != left.village_id:
        raise RuleError("registration-changed")
    if registration.state not in attendees.LIVE:
        raise RuleError("registration-gone", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    if left.id == into.id:
        return Left(registration, ())
    await attendees.check_same(work, into, registration.attendee_key)
    return await _carry(work, registration, meeting, left, into, asks=False)


async def move_own(work: Work, registration_id: int, to_village_id: int) -> Left:
    """The attendee's own account says that it lives elsewhere: the place there is asked for.

    As :func:`move`, but nobody gives themselves a seat: it becomes a request that the head of the
    new village decides. Raises ``RuleError`` as asking for a seat does; the old one is then kept.
    """
    seen = await work.uow.registrations.get(registration_id)
    if seen is None or work.actor is None or seen.person_id != work.actor.id:
        raise RuleError("not-found")
    meeting = await seat_locks.meeting(work, seen.dialogue_session_id)
    seats.check_open(work, meeting, official=False)
    left, into = await _lock_both(work, meeting.id, seen.village_id, to_village_id)
    registration = await work.uow.registrations.get(registration_id)
    if registration is None or registration.village_id != left.village_id:
        raise RuleError("registration-changed")
    if registration.state not in attendees.LIVE:
        raise RuleError("registration-gone", name=registration.attendee_name)
    await attendees.check_same(work, into, registration.attendee_key)
    return await _carry(work, registration, meeting, left, into, asks=True)


async def _carry(
    work: Work,
    registration: Registration,
    meeting: DialogueSession,
    left: VillageQuota,
    into: VillageQuota,
    *,
    asks: bool,
) -> Left:
    """Out of one locked quota and into the other; *asks*: the new head has to decide."""
    registration.village_id, registration.changed_at = into.village_id, work.now
    registration.wait_position = None
    seated = registration.state is not RegistrationState.REQUESTED
    # While it is between the villages it holds no seat in either.
    registration.state = RegistrationState.REQUESTED
    if seated and not asks:
        await seats.give_places(work, into, [registration], meeting)
    promoted = await seats.fill(work, meeting, left)
    attendees.note(work, "moved", registration, from_village_id=left.village_id)
    await _tell_moved(work, registration, meeting, left.village_id)
    return Left(registration, promoted)


async def _tell_moved(
    work: Work, registration: Registration, meeting: DialogueSession, from_village_id: int
) -> None:
    place = await seats.place_in_line(work, registration)
    if place is None:
        await seats.tell_attendee(work, registration, meeting, "registration-told-moved")
    else:
        key = "registration-told-moved-waiting"
        await seats.tell_attendee(work, registration, meeting, key, place=place)
    villages = [from_village_id, registration.village_id]
    if registration.state is RegistrationState.REQUESTED:
        # The new village's heads have something to decide.
        villages.pop()
        await seats.tell_heads(work, registration, meeting, "registration-head-requested")
    key = "registration-head-moved"
    await seats.tell_heads(work, registration, meeting, key, villages=villages)


async def _lock_both(
    work: Work, dialogue_session_id: int, from_id: int, to_id: int
) -> tuple[VillageQuota, VillageQuota]:
    """Both quotas, locked: two moves in opposite directions never wait in a ring."""
    await seat_locks.places(work, [(dialogue_session_id, one) for one in (from_id, to_id)])
    quotas = await work.uow.dialogue_sessions.quotas(dialogue_session_id)
    by_village = {one.village_id: one for one in quotas}
    if to_id not in by_village or from_id not in by_village:
        raise RuleError("registration-not-invited")
    return by_village[from_id], by_village[to_id]
