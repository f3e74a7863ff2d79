"""One inbound message: dedupe, lock the conversation, run the turn, commit, wake the dispatcher."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from secrets import token_hex
from time import perf_counter
from weakref import WeakValueDictionary

from structlog.contextvars import bound_contextvars

from bot import logs, metrics
from bot.dispatcher import Dispatcher
from bot.queues import Lease
from bot.turns import Turns
from faq.matcher import Scored
from faq.normalize import clean
from handlers.context import Door, ReadFile, Rules, Work
from handlers.faq_book import FaqBook
from handlers.messages import MAX_TEXT, Incoming, Kind, Reply
from handlers.router import Router
from handlers.talk import Talk
from handlers.texts import Texts
from storage.database import is_deadlock
from storage.models import (
    AddressState,
    ChannelAddress,
    Conversation,
)
from storage.repositories.outbox import Due
from storage.unit_of_work import Storage, UnitOfWork

log = logs.get(__name__)

_FEWEST_FOR_MATCH = 2
_MOST_RUNS = 4
_SEEN_STEP = timedelta(minutes=10)
"""How exactly we know when somebody was last seen: not worth a write in every turn.

Which of their accounts they use now we know exactly: that is where notices go.
"""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a message; given only after its commit."""

    address_id: int | None = None
    repeated: bool = False
    error_id: str | None = None

    @property
    def result(self) -> str:
        """In one word: done, repeated or failed."""
        if self.error_id is not None:
            return "failed"
        return "repeated" if self.repeated else "done"


