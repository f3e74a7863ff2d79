"""What an official sends once more stays what it was, and an alert that failed is raised again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.channels.base import ContactStopped
from bot.config import Settings
from bot.dispatcher import Dispatcher
from handlers.context import Work
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from handlers.services import change_notices, dialogue_sessions, untold, untold_list
from storage.models import (
    AddressState,
    Household,
    OutboxMessage,
    OutboxState,
    PovertyStatus,
    Role,
    RoleGrant,
)
from storage.repositories.deliveries import URGENT
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.chat import CollectingChannel
from tests.clock import Clock
from tests.integration.households import change, opened, say, stored
from tests.integration.outboxes import Sink
from tests.worlds import World

POOR = ("Hộ Mẫu Nghèo Một", "Hộ Mẫu Nghèo Hai")


class Blocking(Sink):
    """A channel on which some have blocked us."""

    def __init__(self, *who: str) -> None:
        super().__init__()
        self._who = who

    async def send(self, address: str, _reply: Reply, key: str) -> str:
        if address in self._who:
            raise ContactStopped
        return key


async def drained(storage: Storage, clock: Clock, *who: str) -> None:
    """Everything is sent, but for those who have blocked us."""
    await Dispatcher(storage, {"terminal": Blocking(*who)}, clock).drain()


async def unblock(work: Work, world: World, who: str) -> None:
    for account in await work.uow.people.all_addresses(world.people[who].id):
        account.state = AddressState.ACTIVE
    await work.uow.flush()


async def postponed(storage: Storage, clock: Clock) -> World:
    """A meeting is postponed; two poor homes of thôn 3 have no account."""
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        for name in POOR:
            work.uow.people.add(
                Household(
                    village_id=world.villages[2].id,
                    head_name=name,
                    list_year=2026,
                    status=PovertyStatus.POOR,
                    created_at=clock.now,
                )
            )
        await work.uow.flush()
        assert world.dialogue_session is not None
        before = world.dialogue_session.starts_at
        later = clock.now + timedelta(days=30)
        meeting = await dialogue_sessions.postpone(work, world.dialogue_session.id, later)
        await change_notices.tell_postponed(work, meeting, before)
    return world


async def waiting(storage: Storage) -> Sequence[OutboxMessage]:
    async with storage.database.reading() as opened_:
        query = select(OutboxMessage).where(OutboxMessage.state == OutboxState.PENDING)
        return (await opened_.scalars(query)).all()


async def send_again(storage: Storage, clock: Clock, world: World, who: str) -> None:
    """*who* can be written to again, and gets what did not arrive once more."""
    async with acting(storage, world.people["O"].id, clock.now) as work:
        await unblock(work, world, who)
        for one in await untold_list.listed(work, world.commune.id):
            if one.again:
                await untold.send_again(work, one.ids)


async def test_names_of_poor_homes_stay_at_home_when_sent_again(
    storage: Storage, clock: Clock
) -> None:
    world = await postponed(storage, clock)
    await drained(storage, clock, "T")
    await send_again(storage, clock, world, "T")
    named = [
        Reply.from_json(one.payload)
        for one in await waiting(storage)
        if POOR[0] in one.payload["text"]
    ]
    assert named
    for reply in named:
        outside = reply.outside()
        assert outside is not None
        assert "Nghèo" not in outside.text
        assert "Tên các nhà em không gửi qua đây" in outside.text


async def test_a_change_that_fails_again_waits_again(storage: Storage, clock: Clock) -> None:
    world = await postponed(storage, clock)
    await drained(storage, clock, "H")
    await send_again(storage, clock, world, "H")
    await drained(storage, clock, "H")
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await untold_list.listed(work, world.commune.id)
    assert [one.names for one in found] == [("Hộ Mẫu",)]


async def test_an_alert_that_reached_nobody_is_not_said_to_have(
    settings: Settings,
    clock: Clock,
    book: FaqBook,
    storage: Storage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chat = await opened(settings, clock, book)
    send = CollectingChannel.send

    async def blocked(self: CollectingChannel, address: str, reply: Reply, key: str) -> str | None:
        if address == "O":
            raise ContactStopped
        return await send(self, address, reply, key)

    monkeypatch.setattr(CollectingChannel, "send", blocked)
    await say(chat, "H", "chồng tôi đang đánh tôi cứu với")
    clock.forward(minutes=2)
    [*_, said] = await say(chat, "H", "nó đánh tôi chảy máu đầu, cứu tôi")
    assert "Em đã báo cán bộ xã" not in said.plain()
    monkeypatch.setattr(CollectingChannel, "send", send)
    await change_account(storage)
    clock.forward(minutes=2)
    [*_, said] = await say(chat, "H", "nó lại đánh tôi, cứu tôi")
    assert "Em đã báo cán bộ xã" in said.plain()


async def change_account(storage: Storage) -> None:
    """The official has let us in again."""
    async with storage.write() as uow:
        account = await uow.people.address("terminal", "O")
        assert account is not None
        account.state = AddressState.ACTIVE
        await uow.commit()


async def test_whoever_leads_the_office_hears_of_danger_too(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    chat = await opened(settings, clock, book)
    await change(
        chat,
        update(RoleGrant).where(RoleGrant.role == Role.OFFICIAL).values(role=Role.UNIT_ADMIN),
    )
    await say(chat, "H", "chồng tôi đang đánh tôi cứu với")
    rows = await stored(chat, select(OutboxMessage).where(OutboxMessage.purpose == URGENT))
    assert rows
