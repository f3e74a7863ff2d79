"""Updates of a polled platform that are not confirmed yet.

A platform that is polled forgets everything below the offset we ask with, so the offset may pass an
update only after its turn is committed. Here turns run in order within a chat and side by side
otherwise: one that is slow, or fails, holds back its own chat and the offset, and nobody else. What
is done ahead of it is remembered, because the platform gives it again until the offset passes.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from bot import logs

log = logs.get(__name__)

_FIRST_BACKOFF, _LONGEST_BACKOFF = 1.0, 30.0
_MOST_FAILURES = 8
"""So often a turn may fail while those of others are committed: then it never will be."""

Turn = Callable[[], Awaitable[object]]
"""Takes in one update; returns once that is committed."""


class Backlog:
    """Runs the turns of updates and knows which offset may be asked for."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._next = 0
        self._open: set[int] = set()
        self._ahead: set[int] = set()
        """Done, but above an update that is still open."""
        self._chats: dict[int, deque[tuple[int, Turn]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._committed = 0

    @property
    def offset(self) -> int:
        """The first update that is not done; asking for it confirms all before it."""
        return min(self._open, default=self._next)

    @property
    def is_open(self) -> bool:
        """Whether an update is not done: the platform then answers at once, with those again."""
        return bool(self._open)

    def begin(self, update_id: int, chat: int, turn: Turn) -> None:
        """Run *turn* after those of *chat* that came before; nothing for an update we know."""
        if not self._is_new(update_id):
            return
        self._open.add(update_id)
        queue = self._chats.get(chat)
        if queue is not None:
            queue.append((update_id, turn))
            return
        self._chats[chat] = deque([(update_id, turn)])
        task = asyncio.create_task(self._work_off(chat))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def skip(self, update_id: int) -> None:
        """An update that needs no turn."""
        if self._is_new(update_id):
            self._finished(update_id)

    async def settle(self, seconds: float) -> None:
        """Return when everything is done, at the latest after *seconds*."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)

    async def close(self) -> None:
        """Stop what runs; what was not committed stays unconfirmed."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _is_new(self, update_id: int) -> bool:
        if update_id in self._open or update_id in self._ahead:
            return False
        self._next = update_id + 1
        return True

    def _finished(self, update_id: int) -> None:
        self._open.discard(update_id)
        self._ahead.add(update_id)
        if not self._open:  # the offset passes them all
            self._ahead.clear()

    async def _work_off(self, chat: int) -> None:
        queue = self._chats[chat]
        while queue:
            update_id, turn = queue[0]
            await self._run(update_id, turn)
            queue.popleft()
            self._finished(update_id)
        del self._chats[chat]

    async def _run(self, update_id: int, turn: Turn) -> None:
        """Try until the turn is committed; for ever while nobody's turns are (no database)."""
        failures, wait = 0, _FIRST_BACKOFF
        while failures < _MOST_FAILURES:
            others = self._committed
            try:
                await turn()
            except Exception:
                log.exception("update_failed", update_id=update_id, wait=wait)
            else:
                self._committed += 1
                return
            await self._sleep(wait)
            wait = min(_LONGEST_BACKOFF, wait * 2)
            failures += self._committed > others
        log.error("update_given_up", update_id=update_id)
