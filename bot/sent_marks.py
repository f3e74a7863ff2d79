"""What platforms accepted, recorded in batches."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from bot import logs
from storage.unit_of_work import Storage

log = logs.get(__name__)

_WRITE_AGAIN_SECONDS = 1.0


class SentMarks:
    """Messages that were accepted and are not yet marked as sent.

    *recorded* is called with those that are; *mailboxes* are channels whose people read our rows.
    """

    def __init__(
        self,
        storage: Storage,
        clock: Callable[[], datetime],
        mailboxes: Collection[str],
        recorded: Callable[[Iterable[int]], None],
    ) -> None:
        self._storage = storage
        self._clock = clock
        self._mailboxes = mailboxes
        self._recorded = recorded
        self._sent: dict[int, str | None] = {}
        self._new = asyncio.Event()

    def note(self, message_id: int, external_id: str | None) -> None:
        """The platform took this message under that id."""
        self._sent[message_id] = external_id
        self._new.set()

    async def run(self) -> None:
        """Record until cancelled."""
        while True:
            await self._new.wait()
            await asyncio.sleep(0.05)  # gather a batch: one commit for many marks
            try:
                await self.write()
            except Exception:
                log.exception("sent_not_recorded", count=len(self._sent))
                await asyncio.sleep(_WRITE_AGAIN_SECONDS)

    async def write(self) -> None:
        """Record what was accepted; kept for the next try when the database refuses."""
        self._new.clear()
        if not self._sent:
            return
        batch, self._sent = self._sent, {}
        try:
            async with self._storage.write() as uow:
                await uow.outbox.mark_sent(batch, self._clock(), mailboxes=self._mailboxes)
                await uow.commit()
        except BaseException:
            self._sent = batch | self._sent
            self._new.set()
            raise
        self._recorded(batch)
