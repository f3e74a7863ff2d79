"""What the chat page leaves on a phone that others use, too."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx
import pytest
from playwright.async_api import BrowserContext, Page, Route, expect

from bot.ticks import run_ticks
from handlers.services import erasure
from tests.browser.chat_page import (
    ERASED,
    NOTHING,
    acknowledged,
    kept_by_the_phone,
    mine,
    newest_person,
    overflow,
    write,
)
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import HEADERS, Site, addresses


async def test_forgetting_leaves_nothing_on_the_phone(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await write(page, "chuyện riêng của nhà em")
    await acknowledged(page, 1)
    old = {cookie["value"] for cookie in await phone.cookies()}
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='']")
    assert await mine(page)
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='yes']")
    await expect(page.locator("li.me")).to_have_count(0)
    await page.locator(".choices button:enabled").first.wait_for()
    assert old.isdisjoint({cookie["value"] for cookie in await phone.cookies()})
    stored = await page.evaluate("JSON.stringify(Object.values(localStorage))")
    assert "riêng" not in stored
    assert await addresses(site.app.storage) == 2


async def test_a_second_tab_notices_that_the_phone_was_forgotten(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await write(page, "0")
    other = await phone.new_page()
    await other.goto(site.url)
    await write(other, "menu")
    await expect(other.locator("li.me")).to_have_count(2)
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='yes']")
    await expect(other.locator("li.me")).to_have_count(0)
    await other.locator(".choices button:enabled").first.wait_for()


async def test_what_a_second_tab_says_after_the_phone_was_forgotten_goes_with_it(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await write(page, "0")
    other = await phone.new_page()
    await other.goto(site.url)
    await expect(other.locator("li.me")).to_have_count(1)
    begun_anew = asyncio.Event()

    async def later(route: Route) -> None:
        await begun_anew.wait()
        await route.continue_()

    async with other.expect_response("**/chat/messages?*"):  # its news get there only afterwards
        await other.route("**/chat/messages*", later)
        await write(page, "menu")
    await write(other, "chuyện riêng của người trước")
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='yes']")
    await expect(page.locator("li.me")).to_have_count(0)
    await page.locator(".choices button:enabled").first.wait_for()
    begun_anew.set()
    await expect(other.locator("li.me")).to_have_count(0)
    await other.locator(".choices button:enabled").first.wait_for()
    for one in (page, other):
        await expect(one.locator("#log > li")).to_have_count(1)
    assert await addresses(site.app.storage) == 2


async def test_a_page_that_is_somebody_elses_begins_anew_when_the_line_is_back(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await write(page, "0")
    await acknowledged(page, 1)
    fell: list[Route] = []

    async def falls(route: Route) -> None:
        fell.append(route)
        await route.abort()

    await page.route("**/chat/messages", falls, times=2)  # it asks who it is, and nobody answers
    async with httpx.AsyncClient(base_url=site.url, cookies=await _cookies(phone)) as client:
        await client.post("/chat/forget", headers=HEADERS)
    await expect(page.locator("#log > li")).to_have_count(1)
    await page.locator(".choices button:enabled").first.wait_for()
    assert len(fell) == 2


async def _cookies(phone: BrowserContext) -> dict[str, str]:
    return {one["name"]: one["value"] for one in await phone.cookies()}


async def only_the_last_word(page: Page) -> None:
    await expect(page.locator("li.bot", has_text=ERASED)).to_be_visible()
    await expect(page.locator("#log > li")).to_have_count(1)
    await expect(page.locator("#composer")).to_be_hidden()
    assert await kept_by_the_phone(page) == NOTHING


async def test_an_erasure_is_confirmed_and_leaves_nothing_on_the_phone(
    page: Page, phone: BrowserContext, tmp_path: Path
) -> None:
    await write(page, "chuyện riêng của nhà em")
    await acknowledged(page, 1)
    old = {cookie["value"] for cookie in await phone.cookies()}
    other = await phone.new_page()
    await other.goto(page.url)
    await expect(other.locator("li.me")).to_have_count(1)
    await write(page, "xoá")
    await page.locator(".choices button:enabled", has_text="Xoá hết").tap()
    for tab in (page, other):
        await only_the_last_word(tab)
    assert await overflow(page) == 0
    await page.screenshot(path=tmp_path / "erased.png")
    await page.reload()  # whoever reads slowly still finds it
    await only_the_last_word(page)
    await page.get_by_role("button", name="Nhắn lại từ đầu").tap()
    await page.locator(".choices button:enabled").first.wait_for()
    await expect(page.locator("#log")).not_to_contain_text(ERASED)
    assert old.isdisjoint({cookie["value"] for cookie in await phone.cookies()})


async def test_an_erasure_whose_answer_is_lost_is_still_confirmed(page: Page) -> None:
    """The line breaks right after the yes: the repeat comes from somebody already forgotten."""
    broken = False

    async def lose(route: Route) -> None:
        answered = await route.fetch()
        await (route.abort("connectionreset") if broken else route.fulfill(response=answered))

    await page.route("**/chat/messages*", lose)
    await write(page, "xoá")
    yes = page.locator(".choices button:enabled", has_text="Xoá hết")
    await yes.wait_for()
    broken = True
    await yes.tap()
    await expect(page.locator("#status")).not_to_be_empty()
    await expect(page.locator("li.me.waiting")).to_have_count(1)
    broken = False
    await only_the_last_word(page)


@pytest.mark.parametrize("closed", [True, False])
async def test_an_erasure_that_the_page_missed_leaves_nothing_on_the_phone(
    page: Page, phone: BrowserContext, site: Site, clock: Clock, closed: bool
) -> None:
    """Erased on another channel, and forgotten before the page was opened or online again."""
    await write(page, "chuyện riêng của nhà em")
    await acknowledged(page, 1)
    url = page.url
    await phone.set_offline(True)
    if closed:
        await page.goto("about:blank")
    async with work_of(site.app) as work:
        person = await work.uow.people.get(await newest_person(site))
        assert person is not None
        [account] = await work.uow.people.all_addresses(person.id)
        await erasure.erase(work, person, account)
    clock.forward(minutes=11)
    await run_ticks(site.app)
    await phone.set_offline(False)
    if closed:
        await page.goto(url)
    await expect(page.locator("li.me")).to_have_count(0, timeout=15_000)
    await page.locator(".choices button:enabled").first.wait_for()
    assert "riêng" not in await kept_by_the_phone(page)
    assert (await kept_by_the_phone(page)).count("doithoai:") <= 1


TOLD = "ông trưởng thôn Mẫu Quýt lấy tiền hỗ trợ của nhà em"
UNSAID = "(Lời này không được ghi lại.)"


async def test_a_denunciation_stays_nowhere_on_the_phone(
    page: Page, phone: BrowserContext, tmp_path: Path
) -> None:
    other = await phone.new_page()
    await other.goto(page.url)
    await write(page, "menu")
    await write(page, TOLD)
    await expect(page.locator("li.bot").last).to_contain_text("không ghi lại lời vừa rồi")
    assert await mine(page) == ["menu", UNSAID]
    await acknowledged(page, 2)
    await page.locator("li.me").last.scroll_into_view_if_needed()
    await page.screenshot(path=tmp_path / "denunciation.png")
    assert "Quýt" not in await page.content()
    await expect(other.locator("#log")).to_contain_text("không ghi lại lời vừa rồi")
    assert "Quýt" not in await kept_by_the_phone(page)
    await page.reload()
    await expect(page.locator("li.me")).to_have_count(1)
    assert await mine(page) == ["menu"]
    await page.locator(".choices button:enabled", has_text="Không phải tố cáo").tap()
    await expect(page.locator("li.bot").last).to_contain_text("nhắn lại")


async def test_a_denunciation_whose_acknowledgement_is_lost_stays_nowhere(page: Page) -> None:
    async def lose(route: Route) -> None:
        if route.request.method == "POST":
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route("**/chat/messages*", lose)
    await write(page, TOLD)
    await expect(page.locator("li.me .bubble")).to_have_text(f"Anh/chị: {UNSAID}")
    assert "Quýt" not in await kept_by_the_phone(page)


async def test_words_that_were_sent_leave_the_phone_after_a_day(
    page: Page, phone: BrowserContext
) -> None:
    await write(page, "0")
    await acknowledged(page, 1)
    kept = await kept_by_the_phone(page)
    assert kept.count("label") == 1
    assert "body" not in kept
    await phone.set_offline(True)
    await write(page, "menu")
    await expect(page.locator("li.me.waiting")).to_have_count(1)
    await page.evaluate(
        """() => {
            const [key] = Object.keys(localStorage);
            const entries = JSON.parse(localStorage.getItem(key));
            for (const entry of entries) entry.at -= 24 * 3600 * 1000;
            localStorage.setItem(key, JSON.stringify(entries));
        }"""
    )
    await phone.set_offline(False)
    await page.reload()
    await acknowledged(page, 1)
    assert await mine(page) == ["menu"]  # what still had to go out went out
    assert (await kept_by_the_phone(page)).count("label") == 1
