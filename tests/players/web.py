"""People with a browser: one real Chromium, a context with its own cookie for each of them."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from bot.config import Settings
from bot.ticks import run_ticks
from bot.web.identity import COOKIE, address_of
from handlers.faq_book import FaqBook
from tests.chat import move
from tests.chromium import path
from tests.clock import Clock
from tests.players.outbox import has_mail, rows
from tests.players.script import Shown, gathered, picked, plain
from tests.web.site import Site, serving
from tests.worlds import move_accounts

_ITEM = """id => {
  const item = document.querySelector(`#log li.bot[data-id="${id}"]`);
  const texts = (selector) => [...item.querySelectorAll(selector)].map((one) => one.innerText);
  const choices = [...item.querySelectorAll(".choices button")].map((one) =>
    [...one.querySelectorAll("span")].map((part) => part.innerText));
  const files = [...item.querySelectorAll("a.file")].map((one) => one.innerText);
  return { text: texts(".bubble > p").join("\\n\\n"), choices, files };
}"""
_TAKEN_IN = """count => {
  const mine = document.querySelectorAll("#log li.me");
  return mine.length === count && !document.querySelector("#log li.me.waiting");
}"""


class WebPlayer:
    """Everybody's page. It opens when its person speaks or something waits for them."""

    channel = "webchat"

    def __init__(self, site: Site, browser: Browser, clock: Clock) -> None:
        self._site = site
        self._browser = browser
        self._clock = clock
        self._pages: dict[str, Page] = {}
        self._names: dict[str, str] = {}
        self._seen = 0

    async def say(self, who: str, text: str) -> Shown | None:
        """Press the choice of a number that is offered, else type; ``[start]`` opens the page."""
        if text == "[start]":
            page = await self._page(who)
            await page.wait_for_selector("#log li.bot")
            return await self._news()
        if re.fullmatch(r"\[\w+.*\]", text):
            return None
        known = await has_mail(self._site.app.storage.database, address_of(token(who)))
        page = await self._page(who)
        if not known:
            # The transcript begins in the middle of a talk: the greeting is not in it.
            await page.wait_for_selector("#log li.bot")
            await self._news()
        said = await page.locator("#log li.me").count()
        buttons = await _open_choices(page)
        if picked(text, buttons):
            await buttons[text].click()
        else:
            await page.fill("#text", text)
            await page.click("#send")
        await page.wait_for_function(_TAKEN_IN, arg=said + 1)
        return await self._news()

    async def move(self, text: str) -> Shown:
        """Move the clock by hand and let timed work run."""
        move(self._clock, text)
        await run_ticks(self._site.app)
        return await self._news()

    async def file(self, who: str, name: str) -> bytes:
        """Follow the link on the page."""
        async with self._pages[who].expect_download() as started:
            await self._pages[who].locator("#log a.file", has_text=name).last.click()
        path = await (await started.value).path()
        return path.read_bytes()

    async def _page(self, who: str) -> Page:
        if who not in self._pages:
            self._names[address_of(token(who))] = who
            context = await self._browser.new_context(
                viewport={"width": 360, "height": 640},
                locale="vi-VN",
                reduced_motion="reduce",  # a click waits until nothing moves any more
            )
            await context.add_cookies(
                [{"name": COOKIE, "value": token(who), "url": self._site.url}]
            )
            page = self._pages[who] = await context.new_page()
            await page.goto(self._site.url)
            await page.wait_for_selector("#composer:not([hidden])")
        return self._pages[who]

    async def _news(self) -> Shown:
        """What the pages show once they show everything that was sent."""
        news = await rows(self._site.app.storage.database, self._seen)
        told = [(row, PEOPLE.get(row.address) or self._names[row.address]) for row in news]
        await asyncio.gather(*(self._page(who) for who in {who for _, who in told}))
        messages = []
        for row, who in told:
            page = self._pages[who]
            await page.wait_for_selector(f'#log li.bot[data-id="{row.id}"]', state="attached")
            shown: dict[str, Any] = await page.evaluate(_ITEM, row.id)
            files = [one.partition(": ")[2] for one in shown["files"]]
            messages.append((who, plain(shown["text"], shown["choices"], files)))
            self._seen = row.id
        return gathered(messages)


def token(who: str) -> str:
    """The secret of this person's browser."""
    digest = hashlib.sha256(f"a page of {who}".encode()).digest()
    return base64.urlsafe_b64encode(digest)[:22].decode()


PEOPLE = {
    address_of(token(who)): who
    for who in ("O", "T", "H", "N", "A", *(f"T{number}" for number in range(1, 7)))
}
"""Names of those who may be told something before they open their page."""


async def _open_choices(page: Page) -> dict[str, Any]:
    """Buttons that can be pressed now, by their number."""
    found = page.locator("#log li.bot .choices button:enabled")
    numbers = await found.locator(".number").all_inner_texts()
    return {number: found.nth(place) for place, number in enumerate(numbers)}


@asynccontextmanager
async def web_player(
    folder: Path, clock: Clock, book: FaqBook, browser: Browser, world: str
) -> AsyncIterator[WebPlayer]:
    """The server with the clock set by hand, and the pages of everybody of *world*."""
    settings = Settings(
        _env_file=None,
        database_url=f"sqlite:///{folder / 'web.sqlite3'}",
        data_dir=folder,
        sqlite_synchronous="NORMAL",
    )
    async with serving(settings, clock, book, world=world) as site:
        await move_accounts(site.app.storage, "webchat", lambda who: address_of(token(who)))
        player = WebPlayer(site, browser, clock)
        try:
            yield player
        finally:
            for page in player._pages.values():
                await page.context.close()


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """The system's Chromium."""
    found = path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        try:
            yield browser
        finally:
            await browser.close()
