"""Officials take a wrong urgent mark away and set a missing one, on both databases."""

from __future__ import annotations

import asyncio

import pytest

from faq.guards import Danger
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import grouping, urgency
from handlers.services.submission_changes import ChangedMeanwhile
from storage.models import SubmissionState
from storage.queries import SubmissionsOf
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.submissions import submission_of, told
from tests.worlds import World

_MAIN, _SAME = "XM100014", "XM300036"


@pytest.fixture
async def world(storage: Storage, clock: Clock) -> World:
    return await worlds.asked(storage, clock.now)


async def _lists(work: Work, world: World) -> tuple[list[int], list[int]]:
    """Ids in the list of the meeting, and in the urgent one."""
    assert world.dialogue_session is not None
    read = work.uow.queries.submission_places
    meeting = SubmissionsOf(world.commune.id, world.dialogue_session.id)
    both = [await read(meeting, urgent=one, after_id=0, limit=99) for one in (False, True)]
    ordinary, urgent = ([place.id for place in one] for one in both)
    return ordinary, urgent


async def test_the_mark_goes_and_comes_with_its_list_and_is_audited(
    storage: Storage, world: World, clock: Clock
) -> None:
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, _MAIN)
        await urgency.mark(work, found.id, Danger.CHILD, found.version)
        assert (found.danger, found.version) == ("child", 2)
        ordinary, urgent = await _lists(work, world)
        assert found.id not in ordinary
        assert urgent == [found.id]
        assert len(await told(work, world, "O2")) == 1
        assert await told(work, world, "O") == []
    async with acting(storage, world.people["O2"].id, clock.now) as work:
        found = await submission_of(work, _MAIN)
        await urgency.clear(work, found.id, found.version)
        ordinary, urgent = await _lists(work, world)
        assert found.id in ordinary
        assert urgent == []
        entries = await work.uow.audit.of("submission", found.id)
        acts = [(one.action, one.actor_id) for one in entries if ".danger_" in one.action]
        assert acts == [
            ("submission.danger_marked", world.people["O"].id),
            ("submission.danger_cleared", world.people["O2"].id),
        ]


async def test_what_shares_an_answer_shares_the_mark(
    storage: Storage, world: World, clock: Clock
) -> None:
    async with acting(storage, world.people["O"].id, clock.now) as work:
        main, same = await submission_of(work, _MAIN), await submission_of(work, _SAME)
        await grouping.mark_duplicate(work, same.id, main.code, same.version)
        await urgency.mark(work, main.id, Danger.HUNGER, main.version)
        assert (same.danger, same.state) == ("hunger", SubmissionState.DUPLICATE)
        with pytest.raises(RuleError, match="inbox-calm-group"):
            await urgency.clear(work, same.id, same.version)
        await urgency.clear(work, main.id, main.version)
        assert same.danger == "hunger"
        await urgency.clear(work, same.id, same.version)
        assert same.danger is None


async def test_a_mark_and_a_merge_at_once_never_put_an_urgent_answer_into_the_lists(
    storage: Storage, world: World, clock: Clock
) -> None:
    async with storage.read() as uow:
        main, same = await uow.submissions.by_code(_MAIN), await uow.submissions.by_code(_SAME)
        assert main is not None
        assert same is not None

    async def merge() -> None:
        async with acting(storage, world.people["O"].id, clock.now) as work:
            await grouping.mark_duplicate(work, same.id, main.code, same.version)

    async def mark() -> None:
        async with acting(storage, world.people["O2"].id, clock.now) as work:
            await urgency.mark(work, main.id, Danger.ILLNESS, main.version)

    refused = await asyncio.gather(merge(), mark(), return_exceptions=True)
    assert {type(one) for one in refused} <= {type(None), RuleError}
    async with acting(storage, None, clock.now) as work:
        first, second = await submission_of(work, _MAIN), await submission_of(work, _SAME)
        assert first.danger == "illness"
        assert (second.group_id is None) == (second.danger is None)


async def test_refusals(storage: Storage, world: World, clock: Clock) -> None:
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, _MAIN)
        number, version = found.id, found.version
        with pytest.raises(ChangedMeanwhile):
            await urgency.mark(work, number, Danger.CHILD, version + 1)
        with pytest.raises(ChangedMeanwhile):
            await urgency.clear(work, number, version + 1)
        await urgency.clear(work, number, version)
        assert found.version == version  # nothing to take away
        found.state = SubmissionState.WITHDRAWN
        with pytest.raises(RuleError, match="answer-closed"):
            await urgency.mark(work, number, Danger.CHILD, version)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await urgency.clear(work, number, version)
