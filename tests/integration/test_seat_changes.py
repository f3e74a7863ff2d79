"""Leaving a seat, passing it on and moving it, straight on the services, on both databases."""

from __future__ import annotations

from typing import Any

from handlers.services import registrations, seat_changes, seat_requests, seats
from handlers.services.attendees import SOURCE_OFFICIAL
from storage.models import (
    PovertyStatus,
    Registration,
    RegistrationState,
)
from tests.integration.hall import CANCELLED, REGISTERED, REPLACED, WAITLISTED, Hall, refused


async def test_a_freed_seat_goes_to_the_first_who_waits_and_all_are_told(hall: Hall) -> None:
    await hall.seats(3, 1)
    first = await hall.register("Lò Thị Mẫu", person_id=hall.person("O").id)
    request = await hall.request()
    async with hall.acting("T") as work:
        decided = await seat_requests.decide(work, request.id, True)
    assert (decided.state, decided.wait_position) == (WAITLISTED, 1)
    third = await hall.register("Vàng Thị Mẫu")
    await hall.told()
    async with hall.acting("T") as work:
        left = await seat_changes.cancel(work, first.id)
    assert [one.id for one in left.promoted] == [request.id]
    assert (await hall.get(first)).state is CANCELLED
    assert (await hall.get(request)).state is REGISTERED
    assert (await hall.get(third)).state is WAITLISTED
    told = await hall.told()
    texts = {person: text for person, text in told}
    assert "không còn trong danh sách" in texts[hall.person("O").id]
    assert "đã có chỗ" in texts[hall.person("H").id]
    async with hall.acting("T") as work:
        assert await refused(seat_changes.cancel(work, first.id)) == "registration-gone"
        assert await refused(seat_changes.cancel(work, 999)) == "not-found"


async def test_who_cannot_come_says_so_and_the_head_is_told(hall: Hall) -> None:
    await hall.seats(3, 1)
    made = await hall.register("Hộ Mẫu", person_id=hall.person("H").id)
    waiting = await hall.register("Lò Thị Mẫu")
    await hall.told()
    async with hall.acting("T1") as work:
        assert await refused(seat_changes.decline(work, made.id)) == "not-found"
    async with hall.acting(None) as work:
        assert await refused(seat_changes.decline(work, made.id)) == "not-found"
        assert await registrations.of_account(work) == []
    async with hall.acting("H") as work:
        ((mine, _),) = await registrations.of_account(work)
        left = await seat_changes.decline(work, mine.id)
        assert await registrations.of_account(work) == []
    assert [one.id for one in left.promoted] == [waiting.id]
    head = hall.person("T").id
    assert [person for person, _ in await hall.told()] == [head, head]


async def test_tickets_are_never_given_twice(hall: Hall) -> None:
    await hall.seats(3, 1)
    names = ("Lò Văn Mẫu", "Lò Thị Mẫu", "Vàng Văn Mẫu", "Vàng Thị Mẫu")
    made = [await hall.register(name) for name in names]
    await hall.seats(3, 3)
    last = await hall.register("Sùng Thị Mẫu")
    states = [(await hall.get(one)).state for one in made]
    assert states == [REGISTERED, REGISTERED, REGISTERED, WAITLISTED]
    assert last.wait_position == 4
    async with hall.acting("O") as work:
        assert await seats.place_in_line(work, last) == 2


async def test_nobody_overtakes_those_who_wait(hall: Hall) -> None:
    await hall.seats(3, 0)
    first = await hall.register("Lò Văn Mẫu")
    await hall.seats(3, 1)
    second = await hall.register("Lò Thị Mẫu")
    assert (await hall.get(first)).state is REGISTERED
    assert second.state is WAITLISTED


async def replaced(hall: Hall, old: Registration, name: str, **more: Any) -> Registration:
    async with hall.acting(more.pop("who", "T")) as work:
        return await seat_changes.replace(work, old.id, name, **{"told_statement": True, **more})


async def test_somebody_else_takes_the_seat_over(hall: Hall) -> None:
    old = await hall.register("Hộ Mẫu", person_id=hall.person("H").id)
    new = await replaced(hall, old, "Lò Thị Mẫu", category=PovertyStatus.POOR)
    gone = await hall.get(old)
    assert (new.state, gone.state, gone.replaced_by_id) == (REGISTERED, REPLACED, new.id)
    assert [person for person, _ in await hall.told()] == [hall.person("H").id]
    assert await refused(replaced(hall, old, "Lò Văn Mẫu")) == "registration-gone"


