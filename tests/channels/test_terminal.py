"""The terminal keeps the contract of channels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from bot.app import App, build, migrate
from bot.channels.terminal import NAME, TerminalChannel
from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.messages import Incoming, Reply
from tests.channels.contract import ChannelContract, Shown
from tests.channels.work import work_of
from tests.clock import Clock


class TerminalHarness:
    """A person at a terminal."""

    can_block = False

    def __init__(self, app: App, written: list[str]) -> None:
        self.capabilities = app.channels[NAME].capabilities
        self.seen: list[Incoming] = []
        self._app = app
        self._written = written

    async def say(self, text: str) -> list[Shown]:
        return await self._take(Incoming(NAME, "Hộ Mẫu", f"t{len(self.seen)}", text=text))

    async def repeat(self) -> list[Shown]:
        return await self._take(replace(self.seen[-1]))

    async def press(self, number: str) -> list[Shown]:
        raise AssertionError(f"a terminal has no button {number}")

    async def send_photo(self, content: bytes, caption: str) -> list[Shown]:
        raise AssertionError(f"a terminal sends no files ({len(content)} bytes, {caption})")

    async def tell(self, *texts: str) -> list[Shown]:
        async with work_of(self._app) as work:
            known = await work.uow.people.address(NAME, "Hộ Mẫu")
            assert known is not None
            for text in texts:
                work.queue(known, Reply(text), purpose="notice")
        await self._app.dispatcher.drain()
        return self._shown()

    async def block(self) -> None:
        raise AssertionError("a terminal cannot be blocked")

    async def _take(self, incoming: Incoming) -> list[Shown]:
        self.seen.append(incoming)
        await self._app.intake.receive(incoming)
        await self._app.dispatcher.drain()
        return self._shown()

    def _shown(self) -> list[Shown]:
        shown = [Shown(text) for text in self._written]
        self._written.clear()
        return shown


class TestTerminal(ChannelContract):
    @pytest.fixture
    async def harness(self, settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Any]:
        await migrate(settings)
        written: list[str] = []
        channel = TerminalChannel(written.append)
        app = await build(settings, {NAME: channel}, clock=clock, book=book)
        yield TerminalHarness(app, written)
        await channel.run()
        await channel.close()
        await app.storage.database.close()
