"""One person's replies keep their order: past failures, across turns, across processes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import event, select

from bot.app import App, build, migrate
from bot.channels.base import ContactStopped, Rejected, Temporary
from bot.config import Settings
from bot.dispatcher import Dispatcher
from handlers.faq_book import FaqBook
from handlers.messages import Incoming, Kind
from storage.models import OutboxMessage, OutboxState, Priority
from storage.repositories.outbox import Outbox
from tests.clock import Clock
from tests.integration.outboxes import Sink, fill, queue, somebody, states, stored

HELLO, MENU, HELP = "Chào anh/chị.", "Anh/chị cần việc gì", "Anh/chị muốn làm gì?"


async def test_what_stood_behind_a_failure_does_not_overtake_it(
    settings: Settings, clock: Clock
) -> None:
    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [Temporary()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        person, lease = await somebody(storage, clock), dispatcher.lease(clock())
        dispatcher.accept(await queue(storage, clock, person, "a", "b", "c", lease=lease), lease)
        await dispatcher.drain()
        assert sink.sent == []
        clock.forward(seconds=3)
        await dispatcher.drain()
        assert sink.sent == ["a", "b", "c"]
        assert await states(storage) == {OutboxState.SENT: 3}


async def test_what_waits_behind_a_failure_is_not_looked_for(
    settings: Settings, clock: Clock
) -> None:
    """Idle processes ask often: what cannot leave yet must not cost a writing transaction each."""
    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [Temporary()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        person = await somebody(storage, clock)
        await queue(storage, clock, person, "a", "b")
        await dispatcher.drain()
        async with storage.read() as uow:
            assert await uow.outbox.due_channels(("sink",), clock()) == []
            clock.forward(seconds=3)
            assert await uow.outbox.due_channels(("sink",), clock()) == ["sink"]


async def test_a_reply_whose_turn_ran_during_the_failure_goes_behind(
    settings: Settings, clock: Clock
) -> None:
    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [Temporary()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        person = await somebody(storage, clock)
        first, second = dispatcher.lease(clock()), dispatcher.lease(clock())
        dispatcher.accept(await queue(storage, clock, person, "a", lease=first), first)
        later = await queue(storage, clock, person, "b", lease=second)
        await dispatcher.settle()
        dispatcher.accept(later, second)
        await dispatcher.drain()
        assert sink.sent == []
        clock.forward(seconds=3)
        await dispatcher.drain()
        assert sink.sent == ["a", "b"]


async def test_order_holds_when_the_failure_cannot_be_recorded(
    settings: Settings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_given: object, **_named: object) -> None:
        raise ConnectionError("no database")

    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [Temporary()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        person, lease = await somebody(storage, clock), dispatcher.lease(clock())
        rows = await queue(storage, clock, person, "a", "b", lease=lease)
        with monkeypatch.context() as patch:
            patch.setattr(Outbox, "retry", away)
            patch.setattr(Outbox, "give_back", away)
            dispatcher.accept(rows, lease)
            await dispatcher.drain()
            # A turn now: the table still says that all of them are ours and on their way.
            lease = dispatcher.lease(clock())
            late = await queue(storage, clock, person, "c", lease=lease)
            dispatcher.accept(late, lease)
            await dispatcher.drain()
            assert sink.sent == []
        await dispatcher.drain()
        assert sink.sent == ["a", "b", "c"]


async def test_a_reply_passes_an_announcement_that_fails(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [Temporary()]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        person, lease = await somebody(storage, clock), dispatcher.lease(clock())
        await queue(storage, clock, person, "to all", priority=Priority.BULK)
        await dispatcher.drain()
        dispatcher.accept(await queue(storage, clock, person, "reply", lease=lease), lease)
        await dispatcher.drain()
        assert sink.sent == ["reply"]
        clock.forward(seconds=3)
        await dispatcher.drain()
        assert sink.sent == ["reply", "to all"]


@pytest.mark.parametrize(
    ("error", "sent", "end"),
    [(Rejected(), ["b"], OutboxState.SENT), (ContactStopped(), [], OutboxState.STOPPED)],
)
async def test_what_follows_a_final_failure(
    settings: Settings, clock: Clock, error: Exception, sent: list[str], end: OutboxState
) -> None:
    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [error]
        dispatcher = Dispatcher(storage, {"sink": sink}, clock)
        person, lease = await somebody(storage, clock), dispatcher.lease(clock())
        dispatcher.accept(await queue(storage, clock, person, "a", "b", lease=lease), lease)
        await dispatcher.drain()
        assert sink.sent == sent
        async with storage.database.reading() as opened:
            rows = (await opened.scalars(select(OutboxMessage).order_by(OutboxMessage.id))).all()
        assert rows[1].state is end
        assert rows[1].lease_owner is None


async def test_one_failing_address_holds_back_no_other(settings: Settings, clock: Clock) -> None:
    async with stored(settings) as storage:
        sink = Sink()
        sink.errors = [Temporary()]
        await fill(storage, clock, 3, addresses=3, priority=0)
        await Dispatcher(storage, {"sink": sink}, clock).drain()
        assert len(sink.sent) == 2


# -- whole turns --------------------------------------------------------------------------------


@asynccontextmanager
async def processes(
    settings: Settings, clock: Clock, book: FaqBook, count: int
) -> AsyncIterator[list[tuple[App, Sink]]]:
    """So many processes over one database, each with its own end of the channel."""
    await migrate(settings)
    made = []
    try:
        for _ in range(count):
            sink = Sink()
            made.append((await build(settings, {"sink": sink}, clock=clock, book=book), sink))
        yield made
    finally:
        for app, _ in made:
            await app.storage.database.close()


class Person:
    """Somebody on the channel."""

    def __init__(self) -> None:
        self._said = 0

    async def says(self, app: App, text: str) -> None:
        """A message that reaches *app*; its turn is over then."""
        self._said += 1
        kind = Kind.START if text == "/start" else Kind.TEXT
        receipt = await app.intake.receive(
            Incoming("sink", "a", f"{self._said}", kind=kind, text=text)
        )
        assert receipt.result == "done"


def firsts(sink: Sink) -> list[str]:
    return [text.split("\n")[0] for text in sink.sent]


async def test_the_newest_menu_comes_last_after_a_failure(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    async with processes(settings, clock, book, 1) as [(app, sink)]:
        person = Person()
        await person.says(app, "/start")
        await app.dispatcher.drain()
        sink.errors = [Temporary(), Temporary()]
        await person.says(app, "menu")
        await app.dispatcher.drain()
        await person.says(app, "0")  # a later turn, while the first reply waits
        await app.dispatcher.drain()
        assert len(sink.sent) == 1
        clock.forward(seconds=5)
        await app.dispatcher.drain()
        assert [text.startswith(MENU) for text in sink.sent[1:]] == [True, False]
        assert firsts(sink)[2] == HELP


async def test_another_process_does_not_overtake_a_reply_that_waits(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    async with processes(settings, clock, book, 2) as [(one, first), (two, second)]:
        person = Person()
        await person.says(one, "/start")
        await one.dispatcher.drain()
        first.errors = [Temporary()]
        await person.says(one, "menu")
        await one.dispatcher.settle()
        second.errors = [Temporary()]
        await person.says(two, "0")
        await two.dispatcher.drain()
        assert second.sent == []
        clock.forward(seconds=5)
        await two.dispatcher.drain()
        assert [text.startswith(MENU) for text in second.sent] == [True, False]
        assert firsts(second)[1] == HELP


async def test_what_failed_is_tried_again_as_soon_as_its_person_writes(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    """Nobody who can write to us waits a quarter of an hour for an answer."""
    async with processes(settings, clock, book, 1) as [(app, sink)]:
        person = Person()
        await person.says(app, "/start")
        await app.dispatcher.drain()
        sink.errors = [Temporary() for _ in range(12)]
        await person.says(app, "menu")
        for _ in range(12):
            await app.dispatcher.drain()
            clock.forward(minutes=15)
        sink.errors = [Temporary()]
        await app.dispatcher.drain()
        await person.says(app, "0")
        await app.dispatcher.drain()
        assert [text.startswith(MENU) for text in sink.sent[1:]] == [True, False]


async def test_another_process_waits_for_a_message_on_its_way(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    """One in flight per address, whoever holds it; here an announcement."""
    async with processes(settings, clock, book, 2) as [(one, first), (two, second)]:
        person = Person()
        await person.says(one, "/start")
        await one.dispatcher.drain()
        async with one.storage.read() as uow:
            account = await uow.people.address("sink", "a")
        assert account is not None
        await queue(one.storage, clock, account.id, "to all", priority=Priority.BULK)
        first.began.clear()
        first.gate.clear()
        sending = asyncio.create_task(one.dispatcher.drain())
        await first.began.wait()
        await person.says(two, "menu")
        await two.dispatcher.drain()
        assert second.sent == []
        first.gate.set()
        await sending
        await two.dispatcher.drain()
        announced, menu = (first.sent + second.sent)[1:]
        assert announced == "to all"
        assert menu.startswith(MENU)


async def test_an_ordinary_turn_asks_nothing_more(
    settings: Settings, clock: Clock, book: FaqBook
) -> None:
    """Replies are born leased also while the one before is on its way, and are not claimed."""
    async with processes(settings, clock, book, 1) as [(app, sink)]:
        asked: list[str] = []
        engine = app.storage.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
        person = Person()
        await person.says(app, "/start")
        sink.gate.clear()
        for text in ("menu", "0"):
            asked.clear()
            await person.says(app, text)
            lock = 0 if app.storage.database.is_sqlite else 1
            assert len(asked) == 4 + lock, asked
        sink.gate.set()
        asked.clear()
        await app.dispatcher.settle()
        assert [text.split()[0] for text in asked] == ["UPDATE"]  # all marks at once
        assert len(sink.sent) == 3
        assert [text.startswith(MENU) for text in sink.sent[1:]] == [True, False]
