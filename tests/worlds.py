"""Small communes for tests. Names are visibly made up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from handlers.parsing import key
from storage.models import (
    AddressState,
    ChannelAddress,
    DialogueSession,
    Household,
    HouseholdLink,
    Person,
    PovertyStatus,
    Registration,
    RegistrationState,
    ReturnChannel,
    Role,
    RoleGrant,
    SessionState,
    Submission,
    SubmissionEvent,
    SubmissionKind,
    SubmissionState,
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
        world = await _commune(uow, now)
        await uow.commit()
    return world


async def announced(storage: Storage, now: datetime) -> World:
    """The commune with an announced dialogue session in 15 days, 15 seats for each thôn."""
    async with storage.write() as uow:
        world = await _commune(uow, now)
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


async def _commune(uow: UnitOfWork, now: datetime) -> World:
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
        "O": await _person(uow, now, "O", "Cán bộ Mẫu", xa, None, Role.OFFICIAL),
        "T": await _person(uow, now, "T", "Trưởng thôn Mẫu Ba", xa, villages[2], Role.VILLAGE_HEAD),
        "T1": await _person(
            uow, now, "T1", "Trưởng thôn Mẫu Một", xa, villages[0], Role.VILLAGE_HEAD
        ),
        "H": await _person(uow, now, "H", "Hộ Mẫu", xa, villages[2], None),
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


async def _person(
    uow: UnitOfWork,
    now: datetime,
    address: str,
    name: str,
    xa: Unit,
    village: Unit | None,
    role: Role | None,
) -> Person:
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


async def full_village(storage: Storage, now: datetime) -> World:
    """Announced; thôn 3 has 15 of 15 seats, H waits as number 1, with an account."""
    world = await announced(storage, now)
    async with storage.write() as uow:
        for number in range(1, 16):
            uow.registrations.add(_seat(world, now, f"Nông Văn Mẫu {_SYLLABLES[number]}"))
        waiting = _seat(world, now, "Hộ Mẫu")
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
        world.people["N"] = await _person(
            uow, now, "N", "Lò Thị Mẫu", world.commune, world.villages[2], None
        )
        uow.registrations.add(_seat(world, now, "Lò Thị Mẫu"))
        for letter, name in (("H", "Hộ Mẫu"), ("N", "Lò Thị Mẫu")):
            request = _seat(world, now, name)
            request.state, request.source = RegistrationState.REQUESTED, "chat"
            request.person_id = world.people[letter].id
            uow.registrations.add(request)
        await uow.commit()
    return world


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


_SYLLABLES = (
    *("-", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy"),
    *("Tám", "Chín", "Mười", "Xuân", "Hạ", "Thu", "Đông", "Tết"),
)


def _seat(world: World, now: datetime, name: str) -> Registration:
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
        await _person(uow, now, "H1", "Hộ Mẫu Một", world.commune, first, None)
        stopped = await _person(uow, now, "H2", "Hộ Mẫu Hai", world.commune, first, None)
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


async def sent_before(storage: Storage, now: datetime) -> World:
    """The draft of ``drafted``, and two questions of "H" and "H1" that belong to no session."""
    world = await drafted(storage, now)
    async with storage.write() as uow:
        first, third = world.villages[0], world.villages[2]
        for code, name, village, topic, text in (
            ("XM500055", "H", third, "bhyt", "thẻ bảo hiểm y tế mất làm lại ở đâu"),
            ("XM600062", "H1", first, "von-vay", "Muốn vay vốn nuôi bò thì gặp ai"),
        ):
            address = await uow.people.address(TERMINAL, name)
            assert address is not None
            uow.submissions.add(
                Submission(
                    code=code,
                    kind=SubmissionKind.QUESTION,
                    state=SubmissionState.RECEIVED,
                    commune_id=world.commune.id,
                    village_id=village.id,
                    asker_id=address.person_id,
                    text=text,
                    topic=topic,
                    due_at=(now + timedelta(days=10)).replace(hour=10, minute=0),
                    created_at=now,
                    changed_at=now,
                )
            )
        await uow.commit()
    return world


async def asked(storage: Storage, now: datetime) -> World:
    """The announced commune with a second official "O2", seats taken, and four submissions.

    1 (bhyt) of "H"; 2 (nha-o) told by "T" for a household without an account; 3 (bhyt) of "H1"
    of thôn 1, without a name, the same thing as 1; 4 (von-vay) overdue, of "H1". "H" holds a
    seat of thôn 3, "H1" waits for one of thôn 1.
    """
    world = await announced(storage, now)
    assert world.dialogue_session is not None
    async with storage.write() as uow:
        people = world.people
        first, third = world.villages[0], world.villages[2]
        people["O2"] = await _person(
            uow, now, "O2", "Cán bộ Mẫu Hai", world.commune, None, Role.OFFICIAL
        )
        people["H1"] = await _person(uow, now, "H1", "Hộ Mẫu Một", world.commune, first, None)
        sent = (
            ("XM100017", people["H"], None, third, "bhyt", "thẻ bảo hiểm y tế mất làm lại ở đâu"),
            ("XM200024", None, people["T"], third, "nha-o", "Mái nhà dột, xin xã giúp tôn lợp lại"),
            ("XM300031", people["H1"], None, first, "bhyt", "mat the bao hiem lam lai the nao"),
            ("XM400048", people["H1"], None, first, "von-vay", "Muốn vay vốn nuôi bò thì gặp ai"),
        )
        for code, asker, teller, village, topic, text in sent:
            row = Submission(
                code=code,
                kind=SubmissionKind.PETITION if teller else SubmissionKind.QUESTION,
                state=SubmissionState.RECEIVED,
                commune_id=world.commune.id,
                village_id=village.id,
                dialogue_session_id=world.dialogue_session.id,
                asker_id=asker.id if asker else None,
                asker_name="Hộ Mẫu Ba" if teller else None,
                teller_id=teller.id if teller else None,
                anonymous=code == "XM300031",
                text=text,
                topic=topic,
                faq_candidates=[{"id": "bhyt-mat-the", "score": 0.6}] if topic == "bhyt" else [],
                return_channel=ReturnChannel.VILLAGE_HEAD if teller else ReturnChannel.HERE,
                due_at=now - timedelta(days=1) if topic == "von-vay" else now + timedelta(days=10),
                created_at=now,
                changed_at=now,
            )
            uow.submissions.add(row)
            await uow.flush()
            uow.submissions.add(
                SubmissionEvent(
                    submission_id=row.id,
                    to_state=row.state.value,
                    actor_id=asker.id if asker else None,
                    at=now,
                    reason="received",
                )
            )
        for person, village, state, position in (
            ("H", third, RegistrationState.REGISTERED, None),
            ("H1", first, RegistrationState.WAITLISTED, 1),
        ):
            seat = _seat(world, now, people[person].display_name or "")
            seat.village_id, seat.state, seat.wait_position = village.id, state, position
            seat.person_id = people[person].id
            uow.registrations.add(seat)
        await uow.commit()
    return world


async def planned(storage: Storage, now: datetime) -> World:
    """The commune before the plan's dialogue session: all six thôn have a head, no session yet.

    Heads are "T1", "T2", "T" (thôn 3), "T4", "T5", "T6". Households of thôn 3: "H" and "A" with an
    account, "B" who blocked it, and one without any; of thôn 1: "S" who said DỪNG.
    """
    async with storage.write() as uow:
        world = await _commune(uow, now)
        first, third = world.villages[0], world.villages[2]
        for number, word in ((2, "Hai"), (4, "Bốn"), (5, "Năm"), (6, "Sáu")):
            village = world.villages[number - 1]
            world.people[f"T{number}"] = await _person(
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
            person = await _person(uow, now, letter, name, world.commune, village, None)
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


async def on_duty(storage: Storage, now: datetime) -> World:
    """Announced; the commune has a duty phone, the official a second account "O2"."""
    world = await announced(storage, now)
    async with storage.write() as uow:
        await uow.units.set_setting(
            world.commune.id, "duty_phone", "0260 3812 345", source=None, confirmed_by=None
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


WORLDS: dict[str, Callable[[Storage, datetime], Awaitable[World]]] = {
    "commune": commune,
    "announced": announced,
    "on_duty": on_duty,
    "full_village": full_village,
    "seat_asked": seat_asked,
    "two_villages": two_villages,
    "drafted": drafted,
    "sent_before": sent_before,
    "asked": asked,
    "planned": planned,
}
"""Names for the ``given:`` line of a transcript."""


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
