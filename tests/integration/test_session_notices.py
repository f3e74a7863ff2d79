"""Notices of a dialogue session: their words, and whom they reach, on both databases."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from handlers.errors import RuleError
from handlers.services import (
    announcements,
    change_notices,
    dialogue_sessions,
    notice_words,
    reach,
)
from storage.models import (
    OutboxState,
    Priority,
    SessionState,
)
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.meetings import meeting_id, official


async def test_the_notice_never_says_that_somebody_is_poor(storage: Storage, clock: Clock) -> None:
    world = await worlds.drafted(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        await announcements.publish(work, meeting_id(world))
        found = await work.uow.dialogue_sessions.get(meeting_id(world))
        assert found is not None
        shown = await reach.preview(work, found)
    assert "hộ nghèo" not in shown.text.lower()
    assert "cận nghèo" not in shown.text.lower()
    assert "đăng ký" in shown.text


async def test_preview_counts_households_per_village(storage: Storage, clock: Clock) -> None:
    world = await worlds.drafted(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        found = await work.uow.dialogue_sessions.get(meeting_id(world))
        assert found is not None
        shown = await reach.preview(work, found)
        counts = [(one.name, one.reached, one.unreached, one.has_head) for one in shown.villages]
        assert counts[:3] == [
            ("Thôn 1", 0, 1, True),
            ("Thôn 2", 0, 0, False),
            ("Thôn 3", 1, 2, True),
        ]
        assert (shown.reached, shown.unreached, shown.contacts, shown.heads) == (1, 3, 4, 2)
        left = await reach.to_tell(work, world.villages[2].id)
        assert [one.head_name for one in left] == ["Hộ Mẫu Ba", "Hộ Mẫu Bốn"]


async def test_publishing_at_once_twice_adds_nothing(storage: Storage, clock: Clock) -> None:
    world = await worlds.drafted(storage, clock.now)

    async def publish() -> int:
        async with acting(storage, official(world), clock.now) as work:
            return (await announcements.publish(work, meeting_id(world))).added

    added = await asyncio.gather(*(publish() for _ in range(4)))
    assert sorted(added) == [0, 0, 0, 4]
    async with acting(storage, official(world), clock.now) as work:
        notices = await work.uow.dialogue_sessions.announcements(meeting_id(world))
        assert len(notices) == 1
        assert (notices[0].reachable, notices[0].unreachable) == (1, 3)
        states = await work.uow.deliveries.announcement_states(notices[0].id)
        assert len({person_id for person_id, _, _ in states}) == 4
        assert {state for _, _, state in states} == {OutboxState.PENDING}
        keys = await work.uow.deliveries.announced(notices[0].id)
        assert f"announcement:{notices[0].id}:{world.people['H'].id}" in keys
        due = await work.uow.outbox.claim(
            ["terminal"],
            owner="test",
            now=clock.now,
            until=clock.now + timedelta(minutes=1),
            limit=10,
        )
        assert {one.priority for one in due} == {Priority.BULK}
        found = await work.uow.dialogue_sessions.get(meeting_id(world))
        assert found is not None
        delivery = await announcements.deliveries(work, found)
        told = (delivery.waiting, delivery.unopened, delivery.sent, delivery.failed)
        assert told == (0, 4, 0, 0)  # in a terminal, which nobody has open


async def test_a_head_who_lives_elsewhere_is_counted_as_a_person(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.drafted(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        head = await work.uow.people.get(world.people["T"].id)
        assert head is not None
        head.village_id = None
        await work.uow.flush()
        found = await work.uow.dialogue_sessions.get(meeting_id(world))
        assert found is not None
        shown = await reach.preview(work, found)
        assert shown.contacts == (await announcements.publish(work, found.id)).added == 4


async def test_somebody_new_gets_the_notice_when_it_is_published_again(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.drafted(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        await announcements.publish(work, meeting_id(world))
    async with acting(storage, official(world), clock.now) as work:
        address = await work.uow.people.address_or_new(
            "terminal", "new", now=clock.now, commune_id=world.commune.id
        )
        address.person.village_id = world.villages[4].id
        await work.uow.flush()
        assert (await announcements.publish(work, meeting_id(world))).added == 1


async def test_publishing_again_leaves_closed_lists_closed(storage: Storage, clock: Clock) -> None:
    world = await worlds.drafted(storage, clock.now)
    number = meeting_id(world)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await announcements.publish(work, number)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await dialogue_sessions.close_registration(work, number)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        assert (await announcements.publish(work, number)).added == 0
        found = await work.uow.dialogue_sessions.get(number)
        assert found is not None
        assert found.state is SessionState.REGISTRATION_CLOSED
    clock.forward(days=16)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        with pytest.raises(RuleError, match="session-over"):
            await announcements.publish(work, number)


async def test_a_draft_is_cancelled_in_silence(storage: Storage, clock: Clock) -> None:
    world = await worlds.drafted(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        found = await dialogue_sessions.cancel(work, meeting_id(world))
        assert await change_notices.tell_cancelled(work, found) == 0


async def test_heads_are_asked_to_tell_those_without_an_account(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.full_village(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        found = await dialogue_sessions.postpone(work, meeting_id(world), None)
        await change_notices.tell_postponed(work, found, None)
        messages = await work.uow.mailbox.after(
            (await work.uow.people.addresses(world.people["T"].id))[0].id, 0, 10
        )
        assert "Nhờ anh/chị báo lại" in messages[-1].payload["text"]


@pytest.mark.parametrize(
    ("language", "kind", "head"),
    [
        ("vi", "thôn", "báo trưởng thôn hoặc"),
        ("vi", "bản", "báo trưởng bản hoặc"),
        ("vi", "tổ dân phố", "báo tổ trưởng hoặc"),
        ("en", "bản", "tell the head of the bản or"),
        ("en", "tổ dân phố", "tell the head of the residential group or"),
    ],
)
async def test_heads_are_called_as_people_call_them(
    storage: Storage, clock: Clock, language: str, kind: str, head: str
) -> None:
    world = await worlds.announced(storage, clock.now)
    async with acting(storage, None, clock.now) as work:
        for village in await work.uow.units.villages(world.commune.id):
            village.kind = kind
        found = await work.uow.dialogue_sessions.get(meeting_id(world))
        assert found is not None
        assert head in await notice_words.register_line(work, found, language)
