"""A meeting that ends while seats are given, and two who need the same locks, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from handlers.errors import RuleError
from handlers.services import (
    change_notices,
    dialogue_sessions,
    erasure,
    grouping,
    groups,
    own_data,
    seat_changes,
    seat_requests,
)
from storage.models import Registration
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.hall import Hall
from tests.integration.submissions import submission_of
from tests.waiting import until_it_waits

FIRST, SAME = "XM100014", "XM300036"
Act = Callable[[], Awaitable[object]]


async def _call_off(hall: Hall) -> None:
    async with hall.acting("O") as work:
        called_off = await dialogue_sessions.cancel(work, hall.meeting)
        await change_notices.tell_cancelled(work, called_off)


async def _move_own(hall: Hall, seat: Registration) -> None:
    async with hall.acting("H") as work:
        await seat_changes.move_own(work, seat.id, hall.village(4))


async def _move(hall: Hall, seat: Registration) -> None:
    async with hall.acting("O") as work:
        await seat_changes.move(work, seat.id, hall.village(4))


async def _replace(hall: Hall, seat: Registration) -> None:
    async with hall.acting("T") as work:
        await seat_changes.replace(work, seat.id, "Lò Thị Mẫu Mới", told_statement=True)


@pytest.mark.parametrize("act", ["register", "ask", "move", "move_own", "replace"])
async def test_no_seat_is_given_at_a_meeting_that_is_being_cancelled(hall: Hall, act: str) -> None:
    seat = await hall.request()
    acts: dict[str, Act] = {
        "register": lambda: hall.register("Lò Văn Mẫu Nà"),
        "ask": lambda: hall.request(name="Lò Văn Mẫu Nà"),
        "move": lambda: _move(hall, seat),
        "move_own": lambda: _move_own(hall, seat),
        "replace": lambda: _replace(hall, seat),
    }
    if act == "replace":
        seat = await hall.register("Lò Văn Mẫu Nà")

    async def refused() -> str:
        with pytest.raises(RuleError) as caught:
            await acts[act]()
        return caught.value.key

    async with hall.acting("O") as work:
        await dialogue_sessions.cancel(work, hall.meeting)
        going = asyncio.create_task(refused())
        await until_it_waits(hall.storage, going)
        assert not going.done()
    assert await going == "registration-session-cancelled"


async def test_who_asks_just_before_the_meeting_is_cancelled_is_told(hall: Hall) -> None:
    async with hall.acting("H") as work:
        assert work.actor is not None
        await seat_requests.ask(work, hall.meeting, hall.village(), work.actor)
        calling_off = asyncio.create_task(_call_off(hall))
        await until_it_waits(hall.storage, calling_off)
    await calling_off
    texts = [text for person, text in await hall.told() if person == hall.person("H").id]
    assert ["không họp" in text for text in texts] == [True]


async def test_two_askers_of_a_group_never_block_each_other(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        same = await submission_of(work, SAME)
        await grouping.mark_duplicate(work, same.id, FIRST, same.version)

    async def correct() -> own_data.Corrected:
        async with acting(storage, world.people["H1"].id, clock.now) as work:
            assert work.actor is not None
            return await own_data.correct_village(work, work.actor, world.villages[2].id)

    async def erase() -> None:
        async with acting(storage, world.people["H"].id, clock.now) as work:
            assert work.actor is not None
            (account,) = await work.uow.people.all_addresses(work.actor.id)
            await erasure.erase(work, work.actor, account)

    async with acting(storage, world.people["O"].id, clock.now) as work:
        await groups.lock(work, [same.id])
        correcting = asyncio.create_task(correct())
        await until_it_waits(storage, correcting)
        erasing = asyncio.create_task(erase())
        await until_it_waits(storage, correcting, erasing)
    corrected, _ = await asyncio.gather(correcting, erasing)
    assert (corrected.open, corrected.asked) == (2, ("Hộ Mẫu Một",))
