"""Households ask for a seat and the head decides, straight on the services, on both databases."""

from __future__ import annotations

import pytest

from handlers.services import callback, registrations, seat_changes, seat_requests, seats
from storage.models import (
    RegistrationState,
)
from tests.acting import acting
from tests.integration.hall import CANCELLED, REGISTERED, REPLACED, Hall, refused


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Lò Thị Mẫu Na", True),
        ("Hộ Mẫu", False),
        ("Lò Văn Hộ Mẫu", False),  # the account tells the last part of the name
    ],
)
async def test_who_asked_for_somebody_else_hears_that_name(
    hall: Hall, name: str, other: bool
) -> None:
    head, reader = hall.person("T").id, hall.person("H").id
    for accepted, then in ((False, None), (True, "cancel"), (True, "replace")):
        asked = await hall.request(name=name)
        await hall.told()
        async with acting(hall.storage, head, hall.clock()) as work:
            await seat_requests.decide(work, asked.id, accepted)
            if then == "cancel":
                await seat_changes.cancel(work, asked.id)
            elif then == "replace":
                await seat_changes.replace(work, asked.id, "Lò Mẫu Mới", told_statement=True)
        texts = [text for person, text in await hall.told() if person == reader]
        assert len(texts) == 1 + (then is not None)
        assert all((name in text) is other for text in texts)


async def test_a_household_asks_and_the_head_is_told(hall: Hall) -> None:
    request = await hall.request()
    assert request.state is RegistrationState.REQUESTED
    ((person, text),) = await hall.told()
    assert person == hall.person("T").id
    assert "Hộ Mẫu" in text
    assert await refused(hall.request()) == "registration-already-yours"
    assert await refused(hall.request(name="Mẫu")) == "names-short"
    # One phone may serve several people.
    assert (await hall.request(name="Lò Thị Mẫu")).attendee_name == "Lò Thị Mẫu"
    async with hall.acting("T") as work:
        on_list, requests = await registrations.listed(work, hall.meeting, hall.village())
    assert (len(on_list), len(requests)) == (0, 2)


async def test_the_number_left_for_a_call_back_is_not_on_the_list(hall: Hall) -> None:
    async with hall.acting("H") as work:
        assert work.actor is not None
        callback.keep(work, work.actor, "0912345678")
    assert (await hall.request()).phone is None


async def test_a_request_is_refused_and_the_household_told(hall: Hall) -> None:
    request = await hall.request()
    await hall.told()
    async with hall.acting("T1") as work:
        act = seat_requests.decide(work, request.id, False)
        assert await refused(act) == "not-allowed"
    async with hall.acting("T") as work:
        assert (await seat_requests.decide(work, request.id, False)).state is CANCELLED
        act = seat_requests.decide(work, request.id, True)
        assert await refused(act) == "registration-decided"
    assert [person for person, _ in await hall.told()] == [hall.person("H").id]


async def test_what_was_asked_in_time_is_decided_after_the_deadline(hall: Hall) -> None:
    request = await hall.request()
    hall.clock.forward(days=13)
    async with hall.acting("T") as work:
        assert (await seat_requests.decide(work, request.id, True)).state is REGISTERED


async def test_the_household_that_asks_is_on_the_list_already(hall: Hall) -> None:
    there = await hall.register("Hộ Mẫu")
    request = await hall.request()
    async with hall.acting("T") as work:
        act = seat_requests.decide(work, request.id, True)
        assert await refused(act) == "registration-same-person"
        joined = await seat_requests.decide(work, request.id, True, other_person=False)
    assert (joined.id, joined.person_id) == (there.id, hall.person("H").id)
    gone = await hall.get(request)
    assert (gone.state, gone.replaced_by_id) == (REPLACED, there.id)
    async with hall.acting("T") as work:
        count = await seats.count(work, hall.meeting, hall.village())
    assert (count.taken, count.requested) == (1, 0)


async def test_another_person_of_the_same_name_asks(hall: Hall) -> None:
    await hall.register("Hộ Mẫu")
    request = await hall.request()
    async with hall.acting("T") as work:
        made = await seat_requests.decide(work, request.id, True, other_person=True)
    assert (made.id, made.state) == (request.id, REGISTERED)


async def test_joining_never_takes_an_account_away(hall: Hall) -> None:
    there = await hall.register("Hộ Mẫu", person_id=hall.person("O").id)
    request = await hall.request()
    await hall.told()
    async with hall.acting("T") as work:
        await seat_requests.decide(work, request.id, True, other_person=False)
    # Who asked is told; the account behind the name on the list asked for nothing.
    ((person, text),) = await hall.told()
    assert person == hall.person("H").id
    assert "đã ghi tên anh/chị đi họp" in text
    assert (await hall.get(there)).person_id == hall.person("O").id
