"""Telling officials what cannot wait: danger (where and what kind, never the words), a seat that
nobody decides about."""

from __future__ import annotations

from handlers.context import Work
from handlers.services import notices, submissions
from storage.models import Person, Priority, Role


async def danger(work: Work, person: Person, kind: str) -> int:
    """Alert every official of the commune, once an hour per person and kind; how many."""
    if person.commune_id is None:
        return 0
    unit = await work.uow.units.get(person.village_id or person.commune_id)
    told = 0
    for official in await submissions.officials(work, person.commune_id):
        sent = await notices.tell(
            work,
            official,
            f"notice-danger-{kind}",
            {"place": unit.name if unit else ""},
            purpose="danger",
            priority=Priority.REPLY,
            dedupe_key=f"danger:{person.id}:{kind}:{work.now:%Y%m%d%H}:{official.id}",
            wanted=True,
        )
        told += sent is not None
    work.audit(
        "danger.alerted", "person", person.id, unit_id=person.commune_id, kind=kind, told=told
    )
    return told


async def seat_asked(work: Work, village_id: int) -> bool:
    """Whether the village has a head who decides about a seat; without one officials are told."""
    if await work.uow.people.with_role(Role.VILLAGE_HEAD, [village_id]):
        return True
    village = await work.uow.units.get(village_id)
    if village is None or village.parent_id is None:
        return False
    for official in await submissions.officials(work, village.parent_id):
        await notices.tell(
            work, official, "notice-seat-no-head", {"place": village.name}, purpose="registration"
        )
    return False
