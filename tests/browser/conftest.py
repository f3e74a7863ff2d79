"""The system's Chromium against a real server. Playwright never downloads a browser of its own."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.chromium import path
from tests.clock import Clock
from tests.web.site import Site, serving

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture
def database_url(seeded_file: Path, tmp_path: Path) -> str:
    """SQLite is enough here: the database is not what these tests are about."""
    path = tmp_path / "test.sqlite3"
    shutil.copyfile(seeded_file, path)
    return f"sqlite:///{path}"


@pytest_asyncio.fixture(loop_scope="session")
async def site(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    """The server."""
    async with serving(settings, clock, book, world="announced") as made:
        yield made


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """A running browser, started once: each test opens a context, which shares nothing."""
    found = path()
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        try:
            yield running
        finally:
            await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def phone(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """A small, cheap phone without motion: a tap while the page glides hits another button."""
    context = await chromium.new_context(
        viewport={"width": 360, "height": 740},
        has_touch=True,
        locale="vi-VN",
        reduced_motion="reduce",
    )
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(phone: BrowserContext, site: Site) -> AsyncIterator[Page]:
    """The chat, greeted. A script error or a refused resource fails the test."""
    opened = await phone.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on(
        "console",
        lambda line: errors.append(line.text) if "Content Security" in line.text else None,
    )
    await opened.goto(site.url)
    await opened.locator(".choices button:enabled").first.wait_for()
    yield opened
    assert errors == []
