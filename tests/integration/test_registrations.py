"""Writing people down for a session, straight on the services, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.config import Settings
from handlers.errors import RuleError
from handlers.messages import Incoming
from handlers.services import registrations, seat_changes, seats
from handlers.services.attendees import SOURCE_HEAD, SOURCE_OFFICIAL, Newcomer
from storage.models import (
    PovertyStatus,
    SessionState,
)
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.hall import REGISTERED, WAITLISTED, Hall, refused


async def test_the_printed_list_has_the_order_of_the_list_in_the_chat(hall: Hall) -> None:
    """Also where somebody moved up from the waiting list; on both databases."""
    first, *_ = await hall.fill(15)
    moved_up = await hall.register("Chờ Mẫu Một")
    await hall.register("Chờ Mẫu Hai")
    await hall.register("Chờ Mẫu Ba")
    async with hall.acting("O") as work:
        await seat_changes.cancel(work, first.id)
    async with hall.acting("O") as work:
        listed, _ = await registrations.listed(work, hall.meeting, hall.village())
        printed = await work.uow.queries.attendees(
            hall.meeting, hall.village(), (REGISTERED, WAITLISTED)
        )
    assert [one.id for one in printed] == [one.id for one in listed]
    assert [one.id for one in printed][14] == moved_up.id


async def test_the_sixteenth_waits_as_number_one(hall: Hall) -> None:
    made = await hall.fill(15)
    assert {one.state for one in made} == {REGISTERED}
    late = await hall.register("Lò Thị Mẫu")
    assert (late.state, late.wait_position) == (WAITLISTED, 1)
    async with hall.acting("T") as work:
        count = await seats.count(work, hall.meeting, hall.village())
        assert await seats.place_in_line(work, late) == 1
    assert (count.seats, count.taken, count.waiting, count.left) == (15, 15, 1, 0)


async def test_many_or_none(hall: Hall) -> None:
    names = ["Lò Văn Mẫu", "Lò Thị Mẫu", "lo van mau"]
    async with hall.acting("T") as work:
        key = await refused(
            registrations.register_many(
                work,
                hall.meeting,
                hall.village(),
                [Newcomer(name) for name in names],
                source=SOURCE_HEAD,
                told_statement=True,
            )
        )
    assert key == "registration-same-person"
    async with hall.acting("T") as work:
        assert (await seats.count(work, hall.meeting, hall.village())).taken == 0


async def test_the_same_person_twice_unless_it_is_another_one(hall: Hall) -> None:
    await hall.register("Lò Thị Mẫu")
    with pytest.raises(RuleError) as caught:
        await hall.register("lo  thi MAU")
    assert caught.value.key == "registration-same-person"
    assert caught.value.params == {"name": "Lò Thị Mẫu"}
    other = await hall.register("Lò Thị Mẫu", other_person=True)
    assert other.state is REGISTERED
    # In another village it is another person anyway.
    assert (await hall.register("Lò Thị Mẫu", "T1", 1)).state is REGISTERED


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("A", "names-short"),
        ("Lò 2", "names-digits"),
        ("  ", "names-empty"),
        ("=x y", "names-signs"),
    ],
)
async def test_names_that_are_none(hall: Hall, name: str, key: str) -> None:
    assert await refused(hall.register(name)) == key


async def test_who_may_write_down(hall: Hall) -> None:
    assert await refused(hall.register("Lò Thị Mẫu", "T1")) == "not-allowed"
    assert await refused(hall.register("Lò Thị Mẫu", "H")) == "not-allowed"
    assert (await hall.register("Lò Thị Mẫu", "O")).state is REGISTERED


async def test_a_head_states_that_the_person_was_told(hall: Hall) -> None:
    assert await refused(hall.register("Lò Thị Mẫu", told_statement=False)) == "registration-untold"
    made = await hall.register("Lò Thị Mẫu", "O", told_statement=False)
    assert made.told_statement is False


async def test_the_recognised_list_decides_the_category(hall: Hall) -> None:
    async with hall.storage.read() as uow:
        (household,) = await uow.people.households(hall.village())
    made = await hall.register(
        "Hộ Mẫu", household_id=household.id, category=PovertyStatus.NOT_POOR, phone="0912345678"
    )
    assert (made.category, made.phone) == (PovertyStatus.POOR, "0912345678")
    said = await hall.register("Lò Thị Mẫu", category=PovertyStatus.NOT_POOR)
    assert said.category is PovertyStatus.NOT_POOR
    gone = await hall.register("Lò Văn Mẫu", category=PovertyStatus.AT_RISK)
    assert gone.household_id is None


async def test_a_village_that_is_not_invited(hall: Hall) -> None:
    with pytest.raises(RuleError) as caught:
        async with hall.acting("O") as work:
            await registrations.register(
                work,
                hall.meeting,
                hall.world.commune.id,
                "Lò Thị Mẫu",
                source=SOURCE_OFFICIAL,
                told_statement=True,
            )
    assert caught.value.key == "registration-not-invited"
    async with hall.acting("O") as work:
        count = seats.count(work, hall.meeting, hall.world.commune.id)
        assert await refused(count) == "registration-not-invited"
        assert await refused(seats.meeting_of(work, 999)) == "not-found"


async def test_the_audit_keeps_ids_and_no_names(hall: Hall) -> None:
    made = await hall.register("Lò Thị Mẫu")
    async with hall.storage.read() as uow:
        (entry,) = await uow.audit.of("registration", made.id)
    assert entry.action == "registration.made"
    assert entry.actor_id == hall.person("T").id
    assert "Mẫu" not in str(entry.details)


async def test_after_the_deadline_only_officials_unless_reopened(hall: Hall) -> None:
    hall.clock.forward(days=13)
    for act in (hall.register("Lò Thị Mẫu"), hall.request()):
        assert await refused(act) == "registration-closed"
    assert (await hall.register("Lò Văn Mẫu", "O")).state is REGISTERED
    await hall.change(reopened_until=hall.clock() + timedelta(hours=2))
    assert (await hall.register("Lò Thị Mẫu")).state is REGISTERED
    hall.clock.forward(hours=2)
    assert await refused(hall.register("Vàng Thị Mẫu")) == "registration-closed"


async def test_closed_by_an_official_before_the_deadline(hall: Hall) -> None:
    await hall.change(state=SessionState.REGISTRATION_CLOSED)
    assert await refused(hall.register("Lò Thị Mẫu")) == "registration-closed-early"
    assert (await hall.register("Lò Thị Mẫu", "O")).state is REGISTERED


@pytest.mark.parametrize(
    ("state", "key"),
    [
        (SessionState.DRAFT, "registration-not-announced"),
        (SessionState.CANCELLED, "registration-session-cancelled"),
        (SessionState.POSTPONED, "registration-session-postponed"),
        (SessionState.IN_PROGRESS, "registration-session-started"),
        (SessionState.CONCLUDED, "registration-session-started"),
    ],
)
async def test_states_in_which_nobody_is_written_down(
    hall: Hall, state: SessionState, key: str
) -> None:
    await hall.change(state=state)
    assert await refused(hall.register("Lò Thị Mẫu", "O")) == key


async def test_once_it_has_begun_the_list_stands(hall: Hall) -> None:
    made = await hall.register("Lò Thị Mẫu")
    hall.clock.forward(days=15)
    async with hall.acting("O") as work:
        assert await refused(seat_changes.cancel(work, made.id)) == "registration-session-started"


async def test_the_same_message_again_changes_nothing(
    settings: Settings, clock: Clock, book: Any
) -> None:
    chat = Chat(settings, clock, book)
    await chat.prepare("announced")
    for line in ("đăng ký", "Lò Thị Mẫu, hộ nghèo", "1"):
        await chat.say("T", line)
    last = Incoming("terminal", "T", "the same", text="1", sent_at=clock())
    receipts = []
    for _ in range(3):
        app = await chat._app(CollectingChannel())
        receipts.append(await app.intake.receive(replace(last)))
        await app.storage.database.close()
    assert [one.repeated for one in receipts] == [False, True, True]
    assert chat.world is not None
    hall = Hall(chat.storage(), chat.world, clock)
    async with hall.acting("T") as work:
        on_list, _ = await registrations.listed(work, hall.meeting, hall.village())
    await hall.storage.database.close()
    assert [one.attendee_name for one in on_list] == ["Lò Thị Mẫu"]
