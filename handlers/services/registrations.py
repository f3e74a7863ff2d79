"""Who comes to a dialogue session for a village: registering, asking, leaving, replacing, moving.

Every act locks the village's quota first (``handlers.services.seats``), so that however many
registrars race on however many processes there are never more than ``seats`` seats taken, and
none is left empty while somebody waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.names import problem_of
from handlers.parsing import key
from handlers.services import seats
from handlers.services.seats import SOURCE_CHAT, SOURCE_HEAD, SOURCE_OFFICIAL, Seats
from storage.models import (
    DialogueSession,
    Person,
    PovertyStatus,
    Registration,
    RegistrationState,
    VillageQuota,
)

__all__ = [
    "SOURCE_CHAT",
    "SOURCE_HEAD",
    "SOURCE_OFFICIAL",
    "Left",
    "Newcomer",
    "Seats",
    "access_to",
    "cancel",
    "decide_request",
    "decline",
    "listed",
    "move",
    "of_account",
    "open_sessions",
    "place_in_line",
    "promote",
    "register",
    "register_many",
    "replace",
    "request_seat",
    "same_names",
    "seats_of",
]

_HOLDING = (RegistrationState.REGISTERED, RegistrationState.WAITLISTED)
_LIVE = (*_HOLDING, RegistrationState.REQUESTED)

seats_of = seats.count
place_in_line = seats.place_in_line


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody to write down."""

    name: str
    category: PovertyStatus | None = None
    phone: str | None = None
    household_id: int | None = None
    person_id: int | None = None
    other_person: bool = False
    """The registrar said that this is not the one of the same name already on the list."""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody gave up a place, and who got a seat because of it."""

    registration: Registration
    promoted: Sequence[Registration]


# -- writing down ---------------------------------------------------------------------------------


async def register(
    work: Work,
    dialogue_session_id: int,
    village_id: int,
    name: str,
    *,
    category: PovertyStatus | None = None,
    phone: str | None = None,
    household_id: int | None = None,
    person_id: int | None = None,
    other_person: bool = False,
    source: str,
    told_statement: bool,
) -> Registration:
    """Write one person down: a seat, or the next place of the waiting list.

    Raises ``RuleError`` as :func:`register_many`.
    """
    newcomer = Newcomer(name, category, phone, household_id, person_id, other_person)
    made = await register_many(
        work,
        dialogue_session_id,
        village_id,
        [newcomer],
        source=source,
        told_statement=told_statement,
    )
    return made[0]


async def register_many(
    work: Work,
    dialogue_session_id: int,
    village_id: int,
    newcomers: Sequence[Newcomer],
    *,
    source: str,
    told_statement: bool,
) -> list[Registration]:
    """Write all of *newcomers* down in order, or none.

    The actor heads the village or is an official of the session. Raises ``RuleError``: no right,
    village not invited, session not open for names, the head did not state that each person was
    told (personal data, Law 91/2025/QH15: nobody is written down without knowing it), a name that
    cannot be one, the same person twice.
    """
    meeting = await seats.meeting_of(work, dialogue_session_id)
    official = await seats.authority(work, meeting, village_id)
    quota = await seats.locked(work, dialogue_session_id, village_id)
    seats.check_open(work, meeting, official=official)
    if not official and not told_statement:
        raise RuleError("registration-untold")
    await _check_new(work, quota, newcomers)
    made = [
        await _row(work, quota, one, source=source, told_statement=told_statement)
        for one in newcomers
    ]
    await seats.give_places(work, quota, made, meeting)
    for registration in made:
        work.uow.registrations.add(registration)
    await work.uow.flush()
    for registration in made:
        _note(work, "made", registration, state=registration.state.value)
    return made


async def _row(
    work: Work, quota: VillageQuota, one: Newcomer, *, source: str, told_statement: bool
) -> Registration:
    return Registration(
        dialogue_session_id=quota.dialogue_session_id,
        village_id=quota.village_id,
        attendee_name=one.name.strip(),
        attendee_key=key(one.name),
        category=await _category(work, one.household_id, one.category),
        phone=one.phone,
        household_id=one.household_id,
        person_id=one.person_id,
        registered_by_id=work.actor_id,
        source=source,
        told_statement=told_statement,
        created_at=work.now,
        changed_at=work.now,
    )


async def _category(
    work: Work, household_id: int | None, said: PovertyStatus | None
) -> PovertyStatus | None:
    """The recognised list decides, not what was said."""
    if household_id is not None:
        household = await work.uow.people.household(household_id)
        if household is not None and household.list_year is not None and household.status:
            return household.status
    return said


async def _check_new(work: Work, quota: VillageQuota, newcomers: Iterable[Newcomer]) -> None:
    before: set[str] = set()
    for one in newcomers:
        _check_name(one.name)
        folded = key(one.name)
        if not one.other_person:
            if folded in before:
                raise RuleError("registration-same-person", name=one.name.strip())
            await _check_same(work, quota, folded)
        if one.person_id is not None:
            await _check_account(work, quota.dialogue_session_id, one.person_id, folded)
        before.add(folded)


def _check_name(name: str) -> None:
    problem = problem_of(name)
    if problem is not None:
        raise RuleError(f"names-{problem}")


async def _check_same(
    work: Work, quota: VillageQuota, folded: str, *, other_than: int | None = None
) -> None:
    same = await work.uow.registrations.same_person(
        quota.dialogue_session_id, quota.village_id, folded, other_than=other_than
    )
    if same is not None:
        raise RuleError("registration-same-person", name=same.attendee_name)


async def _check_account(work: Work, dialogue_session_id: int, person_id: int, folded: str) -> None:
    """One account may speak for several people, but not twice for the same one."""
    for one in await work.uow.registrations.of_person(person_id):
        here = one.dialogue_session_id == dialogue_session_id and one.state in _LIVE
        if here and one.attendee_key == folded:
            raise RuleError("registration-already-yours")


# -- a household asks -----------------------------------------------------------------------------


async def request_seat(
    work: Work,
    dialogue_session_id: int,
    village_id: int,
    person: Person,
    *,
    name: str | None = None,
    category: PovertyStatus | None = None,
    household_id: int | None = None,
) -> Registration:
    """A household asks for a seat under *name* (their own when None); the village head decides.

    Heads of the village are told. Raises ``RuleError``: not invited, closed, a name that cannot
    be one (``names-…``: ask for the full name), already asked.
    """
    meeting = await seats.meeting_of(work, dialogue_session_id)
    quota = await seats.locked(work, dialogue_session_id, village_id)
    seats.check_open(work, meeting, official=False)
    wanted = (name or person.display_name or "").strip()
    _check_name(wanted)
    await _check_account(work, dialogue_session_id, person.id, key(wanted))
    one = Newcomer(wanted, category, person.phone, household_id, person.id)
    registration = await _row(work, quota, one, source=SOURCE_CHAT, told_statement=True)
    registration.state = RegistrationState.REQUESTED
    work.uow.registrations.add(registration)
    await work.uow.flush()
    _note(work, "requested", registration)
    await seats.tell_heads(work, registration, meeting, "registration-head-requested")
    return registration


async def decide_request(
    work: Work, registration_id: int, accept: bool, *, other_person: bool | None = None
) -> Registration:
    """The head gives a household the seat it asked for (or a place in the waiting list), or not.

    When somebody of the same name is on the list already: ``RuleError`` unless *other_person* says
    whether it is another person. False joins the account to the name on the list. The household
    is told. What was asked in time may be decided until the session begins. Returns the
    registration that now counts.
    """
    registration, meeting, quota = await seats.held(work, registration_id)
    await seats.authority(work, meeting, quota.village_id)
    if registration.state is not RegistrationState.REQUESTED:
        raise RuleError("registration-decided", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    same = await work.uow.registrations.same_person(
        quota.dialogue_session_id,
        quota.village_id,
        registration.attendee_key,
        other_than=registration.id,
        states=_HOLDING,
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
    _note(work, "accepted", registration, state=registration.state.value)
    await _tell_place(work, registration, meeting)
    return registration


async def _refuse(work: Work, registration: Registration, meeting: DialogueSession) -> Registration:
    _end(work, registration, RegistrationState.CANCELLED)
    await work.uow.flush()
    _note(work, "refused", registration)
    await seats.tell_attendee(work, registration, meeting, "registration-told-refused")
    return registration


async def _join(
    work: Work, request: Registration, same: Registration, meeting: DialogueSession
) -> Registration:
    """The household's request and the name that the head wrote down are one person."""
    _end(work, request, RegistrationState.REPLACED)
    request.replaced_by_id = same.id
    if same.person_id is None:
        same.person_id, same.source, same.changed_at = request.person_id, SOURCE_CHAT, work.now
    await work.uow.flush()
    _note(work, "joined", same, request_id=request.id)
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


