"""One line of an attendance list: how it is made, which names it may bear, what it is worth.

The acts on lines stand in ``registrations`` (writing down), ``seat_requests`` (a household asks)
and ``seat_changes`` (leaving, replacing, moving).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from handlers.context import Work
from handlers.errors import RuleError
from handlers.names import problem_of
from handlers.parsing import key
from handlers.services import list_entries
from storage.models import PovertyStatus, Registration, RegistrationState, VillageQuota

SOURCE_CHAT = "chat"
SOURCE_HEAD = "village_head"
SOURCE_OFFICIAL = "official"

HOLDING = (RegistrationState.REGISTERED, RegistrationState.WAITLISTED)
LIVE = (*HOLDING, RegistrationState.REQUESTED)


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
    office: str | None = None
    """Their office in the village or a body, as typed."""


async def row(
    work: Work, quota: VillageQuota, one: Newcomer, *, source: str, told_statement: bool
) -> Registration:
    """A line for *one* that has no state yet; the caller keeps it."""
    return Registration(
        dialogue_session_id=quota.dialogue_session_id,
        village_id=quota.village_id,
        attendee_name=one.name.strip(),
        attendee_key=key(one.name),
        category=await category_of(work, one.household_id, one.category),
        office=one.office,
        phone=one.phone,
        household_id=one.household_id,
        person_id=one.person_id,
        registered_by_id=work.actor_id,
        source=source,
        told_statement=told_statement,
        created_at=work.now,
        changed_at=work.now,
    )


async def with_households(
    work: Work, village_id: int, newcomers: Sequence[Newcomer]
) -> list[Newcomer]:
    """*newcomers* with the household of the recognised list whose head bears their name.

    Not for another person of a name that stands on the attendance list: the entry may be the
    first one's.
    """
    entries = await list_entries.named(work, village_id, (one.name for one in newcomers))
    return [
        replace(one, household_id=entries[key(one.name)].id)
        if one.household_id is None and not one.other_person and key(one.name) in entries
        else one
        for one in newcomers
    ]


async def category_of(
    work: Work, household_id: int | None, said: PovertyStatus | None
) -> PovertyStatus | None:
    """The category to keep: the recognised list decides, not what was said."""
    if household_id is not None:
        household = await work.uow.people.household(household_id)
        if household is not None and household.list_year is not None and household.status:
            return household.status
    return said


async def check_new(work: Work, quota: VillageQuota, newcomers: Iterable[Newcomer]) -> None:
    """None of *newcomers* stands on the list already, or twice among them. Raises ``RuleError``."""
    before: set[str] = set()
    for one in newcomers:
        check_name(one.name)
        folded = key(one.name)
        if not one.other_person:
            if folded in before:
                raise RuleError("registration-same-person", name=one.name.strip())
            await check_same(work, quota, folded)
        if one.person_id is not None:
            await check_account(work, quota.dialogue_session_id, one.person_id, folded)
        before.add(folded)


def check_name(name: str) -> None:
    """*name* can be somebody's full name. Raises ``RuleError`` (``names-…``)."""
    problem = problem_of(name)
    if problem is not None:
        raise RuleError(f"names-{problem}")


async def check_same(
    work: Work, quota: VillageQuota, folded: str, *, other_than: int | None = None
) -> None:
    """Nobody of this folded name is on the village's list, or asks to be. Raises ``RuleError``."""
    same = await work.uow.registrations.same_person(
        quota.dialogue_session_id, quota.village_id, folded, other_than=other_than
    )
    if same is not None:
        raise RuleError("registration-same-person", name=same.attendee_name)


async def check_account(work: Work, dialogue_session_id: int, person_id: int, folded: str) -> None:
    """One account may speak for several people, but not twice for the same one: ``RuleError``."""
    for one in await work.uow.registrations.of_person(person_id):
        here = one.dialogue_session_id == dialogue_session_id and one.state in LIVE
        if here and one.attendee_key == folded:
            raise RuleError("registration-already-yours")


def end(work: Work, registration: Registration, state: RegistrationState) -> None:
    """The line counts no more; *state* says why."""
    registration.state, registration.changed_at = state, work.now


def note(work: Work, act: str, registration: Registration, **details: object) -> None:
    """The audit entry of an act on a line: ids and counts, no names."""
    work.audit(
        f"registration.{act}",
        "registration",
        registration.id,
        unit_id=registration.village_id,
        dialogue_session_id=registration.dialogue_session_id,
        **details,
    )
