"""What is taken back while a process holds it and waits for the channel does not leave."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import ColumnElement, func, select

from bot import dispatcher as dispatching
from bot import queues
from bot.channels.base import ContactStopped, Rejected, SendError
from bot.dispatcher import Dispatcher
from bot.pacing import Lane
from handlers.services import untold_list
from storage.models import OutboxMessage, OutboxState
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.outboxes import Sink
from tests.integration.test_head_ends import READ_OUT, answered, ended, successor


class Slow(Lane):
    """Lets nobody pass until it is opened; *closed*: the platform asked for it."""

    closed = False

    def __init__(self, rate: float | None) -> None:
        super().__init__(rate)
        self.waits = asyncio.Event()
        self.opened = asyncio.Event()

    @property
    def is_paused(self) -> bool:
        return self.closed and self.waits.is_set() and not self.opened.is_set()

    async def wait(self, priority: int) -> None:
        self.waits.set()
        await self.opened.wait()


@pytest.mark.parametrize("error", [Rejected(), ContactStopped()])
async def test_what_was_taken_back_and_is_refused_on_its_way_waits_once(
    storage: Storage, clock: Clock, error: SendError
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answered(work)
    sink = Sink()
    sink.gate.clear()
    sink.errors = [error]
    dispatcher = Dispatcher(storage, {"terminal": sink}, clock)
    draining = asyncio.create_task(dispatcher.drain())
    await sink.began.wait()
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await ended(work, world)
    sink.gate.set()
    await draining
    async with acting(storage, world.people["O"].id, clock.now) as work:
        things = await untold_list.listed(work, world.commune.id)
        assert [one.code for one in things if one.code] == ["XM 200 028"]


async def count(storage: Storage, *which: ColumnElement[bool]) -> int:
    async with storage.database.reading() as opened:
        query = select(func.count()).select_from(OutboxMessage)
        return (await opened.scalars(query.where(*which))).one()


@pytest.mark.parametrize("paused", [False, True])
async def test_a_former_head_whose_lane_was_slow_gets_nothing(
    storage: Storage, clock: Clock, monkeypatch: pytest.MonkeyPatch, paused: bool
) -> None:
    """Whether the next look at the table meets the row again, or the channel was not looked for."""
    monkeypatch.setattr(dispatching, "Lane", Slow)
    monkeypatch.setattr(Slow, "closed", paused)
    monkeypatch.setattr(queues, "_SURE_SECONDS", 0 if paused else 60)
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await answered(work)
    sink = Sink()
    dispatcher = Dispatcher(storage, {"terminal": sink}, clock, poll_seconds=0.01)
    [lane] = dispatcher._lanes.values()
    assert isinstance(lane, Slow)
    running = asyncio.create_task(dispatcher.run())
    try:
        async with asyncio.timeout(20):
            await lane.waits.wait()
            async with acting(storage, world.people["O"].id, clock.now) as work:
                await successor(work, world)
                taken = OutboxMessage.not_after < clock.now
            while not paused and not await count(
                storage, taken, OutboxMessage.lease_owner.is_not(None)
            ):
                await asyncio.sleep(0.01)
            lane.opened.set()
            while await count(storage, OutboxMessage.state == OutboxState.PENDING):
                await asyncio.sleep(0.01)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert [text for text in sink.sent if "Xã sẽ đến xem" in text] == [READ_OUT]
    assert await count(storage, taken, OutboxMessage.state == OutboxState.EXPIRED) == 1
