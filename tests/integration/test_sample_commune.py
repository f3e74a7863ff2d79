"""The sample commune, as whoever tries the program meets it."""

from __future__ import annotations

from bot import demo
from handlers.context import Rules
from handlers.texts import Texts
from storage.unit_of_work import Storage
from tests.clock import Clock


async def test_notices_to_sample_people_reach_the_page(storage: Storage, clock: Clock) -> None:
    assert await demo.seed(storage, Texts.load(), Rules(), clock.now)
    async with storage.read() as uow:
        [(someone, _), *_] = await uow.people.samples("webchat")
        accounts = await uow.people.addresses(someone.id)
    assert [one.channel for one in accounts] == ["webchat", "terminal"]