async def test_a_ticket_of_the_waiting_list_passes_on(hall: Hall) -> None:
    await hall.seats(3, 0)
    old = await hall.register("Lò Văn Mẫu")
    await hall.register("Vàng Văn Mẫu")
    new = await replaced(hall, old, "Lò Thị Mẫu")
    assert (new.state, new.wait_position) == (WAITLISTED, 1)
    assert (await hall.get(old)).wait_position is None


async def test_the_same_name_spelled_better_is_a_correction(hall: Hall) -> None:
    old = await hall.register("lo thi mau", category=PovertyStatus.POOR)
    new = await replaced(hall, old, "Lò Thị Mẫu")
    assert (new.id, new.attendee_name, new.category) == (old.id, "Lò Thị Mẫu", PovertyStatus.POOR)


async def test_rules_of_replacing(hall: Hall) -> None:
    old = await hall.register("Lò Văn Mẫu")
    await hall.register("Lò Thị Mẫu")
    assert await refused(replaced(hall, old, "Lò Thị Mẫu")) == "registration-same-person"
    assert await refused(replaced(hall, old, "Lò")) == "names-short"
    act = replaced(hall, old, "Vàng Thị Mẫu", told_statement=False)
    assert await refused(act) == "registration-untold"
    assert await refused(replaced(hall, old, "Vàng Thị Mẫu", who="T1")) == "not-allowed"
    other = await replaced(hall, old, "Lò Thị Mẫu", other_person=True)
    assert other.state is REGISTERED
    hall.clock.forward(days=13)
    assert await refused(replaced(hall, other, "Vàng Thị Mẫu")) == "registration-closed"
    late = await replaced(hall, other, "Vàng Thị Mẫu", who="O")
    assert late.source == SOURCE_OFFICIAL


async def test_the_wrong_village_is_put_right_in_one_step(hall: Hall) -> None:
    await hall.seats(3, 1)
    await hall.seats(1, 1)
    moved = await hall.register("Hộ Mẫu", person_id=hall.person("H").id)
    waiting = await hall.register("Lò Thị Mẫu")
    await hall.register("Vàng Thị Mẫu", "T1", 1)
    await hall.told()
    async with hall.acting("O") as work:
        left = await seat_changes.move(work, moved.id, hall.village(1))
    after = left.registration
    assert (after.village_id, after.state, after.wait_position) == (hall.village(1), WAITLISTED, 1)
    assert [one.id for one in left.promoted] == [waiting.id]
    assert (await hall.get(waiting)).state is REGISTERED
    told = await hall.told()
    assert sorted(person for person, text in told if "chuyển" in text) == sorted(
        hall.person(who).id for who in ("H", "T", "T1")
    )
    assert "chờ ở số 1" in dict(told)[hall.person("H").id]
    async with hall.storage.read() as uow:
        entries = await uow.audit.of("registration", moved.id)
    assert entries[-1].details["from_village_id"] == hall.village(3)


async def test_rules_of_moving(hall: Hall) -> None:
    made = await hall.register("Lò Thị Mẫu")
    request = await hall.request()
    await hall.register("Lò Thị Mẫu", "T1", 1)
    async with hall.acting("T") as work:
        act = seat_changes.move(work, made.id, hall.village(1))
        assert await refused(act) == "not-allowed"
    async with hall.acting("O") as work:
        act = seat_changes.move(work, made.id, hall.village(1))
        assert await refused(act) == "registration-same-person"
        act = seat_changes.move(work, made.id, hall.world.commune.id)
        assert await refused(act) == "registration-not-invited"
        assert await refused(seat_changes.move(work, 999, hall.village(1))) == "not-found"
        same = await seat_changes.move(work, made.id, hall.village(3))
        assert same.registration.village_id == hall.village(3)
        asked = await seat_changes.move(work, request.id, hall.village(1))
        assert asked.registration.state is RegistrationState.REQUESTED
        await seat_changes.cancel(work, made.id)
        act = seat_changes.move(work, made.id, hall.village(2))
        assert await refused(act) == "registration-gone"
