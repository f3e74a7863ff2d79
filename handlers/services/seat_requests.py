"""A household asks for a seat; the head of its village gives it one, or not."""

from __future__ import annotations

from datetime import datetime

from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import attendees, seat_locks, seats
from storage.models import (
    AskedFor,
    DialogueSession,
    Person,
    PovertyStatus,
    Registration,
    RegistrationState,
)

_LAPSED = "lapsed"


async def ask(
    work: Work,
    dialogue_session_id: int,
    village_id: int,
    person: Person,
    *,
    name: str | None = None,
    category: PovertyStatus | None = None,
    household_id: int | None = None,
    asked_for: AskedFor | None = None,
) -> Registration:
    """A household asks for a seat under *name* (their own when None); the village head decides.

    *asked_for*: with the account of somebody else, whose it is not. Heads of the village are told.
    Raises ``RuleError``: not invited, closed, a name that cannot be one (``names-…``: ask for the
    full name), already asked.
    """
    meeting = await seat_locks.meeting(work, dialogue_session_id)
    quota = await seat_locks.quota(work, dialogue_session_id, village_id)
    seats.check_open(work, meeting, official=False)
    wanted = (name or person.display_name or "").strip()
    attendees.check_name(wanted)
    await attendees.check_account(work, dialogue_session_id, person.id, key(wanted))
    # A number that was left for a call back in danger is for that call, not for the list.
    one = attendees.Newcomer(wanted, category, None, household_id, person.id)
    registration = await attendees.row(
        work, quota, one, source=attendees.SOURCE_CHAT, told_statement=True
    )
    registration.state, registration.asked_for = RegistrationState.REQUESTED, asked_for
    work.uow.registrations.add(registration)
    await work.uow.flush()
    attendees.note(work, "requested", registration)
    await seats.tell_heads(work, registration, meeting, "registration-head-requested")
    return registration


async def decide(
    work: Work, registration_id: int, accept: bool, *, other_person: bool | None = None
) -> Registration:
    """The head gives a household the seat it asked for (or a place in the waiting list), or not.

    When somebody of the same name is on the list already: ``RuleError`` unless *other_person* says
    whether it is another person. False joins the account to the name on the list. The household
    is told. What was asked in time may be decided until the session begins. Returns the
    registration that now counts.
    """
    registration, meeting, quota = await seat_locks.registration(work, registration_id)
    await seats.authority(work, meeting, quota.village_id)
    if registration.state is not RegistrationState.REQUESTED:
        raise RuleError("registration-decided", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    same = await work.uow.registrations.same_person(
        quota.dialogue_session_id,
        quota.village_id,
        registration.attendee_key,
        other_than=registration.id,
        states=attendees.HOLDING,
    )
    if accept and same is not None and other_person is None:
        raise RuleError("registration-same-person", name=same.attendee_name)
    if not accept:
        return await _refuse(work, registration, meeting)
    if same is not None and not other_person:
        return await _join(work, registration, same, meeting)
    registration.changed_at = work.now
    # Out of the way while those who wait are served: a request holds no place.
    await seats.give_places(work, quota, [registration], meeting)
    registration.registered_by_id = work.actor_id
    await work.uow.flush()
    attendees.note(work, "accepted", registration, state=registration.state.value)
    await _tell_place(work, registration, meeting)
    return registration


async def lapse(work: Work, meeting: DialogueSession) -> int:
    """The meeting is over: requests that nobody decided end, and who asked is told, once.

    The session is locked. How many there were.
    """
    requests = await open_of(work, meeting)
    for one, _ in requests:
        attendees.end(work, one, RegistrationState.CANCELLED)
    await work.uow.flush()
    for one, told in requests:
        attendees.note(work, _LAPSED, one)
        if not told:
            await seats.tell_attendee(work, one, meeting, "registration-told-lapsed")
    return len(requests)


async def open_of(work: Work, meeting: DialogueSession) -> list[tuple[Registration, bool]]:
    """Requests that nobody decided, and whether who asked was told already that it was too late.

    That is so where the end of the meeting was noted, and taken back: the day is still the same.
    """
    requested = (RegistrationState.REQUESTED,)
    requests = await work.uow.registrations.of_session(meeting.id, requested)
    return [(one, await _was_told(work, one, meeting)) for one in requests]


async def bring_back(work: Work, meeting: DialogueSession, noted_at: datetime) -> int:
    """The end of the meeting, noted at *noted_at*, was none: what lapsed by it is asked again.

    The session is locked. Nobody is told: a second end would not tell them either. How many.
    """
    cancelled = (RegistrationState.CANCELLED,)
    back = [
        one
        for one in await work.uow.registrations.of_session(meeting.id, cancelled)
        if one.changed_at == noted_at and (await _lapses(work, one))[-1:] == [noted_at]
    ]
    for one in back:
        attendees.end(work, one, RegistrationState.REQUESTED)
        attendees.note(work, "brought_back", one)
    return len(back)


async def _lapses(work: Work, registration: Registration) -> list[datetime]:
    entries = await work.uow.audit.of("registration", registration.id)
    return [one.at for one in entries if one.action == f"registration.{_LAPSED}"]


async def _was_told(work: Work, registration: Registration, meeting: DialogueSession) -> bool:
    begun = meeting.starts_at
    return begun is not None and any(at >= begun for at in await _lapses(work, registration))


async def _refuse(work: Work, registration: Registration, meeting: DialogueSession) -> Registration:
    attendees.end(work, registration, RegistrationState.CANCELLED)
    await work.uow.flush()
    attendees.note(work, "refused", registration)
    await seats.tell_attendee(work, registration, meeting, "registration-told-refused")
    return registration


async def _join(
    work: Work, request: Registration, same: Registration, meeting: DialogueSession
) -> Registration:
    """The household's request and the name that the head wrote down are one person."""
    attendees.end(work, request, RegistrationState.REPLACED)
    request.replaced_by_id = same.id
    if same.person_id is None:
        same.person_id, same.asked_for = request.person_id, request.asked_for
        same.source, same.changed_at = attendees.SOURCE_CHAT, work.now
    await work.uow.flush()
    attendees.note(work, "joined", same, request_id=request.id)
    # The name on the list may belong to another account: who asked is told, nobody else.
    await _tell_place(work, same, meeting, asked=request)
    return same


async def _tell_place(
    work: Work,
    registration: Registration,
    meeting: DialogueSession,
    *,
    asked: Registration | None = None,
) -> None:
    """Tell who stands behind *asked* (else *registration*) what *registration* gives."""
    place = await seats.place_in_line(work, registration)
    told = asked or registration
    if place is None:
        await seats.tell_attendee(work, told, meeting, "registration-told-seat")
    else:
        await seats.tell_attendee(work, told, meeting, "registration-told-waiting", place=place)
