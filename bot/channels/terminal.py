"""Talking to the bot in a terminal; as poor a channel as any, so that poorer ones fit later."""

from __future__ import annotations

from collections.abc import Callable

from bot.channels.base import Capabilities, split_text
from handlers.messages import Reply

NAME = "terminal"


class TerminalChannel:
    """Writes replies as plain text."""

    name = NAME
    capabilities = Capabilities(max_text=2000, proactive="while_open")

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        """Show the reply."""
        for part in split_text(reply.plain(), self.capabilities.max_text):
            self._write(part)
        return key

    async def run(self) -> None:
        """Nothing to listen to: lines come from standard input."""

    async def close(self) -> None:
        """Nothing to give back."""
