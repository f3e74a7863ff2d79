"""Pumps the outbox: claim with a lease, pace, send with no transaction open, record in batches.

Replies reach the dispatcher from memory right after their commit (they are born leased to this
process); everything else, and what a dead process left behind, is claimed from the table. Sending
is at least once: a crash between send and record may repeat a message, never lose it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from time import monotonic

from bot import logs, metrics
from bot.channels.base import Channel, SendError, Throttled, Unauthorised
from bot.leases import MOST_HELD, Leases
from bot.pacing import Lane
from bot.queues import Lease, Queues
from bot.retrying import Broken, decide
from bot.sent_marks import SentMarks
from handlers.messages import Reply
from storage.models import OutboxState
from storage.repositories.outbox import Due
from storage.unit_of_work import Storage

log = logs.get(__name__)


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
        self._storage = storage
        self._channels = channels
        self._clock = clock
        self._poll = poll_seconds
        self._lanes = {name: Lane(channel.capabilities.rate) for name, channel in channels.items()}
        self._chat_lanes: dict[int, Lane] = {}
        self._queues = Queues()
        self._leases = Leases(storage, self._queues, clock)
        mailboxes = [name for name, one in channels.items() if one.capabilities.mailbox]
        self._sent = SentMarks(storage, clock, mailboxes, self._let_go)
        self._slots = {name: asyncio.Semaphore(workers) for name in channels}
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._restless_until = 0.0
        """Until when what is sent may have made way for something in the table."""

    @property
    def owner(self) -> str:
        """Who holds the leases of this process."""
        return self._leases.owner

    def lease(self, now: datetime) -> Lease:
        """What the replies of a turn that begins now are born with."""
        return self._leases.born(now)

    def serve_only(self, address: str, poll_seconds: float) -> None:
        """Send to this address alone: a terminal is one person's, others have their own."""
        self._leases.only, self._poll = address, poll_seconds

    def wake(self) -> None:
        """There is something new in the table."""
        self._stay_restless()
        self._wake.set()

    def _stay_restless(self) -> None:
        """Look at the table again after what is sent next: one message to an address at a time."""
        self._restless_until = monotonic() + 2 * self._poll

    def accept(self, messages: list[Due], lease: Lease) -> None:
        """Send these, committed a moment ago and born with *lease*.

        Those whose address was set back while their turn ran go through the table instead, behind
        what waits there.
        """
        for message in messages:
            if self._queues.overtakes(message, lease):
                self._queues.set_aside(message)
                self.wake()
            else:
                self._enqueue(message)

    async def run(self) -> None:
        """Pump until cancelled; then what is held is given back."""
        helpers = (
            asyncio.create_task(self._sent.run()),
            asyncio.create_task(self._leases.keep()),
        )
        try:
            await self._leases.recover(self._channels)
            while True:
                await self._claim()
                # Not ``wait_for``: in Python 3.11 it forgets a cancellation that meets the wake.
                with suppress(TimeoutError):
                    async with asyncio.timeout(self._poll):
                        await self._wake.wait()
                self._wake.clear()
        finally:
            for task in (*helpers, *self._tasks):
                task.cancel()
            await asyncio.gather(*helpers, *self._tasks, return_exceptions=True)
            await self._sent.write()
            await self._leases.release()

    async def drain(self) -> None:
        """Send everything that is due now and record it (tests, commands)."""
        while True:
            busy = bool(self._tasks)  # what is given back meanwhile may be due, too
            claimed = await self._claim()
            await self.settle()
            if not claimed and not busy:
                return

    async def settle(self) -> None:
        """Wait for what this process took on, and record it."""
        while self._tasks:
            await asyncio.gather(*tuple(self._tasks))
        await self._sent.write()

    async def _claim(self) -> int:
        """Take on what is due and fits; how much is new."""
        await self._leases.give_back()
        rooms = {
            name: MOST_HELD - self._queues.count(name)
            for name, lane in self._lanes.items()
            if not lane.is_paused
        }
        rooms = {name: room for name, room in rooms.items() if room > 0}
        due = await self._leases.claim(rooms) if rooms else None
        if due is None:
            return 0
        self._stay_restless()
        new = [message for message in due if message.id not in self._queues.held]
        for message in due:
            if message.id in self._queues.held:  # its lease was lost, perhaps it was taken back
                self._queues.replace(message)
            else:
                self._enqueue(message)
        return len(new)

    def _enqueue(self, message: Due) -> None:
        if self._queues.add(message):
            task = asyncio.create_task(self._serve(message.address_id))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, address_id: int) -> None:
        """Send the messages of one address in order, one in flight, until one has to wait."""
        queue, early = self._queues.of(address_id), False
        try:
            while queue and not early:
                try:
                    early = not await self._send(queue)
                except Exception:
                    # The database is away: what became of it is not recorded, so it comes again.
                    log.exception("outbox_failed", message_id=queue[0].id)
                    early = True
                else:
                    queue.popleft()
        finally:
            self._queues.close(address_id, early=early)
        if len(self._chat_lanes) > 10_000:  # noqa: PLR2004 - forgetting only loosens pacing
            self._chat_lanes.clear()
        if early:
            self._wake.set()

    async def _send(self, queue: deque[Due]) -> bool:
        """Send the first of *queue*; whether the next to this address may follow."""
        channel = self._channels[queue[0].channel]
        if not self._is_late(queue[0]):
            await self._pace(queue[0], channel)
        async with self._slots[queue[0].channel]:
            if not await self._leases.check(queue[0]):  # the lease was lost while waiting
                return False
            message = queue[0]  # claimed anew meanwhile, it may hold other facts
            if self._is_late(message):
                await self._finish(message, OutboxState.EXPIRED, "too_late")
                return True
            return await self._sent_off(message, channel)

    def _is_late(self, message: Due) -> bool:
        """Whether it is of no use any more, or was taken back."""
        return message.not_after is not None and message.not_after < self._clock()

    async def _sent_off(self, message: Due, channel: Channel) -> bool:
        try:
            external_id = await _hand_in(channel, message)
        except SendError as error:
            return await self._failed(message, error)
        except Exception:
            log.exception("send_broke", message_id=message.id, channel=message.channel)
            return await self._failed(message, Broken())
        metrics.sends.labels(message.channel, "sent").inc()
        self._sent.note(message.id, external_id)
        return True

    async def _pace(self, message: Due, channel: Channel) -> None:
        await self._lanes[message.channel].wait(message.priority)
        if channel.capabilities.per_chat is not None:
            lane = self._chat_lanes.setdefault(
                message.address_id, Lane(channel.capabilities.per_chat)
            )
            await lane.wait(message.priority)

    async def _failed(self, message: Due, error: SendError) -> bool:
        """Record the failure; whether the next to this address may follow."""
        decision = decide(error, message, self._clock())
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
            return decision.state is not OutboxState.STOPPED
        async with self._storage.write() as uow:
            await uow.outbox.retry(
                message.id,
                self._clock() + decision.wait,
                error.code,
                counts=decision.counts,
                broken=decision.broken,
            )
            await uow.commit()
        self._queues.let_go([message.id])
        return False

    async def _finish(self, message: Due, state: OutboxState, code: str) -> None:
        now = self._clock()
        async with self._storage.write() as uow:
            if state is OutboxState.STOPPED:
                await uow.handovers.stop_address(message.address_id, now, code)
            elif state is OutboxState.FAILED:
                await uow.handovers.give_up(message.id, now)
            await uow.outbox.finish([message.id], state, now, code)
            urgent = await uow.deliveries.is_urgent(message.id)
            await uow.commit()
        metrics.given_up.labels(message.channel, state.value).inc()
        if urgent:
            log.error("urgent_not_delivered", message_id=message.id, channel=message.channel)
        self._let_go([message.id])

    def _let_go(self, ids: Iterable[int]) -> None:
        """These are at their end, recorded: only now may the next to their addresses be had."""
        self._queues.let_go(ids)
        if monotonic() < self._restless_until:
            self._wake.set()


async def _hand_in(channel: Channel, message: Due) -> str | None:
    """Give *message* to the platform; its id there. No name leaves where servers are elsewhere."""
    reply: Reply | None = Reply.from_json(message.payload)
    if reply is not None and channel.capabilities.foreign:
        reply = reply.outside()
    if reply is None:
        return None
    return await channel.send(message.address, reply, str(message.id))
