"""What this process holds of the outbox: claimed with a lease, renewed, given back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from secrets import token_hex

from bot import logs
from bot.queues import Lease, Queues
from storage.repositories.outbox import Due
from storage.unit_of_work import Storage

log = logs.get(__name__)

LEASE = timedelta(seconds=60)
MOST_HELD = 64
"""Messages of a channel taken from the table: so few that they leave well within their lease."""
_RENEW_SECONDS = LEASE.total_seconds() / 3


class Leases:
    """The rows that one process may send."""

    def __init__(self, storage: Storage, queues: Queues, clock: Callable[[], datetime]) -> None:
        self.owner = token_hex(8)
        self.only: str | None = None
        """The one address that is served, where the channel is one person's."""
        self._storage = storage
        self._queues = queues
        self._clock = clock
        self._checking = asyncio.Lock()

    def born(self, now: datetime) -> Lease:
        """What the replies of a turn that begins now are born with."""
        return Lease(self.owner, now + LEASE, self._queues.setbacks)

    async def recover(self, channels: Collection[str]) -> None:
        """On SQLite this is the only process that serves its channels (or its one address): what a
        killed one held is free at once. On PostgreSQL a dead process' leases run out by
        themselves."""
        if not self._storage.database.is_sqlite:
            return
        async with self._storage.write() as uow:
            await uow.outbox.free_leases(tuple(channels), but_not=self.owner, address=self.only)
            await uow.commit()

    async def claim(self, rooms: Mapping[str, int]) -> list[Due] | None:
        """Take on what is due, for each channel by itself: none uses up the room of another.

        *rooms*: how many more of each channel fit. None when nothing seems to be due at all.
        """
        now = self._clock()
        async with self._storage.read() as uow:
            ready = await uow.outbox.due_channels(list(rooms), now, address=self.only)
        if not ready:
            return None
        due: list[Due] = []
        async with self._storage.write() as uow:
            for name in ready:
                due += await uow.outbox.claim(
                    (name,),
                    owner=self.owner,
                    now=now,
                    until=now + LEASE,
                    limit=rooms[name],
                    address=self.only,
                )
            await uow.commit()
        return due

    async def give_back(self) -> None:
        """Give back leases of what was set aside; what fails is tried with the next claim."""
        ids = frozenset(self._queues.returning)
        if not ids:
            return
        try:
            async with self._storage.write() as uow:
                await uow.outbox.give_back(ids, owner=self.owner)
                await uow.commit()
        except Exception:
            log.exception("leases_not_given_back", count=len(ids))
            return
        for number in ids:
            self._queues.returning.pop(number, None)

    async def keep(self) -> None:
        """Renew what waits here for long (a throttled channel); drop what another process took."""
        while True:
            await asyncio.sleep(_RENEW_SECONDS)
            try:
                await self._renew()
            except Exception:
                log.exception("leases_not_renewed", count=len(self._queues.held))

    async def check(self, message: Due) -> bool:
        """Whether this process may still send *message*, which may have waited here for long."""
        async with self._checking:  # many wait together: one of them looks for all
            if message.id in self._queues.held and not self._queues.is_sure(message):
                await self._renew()
        return message.id in self._queues.held

    async def _renew(self) -> None:
        held = frozenset(self._queues.held)
        if not held:
            return
        async with self._storage.write() as uow:
            until = self._clock() + LEASE
            kept = await uow.outbox.renew(held, owner=self.owner, until=until)
            await uow.commit()
        self._queues.let_go(held - kept)
        self._queues.renewed(kept)

    async def release(self) -> None:
        """Give back everything, at a clean stop."""
        async with self._storage.write() as uow:
            await uow.outbox.release(self.owner)
            await uow.commit()
