"""Pumps the outbox: claim with a lease, pace, send with no transaction open, record in batches.

Replies reach the dispatcher from memory right after their commit (they are born leased to this
process); everything else, and what a dead process left behind, is claimed from the table. Sending
is at least once: a crash between send and record may repeat a message, never lose it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex

from bot import logs, metrics
from bot.channels.base import (
    Channel,
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
)
from bot.pacing import Lane
from handlers.messages import Reply
from storage.models import OutboxState
from storage.repositories.outbox import Due
from storage.unit_of_work import Storage

log = logs.get(__name__)

LEASE = timedelta(seconds=60)
_MOST_HELD = 64
"""Messages taken from the table at a time: so few that they leave well within their lease."""
_RENEW_SECONDS = LEASE.total_seconds() / 3
_WRITE_AGAIN_SECONDS = 1.0
_MOST_ATTEMPTS = 8
_FIRST_BACKOFF = timedelta(seconds=2)
_LONGEST_BACKOFF = timedelta(minutes=15)
_TOKEN_WAIT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a message that was not accepted."""

    state: OutboxState | None
    """End to put it at, or None to try again."""
    wait: timedelta = timedelta()
    counts: bool = True
    """Whether this was an attempt of the message's own."""


def decide(error: SendError, attempts: int) -> Decision:
    """The retry policy: by kind of failure and attempts so far."""
    match error:
        case ContactStopped():
            return Decision(OutboxState.STOPPED)
        case Rejected():
            return Decision(OutboxState.FAILED)
        case Throttled():
            return Decision(None, error.wait, counts=False)
        case Unauthorised():
            return Decision(None, _TOKEN_WAIT, counts=False)
    if attempts + 1 >= _MOST_ATTEMPTS:
        return Decision(OutboxState.FAILED)
    return Decision(None, min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2**attempts))


