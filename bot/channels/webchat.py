"""The embedded web chat: the outbox rows of an address are its mailbox.

The page asks for everything after the last message it has, so nothing is lost or doubled by a
reload; "sending" only tells waiting pages that there is something new.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict

from bot.channels.base import Capabilities
from handlers.messages import Reply

NAME = "webchat"


class WebChatChannel:
    """Wakes the pages of an address."""

    name = NAME
    capabilities = Capabilities(
        max_text=4000,
        buttons=True,
        files_in=True,
        files_out=True,
        reads_aloud=True,
        mailbox=True,
    )

    def __init__(self) -> None:
        self._pages: dict[str, set[asyncio.Event]] = defaultdict(set)

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        """The row is the message; wake whoever waits for it."""
        self.wake(address)
        return key

    def wake(self, address: str) -> None:
        """Let the pages of *address* that wait look again."""
        for page in self._pages.get(address, ()):
            page.set()

    async def wait(self, address: str, seconds: float) -> None:
        """Return when something new was sent to *address*, at the latest after *seconds*."""
        event = asyncio.Event()
        self._pages[address].add(event)
        try:
            await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            return
        finally:
            self._pages[address].discard(event)
            if not self._pages[address]:
                del self._pages[address]

    async def run(self) -> None:
        """Nothing to listen to: messages come through the web server."""

    async def close(self) -> None:
        """Nothing to give back."""
