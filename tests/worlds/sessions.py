"""Communes before or between dialogue sessions."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.models import (
    AddressState,
    DialogueSession,
    Household,
    HouseholdLink,
    PovertyStatus,
    Role,
    RoleGrant,
    SessionState,
    VillageQuota,
)
from storage.unit_of_work import Storage
from tests.worlds.communes import TERMINAL, World, add_commune, add_person, announced


async def two_villages(storage: Storage, now: datetime) -> World:
    """Two announced sessions, and T heads thôn 3 and thôn 4."""
    world = await announced(storage, now)
    first = world.dialogue_session
    assert first is not None
    assert first.starts_at is not None
    async with storage.write() as uow:
        uow.people.add(
            RoleGrant(
                person_id=world.people["T"].id,
                role=Role.VILLAGE_HEAD,
                unit_id=world.villages[3].id,
                granted_at=now,
            )
        )
        second = DialogueSession(
            unit_id=world.commune.id,
            title="Đối thoại về nhà ở",
            state=SessionState.ANNOUNCED,
            starts_at=first.starts_at + timedelta(days=14),
            venue="nhà văn hóa thôn 4",
            created_at=now,
            announced_at=now,
        )
        uow.dialogue_sessions.add(second)
        await uow.flush()
        for village in world.villages[3:5]:
            uow.dialogue_sessions.add(
                VillageQuota(dialogue_session_id=second.id, village_id=village.id, seats=2)
            )
        await uow.commit()
    return world


async def drafted(storage: Storage, now: datetime) -> World:
    """The announced commune, not announced yet: a complete draft.

    Besides the people of ``commune``: "H1" of thôn 1 can be written to, "H2" of thôn 1 said DỪNG,
    thôn 3 has two households on record without an account.
    """
    world = await announced(storage, now)
    async with storage.write() as uow:
        meeting = await uow.dialogue_sessions.get(world.dialogue_session.id)  # type: ignore[union-attr]
        assert meeting is not None
        meeting.state, meeting.announced_at = SessionState.DRAFT, None
        first, third = world.villages[0], world.villages[2]
        await add_person(uow, now, "H1", "Hộ Mẫu Một", world.commune, first, None)
        stopped = await add_person(uow, now, "H2", "Hộ Mẫu Hai", world.commune, first, None)
        stopped.stopped_at = now
        for village, name in ((first, "Hộ Mẫu Năm"), (third, "Hộ Mẫu Ba"), (third, "Hộ Mẫu Bốn")):
            uow.people.add(
                Household(
                    village_id=village.id,
                    head_name=name,
                    status=PovertyStatus.NEAR_POOR,
                    list_year=2026,
                    created_at=now,
                )
            )
        await uow.commit()
    return world


async def planned(storage: Storage, now: datetime) -> World:
    """The commune before the plan's dialogue session: all six thôn have a head, no session yet.

    Heads are "T1", "T2", "T" (thôn 3), "T4", "T5", "T6". Households of thôn 3: "H" and "A" with an
    account, "B" who blocked it, and one without any; of thôn 1: "S" who said DỪNG.
    """
    async with storage.write() as uow:
        world = await add_commune(uow, now)
        first, third = world.villages[0], world.villages[2]
        for number, word in ((2, "Hai"), (4, "Bốn"), (5, "Năm"), (6, "Sáu")):
            village = world.villages[number - 1]
            world.people[f"T{number}"] = await add_person(
                uow,
                now,
                f"T{number}",
                f"Trưởng thôn Mẫu {word}",
                world.commune,
                village,
                Role.VILLAGE_HEAD,
            )
        for letter, name, village in (
            ("A", "Lò Văn Mẫu An", third),
            ("B", "Lò Văn Mẫu Bình", third),
            ("S", "Lò Văn Mẫu Sơn", first),
            ("", "Lò Thị Mẫu Na", third),
        ):
            household = Household(
                village_id=village.id,
                head_name=name,
                status=PovertyStatus.POOR,
                list_year=2026,
                created_at=now,
            )
            uow.people.add(household)
            if not letter:
                continue
            person = await add_person(uow, now, letter, name, world.commune, village, None)
            await uow.flush()
            world.people[letter] = person
            uow.people.add(
                HouseholdLink(person_id=person.id, household_id=household.id, created_at=now)
            )
        world.people["S"].stopped_at = now
        blocked = await uow.people.address(TERMINAL, "B")
        if blocked is not None:
            blocked.state = AddressState.BLOCKED
        await uow.commit()
    return world