class Intake:
    """Takes in messages of every channel, each in one atomic turn."""

    def __init__(
        self,
        storage: Storage,
        router: Router,
        book: Callable[[], FaqBook],
        texts: Texts,
        rules: Rules,
        dispatcher: Dispatcher,
        clock: Callable[[], datetime],
        *,
        dice: random.Random,
        language: str = "vi",
        doors: Mapping[str, Door] | None = None,
        read_file: ReadFile | None = None,
    ) -> None:
        self._read_file = read_file
        self._dice = dice
        self._storage = storage
        self._router = router
        self._reader = Turns(router)
        self._book = book
        self._texts = texts
        self._rules = rules
        self._dispatcher = dispatcher
        self._clock = clock
        self._language = language
        self._doors = doors or {}
        # Keeps order and spares the database a fight; the row lock is what enforces it.
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    async def receive(self, incoming: Incoming) -> Receipt:
        """Run the turn of *incoming*; when this returns, it is committed or recorded as failed."""
        started = perf_counter()
        receipt = await self._in_order(replace(incoming, text=clean(incoming.text)))
        metrics.turn_seconds.labels(incoming.channel).observe(perf_counter() - started)
        metrics.turns.labels(incoming.channel, receipt.result).inc()
        return receipt

    async def waiting(self, channel: str, address: str) -> Reply | None:
        """The question that waits for somebody who opens the chat again; changes nothing."""
        async with self._storage.read() as uow:
            known = await uow.conversations.seen(channel, address)
            if known is None:
                return None
            talk = Talk.load(known.frames, known.menu_seq)
            say = partial(self._texts.render, known.address.person.language)
            return self._router.waiting(talk, say)

    async def _in_order(self, incoming: Incoming) -> Receipt:
        lock = self._turns.setdefault((incoming.channel, incoming.address), asyncio.Lock())
        async with lock:
            with bound_contextvars(channel=incoming.channel):
                try:
                    return await self._turn_through(incoming)
                except Exception:
                    error_id = token_hex(4)
                    log.exception("turn_failed", error_id=error_id, kind=incoming.kind.value)
                    return await self._apologise(incoming, error_id)

    async def _turn_through(self, incoming: Incoming) -> Receipt:
        """The turn; run anew where the database broke it off so that another could go on.

        A turn holds its own talk before it needs those of others: somebody who is erased needs the
        official's, who at that moment takes the role back and needs theirs.
        """
        for _ in range(_MOST_RUNS - 1):
            try:
                return await self._turn(incoming)
            except Exception as error:
                if not is_deadlock(error):
                    raise
                log.info("turn_again", kind=incoming.kind.value)
        return await self._turn(incoming)

    async def _turn(self, incoming: Incoming) -> Receipt:
        now = self._clock()
        log.debug("turn_begun", kind=incoming.kind.value)
        book = self._book()  # one for the whole turn, whatever is changed meanwhile
        scored = _scored(book, incoming)
        async with self._storage.write() as uow:
            lease = self._dispatcher.lease(now)
            inbound = await uow.conversations.take_in(incoming.channel, incoming.external_id, now)
            if inbound is None:
                return Receipt(repeated=True)
            address, conversation, behind = await self._whose(uow, incoming, now)
            if address.state is AddressState.FORGOTTEN and not self._door(incoming).reopens:
                return Receipt(address.id)  # it was on its way while its device was forgotten
            if incoming.kind is Kind.STOPPED:
                if address.state is not AddressState.FORGOTTEN:  # erased: still to be renamed
                    address.state = AddressState.BLOCKED
                await uow.commit()
                return Receipt(address.id)
            if address.state is not AddressState.ACTIVE:
                address.state = AddressState.ACTIVE
            work = self._work(uow, now, address, incoming, book)
            replies = await self._reader.replies(work, incoming, conversation, scored)
            due = await _answer(work, address, replies, None if behind else lease)
            await uow.commit()
        self._dispatcher.accept(due, lease)
        if work.queued > len(due):  # these wait for others, or are for somebody else
            self._dispatcher.wake()
        log.info(
            "turn", conversation=conversation.id, kind=incoming.kind.value, replies=len(replies)
        )
        return Receipt(address.id)

    async def _whose(
        self, uow: UnitOfWork, incoming: Incoming, now: datetime
    ) -> tuple[ChannelAddress, Conversation, bool]:
        """Account and talk; whether messages that this process does not hold wait before ours."""
        known = await uow.conversations.talking(
            incoming.channel, incoming.address, sender=self._dispatcher.owner, now=now
        )
        if known is not None:
            address = known.conversation.address
            if known.last_elsewhere or now - address.last_seen_at >= _SEEN_STEP:
                address.last_seen_at = now
            return address, known.conversation, known.behind
        address = await uow.people.address_or_new(
            incoming.channel, incoming.address, now=now, commune_id=self._rules.commune_id
        )
        address.last_seen_at = now
        return address, await uow.conversations.locked(address, now), False

    def _work(
        self,
        uow: UnitOfWork,
        now: datetime,
        address: ChannelAddress,
        incoming: Incoming,
        book: FaqBook,
    ) -> Work:
        return Work(
            uow=uow,
            now=now,
            rules=self._rules,
            texts=self._texts,
            faq=book,
            actor=address.person,
            channel=incoming.channel,
            door=self._door(incoming),
            dice=self._dice,
            read_file=self._read_file,
        )

    def _door(self, incoming: Incoming) -> Door:
        return self._doors.get(incoming.channel, Door())

    async def _apologise(self, incoming: Incoming, error_id: str) -> Receipt:
        """The turn failed and was rolled back: record that, say so with an id, keep the step."""
        now = self._clock()
        async with self._storage.write() as uow:
            lease = self._dispatcher.lease(now)
            inbound = await uow.conversations.take_in(incoming.channel, incoming.external_id, now)
            if inbound is None:
                return Receipt(repeated=True)
            address, _, behind = await self._whose(uow, incoming, now)
            await uow.conversations.note_error(inbound, error_id)
            work = self._work(uow, now, address, incoming, self._book())
            text = self._texts.render(
                address.person.language, "turn-failed", {"error": error_id.upper()}
            )
            due = await _answer(work, address, [Reply(text)], None if behind else lease)
            await uow.commit()
        self._dispatcher.accept(due, lease)
        if behind:
            self._dispatcher.wake()
        return Receipt(address.id, error_id=error_id)


def _scored(book: FaqBook, incoming: Incoming) -> Scored | None:
    """What the FAQ makes of a text that may be a question: pure, before any transaction."""
    text = incoming.text
    if incoming.kind is not Kind.TEXT or len(text) > MAX_TEXT:
        return None
    return book.score(text) if len(text.split()) >= _FEWEST_FOR_MATCH else None


async def _answer(
    work: Work, address: ChannelAddress, replies: Sequence[Reply], lease: Lease | None
) -> list[Due]:
    """*replies* in the outbox; those that this process sends at once.

    Without a *lease* they wait there for their turn like any other, and what failed before them
    is tried at once.
    """
    if lease is None:
        await work.uow.deliveries.try_now(address.id)
        await work.reply(address, replies, {})
        return []
    born = {"lease_owner": lease.owner, "lease_until": lease.until}
    return await work.reply(address, replies, born)
