"""Communes in which people have seats, wait for one or ask for one."""

from __future__ import annotations

from datetime import datetime

from handlers.parsing import key
from storage.models import (
    PovertyStatus,
    Registration,
    RegistrationState,
)
from storage.unit_of_work import Storage
from tests.worlds.communes import World, add_person, announced


async def full_village(storage: Storage, now: datetime) -> World:
    """Announced; thôn 3 has 15 of 15 seats, H waits as number 1, with an account."""
    world = await announced(storage, now)
    async with storage.write() as uow:
        for number in range(1, 16):
            uow.registrations.add(seat_of(world, now, f"Nông Văn Mẫu {_SYLLABLES[number]}"))
        waiting = seat_of(world, now, "Hộ Mẫu")
        waiting.state, waiting.wait_position = RegistrationState.WAITLISTED, 1
        waiting.person_id, waiting.source = world.people["H"].id, "chat"
        uow.registrations.add(waiting)
        quota = await uow.dialogue_sessions.quota(
            waiting.dialogue_session_id, waiting.village_id, lock=True
        )
        if quota is not None:
            quota.last_position = 1
        await uow.commit()
    return world


async def seat_asked(storage: Storage, now: datetime) -> World:
    """Announced; H of thôn 3 asks for a seat, and so does N, whose name T wrote down already."""
    world = await announced(storage, now)
    async with storage.write() as uow:
        world.people["N"] = await add_person(
            uow, now, "N", "Lò Thị Mẫu", world.commune, world.villages[2], None
        )
        uow.registrations.add(seat_of(world, now, "Lò Thị Mẫu"))
        for letter, name in (("H", "Hộ Mẫu"), ("N", "Lò Thị Mẫu")):
            request = seat_of(world, now, name)
            request.state, request.source = RegistrationState.REQUESTED, "chat"
            request.person_id = world.people[letter].id
            uow.registrations.add(request)
        await uow.commit()
    return world


_SYLLABLES = (
    *("-", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy"),
    *("Tám", "Chín", "Mười", "Xuân", "Hạ", "Thu", "Đông", "Tết"),
)


def seat_of(world: World, now: datetime, name: str) -> Registration:
    """A seat of thôn 3 that its head wrote down."""
    assert world.dialogue_session is not None
    return Registration(
        dialogue_session_id=world.dialogue_session.id,
        village_id=world.villages[2].id,
        attendee_name=name,
        attendee_key=key(name),
        category=PovertyStatus.POOR,
        state=RegistrationState.REGISTERED,
        registered_by_id=world.people["T"].id,
        source="village_head",
        told_statement=True,
        created_at=now,
        changed_at=now,
    )
