"""The outbox pump: once each, replies first, nothing lost when the database stumbles."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot import leases, metrics, sent_marks
from bot.channels.base import (
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
)
from bot.config import Settings
from bot.dispatcher import Dispatcher
from bot.retrying import Broken, decide
from storage.models import OutboxMessage, OutboxState, Priority
from storage.repositories.outbox import Due, Outbox
from tests.clock import Clock
from tests.integration.outboxes import Sink, fill, states, stored

NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


async def pump(dispatcher: Dispatcher, sink: Sink, wanted: int) -> None:
    sink.wanted = wanted
    sink.enough.clear()
    task = asyncio.create_task(dispatcher.run())
    try:
        async with asyncio.timeout(30):
            await sink.enough.wait()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_slow_channel_sends_each_message_once(
    settings: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Time flies: every look at the clock is a second, the lease is over many times on the way.
    def ticking() -> datetime:
        clock.now += timedelta(seconds=1)
        return clock.now

    monkeypatch.setattr(leases, "_RENEW_SECONDS", 0.01)
    async with stored(settings) as storage:
        await fill(storage, clock, 300, addresses=300, priority=9)
        sink = Sink(rate=600)
        await pump(Dispatcher(storage, {"sink": sink}, ticking, poll_seconds=0.01), sink, 300)
        assert max(Counter(sink.sent).values()) == 1
        assert await states(storage) == {OutboxState.SENT: 300}


@pytest.mark.parametrize("rejected", [0, 5])
async def test_many_messages_to_one_account_follow_one_another_at_once(
    settings: Settings, clock: Clock, rejected: int
) -> None:
    """One is on its way at a time, yet none waits until the table is looked at anyway."""
    async with stored(settings) as storage:
        await fill(storage, clock, 40, addresses=2, priority=9)
        sink = Sink()
        sink.errors = [Rejected()] * rejected
        left = 40 - rejected
        await pump(Dispatcher(storage, {"sink": sink}, clock, poll_seconds=3600), sink, left)
        assert len(sink.sent) == left


async def test_a_reply_overtakes_an_announcement(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 200, addresses=200, priority=9)
        sink = Sink(rate=100)
        dispatcher = Dispatcher(storage, {"sink": sink}, clock, poll_seconds=0.01)
        task = asyncio.create_task(dispatcher.run())
        sink.wanted = 10
        async with asyncio.timeout(20):
            await sink.enough.wait()
            await fill(storage, clock, 1, addresses=1, priority=0)
            async with storage.write() as uow:
                lease = dispatcher.lease(clock())
                due = await uow.outbox.claim(
                    ("sink",), owner=lease.owner, now=clock(), until=lease.until, limit=1
                )
                await uow.commit()
            assert due[0].payload["text"] == "0:0"
            sent_before = len(sink.sent)
            dispatcher.accept(due, lease)
            while "0:0" not in sink.sent:
                sink.enough.clear()
                sink.wanted = len(sink.sent) + 1
                await sink.enough.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert sink.sent.index("0:0") - sent_before < 64


async def test_what_was_sent_is_recorded_even_when_the_database_refuses_once(
    settings: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Outbox.mark_sent
    refused = 0

    async def stumbling(self: Outbox, *given: object, **named: object) -> None:
        nonlocal refused
        if refused < 2:
            refused += 1
            raise ConnectionError("no database")
        await real(self, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Outbox, "mark_sent", stumbling)
    monkeypatch.setattr(sent_marks, "_WRITE_AGAIN_SECONDS", 0.0)
    async with stored(settings) as storage:
        await fill(storage, clock, 3, addresses=3, priority=0)
        sink = Sink()
        dispatcher = Dispatcher(storage, {"sink": sink}, clock, poll_seconds=0.01)
        task = asyncio.create_task(dispatcher.run())
        async with asyncio.timeout(20):
            while (await states(storage))[OutboxState.SENT] < 3:
                await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert refused == 2
        assert sorted(sink.sent) == ["0:0", "0:1", "0:2"]


async def test_an_unknown_failure_is_tried_again(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 1, addresses=1, priority=0)
        sink = Sink()
        sink.errors = [KeyError("broken"), Temporary()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        for _ in range(3):
            await dispatcher.drain()
            clock.forward(minutes=1)
        assert sink.sent == ["0:0"]
        assert await states(storage) == {OutboxState.SENT: 1}


async def test_a_rejected_message_is_not_tried_again(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 1, addresses=1, priority=0)
        sink = Sink()
        sink.errors = [Rejected()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        await dispatcher.drain()
        clock.forward(hours=1)
        await dispatcher.drain()
        assert sink.sent == []
        assert await states(storage) == {OutboxState.FAILED: 1}


async def test_too_late_is_not_sent(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 1, addresses=1, priority=0)
        async with storage.database.writing() as opened:
            row = (await opened.scalars(select(OutboxMessage))).one()
            row.not_after = clock() - timedelta(minutes=1)
            await opened.commit()
        sink = Sink()
        await Dispatcher(storage, {"sink": sink}, clock).drain()
        assert sink.sent == []
        assert await states(storage) == {OutboxState.EXPIRED: 1}


async def test_a_channel_that_hangs_leaves_room_to_the_others(
    settings: Settings, clock: Clock
) -> None:
    """More than are held or sent at a time wait for a line that gives no answer."""
    async with stored(settings) as storage:
        await fill(storage, clock, 100, addresses=100, priority=9)
        silent, well = Sink(), Sink()
        silent.gate.clear()
        both = Dispatcher(storage, {"sink": silent, "other": well}, clock, poll_seconds=0.01)
        task = asyncio.create_task(both.run())
        well.wanted = 5
        try:
            async with asyncio.timeout(20):
                await silent.began.wait()
                await fill(storage, clock, 5, addresses=5, priority=9, channel="other")
                await well.enough.wait()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        assert silent.sent == []


async def test_nothing_is_claimed_for_a_channel_that_has_to_wait(
    settings: Settings, clock: Clock
) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 3, addresses=3, priority=9)
        throttled, well = Sink(), Sink()
        throttled.errors = [Throttled(timedelta(hours=1)), Unauthorised(), Temporary()]
        dispatcher = Dispatcher(storage, {"sink": throttled, "other": well}, clock)
        throttled.gate.clear()
        first = asyncio.create_task(dispatcher.drain())
        async with asyncio.timeout(20):
            while throttled.entered < 3:
                await asyncio.sleep(0)
            throttled.gate.set()
            await first
        await fill(storage, clock, 2, addresses=2, priority=9, start=3)
        await fill(storage, clock, 2, addresses=2, priority=9, channel="other")
        clock.forward(seconds=5)
        await dispatcher.drain()
        assert (throttled.sent, len(well.sent)) == ([], 2)
        async with storage.database.reading() as opened:
            rows = (await opened.scalars(select(OutboxMessage))).all()
        waiting = [row for row in rows if row.state is OutboxState.PENDING]
        assert len(waiting) == 5
        assert {row.lease_owner for row in waiting} == {None}


@pytest.mark.parametrize(
    ("error", "attempts", "end", "seconds", "counts"),
    [
        (ContactStopped(), 0, OutboxState.STOPPED, 0, True),
        (Rejected(), 0, OutboxState.FAILED, 0, True),
        (Throttled(timedelta(seconds=7)), 5, None, 7, False),
        (Unauthorised(), 0, None, 300, False),
        (Temporary(), 0, None, 2, True),
        (Temporary(), 3, None, 16, True),
        (Temporary(), 300, None, 900, True),
        (Broken(), 9, None, 2, False),
    ],
)
def test_the_retry_policy(
    error: SendError, attempts: int, end: OutboxState | None, seconds: float, counts: bool
) -> None:
    decision = decide(error, _tried(attempts), NOW)
    assert decision.state is end
    assert decision.wait.total_seconds() == seconds
    assert end is not None or decision.counts is counts


@pytest.mark.parametrize(("broken", "end"), [(0, None), (1, None), (2, OutboxState.FAILED)])
def test_what_our_own_code_breaks_off_is_tried_three_times(
    broken: int, end: OutboxState | None
) -> None:
    decision = decide(Broken(), replace(_tried(50), broken=broken), NOW)
    assert (decision.state, decision.broken or end is not None) == (end, True)


async def test_trouble_on_the_way_uses_up_no_try_of_our_own(
    settings: Settings, clock: Clock
) -> None:
    """Two of each kind, in turn, and the message still arrives."""
    async with stored(settings) as storage:
        await fill(storage, clock, 1, addresses=1, priority=0)
        sink = Sink()
        sink.errors = [Temporary(), RuntimeError(), Temporary(), RuntimeError()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        for _ in range(5):
            await dispatcher.drain()
            clock.now += timedelta(minutes=15)
        assert sink.sent == ["0:0"]
        sink.errors = [RuntimeError(), Temporary(), RuntimeError(), RuntimeError()]
        await fill(storage, clock, 1, addresses=1, priority=0, start=1)
        for _ in range(5):
            await dispatcher.drain()
            clock.now += timedelta(minutes=15)
        assert await states(storage) == {OutboxState.SENT: 1, OutboxState.FAILED: 1}


@pytest.mark.parametrize(
    ("age", "not_after", "end"),
    [
        (timedelta(days=3, minutes=-1), None, None),
        (timedelta(days=3), None, OutboxState.FAILED),
        (timedelta(days=9), NOW + timedelta(days=1), None),
    ],
)
def test_trouble_is_waited_out_for_three_days_or_as_long_as_the_message_is_of_use(
    age: timedelta, not_after: datetime | None, end: OutboxState | None
) -> None:
    message = replace(_tried(200), created_at=NOW - age, not_after=not_after)
    assert decide(Temporary(), message, NOW).state is end


def _tried(attempts: int) -> Due:
    """A message of this moment that failed so often."""
    return Due(1, 1, "sink", "somebody", {}, Priority.REPLY, attempts, NOW, None)


async def test_an_hour_of_trouble_loses_nothing(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 1, addresses=1, priority=0)
        sink = Sink()
        sink.errors = [Temporary() for _ in range(12)]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        for _ in range(13):
            await dispatcher.drain()
            clock.forward(minutes=15)
        assert sink.sent == ["0:0"]


async def test_what_is_given_up_is_counted(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        await fill(storage, clock, 1, addresses=1, priority=0)
        sink = Sink()
        sink.errors = [Rejected()]
        counted = metrics.given_up.labels("sink", "failed")
        before = counted._value.get()
        await Dispatcher(storage, {"sink": sink}, clock).drain()
        assert counted._value.get() == before + 1