class Dispatcher:
    """Sends what waits in the outbox over the channels of this process."""

    def __init__(
        self,
        storage: Storage,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
        *,
        poll_seconds: float = 1.0,
        workers: int = 32,
    ) -> None:
        self.owner = token_hex(8)
        self._storage = storage
        self._channels = channels
        self._clock = clock
        self._poll = poll_seconds
        self._only: str | None = None
        self._lanes = {name: Lane(channel.capabilities.rate) for name, channel in channels.items()}
        self._chat_lanes: dict[int, Lane] = {}
        self._held: set[int] = set()
        """Ids in this process, from claim until what became of them is recorded."""
        self._slots = asyncio.Semaphore(workers)
        self._waiting: dict[int, deque[Due]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._sent: dict[int, str | None] = {}
        self._sent_event = asyncio.Event()

    def lease(self, now: datetime) -> tuple[str, datetime]:
        """Owner and end of a lease that begins now."""
        return self.owner, now + LEASE

    def serve_only(self, address: str, poll_seconds: float) -> None:
        """Send to this address alone: a terminal is one person's, others have their own."""
        self._only, self._poll = address, poll_seconds

    def wake(self) -> None:
        """There is something new in the table."""
        self._wake.set()

    def accept(self, messages: list[Due]) -> None:
        """Send these, committed a moment ago and leased to this process."""
        for message in messages:
            self._enqueue(message)

    async def run(self) -> None:
        """Pump until cancelled; then what is held is given back."""
        helpers = (
            asyncio.create_task(self._mark_sent()),
            asyncio.create_task(self._keep_leases()),
        )
        try:
            await self._recover()
            while True:
                await self._claim()
                try:
                    await asyncio.wait_for(self._wake.wait(), self._poll)
                except TimeoutError:
                    continue
                finally:
                    self._wake.clear()
        finally:
            for task in (*helpers, *self._tasks):
                task.cancel()
            await asyncio.gather(*helpers, *self._tasks, return_exceptions=True)
            await self._write_sent()
            async with self._storage.write() as uow:
                await uow.outbox.release(self.owner)
                await uow.commit()

    async def _recover(self) -> None:
        """On SQLite this is the only process that serves its channels (or its one address): what a
        killed one held is free at once. On PostgreSQL a dead process' leases run out by
        themselves."""
        if not self._storage.database.is_sqlite:
            return
        async with self._storage.write() as uow:
            await uow.outbox.free_leases(
                tuple(self._channels), but_not=self.owner, address=self._only
            )
            await uow.commit()

    async def drain(self) -> None:
        """Send everything that is due now and record it (tests, commands)."""
        while True:
            claimed = await self._claim()
            await self.settle()
            if not claimed:
                return

    async def settle(self) -> None:
        """Wait for what this process took on, and record it."""
        while self._tasks:
            await asyncio.gather(*tuple(self._tasks))
        await self._write_sent()

    async def _claim(self) -> int:
        now = self._clock()
        room = _MOST_HELD - len(self._held)
        if room <= 0:
            return 0
        async with self._storage.read() as uow:
            if not await uow.outbox.is_due(tuple(self._channels), now, address=self._only):
                return 0
        async with self._storage.write() as uow:
            owner, until = self.lease(now)
            due = await uow.outbox.claim(
                tuple(self._channels),
                owner=owner,
                now=now,
                until=until,
                limit=room,
                address=self._only,
            )
            await uow.commit()
        new = [message for message in due if message.id not in self._held]
        for message in new:
            self._enqueue(message)
        return len(new)

    def _enqueue(self, message: Due) -> None:
        self._held.add(message.id)
        queue = self._waiting.get(message.address_id)
        if queue is not None:
            queue.append(message)
            return
        self._waiting[message.address_id] = deque([message])
        task = asyncio.create_task(self._serve(message.address_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, address_id: int) -> None:
        """Send the messages of one address in order, one in flight."""
        queue = self._waiting[address_id]
        try:
            while queue:
                try:
                    await self._send(queue[0])
                except Exception:
                    # The database is away: the lease runs out and the message is tried again.
                    log.exception("outbox_failed", message_id=queue[0].id)
                    self._held.discard(queue[0].id)
                queue.popleft()
        finally:
            self._held.difference_update(message.id for message in queue)
            self._waiting.pop(address_id, None)
        if len(self._chat_lanes) > 10_000:  # noqa: PLR2004 - forgetting only loosens pacing
            self._chat_lanes.clear()
        if len(self._held) < _MOST_HELD // 2:
            self._wake.set()

    async def _send(self, message: Due) -> None:
        if message.not_after is not None and message.not_after < self._clock():
            await self._finish(message, OutboxState.EXPIRED, "too_late")
            return
        channel = self._channels[message.channel]
        await self._pace(message, channel)
        if message.id not in self._held:  # the lease was lost while waiting
            return
        try:
            async with self._slots:
                external_id = await channel.send(
                    message.address, Reply.from_json(message.payload), str(message.id)
                )
        except SendError as error:
            await self._failed(message, error)
        except Exception:
            log.exception("send_broke", message_id=message.id, channel=message.channel)
            await self._failed(message, Temporary("internal"))
        else:
            metrics.sends.labels(message.channel, "sent").inc()
            self._sent[message.id] = external_id
            self._sent_event.set()

    async def _pace(self, message: Due, channel: Channel) -> None:
        await self._lanes[message.channel].wait(message.priority)
        if channel.capabilities.per_chat is not None:
            lane = self._chat_lanes.setdefault(
                message.address_id, Lane(channel.capabilities.per_chat)
            )
            await lane.wait(message.priority)

    async def _failed(self, message: Due, error: SendError) -> None:
        decision = decide(error, message.attempts)
        metrics.sends.labels(message.channel, error.code).inc()
        log.info(
            "send_failed",
            message_id=message.id,
            channel=message.channel,
            error=error.code,
            final=decision.state is not None,
        )
        if isinstance(error, Throttled | Unauthorised):
            self._lanes[message.channel].pause(decision.wait.total_seconds())
        if decision.state is not None:
            await self._finish(message, decision.state, error.code)
            return
        async with self._storage.write() as uow:
            await uow.outbox.retry(
                message.id, self._clock() + decision.wait, error.code, counts=decision.counts
            )
            await uow.commit()
        self._held.discard(message.id)

    async def _finish(self, message: Due, state: OutboxState, code: str) -> None:
        now = self._clock()
        async with self._storage.write() as uow:
            if state is OutboxState.STOPPED:
                await uow.outbox.stop_address(message.address_id, now, code)
            await uow.outbox.finish([message.id], state, now, code)
            await uow.commit()
        self._held.discard(message.id)

    async def _mark_sent(self) -> None:
        while True:
            await self._sent_event.wait()
            await asyncio.sleep(0.05)  # gather a batch: one commit for many marks
            try:
                await self._write_sent()
            except Exception:
                log.exception("sent_not_recorded", count=len(self._sent))
                await asyncio.sleep(_WRITE_AGAIN_SECONDS)

    async def _write_sent(self) -> None:
        """Record what was accepted; kept for the next try when the database refuses."""
        self._sent_event.clear()
        if not self._sent:
            return
        batch, self._sent = self._sent, {}
        try:
            async with self._storage.write() as uow:
                await uow.outbox.mark_sent(
                    batch,
                    self._clock(),
                    mailboxes=[
                        name for name, one in self._channels.items() if one.capabilities.mailbox
                    ],
                )
                await uow.commit()
        except BaseException:
            self._sent = batch | self._sent
            self._sent_event.set()
            raise
        self._held.difference_update(batch)

    async def _keep_leases(self) -> None:
        """Renew what waits here for long (a throttled channel); drop what another process took."""
        while True:
            await asyncio.sleep(_RENEW_SECONDS)
            held = frozenset(self._held)
            if not held:
                continue
            try:
                async with self._storage.write() as uow:
                    _, until = self.lease(self._clock())
                    kept = await uow.outbox.renew(held, owner=self.owner, until=until)
                    await uow.commit()
            except Exception:
                log.exception("leases_not_renewed", count=len(held))
            else:
                self._held -= held - kept
