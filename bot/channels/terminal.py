"""Talking to the bot in a terminal; as poor a channel as any, so that poorer ones fit later."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.channels.base import Capabilities, split_text
from handlers.messages import OutFile, Reply

NAME = "terminal"

Save = Callable[[OutFile], Awaitable[str]]
"""Puts a file where the person finds it; a sentence that says so."""


class TerminalChannel:
    """Writes replies as plain text; *save* takes the files of replies."""

    name = NAME

    def __init__(self, write: Callable[[str], None], save: Save | None = None) -> None:
        self.capabilities = Capabilities(max_text=2000, files_out=save is not None)
        self._write = write
        self._save = save

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        """Show the reply."""
        for part in split_text(reply.plain(), self.capabilities.max_text):
            self._write(part)
        if self._save is not None:
            for file in reply.files:
                self._write(await self._save(file))
        return key

    async def run(self) -> None:
        """Nothing to listen to: lines come from standard input."""

    async def close(self) -> None:
        """Nothing to give back."""
