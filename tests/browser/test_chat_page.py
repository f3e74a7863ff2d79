"""The chat page as a household uses it: texts, menus, bad lines."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.async_api import BrowserContext, Page, Route, expect

from tests.browser.chat_page import HELP, acknowledged, mine, newest_person, watch, write
from tests.channels.work import work_of
from tests.web.site import Site, addresses


async def test_a_text_is_sent_and_answered(page: Page, site: Site) -> None:
    await write(page, "0")
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert await mine(page) == ["0"]
    assert await page.input_value("#text") == ""
    assert await addresses(site.app.storage) == 1


async def test_only_the_newest_menu_can_be_pressed(page: Page) -> None:
    await page.locator(".choices button:enabled").last.tap()
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert await mine(page) == ["0. Trợ giúp"]
    menus = page.locator("li.bot:has(.choices)")
    await expect(menus).to_have_count(2)
    await expect(menus.first.locator(".choices button:enabled")).to_have_count(0)
    await expect(menus.last.locator(".choices button:enabled")).to_have_count(4)
    await write(page, "2")
    await expect(page.locator("li.bot").last).to_contain_text("Anh/chị cần việc gì")
    await expect(page.locator(".choices button:enabled").first).to_be_visible()


async def test_a_reload_in_the_middle_changes_nothing(page: Page, site: Site) -> None:
    await write(page, "0")
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    before = await page.locator("#log > li").all_inner_texts()
    seen = watch(site)
    await page.reload()
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert await page.locator("#log > li").all_inner_texts() == before
    await page.locator(".choices button:enabled").nth(1).tap()
    await expect(page.locator("li.bot").last).to_contain_text("Anh/chị cần việc gì")
    assert [one.kind.value for one in seen] == ["button"]


async def test_offline_texts_go_out_once_and_in_order(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    seen = watch(site)
    await phone.set_offline(True)
    await write(page, "menu")
    await write(page, "0")
    await expect(page.locator("#status")).to_contain_text("mất mạng")
    await expect(page.locator("li.me.waiting")).to_have_count(2)
    assert seen == []
    await phone.set_offline(False)
    await acknowledged(page, 2)
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    await expect(page.locator("#status")).to_be_empty()
    assert [one.text for one in seen] == ["menu", "0"]


async def test_a_lost_answer_does_not_double_a_message(page: Page, site: Site) -> None:
    """The message arrives, its acknowledgement is lost: the same id is sent again."""
    seen = watch(site)
    lost = 0

    async def lose(route: Route) -> None:
        nonlocal lost
        if route.request.method == "POST" and lost < 2:
            lost += 1
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route("**/chat/messages*", lose)
    await write(page, "0")
    await acknowledged(page, 1)
    assert [one.text for one in seen] == ["0", "0", "0"]
    assert len({one.external_id for one in seen}) == 1
    UUID(seen[0].external_id.partition(":")[2])
    await expect(page.locator("li.bot", has_text=HELP)).to_have_count(1)


async def test_what_was_not_acknowledged_survives_a_reload(page: Page, site: Site) -> None:
    await page.route("**/chat/messages", lambda route: route.abort("connectionreset"))
    await write(page, "0")
    await expect(page.locator("li.me.waiting")).to_have_count(1)
    await page.unroute("**/chat/messages")
    seen = watch(site)
    await page.reload()
    await acknowledged(page, 1)
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert [one.text for one in seen] == ["0"]


async def test_a_notice_arrives_while_the_page_is_open(page: Page, site: Site) -> None:
    async with work_of(site.app) as work:
        [account] = [
            talk.address
            for talk in await work.uow.conversations.of_person(await newest_person(site))
        ]
        from handlers.messages import Reply

        work.queue(account, Reply("Xã mời thôn họp."), purpose="notice")
    await expect(page.locator("li.bot").last).to_contain_text("Xã mời thôn họp.")
    await expect(page.locator(".choices button:enabled").first).to_be_visible()


async def test_a_printed_link_opens_its_conversation_once(
    phone: BrowserContext, site: Site
) -> None:
    seen = watch(site)
    page = await phone.new_page()
    await page.goto(f"{site.url}/?start=join_ABC-12")
    await page.locator("li.bot").first.wait_for()
    await expect(page).to_have_url(f"{site.url}/")
    await page.reload()
    await page.locator("li.bot").first.wait_for()
    assert [(one.kind.value, one.start) for one in seen] == [("start", "join_ABC-12")]


async def test_blocked_cookies_are_named(
    phone: BrowserContext, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("server", "mailbox"):
        monkeypatch.setattr(f"bot.web.{module}.set_cookie", lambda *_: None)
    page = await phone.new_page()
    await page.goto(site.url)
    await expect(page.locator("#log")).to_contain_text("chặn ghi nhớ")
