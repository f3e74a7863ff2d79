"""A commune with its people, and with an announced dialogue session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from storage.models import (
    AddressState,
    ChannelAddress,
    DialogueSession,
    Household,
    HouseholdLink,
    Person,
    PovertyStatus,
    Role,
    RoleGrant,
    SessionState,
    Unit,
    UnitLevel,
    VillageQuota,
)
from storage.unit_of_work import Storage, UnitOfWork

TERMINAL = "terminal"


@dataclass(slots=True)
class World:
    """What a world made, by name."""

    commune: Unit
    villages: list[Unit]
    people: dict[str, Person]
    dialogue_session: DialogueSession | None = None


async def commune(storage: Storage, now: datetime) -> World:
    """Xã Mẫu with six thôn, an official, the head of thôn 3; no dialogue session.

    Addresses on the terminal channel: "O" the official, "T" the head of thôn 3, "T1" the head of
    thôn 1, "H" a household of thôn 3. Anybody else is new.
    """
    async with storage.write() as uow:
        world = await add_commune(uow, now)
        await uow.commit()
    return world


async def announced(storage: Storage, now: datetime) -> World:
    """The commune with an announced dialogue session in 15 days, 15 seats for each thôn."""
    async with storage.write() as uow:
        world = await add_commune(uow, now)
        starts = (now + timedelta(days=15)).replace(hour=0, minute=30, second=0, microsecond=0)
        meeting = DialogueSession(
            unit_id=world.commune.id,
            title="Đối thoại chính sách giảm nghèo",
            state=SessionState.ANNOUNCED,
            starts_at=starts,
            venue="hội trường xã",
            topics=["bhyt", "giao-duc", "nha-o", "von-vay"],
            registration_closes_at=starts - timedelta(days=3),
            questions_close_at=starts - timedelta(days=2),
            created_at=now,
            announced_at=now,
        )
        uow.dialogue_sessions.add(meeting)
        await uow.flush()
        for village in world.villages:
            uow.dialogue_sessions.add(
                VillageQuota(dialogue_session_id=meeting.id, village_id=village.id, seats=15)
            )
        await uow.commit()
        world.dialogue_session = meeting
    return world


async def on_duty(storage: Storage, now: datetime) -> World:
    """Announced; the commune has two phones, its own and a clinic's; "O2" is the official too."""
    world = await announced(storage, now)
    async with storage.write() as uow:
        await uow.units.set_setting(
            world.commune.id, "duty_phone", "0260 3812 345", source=None, confirmed_by=None
        )
        await uow.units.set_setting(
            world.commune.id,
            "office_phones",
            "Trạm y tế xã: 0260 3812 115",
            source=None,
            confirmed_by=None,
        )
        uow.people.add(
            ChannelAddress(
                person_id=world.people["O"].id,
                channel=TERMINAL,
                address="O2",
                created_at=now,
                last_seen_at=now - timedelta(days=1),
            )
        )
        await uow.commit()
    return world


async def add_commune(uow: UnitOfWork, now: datetime) -> World:
    """The commune of :func:`commune`, in an open unit of work."""
    province = uow.units.add(Unit(level=UnitLevel.PROVINCE, kind="tỉnh", name="Tỉnh Mẫu"))
    await uow.flush()
    xa = uow.units.add(
        Unit(
            parent_id=province.id,
            level=UnitLevel.COMMUNE,
            kind="xã",
            name="Xã Mẫu",
            code_prefix="XM",
        )
    )
    await uow.flush()
    villages = [
        uow.units.add(
            Unit(
                parent_id=xa.id,
                level=UnitLevel.VILLAGE,
                kind="thôn",
                name=f"Thôn {number}",
                position=number,
            )
        )
        for number in range(1, 7)
    ]
    await uow.flush()
    people = {
        "O": await add_person(uow, now, "O", "Cán bộ Mẫu", xa, None, Role.OFFICIAL),
        "T": await add_person(
            uow, now, "T", "Trưởng thôn Mẫu Ba", xa, villages[2], Role.VILLAGE_HEAD
        ),
        "T1": await add_person(
            uow, now, "T1", "Trưởng thôn Mẫu Một", xa, villages[0], Role.VILLAGE_HEAD
        ),
        "H": await add_person(uow, now, "H", "Hộ Mẫu", xa, villages[2], None),
    }
    household = Household(
        village_id=villages[2].id,
        head_name="Hộ Mẫu",
        status=PovertyStatus.POOR,
        list_year=2026,
        created_at=now,
    )
    uow.people.add(household)
    await uow.flush()
    uow.people.add(
        HouseholdLink(person_id=people["H"].id, household_id=household.id, created_at=now)
    )
    return World(xa, villages, people)


async def add_person(
    uow: UnitOfWork,
    now: datetime,
    address: str,
    name: str,
    xa: Unit,
    village: Unit | None,
    role: Role | None,
) -> Person:
    """Somebody with an account on the terminal channel, perhaps with a role."""
    person = Person(
        display_name=name,
        commune_id=xa.id,
        village_id=village.id if village else None,
        created_at=now,
        is_sample=True,
    )
    uow.people.add(person)
    await uow.flush()
    uow.people.add(
        ChannelAddress(
            person_id=person.id,
            channel=TERMINAL,
            address=address,
            state=AddressState.ACTIVE,
            created_at=now,
            last_seen_at=now,
        )
    )
    if role is not None:
        unit = village if role is Role.VILLAGE_HEAD and village else xa
        uow.people.add(RoleGrant(person_id=person.id, role=role, unit_id=unit.id, granted_at=now))
    return person


async def move_accounts(storage: Storage, channel: str, address: Callable[[str], str]) -> list[str]:
    """Put everybody of a world on *channel*; *address* gives the account there of "H", "T", …

    Returns the accounts that can be written to.
    """
    async with storage.database.writing() as opened:
        accounts = (await opened.scalars(select(ChannelAddress))).all()
        for account in accounts:
            account.channel, account.address = channel, address(account.address)
        await opened.commit()
    return [one.address for one in accounts if one.state is AddressState.ACTIVE]
