"""Writing people down for a village at a dialogue session, and reading who stands on its list.

Every act locks the village's quota first (``handlers.services.seat_locks``), so that however many
registrars race on however many processes there are never more than ``seats`` seats taken, and
none is left empty while somebody waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services import attendees, meetings, seat_locks, seats
from handlers.services.attendees import Newcomer
from storage.models import (
    DialogueSession,
    PovertyStatus,
    Registration,
    RegistrationState,
    VillageQuota,
)


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
    passing_over: int = 0,
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
        passing_over=passing_over,
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
    passing_over: int = 0,
) -> list[Registration]:
    """Write all of *newcomers* down in order, or none.

    *passing_over*: so many open requests of households the registrar knows of, and takes the seats
    all the same.

    The actor heads the village or is an official of the session. Raises ``RuleError``: no right,
    village not invited, session not open for names, the head did not state that each person was
    told (personal data, Law 91/2025/QH15: nobody is written down without knowing it), a name that
    cannot be one, the same person twice, seats that households ask for
    (their ``count``, and how many seats would be ``left``).
    """
    meeting = await seat_locks.meeting(work, dialogue_session_id)
    official = await seats.authority(work, meeting, village_id)
    quota = await seat_locks.quota(work, dialogue_session_id, village_id)
    seats.check_open(work, meeting, official=official)
    if not official and not told_statement:
        raise RuleError("registration-untold")
    await attendees.check_new(work, quota, newcomers)
    await _check_requests(work, quota, len(newcomers), passing_over)
    made = [
        await attendees.row(work, quota, one, source=source, told_statement=told_statement)
        for one in await attendees.with_households(work, village_id, newcomers)
    ]
    await seats.give_places(work, quota, made, meeting)
    for registration in made:
        work.uow.registrations.add(registration)
    await work.uow.flush()
    for registration in made:
        attendees.note(work, "made", registration, state=registration.state.value)
    return made


async def _check_requests(
    work: Work, quota: VillageQuota, newcomers: int, passing_over: int
) -> None:
    """*newcomers* leave a seat for every open request. Raises ``RuleError``.

    A request holds no seat, so that a list could take it from a household that asked, without a
    word. In a full village nobody is taken anything from: all go on the waiting list.
    """
    place = (quota.dialogue_session_id, quota.village_id)
    left = quota.seats - await work.uow.registrations.seated(*place)
    if left <= 0:
        return
    asked = await work.uow.registrations.count(*place, (RegistrationState.REQUESTED,))
    then = max(0, left - newcomers)
    if asked > max(passing_over, then):
        raise RuleError("registration-requests-open", count=asked, left=then)


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
    """Sessions not over that invite the village, the next one first. Raises ``RuleError``."""
    await access.head_of(work, village_id)
    village = await work.uow.units.get(village_id)
    if village is None or village.parent_id is None:
        return []
    return [
        meeting
        for meeting in await meetings.not_over(work, village.parent_id)
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
        if one.state in attendees.LIVE and not over:
            found.append((one, meeting))
    return found
