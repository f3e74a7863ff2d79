"""A channel that takes messages, and a table filled with them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select

from bot.app import migrate
from bot.channels.base import Capabilities
from bot.config import Settings
from bot.queues import Lease
from handlers.messages import Reply
from storage.database import Database
from storage.models import (
    AddressState,
    ChannelAddress,
    OutboxMessage,
    OutboxState,
    Person,
    Priority,
)
from storage.repositories.outbox import Due
from storage.unit_of_work import Storage
from tests.clock import Clock


class Sink:
    """Takes messages; may be told to fail."""

    name = "sink"

    def __init__(self, rate: float | None = None) -> None:
        self.capabilities = Capabilities(max_text=1000, rate=rate)
        self.sent: list[str] = []
        self.errors: list[Exception] = []
        self.enough = asyncio.Event()
        self.wanted = 0
        self.began = asyncio.Event()
        """Set once something is on its way."""
        self.entered = 0
        self.gate = asyncio.Event()
        """While it is closed nothing arrives."""
        self.gate.set()

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        self.began.set()
        self.entered += 1
        await self.gate.wait()
        if self.errors:
            raise self.errors.pop(0)
        self.sent.append(reply.text)
        if len(self.sent) >= self.wanted:
            self.enough.set()
        return key

    async def run(self) -> None:
        return

    async def close(self) -> None:
        return


@asynccontextmanager
async def stored(settings: Settings) -> AsyncIterator[Storage]:
    await migrate(settings)
    database = Database(settings.effective_database_url, synchronous="NORMAL")
    try:
        yield Storage(database)
    finally:
        await database.close()


async def fill(
    storage: Storage,
    clock: Clock,
    count: int,
    *,
    addresses: int,
    priority: int,
    channel: str = "sink",
    start: int = 0,
) -> None:
    """*count* messages in the table, to so many new accounts in turn, numbered from *start*."""
    async with storage.write() as uow:
        accounts = []
        for number in range(addresses):
            person = Person(created_at=clock())
            uow.people.add(person)
            await uow.flush()
            account = ChannelAddress(
                person_id=person.id,
                channel=channel,
                address=f"{priority}-{start + number}",
                state=AddressState.ACTIVE,
                created_at=clock(),
                last_seen_at=clock(),
            )
            uow.people.add(account)
            accounts.append(account)
        await uow.flush()
        for number in range(count):
            uow.outbox.add(
                OutboxMessage(
                    address_id=accounts[number % addresses].id,
                    channel=channel,
                    payload=Reply(f"{priority}:{start + number}").to_json(),
                    purpose="test",
                    priority=priority,
                    created_at=clock(),
                )
            )
        await uow.commit()


async def states(storage: Storage) -> Counter[OutboxState]:
    async with storage.database.reading() as opened:
        return Counter((await opened.scalars(select(OutboxMessage.state))).all())


async def queue(
    storage: Storage,
    clock: Clock,
    address_id: int,
    *texts: str,
    priority: int = Priority.REPLY,
    lease: Lease | None = None,
) -> list[Due]:
    """*texts* to an address, each in the table; with a *lease* as the replies of a turn."""
    rows = [
        OutboxMessage(
            address_id=address_id,
            channel="sink",
            payload=Reply(text).to_json(),
            purpose="test",
            priority=priority,
            created_at=clock(),
            lease_owner=lease.owner if lease else None,
            lease_until=lease.until if lease else None,
        )
        for text in texts
    ]
    async with storage.write() as uow:
        for row in rows:
            uow.outbox.add(row)
            await uow.flush()
        await uow.commit()
    async with storage.database.reading() as opened:
        address = await opened.get_one(ChannelAddress, address_id)
    return [
        Due(row.id, address_id, "sink", address.address, row.payload, priority, 0, clock(), None)
        for row in rows
    ]


async def somebody(storage: Storage, clock: Clock) -> int:
    """Id of a new account."""
    await fill(storage, clock, 0, addresses=1, priority=0)
    async with storage.database.reading() as opened:
        return (await opened.scalars(select(func.max(ChannelAddress.id)))).one() or 0
