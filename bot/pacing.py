"""How fast a channel, and one person on it, may be written to; replies go before bulk."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from itertools import count
from time import monotonic


class Bucket:
    """Lets *rate* messages a second pass, with a burst of one second's worth."""

    def __init__(self, rate: float | None, clock: Callable[[], float] = monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._room = rate or 0.0
        self._filled_at = clock()
        self._closed_until = 0.0

    def pause(self, seconds: float) -> None:
        """Let nothing pass for *seconds*: the platform asked for it."""
        self._closed_until = max(self._closed_until, self._clock() + seconds)

    @property
    def is_paused(self) -> bool:
        """Whether nothing passes for now."""
        return self._closed_until > self._clock()

    def missing(self) -> float:
        """Seconds until there is room for one; 0 when there is now."""
        now = self._clock()
        closed = max(0.0, self._closed_until - now)
        if self._rate is None:
            return closed
        burst = max(1.0, self._rate)
        self._room = min(burst, self._room + (now - self._filled_at) * self._rate)
        self._filled_at = now
        return max(closed, (1 - self._room) / self._rate if self._room < 1 else 0.0)

    def take(self) -> None:
        """Use the room for one."""
        if self._rate is not None:
            self._room -= 1


class Lane:
    """Those who wait for one bucket, lower priority numbers first, then in order of coming."""

    def __init__(self, rate: float | None, clock: Callable[[], float] = monotonic) -> None:
        self._bucket = Bucket(rate, clock)
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._numbers = count()
        self._pump: asyncio.Task[None] | None = None

    def pause(self, seconds: float) -> None:
        """Let nobody pass for *seconds*."""
        self._bucket.pause(seconds)

    @property
    def is_paused(self) -> bool:
        """Whether nobody passes for now, because the platform asked for it."""
        return self._bucket.is_paused

    async def wait(self, priority: int) -> None:
        """Return when it is the caller's turn."""
        if not self._waiting and self._bucket.missing() <= 0:
            self._bucket.take()
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._numbers), turn))
        if self._pump is None or self._pump.done():
            self._pump = asyncio.create_task(self._let_pass())
        await turn

    async def _let_pass(self) -> None:
        while self._waiting:
            missing = self._bucket.missing()
            if missing > 0:
                await asyncio.sleep(missing)
                continue
            turn = heapq.heappop(self._waiting)[2]
            if not turn.done():  # given up meanwhile
                self._bucket.take()
                turn.set_result(None)
