"""A running server, on both databases."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.app import App, build, migrate
from bot.channels.webchat import WebChatChannel
from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.clock import Clock
from tests.web.site import Browser, Site, browser, serving


@pytest.fixture
async def site(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    """The commune without a demo."""
    async with serving(settings, clock, book) as made:
        yield made


@pytest.fixture
async def person(site: Site) -> AsyncIterator[Browser]:
    """Somebody who opened the page."""
    async with browser(site) as made:
        yield made


@pytest.fixture
async def app(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[App]:
    """The parts alone, without a server."""
    await migrate(settings)
    made = await build(settings, {"webchat": WebChatChannel()}, clock=clock, book=book)
    yield made
    await made.storage.database.close()
