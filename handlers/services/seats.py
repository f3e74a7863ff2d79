"""Seats of a village at a dialogue session: the gates, the waiting list, who is told.

Whoever counts, gives or frees a seat holds the locks of ``handlers.services.seat_locks``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key as name_key
from handlers.services import session_deadlines
from handlers.services.attendees import SOURCE_CHAT
from handlers.services.notices import tell
from handlers.texts import moment_words
from storage.models import (
    DialogueSession,
    Person,
    Registration,
    RegistrationState,
    Role,
    SessionState,
    VillageQuota,
)
from storage.repositories.deliveries import for_head, for_seat


@dataclass(frozen=True, slots=True)
class Seats:
    """How full a village is at one dialogue session."""

    seats: int
    taken: int
    waiting: int
    requested: int

    @property
    def left(self) -> int:
        """Seats that are still free."""
        return max(0, self.seats - self.taken)


async def count(work: Work, dialogue_session_id: int, village_id: int) -> Seats:
    """Seats of the village. Raises ``RuleError`` when the village is not invited.

    Numbers only: anybody may know them.
    """
    quota = await work.uow.dialogue_sessions.quota(dialogue_session_id, village_id)
    if quota is None:
        raise RuleError("registration-not-invited")
    counts = await work.uow.registrations.counts(dialogue_session_id)

    def of(*states: RegistrationState) -> int:
        return sum(counts.get((village_id, state), 0) for state in states)

    return Seats(
        seats=quota.seats,
        taken=of(RegistrationState.REGISTERED, RegistrationState.ATTENDED),
        waiting=of(RegistrationState.WAITLISTED),
        requested=of(RegistrationState.REQUESTED),
    )


async def meeting_of(work: Work, dialogue_session_id: int) -> DialogueSession:
    """The dialogue session, to look at. Raises ``RuleError`` when there is none."""
    found = await work.uow.dialogue_sessions.get(dialogue_session_id)
    if found is None:
        raise RuleError("not-found")
    return found


async def authority(work: Work, meeting: DialogueSession, village_id: int) -> bool:
    """Whether the actor acts as an official of the session; else they must head the village.

    Raises ``RuleError`` for anybody else.
    """
    try:
        await access.official_of(work, meeting.unit_id)
    except RuleError:
        await access.head_of(work, village_id)
        return False
    return True


# -- gates ----------------------------------------------------------------------------------------


def check_not_over(work: Work, meeting: DialogueSession) -> None:
    """The session is announced and has not begun. Raises ``RuleError``."""
    if meeting.state is SessionState.CANCELLED:
        raise RuleError("registration-session-cancelled")
    if meeting.state is SessionState.DRAFT:
        raise RuleError("registration-not-announced")
    begun = meeting.state in {SessionState.IN_PROGRESS, SessionState.CONCLUDED}
    if begun or (meeting.starts_at is not None and meeting.starts_at <= work.now):
        raise RuleError("registration-session-started")


def check_open(work: Work, meeting: DialogueSession, *, official: bool) -> None:
    """New names may be written down now. Raises ``RuleError`` with the reason.

    The list goes out three days before the session (practice of the plans): later only an
    official writes names down, or everybody until the moment to which an official reopened.
    """
    check_not_over(work, meeting)
    if meeting.state is SessionState.POSTPONED:
        raise RuleError("registration-session-postponed")
    if official or session_deadlines.registration_open(meeting, work.now):
        return
    closes = meeting.registration_closes_at
    if closes is not None and closes <= work.now:
        raise RuleError("registration-closed", when=moment_words(closes))
    raise RuleError("registration-closed-early")


# -- giving seats ---------------------------------------------------------------------------------


async def give_places(
    work: Work, quota: VillageQuota, registrations: list[Registration], meeting: DialogueSession
) -> None:
    """Seat each of *registrations* in order, or put it at the end of the waiting list.

    The lock is held. Nobody overtakes those who wait. Positions only grow and have no gap.
    """
    await fill(work, meeting, quota)
    taken = await work.uow.registrations.seated(quota.dialogue_session_id, quota.village_id)
    for registration in registrations:
        if taken < quota.seats:
            registration.state, registration.wait_position = RegistrationState.REGISTERED, None
            taken += 1
        else:
            quota.last_position += 1
            registration.state = RegistrationState.WAITLISTED
            registration.wait_position = quota.last_position


async def fill(work: Work, meeting: DialogueSession, quota: VillageQuota) -> list[Registration]:
    """Give free seats to those who wait, the first first, and tell them and their head.

    The lock is held. Those who got a seat, in order.
    """
    await work.uow.flush()
    promoted: list[Registration] = []
    place = (quota.dialogue_session_id, quota.village_id)
    taken = await work.uow.registrations.seated(*place)
    while taken + len(promoted) < quota.seats:
        first = await work.uow.registrations.first_waiting(*place)
        if first is None:
            break
        first.state, first.changed_at = RegistrationState.REGISTERED, work.now
        work.audit("registration.promoted", "registration", first.id, unit_id=quota.village_id)
        await work.uow.flush()
        promoted.append(first)
    for one in promoted:
        await tell_attendee(work, one, meeting, "registration-told-promoted")
        await tell_heads(work, one, meeting, "registration-head-promoted")
    return promoted


async def place_in_line(work: Work, registration: Registration) -> int | None:
    """How many are before this one in the waiting list, itself included; None for a seat.

    ``wait_position`` is the ticket, which is never used twice; people are told their place.
    """
    if registration.state is not RegistrationState.WAITLISTED:
        return None
    waiting = await work.uow.registrations.of_village(
        registration.dialogue_session_id,
        registration.village_id,
        (RegistrationState.WAITLISTED,),
    )
    return 1 + [one.id for one in waiting].index(registration.id)


# -- telling --------------------------------------------------------------------------------------


def when_words(work: Work, meeting: DialogueSession, language: str = "vi") -> str:
    """Hour and day of the session, or that the day comes later."""
    if meeting.starts_at is None:
        return work.texts.render(language, "registration-day-later")
    return moment_words(meeting.starts_at)


async def tell_attendee(
    work: Work, registration: Registration, meeting: DialogueSession, key: str, **params: object
) -> None:
    """Tell the account of the attendee, unless it acts itself.

    It may have asked for somebody else, whom the text ``<key>-other`` then names.
    """
    if registration.person_id is None or registration.person_id == work.actor_id:
        return
    person = await work.uow.people.get(registration.person_id)
    if person is not None:
        # Who asked for the seat asked to be told what became of it.
        asked = registration.source == SOURCE_CHAT
        if not is_called(person, registration):
            key = f"{key}-other"
        await _tell(work, person, registration, meeting, key, asked, params)


def is_called(person: Person, registration: Registration) -> bool:
    """Whether the attendee bears the person's name, or ends in it: many tell the last part only.

    Never somebody of another household, who may bear the same name.
    """
    words = name_key(person.display_name or "").split()
    own = registration.asked_for is None
    return own and bool(words) and registration.attendee_key.split()[-len(words) :] == words


async def tell_heads(
    work: Work,
    registration: Registration,
    meeting: DialogueSession,
    key: str,
    *,
    villages: Sequence[int] | None = None,
    **params: object,
) -> None:
    """Tell the heads of the registration's village, or of *villages*, but not the one who acts."""
    told: set[int] = {work.actor_id or 0, registration.person_id or 0}
    for village_id in villages or [registration.village_id]:
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village_id]):
            if head.id in told:
                continue
            told.add(head.id)
            purpose = for_head(village_id)
            await _tell(work, head, registration, meeting, key, False, params, purpose=purpose)


async def _tell(
    work: Work,
    person: Person,
    registration: Registration,
    meeting: DialogueSession,
    key: str,
    wanted: bool,
    params: dict[str, object],
    *,
    purpose: str | None = None,
) -> None:
    village = await work.uow.units.get(registration.village_id)
    when = when_words(work, meeting, person.language)
    await tell(
        work,
        person,
        key,
        {
            "name": registration.attendee_name,
            "village": village.name if village else "",
            "when": f"{when}, {meeting.venue}" if meeting.venue else when,
            **params,
        },
        purpose=purpose or for_seat(meeting.id),
        not_after=session_deadlines.of_use_until(meeting, work.now),
        wanted=wanted,
    )