# -- leaving --------------------------------------------------------------------------------------


async def cancel(work: Work, registration_id: int) -> Left:
    """The head or an official takes somebody off the list; the first who waits gets the seat.

    Who left is told, when they have an account. Raises ``RuleError``: no right, no longer on the
    list, the session has begun.
    """
    registration, meeting, quota = await seats.held(work, registration_id)
    await seats.authority(work, meeting, quota.village_id)
    return await _leave(work, registration, meeting, quota, "cancelled")


async def decline(work: Work, registration_id: int) -> Left:
    """The attendee's own account gives the place up; heads are told, the first waiting moves up.

    Raises ``RuleError`` for anybody else's registration, as if it did not exist.
    """
    registration, meeting, quota = await seats.held(work, registration_id)
    if work.actor is None or registration.person_id != work.actor.id:
        raise RuleError("not-found")
    return await _leave(work, registration, meeting, quota, "declined")


async def _leave(
    work: Work,
    registration: Registration,
    meeting: DialogueSession,
    quota: VillageQuota,
    how: str,
) -> Left:
    if registration.state not in _LIVE:
        raise RuleError("registration-gone", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    _end(work, registration, RegistrationState.CANCELLED)
    _note(work, how, registration)
    await seats.tell_attendee(work, registration, meeting, "registration-told-cancelled")
    await seats.tell_heads(work, registration, meeting, f"registration-head-{how}")
    return Left(registration, await seats.fill(work, meeting, quota))


async def replace(
    work: Work,
    registration_id: int,
    name: str,
    *,
    category: PovertyStatus | None = None,
    phone: str | None = None,
    household_id: int | None = None,
    other_person: bool = False,
    told_statement: bool,
) -> Registration:
    """Somebody else comes instead and takes over the seat, or the place in the waiting list.

    The same name spelled better corrects the entry in place. Both rules of writing down apply
    (deadline, told, no person twice). Returns the registration that now counts.
    """
    old, meeting, quota = await seats.held(work, registration_id)
    official = await seats.authority(work, meeting, quota.village_id)
    if old.state not in _HOLDING:
        raise RuleError("registration-gone", name=old.attendee_name)
    seats.check_open(work, meeting, official=official)
    if not official and not told_statement:
        raise RuleError("registration-untold")
    _check_name(name)
    folded = key(name)
    if not other_person:
        await _check_same(work, quota, folded, other_than=old.id)
        if folded == old.attendee_key:
            return await _correct(work, old, name, category)
    one = Newcomer(name, category, phone, household_id)
    source = SOURCE_OFFICIAL if official else SOURCE_HEAD
    new = await _row(work, quota, one, source=source, told_statement=told_statement)
    new.state, new.wait_position = old.state, old.wait_position
    _end(work, old, RegistrationState.REPLACED)
    old.wait_position = None  # the ticket passes on; two rows never hold the same one
    await work.uow.flush()
    work.uow.registrations.add(new)
    await work.uow.flush()
    old.replaced_by_id = new.id
    await work.uow.flush()
    _note(work, "replaced", old, by_registration_id=new.id)
    await seats.tell_attendee(work, old, meeting, "registration-told-replaced")
    return new


async def _correct(
    work: Work, registration: Registration, name: str, category: PovertyStatus | None
) -> Registration:
    registration.attendee_name = name.strip()
    said = category or registration.category
    registration.category = await _category(work, registration.household_id, said)
    registration.changed_at = work.now
    await work.uow.flush()
    _note(work, "corrected", registration)
    return registration


# -- moving up, moving over -----------------------------------------------------------------------


async def promote(work: Work, dialogue_session_id: int, village_id: int) -> list[Registration]:
    """Give free seats to those who wait (after an official raised the number of seats).

    They and their head are told. Raises ``RuleError``: no right, the session has begun.
    """
    meeting = await seats.meeting_of(work, dialogue_session_id)
    await seats.authority(work, meeting, village_id)
    quota = await seats.locked(work, dialogue_session_id, village_id)
    seats.check_not_over(work, meeting)
    return await seats.fill(work, meeting, quota)


async def move(work: Work, registration_id: int, to_village_id: int) -> Registration:
    """Correct a wrong village: out of one quota and into the other in one step.

    The person gets a seat there, or the end of the waiting list; a request stays a request. The
    first who waits in the old village moves up. The actor must have a say in both villages.
    Raises ``RuleError`` as registering does.
    """
    seen = await work.uow.registrations.get(registration_id)
    if seen is None:
        raise RuleError("not-found")
    meeting = await seats.meeting_of(work, seen.dialogue_session_id)
    for village_id in (seen.village_id, to_village_id):
        await seats.authority(work, meeting, village_id)
    left, into = await _lock_both(work, meeting.id, seen.village_id, to_village_id)
    registration = await work.uow.registrations.get(registration_id)
    if registration is None or registration.village_id != left.village_id:
        raise RuleError("registration-changed")
    if registration.state not in _LIVE:
        raise RuleError("registration-gone", name=registration.attendee_name)
    seats.check_not_over(work, meeting)
    if left.id == into.id:
        return registration
    await _check_same(work, into, registration.attendee_key)
    registration.village_id, registration.changed_at = into.village_id, work.now
    registration.wait_position = None
    if registration.state is not RegistrationState.REQUESTED:
        # While it is between the villages it holds no seat in either.
        registration.state = RegistrationState.REQUESTED
        await seats.give_places(work, into, [registration], meeting)
    await seats.fill(work, meeting, left)
    _note(work, "moved", registration, from_village_id=left.village_id)
    await seats.tell_attendee(work, registration, meeting, "registration-told-moved")
    await seats.tell_heads(work, registration, meeting, "registration-head-moved")
    return registration


async def _lock_both(
    work: Work, dialogue_session_id: int, from_id: int, to_id: int
) -> tuple[VillageQuota, VillageQuota]:
    """Both quotas, locked in order of id: two moves in opposite directions never wait in a ring."""
    seen = await work.uow.dialogue_sessions.quotas(dialogue_session_id)
    wanted = sorted((one for one in seen if one.village_id in {from_id, to_id}), key=_by_id)
    for one in wanted:
        await seats.locked(work, dialogue_session_id, one.village_id)
    by_village = {one.village_id: one for one in wanted}
    if to_id not in by_village or from_id not in by_village:
        raise RuleError("registration-not-invited")
    return by_village[from_id], by_village[to_id]


def _by_id(quota: VillageQuota) -> int:
    return quota.id


# -- reading --------------------------------------------------------------------------------------


async def listed(
    work: Work, dialogue_session_id: int, village_id: int
) -> tuple[Sequence[Registration], Sequence[Registration]]:
    """Seats then waiting list of a village, and the requests that wait for its head.

    For the head and officials only; an official's sight of names is audited.
    """
    meeting = await seats.meeting_of(work, dialogue_session_id)
    if await seats.authority(work, meeting, village_id):
        work.audit("registrations.seen", "dialogue_session", meeting.id, unit_id=village_id)
    on_list = await work.uow.registrations.of_village(dialogue_session_id, village_id)
    requests = await work.uow.registrations.of_village(
        dialogue_session_id, village_id, (RegistrationState.REQUESTED,)
    )
    return on_list, requests


async def same_names(
    work: Work, dialogue_session_id: int, village_id: int, names: Iterable[str]
) -> dict[str, Registration]:
    """Which of *names* are on the village's list, or ask to be: name → that registration."""
    await access_to(work, dialogue_session_id, village_id)
    found: dict[str, Registration] = {}
    for name in names:
        same = await work.uow.registrations.same_person(dialogue_session_id, village_id, key(name))
        if same is not None:
            found[name] = same
    return found


async def access_to(work: Work, dialogue_session_id: int, village_id: int) -> DialogueSession:
    """The session, when the actor may write names down for the village now.

    Raises ``RuleError``: no right, not invited, not open for names.
    """
    meeting = await seats.meeting_of(work, dialogue_session_id)
    official = await seats.authority(work, meeting, village_id)
    await seats.count(work, dialogue_session_id, village_id)
    seats.check_open(work, meeting, official=official)
    return meeting


async def open_sessions(work: Work, village_id: int) -> list[DialogueSession]:
    """Sessions to come that invite the village, the next one first. Raises ``RuleError``."""
    await access.head_of(work, village_id)
    village = await work.uow.units.get(village_id)
    if village is None or village.parent_id is None:
        return []
    return [
        meeting
        for meeting in await work.uow.dialogue_sessions.upcoming(village.parent_id, work.now)
        if any(quota.village_id == village_id for quota in meeting.quotas)
    ]


async def of_account(work: Work) -> list[tuple[Registration, DialogueSession]]:
    """What the actor's own account holds or asked for at sessions that have not begun."""
    if work.actor is None:
        return []
    found: list[tuple[Registration, DialogueSession]] = []
    for one in await work.uow.registrations.of_person(work.actor.id):
        meeting = await seats.meeting_of(work, one.dialogue_session_id)
        over = meeting.starts_at is not None and meeting.starts_at <= work.now
        if one.state in _LIVE and not over:
            found.append((one, meeting))
    return found


# -- inside ---------------------------------------------------------------------------------------


def _end(work: Work, registration: Registration, state: RegistrationState) -> None:
    registration.state, registration.changed_at = state, work.now


def _note(work: Work, act: str, registration: Registration, **details: object) -> None:
    work.audit(
        f"registration.{act}",
        "registration",
        registration.id,
        unit_id=registration.village_id,
        dialogue_session_id=registration.dialogue_session_id,
        **details,
    )
