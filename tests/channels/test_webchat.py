"""The web chat keeps the contract of channels, over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest

from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.messages import Incoming, Reply
from tests.channels.contract import ChannelContract, Shown
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import Browser, browser, serving


class WebHarness:
    """A person with a browser."""

    can_block = True

    def __init__(self, person: Browser) -> None:
        self.person = person
        self.capabilities = person.site.app.channels["webchat"].capabilities
        self.seen: list[Incoming] = []
        self._last: dict[str, Any] = {}
        self._menu: dict[str, Any] = {}
        receive = person.site.app.intake.receive

        async def watched(incoming: Incoming) -> Any:
            self.seen.append(incoming)
            return await receive(incoming)

        person.site.app.intake.receive = watched  # type: ignore[method-assign]

    async def say(self, text: str) -> list[Shown]:
        return await self._post({"id": str(uuid4()), "text": text})

    async def repeat(self) -> list[Shown]:
        return await self._post(self._last)

    async def press(self, number: str) -> list[Shown]:
        [token] = [one["token"] for one in self._menu["choices"] if one["number"] == number]
        return await self._post({"id": str(uuid4()), "button": token})

    async def send_photo(self, content: bytes, caption: str) -> list[Shown]:
        response = await self.person.upload(content, text=caption)
        assert response.status_code == 200
        return await self._shown()

    async def tell(self, *texts: str) -> list[Shown]:
        async with work_of(self.person.site.app) as work:
            person = await self._somebody(work)
            for text in texts:
                await _tell(work, person, text)
        await self.person.site.app.dispatcher.drain()
        return await self._shown()

    async def block(self) -> None:
        response = await self.person.client.post("/chat/forget", headers={"x-doithoai": "forget"})
        assert response.status_code == 200

    async def _somebody(self, work: Any) -> Any:
        known = await work.uow.people.address("webchat", self.seen[0].address)
        return known.person

    async def _post(self, body: dict[str, Any]) -> list[Shown]:
        self._last = body
        response = await self.person.post(**body)
        assert response.status_code == 200
        return await self._shown()

    async def _shown(self) -> list[Shown]:
        shown = []
        for message in await self.person.news():
            if message["choices"]:
                self._menu = message
            numbers = tuple(one["number"] for one in message["choices"])
            shown += [Shown(part) for part in message["parts"][:-1]]
            shown.append(Shown(message["parts"][-1], numbers))
        return shown


async def _tell(work: Any, person: Any, text: str) -> None:
    for address in await work.uow.people.addresses(person.id):
        work.queue(address, Reply(text), purpose="notice")


class TestWebChat(ChannelContract):
    @pytest.fixture
    async def harness(
        self, settings: Settings, clock: Clock, book: FaqBook
    ) -> AsyncIterator[WebHarness]:
        async with serving(settings, clock, book) as site, browser(site) as person:
            yield WebHarness(person)
