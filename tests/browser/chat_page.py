"""The chat page under a household's thumb: writing, reading, and what the phone keeps."""

from __future__ import annotations

import base64

from playwright.async_api import Page, expect
from sqlalchemy import func, select

from handlers.messages import Incoming
from storage.models import ChannelAddress
from tests.web.site import Site

HELP = "Anh/chị muốn làm gì?"
ERASED = "Em đã xoá xong"
NOTHING = "[{},{},[]]"
"""What a phone keeps that keeps nothing."""
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


def watch(site: Site) -> list[Incoming]:
    """Everything that reaches the intake from now on."""
    seen: list[Incoming] = []
    receive = site.app.intake.receive

    async def watched(incoming: Incoming) -> object:
        seen.append(incoming)
        return await receive(incoming)

    site.app.intake.receive = watched  # type: ignore[assignment,method-assign]
    return seen


async def write(page: Page, text: str) -> None:
    """Type a text and send it."""
    await page.fill("#text", text)
    await page.click("#send")


async def mine(page: Page) -> list[str]:
    """The person's own bubbles."""
    texts = await page.locator("li.me .bubble").all_inner_texts()
    return [text.removeprefix("Anh/chị:").strip() for text in texts]


async def acknowledged(page: Page, count: int) -> None:
    """Wait until the server has taken so many messages."""
    await expect(page.locator("li.me:not(.waiting):not(.failed)")).to_have_count(count)


async def menus(page: Page, count: int) -> None:
    """Wait until so many menus have come: a press aimed at the one before would find it closed."""
    await expect(page.locator("li.bot:has(.choices)")).to_have_count(count)


async def kept_by_the_phone(page: Page) -> str:
    """Everything that the page keeps on the phone, files by their names."""
    kept: str = await page.evaluate(
        """async () => {
            const opened = await new Promise((resolve) => {
                const request = indexedDB.open("doithoai", 1);
                request.onupgradeneeded = () => request.result.createObjectStore("files");
                request.onsuccess = () => resolve(request.result);
            });
            const files = await new Promise((resolve) => {
                const all = opened.transaction("files").objectStore("files").getAllKeys();
                all.onsuccess = () => resolve(all.result);
            });
            opened.close();
            return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, files]);
        }"""
    )
    return kept


async def newest_person(site: Site) -> int:
    """Who came to the page last."""
    async with site.app.storage.database.reading() as opened:
        query = select(func.max(ChannelAddress.person_id)).where(
            ChannelAddress.channel == "webchat"
        )
        return (await opened.scalars(query)).one() or 0


async def overflow(page: Page) -> int:
    """By how many pixels the page is too wide."""
    width: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width
