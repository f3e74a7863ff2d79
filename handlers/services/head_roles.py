"""Who is village head: officials approve the holder of a code, and take the role back."""

from __future__ import annotations

from dataclasses import dataclass

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import head_tasks, notices
from storage.models import Invitation, Person, Role, RoleGrant
from storage.repositories.deliveries import for_role


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who used a code and waits for an official."""

    invitation_id: int
    person_id: int
    name: str
    village_id: int
    village: str


@dataclass(frozen=True, slots=True)
class Head:
    """A village head as an official sees them."""

    person_id: int
    name: str
    village_id: int
    village: str


async def waiting(work: Work, commune_id: int) -> list[Holder]:
    """Who used a code of this commune and waits for approval. Raises ``RuleError``."""
    await access.official_of(work, commune_id)
    villages = {one.id: one for one in await work.uow.units.all_villages(commune_id)}
    found: list[Holder] = []
    for one in await work.uow.people.waiting_invitations(list(villages)):
        person = await work.uow.people.get(one.used_by_id) if one.used_by_id else None
        if person is not None and person.erased_at is None:
            village = villages[one.unit_id]
            found.append(
                Holder(one.id, person.id, person.display_name or "", village.id, village.name)
            )
    return found


async def heads(work: Work, commune_id: int) -> list[Head]:
    """Village heads of a commune now, in order of villages. Raises ``RuleError``."""
    await access.official_of(work, commune_id)
    return [
        Head(person.id, person.display_name or "", village.id, village.name)
        for village in await work.uow.units.all_villages(commune_id)
        for person in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id])
    ]


async def approve(work: Work, invitation_id: int, *, replace: bool = False) -> Person:
    """Make the holder head of the village; with *replace* the heads before lose the role.

    Raises ``RuleError``: nobody waits under this invitation (any more), not this commune.
    """
    found, person = await _waiting_one(work, invitation_id)
    found.approved_by_id, found.approved_at = work.actor_id, work.now
    before = await work.uow.people.with_role(Role.VILLAGE_HEAD, [found.unit_id])
    if replace:
        for old in before:
            if old.id != person.id:
                await _take_back(work, old.id, found.unit_id)
    if person.id not in {one.id for one in before}:
        work.uow.people.add(
            RoleGrant(
                person_id=person.id,
                role=Role.VILLAGE_HEAD,
                unit_id=found.unit_id,
                granted_by_id=work.actor_id,
                granted_at=work.now,
            )
        )
    work.audit("invitation.approved", "invitation", found.id, unit_id=found.unit_id)
    await _tell_holder(work, person, found.unit_id, "join-approved-notice")
    await head_tasks.give(work, person, found.unit_id)
    return person


async def refuse(work: Work, invitation_id: int) -> Person:
    """Turn the holder down and tell them. Raises ``RuleError`` like :func:`approve`."""
    found, person = await _waiting_one(work, invitation_id)
    found.refused_at = work.now
    work.audit("invitation.refused", "invitation", found.id, unit_id=found.unit_id)
    await _tell_holder(work, person, found.unit_id, "join-refused-notice")
    return person


async def revoke(work: Work, person_id: int, village_id: int) -> None:
    """Take the role of village head back, at once and from open talks too.

    Past acts keep the name. Raises ``RuleError``: not this commune, or no such head.
    """
    await access.official_of(work, village_id)
    if not await _take_back(work, person_id, village_id):
        raise RuleError("not-found")


async def _take_back(work: Work, person_id: int, village_id: int) -> bool:
    """End the role and tell its holder; False when they hold it no more.

    Their own turn is waited for first, and they are read after it: it may be XOÁ.
    """
    await work.uow.conversations.of_person(person_id, lock=True)
    person = await work.uow.people.get(person_id, anew=True)
    held = _held(person, village_id) if person else []
    if person is None or not held:
        return False
    await _end(work, person, held)
    await _tell_holder(work, person, village_id, "join-revoked-notice")
    return True


async def lay_down(work: Work, person: Person) -> None:
    """*person*, who is being erased, is head nowhere any more; others take over what waits."""
    for village_id in access.roles_in(person, (Role.VILLAGE_HEAD,)):
        await _end(work, person, _held(person, village_id))


def _held(person: Person, village_id: int) -> list[RoleGrant]:
    return [
        grant
        for grant in person.roles
        if grant.role is Role.VILLAGE_HEAD
        and grant.unit_id == village_id
        and grant.revoked_at is None
    ]


async def _end(work: Work, person: Person, held: list[RoleGrant]) -> None:
    for grant in held:
        grant.revoked_at = work.now
        work.audit("role.revoked", "person", person.id, unit_id=grant.unit_id)
    await head_tasks.take_back(work, person, held[0].unit_id)


async def _waiting_one(work: Work, invitation_id: int) -> tuple[Invitation, Person]:
    found = await work.uow.people.invitation_by_id(invitation_id)
    if found is None:
        raise RuleError("not-found")
    await access.official_of(work, found.unit_id)
    waits = found.used_by_id and found.approved_at is None and found.refused_at is None
    person = await work.uow.people.get(found.used_by_id) if found.used_by_id else None
    if not waits or person is None or person.erased_at is not None:
        raise RuleError("invite-decided-already")
    return found, person


async def _tell_holder(work: Work, person: Person, village_id: int, key: str) -> None:
    village = await work.uow.units.get(village_id)
    await notices.tell(
        work,
        person,
        key,
        {"village": village.name if village else ""},
        purpose=for_role(village_id),
        wanted=True,
    )
