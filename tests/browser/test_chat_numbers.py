"""Numbers on the page: those to call can be pressed, and codes are shown before they go."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from handlers.messages import Reply
from tests.browser.chat_page import acknowledged, newest_person, write
from tests.channels.work import work_of
from tests.web.site import Site


async def _tell(site: Site, reply: Reply) -> None:
    async with work_of(site.app) as work:
        [talk] = await work.uow.conversations.of_person(await newest_person(site))
        work.queue(talk.address, reply, purpose="notice")


@pytest.mark.parametrize(
    ("text", "pressed"),
    [
        ("Gọi công an 113. Có người bị thương thì gọi 115, trẻ nhỏ thì gọi 111.", "113 115 111"),
        ("Trực của xã: gọi 0900 000 000.", "0900000000"),
        ("Trực của xã: gọi 0257.3.000.000.", "02573000000"),
        ("Theo Điều 113, được 115 nghìn đồng. Gọi 113.000 đồng là đủ.", ""),
        ("Mã của anh/chị: XM 081 839. Họp ngày 05/12/2026.", ""),
    ],
)
async def test_only_numbers_to_call_can_be_pressed(
    page: Page, site: Site, text: str, pressed: str
) -> None:
    await _tell(site, Reply(text))
    told = page.locator("li.bot").last
    await expect(told).to_contain_text(text)
    links = await told.locator("a").evaluate_all("all => all.map((one) => one.href)")
    assert links == [f"tel:{number}" for number in pressed.split()]


async def test_what_the_person_wrote_is_no_number_to_call(page: Page, site: Site) -> None:
    await write(page, "số của em 0900 111 222")
    await acknowledged(page, 1)
    await _tell(site, Reply("Em nhờ gọi lại số 0900111222. Gấp quá thì gọi ngay 115."))
    told = page.locator("li.bot").last
    await expect(told).to_contain_text("Gấp quá")
    links = await told.locator("a").evaluate_all("all => all.map((one) => one.href)")
    assert links == ["tel:115"]


async def test_the_codes_are_shown_before_the_phone_forgets_them(page: Page, site: Site) -> None:
    await page.tap("#forget")
    await expect(page.locator("#forget-none")).to_be_visible()
    await page.tap("#forget-dialog button[value='']")
    for text in ("Mã của anh/chị: XM 081 839.", "Mã XM 577 469, XM 081 839: đang xem."):
        await _tell(site, Reply(text))
    await expect(page.locator("li.bot").last).to_contain_text("577 469")
    await page.tap("#forget")
    await expect(page.locator("#forget-list li")).to_have_text(["XM 081 839", "XM 577 469"])
    await expect(page.locator("#forget-none")).to_be_hidden()
