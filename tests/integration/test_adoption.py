"""Submissions sent before a dialogue session is announced, on both databases."""

from __future__ import annotations

import asyncio
import itertools
from datetime import timedelta
from typing import Any

from handlers.services import (
    adoption,
    announcements,
    dialogue_sessions,
    people,
    session_plans,
    submissions,
)
from handlers.services.announcements import Published
from handlers.services.session_plans import Plan
from storage.models import Submission, SubmissionKind, SubmissionState
from storage.queries import SubmissionsOf
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.waiting import until_it_waits
from tests.worlds import World

NUMBERS = itertools.count(1)


def meeting_id(world: World) -> int:
    assert world.dialogue_session is not None
    return world.dialogue_session.id


async def keep(storage: Storage, world: World, clock: Clock, **values: Any) -> int:
    """A submission of thôn 3 that belongs to no session, unless told otherwise; its id."""
    async with storage.write() as uow:
        row = Submission(
            code=f"XM{next(NUMBERS):06}",
            **{
                "kind": SubmissionKind.QUESTION,
                "state": SubmissionState.RECEIVED,
                "commune_id": world.commune.id,
                "village_id": world.villages[2].id,
                "text": "Thẻ bảo hiểm y tế mất thì làm lại ở đâu?",
                "created_at": clock.now,
                "changed_at": clock.now,
                **values,
            },
        )
        uow.submissions.add(row)
        await uow.flush()
        await uow.commit()
        return row.id


async def session_of(storage: Storage, submission_id: int) -> int | None:
    async with storage.read() as uow:
        found = await uow.submissions.get(submission_id)
        assert found is not None
        return found.dialogue_session_id


async def publish(
    storage: Storage, world: World, clock: Clock, session: int | None = None
) -> Published:
    async with acting(storage, world.people["O"].id, clock.now) as work:
        return await announcements.publish(work, session or meeting_id(world))


async def test_what_was_sent_before_belongs_to_the_session_that_is_published(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.drafted(storage, clock.now)
    sent = await keep(storage, world, clock)
    nowhere = await keep(storage, world, clock, village_id=None)
    assigned = await keep(storage, world, clock, state=SubmissionState.ASSIGNED, version=4)
    answered = await keep(storage, world, clock, state=SubmissionState.ANSWERED)
    withdrawn = await keep(storage, world, clock, state=SubmissionState.WITHDRAWN)
    async with storage.read() as uow:
        assert await uow.submissions.count(adoption.loose(world.commune.id)) == 3
    published = await publish(storage, world, clock)
    assert published.adopted == 3
    for one in (sent, nowhere, assigned):
        assert await session_of(storage, one) == meeting_id(world)
    assert await session_of(storage, answered) is None
    assert await session_of(storage, withdrawn) is None
    async with storage.read() as uow:
        assert await uow.submissions.count(adoption.loose(world.commune.id)) == 0
        listed = await uow.queries.submission_places(
            SubmissionsOf(world.commune.id, meeting_id(world)), after_id=0, limit=10
        )
        assert [one.id for one in listed] == [sent, nowhere, assigned]
        counted = await uow.submissions.topic_counts(meeting_id(world))
        assert counted == [(None, False, 3)]
        found = await uow.submissions.get(assigned)
        assert found is not None
        assert found.version == 4  # an answer that is being written meanwhile is not refused
        entries = await uow.audit.of("dialogue_session", meeting_id(world))
        assert [one.details for one in entries if one.action == "submissions.adopted"] == [
            {"count": 3}
        ]


async def test_only_those_of_its_villages_and_of_no_other_session(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    third = await keep(storage, world, clock)
    first = await keep(storage, world, clock, village_id=world.villages[0].id)
    taken = await keep(
        storage,
        world,
        clock,
        village_id=world.villages[0].id,
        dialogue_session_id=meeting_id(world),
    )
    async with acting(storage, world.people["O"].id, clock.now) as work:
        starts = clock.now + timedelta(days=30)
        plan = Plan("Đối thoại", {world.villages[0].id: 15}, starts, "nhà văn hóa thôn 1")
        second = (await session_plans.create(work, world.commune.id, plan)).id
    assert (await publish(storage, world, clock, second)).adopted == 1
    assert await session_of(storage, first) == second
    assert await session_of(storage, third) is None
    assert await session_of(storage, taken) == meeting_id(world)
    assert (await publish(storage, world, clock, second)).adopted == 0


async def send(
    storage: Storage,
    world: World,
    clock: Clock,
    *,
    written: asyncio.Event | None = None,
    held: asyncio.Event | None = None,
) -> int:
    """A household's question; tells when it is *written*, and is committed once *held* is set."""
    async with acting(storage, world.people["H"].id, clock.now) as work:
        assert work.actor is not None
        await people.give_consent(work, work.actor)
        row = await submissions.receive(
            work,
            kind=SubmissionKind.QUESTION,
            text="Vay vốn nuôi bò thì gặp ai?",
            commune_id=world.commune.id,
            village_id=world.villages[2].id,
            asker=work.actor,
            asker_name=None,
        )
        if written is not None and held is not None:
            written.set()
            await held.wait()
        return row.id


async def test_what_is_being_sent_while_it_is_published_is_taken_in(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.drafted(storage, clock.now)
    written, held = asyncio.Event(), asyncio.Event()
    sending = asyncio.create_task(send(storage, world, clock, written=written, held=held))
    await written.wait()
    publishing = asyncio.create_task(publish(storage, world, clock))
    await until_it_waits(storage, publishing)
    held.set()
    sent, published = await asyncio.gather(sending, publishing)
    assert published.adopted == 1
    assert await session_of(storage, sent) == meeting_id(world)


async def test_what_is_sent_just_before_the_publishing_is_through_finds_the_session(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.drafted(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await announcements.publish(work, meeting_id(world))
        sending = asyncio.create_task(send(storage, world, clock))
        await until_it_waits(storage, sending)
    assert await session_of(storage, await sending) == meeting_id(world)


async def test_what_belonged_to_a_cancelled_meeting_goes_to_the_next_or_to_none(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.two_villages(storage, clock.now)
    first = meeting_id(world)
    async with storage.read() as uow:
        second = max(one.id for one in await uow.dialogue_sessions.of_commune(world.commune.id))
    of_first = {"dialogue_session_id": first}
    both = await keep(storage, world, clock, village_id=world.villages[3].id, late=True, **of_first)
    only_first = await keep(storage, world, clock, village_id=world.villages[0].id, **of_first)
    answered = await keep(storage, world, clock, state=SubmissionState.ANSWERED, **of_first)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await dialogue_sessions.cancel(work, first)
    assert await session_of(storage, both) == second
    assert await session_of(storage, only_first) is None
    assert await session_of(storage, answered) == first, "it was answered there"
    async with storage.read() as uow:
        assert await uow.submissions.count(adoption.loose(world.commune.id)) == 1
        moved = await uow.submissions.get(both)
        assert moved is not None
        assert not moved.late
