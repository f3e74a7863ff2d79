"""A village head says which answers were read out; nobody else can, and only once."""

from __future__ import annotations

import asyncio

import pytest

from handlers.errors import RuleError
from handlers.services import answers, untold
from storage.models import SubmissionState
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.submissions import submission_of
from tests.worlds import World

BEHALF, OWN = "XM200028", "XM100014"


async def answered(storage: Storage, clock: Clock) -> World:
    """Village 3 waits for its head to read one answer out; another went to the asker's phone."""
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        for code in (BEHALF, OWN):
            found = await submission_of(work, code)
            await answers.answer(work, found.id, "Lên xã.", None, found.version)
    return world


async def says_read(storage: Storage, clock: Clock, world: World, who: str, code: str) -> str:
    """How that goes: the code, or the reason against it."""
    try:
        async with acting(storage, world.people[who].id, clock.now) as work:
            found = await submission_of(work, code)
            return await untold.head_has_told(work, world.villages[2].id, found.id)
    except RuleError as refused:
        return refused.key


async def test_a_head_sees_what_is_to_be_read_out_and_nothing_else(
    storage: Storage, clock: Clock
) -> None:
    world = await answered(storage, clock)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        waiting = await untold.with_heads(work, world.villages[2].id)
    assert [(one.code, one.name) for one in waiting] == [(BEHALF, "Hộ Mẫu Ba")]
    assert await says_read(storage, clock, world, "T", OWN) == "answer-closed"


@pytest.mark.parametrize("who", ["T1", "H"])
async def test_nobody_of_elsewhere_says_so(storage: Storage, clock: Clock, who: str) -> None:
    world = await answered(storage, clock)
    assert await says_read(storage, clock, world, who, BEHALF) == "not-allowed"


async def test_two_who_say_so_at_once_are_noted_once(storage: Storage, clock: Clock) -> None:
    world = await answered(storage, clock)
    both = (says_read(storage, clock, world, "T", BEHALF) for _ in range(2))
    assert sorted(await asyncio.gather(*both)) == [BEHALF, "answer-closed"]
    async with storage.read() as uow:
        found = await uow.submissions.by_code(BEHALF)
        assert found is not None
        assert found.state is SubmissionState.TOLD
        reasons = [one.reason for one in await uow.submissions.history(found.id)]
    assert reasons.count("told_by_head") == 1
