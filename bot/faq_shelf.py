"""The FAQ book of one process, exchanged when somebody changed the FAQ, here or elsewhere."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

from bot import logs
from faq import guards
from handlers import faq_book
from handlers.faq_book import FaqBook
from storage.unit_of_work import Storage

log = logs.get(__name__)

_LOOK_SECONDS = 2.0
_AFTER_FAILURE_SECONDS = 30.0


class Shelf:
    """Holds the book that is told from. It is exchanged whole: a turn keeps the one it began with.

    A *fixed* book (measurements) is never exchanged by the watcher.
    """

    def __init__(
        self, storage: Storage, cache_dir: Path, book: FaqBook, *, fixed: bool = False
    ) -> None:
        self.book = book
        self._fixed = fixed
        self._storage = storage
        self._cache_dir = cache_dir
        self._changed = asyncio.Event()
        storage.faq_changed = self._changed.set

    @classmethod
    async def loaded(cls, storage: Storage, cache_dir: Path) -> Shelf:
        """A shelf with the FAQ of the database."""
        return cls(storage, cache_dir, await load(storage, cache_dir))

    async def refresh(self) -> bool:
        """Exchange the book when the FAQ was changed since; whether it was exchanged.

        When that fails the old book stays and an error line is logged.
        """
        try:
            async with self._storage.read() as uow:
                version = await uow.faq.version()
            if version == self.book.version:
                return False
            self.book = await load(self._storage, self._cache_dir)
        except Exception:
            log.exception("faq_refresh_failed", version=self.book.version)
            raise
        log.info("faq_refreshed", version=self.book.version)
        return True

    async def watch(
        self, *, every: float = _LOOK_SECONDS, after_failure: float = _AFTER_FAILURE_SECONDS
    ) -> None:
        """Look for changes until cancelled: at once after one made here, else by the clock."""
        await asyncio.to_thread(guards.prepare)
        while not self._fixed:
            self._changed.clear()
            pause = every
            try:
                await self.refresh()
            except Exception:  # it is in the log, and the old book still answers
                pause = after_failure
            # wait_for of Python 3.11 may lose a cancellation that comes with the event
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._changed.wait()


async def load(storage: Storage, cache_dir: Path) -> FaqBook:
    """The FAQ as it is in the database at one moment, indexed in a thread."""
    async with storage.snapshot() as uow:
        stored = await faq_book.read(uow)
    return await asyncio.to_thread(FaqBook.of, stored, cache_dir)
