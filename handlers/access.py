"""Fetch a thing and check that the actor may touch it: nothing is visible outside unit and role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.context import Work
from handlers.errors import RuleError
from storage.models import DialogueSession, FaqRecord, Person, Role, Submission, Unit, UnitLevel

OFFICIAL_ROLES = (Role.OFFICIAL, Role.UNIT_ADMIN)


def roles_in(person: Person | None, roles: Iterable[Role]) -> list[int]:
    """Ids of units in which *person* holds one of *roles* now."""
    if person is None:
        return []
    wanted = set(roles)
    return [g.unit_id for g in person.roles if g.role in wanted and g.revoked_at is None]


async def officials(work: Work, unit_ids: Sequence[int]) -> Sequence[Person]:
    """Officials of these units themselves, each once."""
    return await work.uow.people.with_roles(OFFICIAL_ROLES, unit_ids)


async def _covers(work: Work, granted: list[int], unit_id: int) -> bool:
    return bool(set(await work.uow.units.lineage(unit_id)) & set(granted))


async def official_of(work: Work, unit_id: int) -> None:
    """The actor is an official of *unit_id* or of a unit above it. Raises ``RuleError``."""
    if not await _covers(work, roles_in(work.actor, OFFICIAL_ROLES), unit_id):
        raise RuleError("not-allowed")


async def head_of(work: Work, village_id: int) -> None:
    """The actor is head of the village, or an official above it. Raises ``RuleError``."""
    if village_id in roles_in(work.actor, (Role.VILLAGE_HEAD,)):
        return
    await official_of(work, village_id)


async def commune_of_official(work: Work) -> Unit:
    """The commune for which the actor is an official. Raises ``RuleError``."""
    for unit_id in roles_in(work.actor, OFFICIAL_ROLES):
        unit = await work.uow.units.get(unit_id)
        if unit is not None:
            return unit
    raise RuleError("not-allowed")


async def over_everybody(work: Work) -> bool:
    """Whether every commune of the installation lies in a unit of which the actor is an official.

    With one commune these are its own officials, otherwise those of the unit over all.
    """
    granted = set(roles_in(work.actor, OFFICIAL_ROLES))
    if not granted:
        return False
    tree = await work.uow.units.above_villages()
    for unit_id, (level, _) in tree.items():
        above: int | None = unit_id
        while above is not None and above not in granted:
            above = tree[above][1] if above in tree else None
        if level is UnitLevel.COMMUNE and above is None:
            return False
    return True


async def faq_entry(work: Work, entry_id: str) -> FaqRecord:
    """An entry that holds in the actor's unit, above it or below it, for an official.

    Raises ``RuleError``.
    """
    granted = roles_in(work.actor, OFFICIAL_ROLES)
    if not granted:
        raise RuleError("not-allowed")
    found = await work.uow.faq.get(entry_id)
    if found is None:
        raise RuleError("not-found")
    if found.unit_id is None or await _covers(work, granted, found.unit_id):
        return found
    for unit_id in granted:
        if found.unit_id in await work.uow.units.lineage(unit_id):
            return found
    raise RuleError("not-found")


async def villages_of_head(work: Work) -> list[Unit]:
    """Villages whose head the actor is now. Raises ``RuleError`` when there is none."""
    found = [
        await work.uow.units.get(unit_id) for unit_id in roles_in(work.actor, (Role.VILLAGE_HEAD,))
    ]
    villages = [unit for unit in found if unit is not None]
    if not villages:
        raise RuleError("not-allowed")
    return villages


async def dialogue_session(work: Work, session_id: int, *, lock: bool = False) -> DialogueSession:
    """A dialogue session of the actor's commune, for an official. Raises ``RuleError``."""
    found = await work.uow.dialogue_sessions.get(session_id, lock=lock)
    if found is None:
        raise RuleError("not-found")
    await official_of(work, found.unit_id)
    return found


async def submission(work: Work, submission_id: int, *, lock: bool = False) -> Submission:
    """A submission that the actor as an official may read and answer; the sight is audited.

    Raises ``RuleError``.
    """
    found = await work.uow.submissions.get(submission_id, lock=lock)
    if found is None:
        raise RuleError("not-found")
    await official_of(work, found.commune_id)
    work.seen.add(found.id)
    work.audit("submission.seen", "submission", found.id, unit_id=found.commune_id)
    return found
