"""Groups of duplicates: nobody of them is left without an answer, on both databases."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from handlers.errors import RuleError
from handlers.services import answers, assignments, erasure, grouping, ungrouping
from handlers.services.answer_delivery import Delivered
from handlers.services.submission_changes import ChangedMeanwhile
from storage.models import SubmissionState
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.submissions import submission_of, told
from tests.worlds import World

FIRST, OTHER, SAME, THIRD = "XM100014", "XM200028", "XM300036", "XM400043"


async def grouped(storage: Storage, clock: Clock, *followers: str, first: str = FIRST) -> World:
    """The world of four submissions, *followers* merged into *first*."""
    world = await worlds.asked(storage, clock.now)
    for code in followers:
        async with acting(storage, world.people["O"].id, clock.now) as work:
            same = await submission_of(work, code)
            await grouping.mark_duplicate(work, same.id, first, same.version)
    return world


async def erase(storage: Storage, clock: Clock, person_id: int) -> None:
    async with acting(storage, person_id, clock.now) as work:
        assert work.actor is not None
        address = (await work.uow.people.all_addresses(person_id))[0]
        await erasure.erase(work, work.actor, address)


async def test_a_redirection_tells_everybody_of_the_group(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, SAME)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first = await submission_of(work, FIRST)
        delivered = await answers.redirect(work, first.id, "Đến ngân hàng.", first.version)
        assert delivered == Delivered(here=2)
        assert await told(work, world, "H") == [
            "Về mã XM 100 014, anh/chị hỏi “thẻ bảo hiểm y tế mất làm lại ở đâu”: Đến ngân hàng."
        ]
        assert await told(work, world, "H1") == [
            "Về mã XM 300 036, anh/chị hỏi “mat the bao hiem lam lai the nao”: Đến ngân hàng."
        ]
    async with acting(storage, None, clock.now) as work:
        first = await submission_of(work, FIRST)
        for code in (FIRST, SAME):
            found = await submission_of(work, code)
            assert found.state is SubmissionState.REDIRECTED
            assert [answer.text for answer in found.answers] == ["Đến ngân hàng."]
        actions = [entry.action for entry in await work.uow.audit.of("submission", first.id)]
        assert "answer.redirected" in actions


async def test_a_duplicate_of_a_redirected_one_is_pointed_there_too(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first, same = await submission_of(work, FIRST), await submission_of(work, SAME)
        await answers.redirect(work, first.id, "Đến ngân hàng.", first.version)
        await grouping.mark_duplicate(work, same.id, FIRST, same.version)
        assert same.state is SubmissionState.REDIRECTED
        assert await told(work, world, "H1") == [
            "Về mã XM 300 036, anh/chị hỏi “mat the bao hiem lam lai the nao”: Đến ngân hàng."
        ]


async def test_who_erases_the_first_passes_the_group_to_the_oldest(
    storage: Storage, clock: Clock
) -> None:
    world = await grouped(storage, clock, THIRD, SAME)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first = await submission_of(work, FIRST)
        await assignments.assign(work, first.id, world.people["O2"].id, first.version)
        stale = (await submission_of(work, SAME)).version
    await erase(storage, clock, world.people["H"].id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        gone, heir, other = (
            await submission_of(work, FIRST),
            await submission_of(work, SAME),
            await submission_of(work, THIRD),
        )
        assert (gone.state, gone.group_id) == (SubmissionState.WITHDRAWN, None)
        assert (heir.state, heir.group_id) == (SubmissionState.RECEIVED, None)
        assert heir.assignee_id == world.people["O2"].id
        assert (other.state, other.group_id) == (SubmissionState.DUPLICATE, heir.id)
        history = await work.uow.submissions.history(heir.id)
        assert [step.reason for step in history][-1] == "first_taken_back"
        with pytest.raises(ChangedMeanwhile):
            await answers.answer(work, heir.id, "Lên xã.", None, stale)
        delivered = await answers.answer(work, heir.id, "Lên xã.", None, heir.version)
        assert delivered == Delivered(here=2)
        assert await told(work, world, "H1") == [
            "Về mã XM 300 036, anh/chị hỏi “mat the bao hiem lam lai the nao”: Lên xã.",
            "Về mã XM 400 043, anh/chị hỏi “Muốn vay vốn nuôi bò thì gặp ai”: Lên xã.",
        ]


async def test_an_issued_first_one_stays_first(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, SAME)
    async with acting(storage, None, clock.now) as work:
        (await submission_of(work, FIRST)).issued_at = clock.now
    await erase(storage, clock, world.people["H"].id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first, same = await submission_of(work, FIRST), await submission_of(work, SAME)
        assert first.state is SubmissionState.RECEIVED
        assert same.group_id == first.id
        delivered = await answers.answer(work, first.id, "Lên xã.", None, first.version)
        assert delivered == Delivered(here=1, nobody=1)


async def test_all_of_a_group_may_go_with_their_asker(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, THIRD, OTHER, first=SAME)
    await erase(storage, clock, world.people["H1"].id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        left = await submission_of(work, OTHER)
        assert (left.state, left.group_id) == (SubmissionState.RECEIVED, None)
        assert not await work.uow.submissions.group((await submission_of(work, SAME)).id)
        assert not await work.uow.submissions.group((await submission_of(work, THIRD)).id)


async def test_an_urgent_one_is_no_heir_of_others(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, SAME, THIRD)
    async with acting(storage, None, clock.now) as work:
        (await submission_of(work, SAME)).danger = "hunger"
    await erase(storage, clock, world.people["H"].id)
    async with acting(storage, None, clock.now) as work:
        heir, urgent = await submission_of(work, THIRD), await submission_of(work, SAME)
        assert (heir.group_id, urgent.group_id) == (None, heir.id)


async def test_a_follower_that_goes_leaves_the_group(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, SAME)
    await erase(storage, clock, world.people["H1"].id)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first = await submission_of(work, FIRST)
        assert not await work.uow.submissions.group(first.id)
        assert await answers.answer(work, first.id, "Lên.", None, first.version) == Delivered(
            here=1
        )


async def test_taken_out_it_waits_for_its_own_answer(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, SAME)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        same, first = await submission_of(work, SAME), await submission_of(work, FIRST)
        with pytest.raises(ChangedMeanwhile):
            await ungrouping.take_out(work, same.id, same.version - 1)
        await ungrouping.take_out(work, same.id, same.version)
        assert (same.state, same.group_id) == (SubmissionState.RECEIVED, None)
        assert await answers.answer(work, first.id, "Lên.", None, first.version) == Delivered(
            here=1
        )
        assert not await told(work, world, "H1")
        await answers.answer(work, same.id, "Riêng.", None, same.version)
        assert await told(work, world, "H1") == [
            "Về mã XM 300 036, anh/chị hỏi “mat the bao hiem lam lai the nao”: Riêng."
        ]
        with pytest.raises(RuleError, match="answer-not-grouped"):
            await ungrouping.take_out(work, same.id, same.version)


async def test_one_that_was_told_the_wrong_answer_is_open_again(
    storage: Storage, clock: Clock
) -> None:
    world = await grouped(storage, clock, SAME)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        first = await submission_of(work, FIRST)
        await answers.answer(work, first.id, "Lên xã.", None, first.version)
        same = await submission_of(work, SAME)
        await ungrouping.take_out(work, same.id, same.version)
        assert same.state is SubmissionState.RECEIVED


async def test_only_officials_take_out(storage: Storage, clock: Clock) -> None:
    world = await grouped(storage, clock, SAME)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        same = await submission_of(work, SAME)
        with pytest.raises(RuleError, match="not-allowed"):
            await ungrouping.take_out(work, same.id, same.version)


async def test_answering_while_one_is_taken_out_never_tells_it_both(
    storage: Storage, clock: Clock
) -> None:
    world = await grouped(storage, clock, SAME)
    async with storage.read() as uow:
        first, same = await uow.submissions.by_code(FIRST), await uow.submissions.by_code(SAME)
    assert first is not None
    assert same is not None

    async def answer() -> None:
        async with acting(storage, world.people["O"].id, clock.now) as work:
            await answers.answer(work, first.id, "Lên xã.", None, first.version)

    async def take_out() -> None:
        with suppress(ChangedMeanwhile):
            async with acting(storage, world.people["O2"].id, clock.now) as work:
                await ungrouping.take_out(work, same.id, same.version)

    await asyncio.gather(answer(), take_out())
    async with acting(storage, None, clock.now) as work:
        left = await submission_of(work, SAME)
        heard = len(await told(work, world, "H1"))
        if left.group_id is None:
            assert (left.state, heard) == (SubmissionState.RECEIVED, 0)
        else:
            assert (left.state, heard) == (SubmissionState.ANSWERED, 1)
