"""Token buckets: how fast a channel, and one person on it, may be written to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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

    def delay(self) -> float:
        """Take one place; seconds to wait before using it."""
        now = self._clock()
        closed = max(0.0, self._closed_until - now)
        if self._rate is None:
            return closed
        burst = max(1.0, self._rate)
        self._room = min(burst, self._room + (now - self._filled_at) * self._rate)
        self._filled_at = now
        self._room -= 1
        return max(closed, -self._room / self._rate if self._room < 0 else 0.0)

    async def wait(self) -> None:
        """Return when the next message may go."""
        seconds = self.delay()
        if seconds > 0:
            await asyncio.sleep(seconds)
