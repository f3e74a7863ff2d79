"""An answer that an official read aloud is heard at one touch, on a phone without any voice."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, Page, expect

from tests.channels.work import make_official
from tests.recording import ASKED, TO_VOICE, take_away, wav
from tests.web.site import Site, browser


async def _record(site: Site, seconds: float) -> int:
    """An official keeps a recording of so many seconds; who it was."""
    async with browser(site) as official:
        await official.say("menu")
        who = await make_official(site.app, "webchat", official.address)
        for text in TO_VOICE:
            await official.say(text)
        await official.upload(wav(seconds), name="voice")
        await official.say("1")
    return who


async def _asked(page: Page) -> Locator:
    """The button beside the answer."""
    await page.get_by_role("textbox", name="Viết tin nhắn").fill(ASKED)
    await page.get_by_role("button", name="Gửi", exact=True).tap()
    button = page.locator(".recorded")
    await expect(button).to_be_visible()
    return button


async def test_one_touch_plays_it_to_its_end(page: Page, site: Site) -> None:
    await _record(site, 2)
    button = await _asked(page)
    await expect(button).to_have_text("Nghe")
    await expect(page.locator(".file")).to_have_count(0)
    async with page.expect_response("**/chat/files/**") as played:
        await button.tap()
    assert (await played.value).status in {200, 206}
    await expect(button).to_have_attribute("aria-pressed", "true")
    await expect(button).to_have_text("Nghe")
    await expect(button).to_have_attribute("aria-pressed", "false")
    await expect(page.locator(".gone")).to_have_count(0)


@pytest.mark.parametrize("way", ["again", "saying something"])
async def test_it_falls_silent_when_told(page: Page, site: Site, way: str) -> None:
    await _record(site, 60)
    button = await _asked(page)
    await button.tap()
    await expect(button).to_have_text("Thôi nghe")
    if way == "again":
        await button.tap()
    else:
        choice = page.get_by_role("button", name="1. Đúng")
        await choice.scroll_into_view_if_needed()
        await expect(page.locator("#below")).to_be_hidden()  # what it leaves moves the choices
        await choice.tap()
    await expect(button).to_have_text("Nghe")
    await expect(page.locator(".gone")).to_have_count(0)


async def test_one_that_was_taken_away_says_so(page: Page, site: Site) -> None:
    who = await _record(site, 0.5)
    button = await _asked(page)
    await take_away(site.app, who)
    await button.tap()
    await expect(page.locator(".gone")).to_have_text("Đoạn ghi âm này không còn.")
    await expect(button).to_have_count(0)
