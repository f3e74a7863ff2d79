"""A village head says which answers were read out; nobody else can, and only once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Engine, event

from handlers.errors import RuleError
from handlers.services import answers, submissions, untold
from storage.models import SubmissionKind, SubmissionState
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
            return await untold.head_has_told(work, world.villages[2].id, found.id, found.version)
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


async def _behalf(storage: Storage, clock: Clock, world: World, count: int) -> None:
    """Answers to *count* more questions that the head of village 3 sent for others."""
    for _ in range(count):
        async with acting(storage, world.people["T"].id, clock.now) as work:
            row = await submissions.receive(
                work,
                kind=SubmissionKind.QUESTION,
                text="Mái nhà dột, xin xã giúp tôn lợp lại",
                commune_id=world.commune.id,
                village_id=world.villages[2].id,
                asker=None,
                asker_name="Hộ Mẫu Ba",
                teller=work.actor,
            )
        async with acting(storage, world.people["O"].id, clock.now) as work:
            await answers.answer(work, row.id, "Lên xã.", None, row.version)


async def _reads(storage: Storage, clock: Clock, world: World, expected: int) -> int:
    """Statements for what waits to be read out."""
    asked: list[str] = []

    def note(*given: Any) -> None:
        asked.append(given[2])

    async with acting(storage, world.people["T"].id, clock.now) as work:
        event.listen(Engine, "before_cursor_execute", note)
        try:
            found = await untold.with_heads(work, world.villages[2].id)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
    assert len(found) == expected
    return len(asked)


async def test_many_cost_as_many_statements_as_few(storage: Storage, clock: Clock) -> None:
    world = await answered(storage, clock)
    few = await _reads(storage, clock, world, 1)
    await _behalf(storage, clock, world, 12)
    assert await _reads(storage, clock, world, 13) <= few


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
