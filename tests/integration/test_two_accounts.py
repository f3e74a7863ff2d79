"""What is told to somebody with two accounts: once, where they read it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest

from handlers.context import Work
from handlers.messages import Reply
from handlers.services import announcements, reach
from handlers.services.announcements import Delivery
from storage.models import (
    AddressState,
    ChannelAddress,
    DialogueSession,
    OutboxMessage,
    OutboxState,
    Person,
)
from storage.repositories.deliveries import URGENT
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock


@dataclass(slots=True)
class Told:
    """A person of the sample commune after its meeting was announced."""

    work: Work
    person: Person
    meeting: DialogueSession
    last: ChannelAddress
    """The account that the person used last."""
    second: ChannelAddress
    """The one that was used the day before."""

    async def at(self, account: ChannelAddress) -> list[OutboxMessage]:
        """What goes to an account."""
        return await self.work.uow.mailbox.after(account.id, 0, 20)

    async def words_at(self, account: ChannelAddress) -> list[str]:
        """The words of it."""
        return [one.payload["text"] for one in await self.at(account)]

    async def blocked(self, account: ChannelAddress) -> None:
        """The person blocked us there."""
        await self.work.uow.handovers.stop_address(account.id, self.work.now, "blocked")

    async def deliveries(self) -> Delivery:
        """What became of the announcement."""
        return await announcements.deliveries(self.work, self.meeting)


@pytest.fixture
def who() -> str:
    """Whose accounts these are: a household, or the village head (T), who gets several messages."""
    return "H"


@pytest.fixture
async def told(storage: Storage, clock: Clock, who: str) -> AsyncIterator[Told]:
    world = await worlds.drafted(storage, clock.now)
    assert world.dialogue_session is not None
    async with acting(storage, world.people["O"].id, clock.now) as work:
        person = await work.uow.people.get(world.people[who].id)
        meeting = await work.uow.dialogue_sessions.get(world.dialogue_session.id)
        assert person is not None
        assert meeting is not None
        [last] = await work.uow.people.addresses(person.id)
        second = ChannelAddress(
            person_id=person.id,
            channel="webchat",
            address="second",
            state=AddressState.ACTIVE,
            created_at=clock.now,
            last_seen_at=clock.now - timedelta(days=1),
        )
        work.uow.people.add(second)
        await work.uow.flush()
        assert (await reach.preview(work, meeting)).contacts == 4
        assert (await announcements.publish(work, meeting.id)).added == 4
        yield Told(work, person, meeting, last, second)


async def test_the_notice_goes_where_they_wrote_last(told: Told) -> None:
    assert (await announcements.publish(told.work, told.meeting.id)).added == 0
    assert len(await told.at(told.last)) == 1
    assert await told.at(told.second) == []
    assert (await told.deliveries()).unopened == 4


@pytest.mark.parametrize("who", ["T"])
async def test_it_goes_to_the_other_account_where_the_last_one_is_blocked(told: Told) -> None:
    words = await told.words_at(told.last)
    assert len(words) > 1, "a head gets several messages"
    await told.blocked(told.last)
    again = await told.at(told.second)
    assert [one.payload["text"] for one in again] == words
    assert {one.channel for one in again} == {"webchat"}
    assert _counts(await told.deliveries()) == (1, 3, 0)
    assert (await announcements.publish(told.work, told.meeting.id)).added == 0
    await told.blocked(told.second)
    assert _counts(await told.deliveries()) == (0, 3, 1)


async def test_an_answer_follows_it_and_what_belongs_to_the_talk_stays(told: Told) -> None:
    for purpose in ("answer", "registration", "reply", "reminder", URGENT):
        told.work.queue(told.last, Reply(purpose), purpose=purpose)
    await told.work.uow.flush()
    notice, *_ = await told.words_at(told.last)
    await told.blocked(told.last)
    assert await told.words_at(told.second) == [notice, "answer", "registration"]
    assert _states(await told.at(told.last)) == {OutboxState.STOPPED}
    await told.blocked(told.second)  # and nobody is left
    assert _states(await told.at(told.second)) == {OutboxState.STOPPED}
    assert len(await told.at(told.last)) == 6


async def test_a_notice_that_cannot_be_sent_goes_to_the_other_account_once(told: Told) -> None:
    uow, now = told.work.uow, told.work.now
    [notice] = await told.at(told.last)
    await uow.handovers.give_up(notice.id, now)
    await uow.outbox.finish([notice.id], OutboxState.FAILED, now, "rejected")
    [again] = await told.at(told.second)
    assert again.payload["text"] == notice.payload["text"]
    await uow.handovers.give_up(again.id, now)
    assert len(await told.at(told.last)) == 1


async def test_an_answer_that_cannot_be_sent_goes_to_the_other_account_once(told: Told) -> None:
    uow, now = told.work.uow, told.work.now
    for purpose in ("answer", "reply"):
        told.work.queue(told.last, Reply(purpose), purpose=purpose)
    await uow.flush()
    _, *queued = await told.at(told.last)
    for one in queued:
        await uow.handovers.give_up(one.id, now)
        await uow.outbox.finish([one.id], OutboxState.FAILED, now, "rejected")
    [again] = await told.at(told.second)
    assert again.payload["text"] == "answer"
    await uow.handovers.give_up(again.id, now)
    await uow.outbox.finish([again.id], OutboxState.FAILED, now, "rejected")
    assert len(await told.at(told.last)) == 3
    assert len(await told.at(told.second)) == 1


async def test_announcing_again_sends_to_whom_the_notice_did_not_reach(told: Told) -> None:
    uow, now = told.work.uow, told.work.now
    [notice] = await told.at(told.last)
    await uow.handovers.give_up(notice.id, now)
    await uow.outbox.finish([notice.id], OutboxState.FAILED, now, "temporary")
    assert (await announcements.publish(told.work, told.meeting.id)).added == 0
    [again] = await told.at(told.second)
    await uow.outbox.finish([again.id], OutboxState.FAILED, now, "temporary")
    assert (await told.deliveries()).failed == 1
    assert (await announcements.publish(told.work, told.meeting.id)).added == 1
    assert (await told.deliveries()).failed == 0
    assert len(await told.at(told.last)) == 2
    assert (await announcements.publish(told.work, told.meeting.id)).added == 0


@pytest.mark.parametrize("who", ["T"])
async def test_announcing_again_sends_only_the_part_that_did_not_arrive(told: Told) -> None:
    uow, now = told.work.uow, told.work.now
    first, second, *_ = before = await told.at(told.last)
    await uow.outbox.finish([first.id], OutboxState.SENT, now)
    await uow.outbox.finish([second.id], OutboxState.FAILED, now, "rejected")
    assert (await told.deliveries()).failed == 1
    assert (await announcements.publish(told.work, told.meeting.id)).added == 1
    words = await told.words_at(told.last)
    assert words[len(before) :] == [second.payload["text"]]


async def test_no_notice_leaves_after_the_meeting_began(told: Told) -> None:
    [notice] = await told.at(told.last)
    assert notice.not_after == told.meeting.starts_at
    await told.blocked(told.last)
    [again] = await told.at(told.second)
    assert again.not_after == told.meeting.starts_at


async def test_who_said_stop_gets_no_notice_at_the_other_account(told: Told) -> None:
    told.person.stopped_at = told.work.now
    await told.work.uow.flush()
    await told.blocked(told.last)
    assert await told.at(told.second) == []


def _counts(deliveries: Delivery) -> tuple[int, int, int]:
    return deliveries.waiting, deliveries.unopened, deliveries.failed


def _states(messages: Sequence[OutboxMessage]) -> set[OutboxState]:
    return {one.state for one in messages}
