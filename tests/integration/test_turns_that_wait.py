"""A turn that waited for the one before it knows what that one changed, from any process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from bot.app import migrate
from bot.config import Settings
from handlers.messages import Reply
from storage.database import Database
from storage.models import (
    AddressState,
    ChannelAddress,
    OutboxMessage,
    Person,
    Priority,
    Role,
    RoleGrant,
)
from storage.repositories.conversations import Talking
from storage.unit_of_work import Storage, UnitOfWork
from tests.clock import Clock
from tests.worlds import WORLDS

Change = Callable[[UnitOfWork, Talking, Clock], Awaitable[None]]
"""What the first turn does before it commits."""


@asynccontextmanager
async def process(settings: Settings) -> AsyncIterator[Storage]:
    database = Database(settings.effective_database_url, synchronous="NORMAL")
    try:
        yield Storage(database)
    finally:
        await database.close()


async def talking(uow: UnitOfWork, clock: Clock, sender: str) -> Talking | None:
    return await uow.conversations.talking("terminal", "O", sender=sender, now=clock())


async def waits_for_a_lock(storage: Storage) -> None:
    """Return once a transaction of this PostgreSQL database waits for another."""
    query = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    waiting = 0
    async with asyncio.timeout(30):
        while not waiting:
            async with storage.database.reading() as opened:
                waiting = (await opened.execute(query)).scalar_one()


@pytest.fixture
async def two(settings: Settings, clock: Clock) -> AsyncIterator[tuple[Storage, Storage]]:
    """Two processes over one commune, whose official "O" has a talk."""
    await migrate(settings)
    async with process(settings) as one, process(settings) as other:
        await WORLDS["commune"](one, clock())
        async with one.write() as uow:
            account = await uow.people.address("terminal", "O")
            assert account is not None
            await uow.conversations.locked(account, clock())
            await uow.commit()
        yield one, other


async def after_waiting(
    two: tuple[Storage, Storage], clock: Clock, change: Change
) -> Talking | None:
    """What the second process reads of "O" when the first does *change* while it waits."""
    one, other = two

    async def second() -> Talking | None:
        async with other.write() as uow:
            return await talking(uow, clock, "other")

    async with one.write() as uow:
        first = await talking(uow, clock, "one")
        assert first is not None
        waiting = asyncio.create_task(second())
        if not one.database.is_sqlite:
            await waits_for_a_lock(one)
        await change(uow, first, clock)
        await uow.commit()
    return await waiting


async def rename(_uow: UnitOfWork, first: Talking, _clock: Clock) -> None:
    first.conversation.menu_seq = 7
    first.conversation.address.person.display_name = "Mẫu Mới"


async def revoke(_uow: UnitOfWork, first: Talking, clock: Clock) -> None:
    for grant in first.conversation.address.person.roles:
        grant.revoked_at = clock()


async def grant(uow: UnitOfWork, first: Talking, clock: Clock) -> None:
    person = first.conversation.address.person
    [unit] = await uow.units.communes()
    given = RoleGrant(person_id=person.id, role=Role.OBSERVER, unit_id=unit.id, granted_at=clock())
    person.roles.append(given)


async def erase(uow: UnitOfWork, first: Talking, clock: Clock) -> None:
    """As XOÁ does: the account gets a person of its own, without anything."""
    nobody = Person(created_at=clock())
    uow.people.add(nobody)
    await uow.flush()
    first.conversation.address.person = nobody


async def say(uow: UnitOfWork, first: Talking, clock: Clock) -> None:
    """The first turn answers, and its reply waits."""
    uow.outbox.add(
        OutboxMessage(
            address_id=first.conversation.address_id,
            channel="terminal",
            payload=Reply("Lời trước").to_json(),
            purpose="reply",
            priority=Priority.REPLY,
            created_at=clock(),
        )
    )


async def rename_account(uow: UnitOfWork, first: Talking, _clock: Clock) -> None:
    """The account is forgotten and renamed: whoever writes now is new."""
    account = first.conversation.address
    account.address, account.state = "forgotten", AddressState.FORGOTTEN


async def test_a_name(two: tuple[Storage, Storage], clock: Clock) -> None:
    found = await after_waiting(two, clock, rename)
    assert found is not None
    assert found.conversation.menu_seq == 7
    assert found.conversation.address.person.display_name == "Mẫu Mới"


async def test_a_role_taken_back(two: tuple[Storage, Storage], clock: Clock) -> None:
    found = await after_waiting(two, clock, revoke)
    assert found is not None
    roles = found.conversation.address.person.roles
    assert roles
    assert all(grant.revoked_at is not None for grant in roles)


async def test_a_role_given(two: tuple[Storage, Storage], clock: Clock) -> None:
    found = await after_waiting(two, clock, grant)
    assert found is not None
    assert Role.OBSERVER in {one.role for one in found.conversation.address.person.roles}


async def test_an_erasure(two: tuple[Storage, Storage], clock: Clock) -> None:
    found = await after_waiting(two, clock, erase)
    assert found is not None
    account: ChannelAddress = found.conversation.address
    assert account.person.display_name is None
    assert account.person.roles == []


async def test_a_reply_that_waits(two: tuple[Storage, Storage], clock: Clock) -> None:
    found = await after_waiting(two, clock, say)
    assert found is not None
    assert found.behind


async def test_a_forgotten_account(two: tuple[Storage, Storage], clock: Clock) -> None:
    assert await after_waiting(two, clock, rename_account) is None
